"""Conventions brought as far as a test needs them, by the use cases themselves."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.records.convention import AdoptingBody, ConventionKind, ConventionVersion
from mediator_desk.usecases import convention_adoption as adoption
from mediator_desk.usecases import conventions
from tests.usecases.cases import Cases

TEXT = "楼道内不堆放杂物。\n每月第一个周六大扫除。\n晚十点后轻声关门。"
LATER = "楼道内不堆放杂物，不停放电动车。\n每月第一个周六大扫除。\n装修提前三天告知邻居。"


@dataclass(slots=True)
class Conventions:
    """A station that keeps conventions."""

    here: Cases

    @property
    def desk(self):
        """Give the desk."""
        return self.here.desk

    def file(self, convention: UUID):
        """Read a convention whole."""
        return self.desk.queries.convention_file(convention)

    def newest(self, convention: UUID) -> ConventionVersion:
        """Give the version last drafted."""
        return self.file(convention).newest

    def drafted(self, kind: ConventionKind = ConventionKind.STAIRWELL, **said) -> UUID:
        """Draft a convention, of a stairwell unless said otherwise."""
        asked = conventions.DraftConvention(
            kind=kind,
            title="5号楼2单元楼道公约",
            text=TEXT,
            place="阳光小区",
            building="5号楼2单元",
        )
        return conventions.draft_convention(self.desk, replace(asked, **said)).of("convention")[0]

    def amended(self, convention: UUID, text: str = LATER) -> UUID:
        """Draft the next version of one in force; give its id."""
        holding = self.file(convention).holding
        asked = conventions.AmendConvention(version=holding.id, text=text, purpose="电动车起火")
        conventions.amend_convention(self.desk, asked)
        return self.newest(convention).id

    def consulted(self, convention: UUID) -> UUID:
        """Hang the newest draft for its days; give the version."""
        version = self.newest(convention).id
        asked = conventions.ConsultConvention(version=version, boards=("单元门口",))
        conventions.consult_convention(self.desk, asked)
        self.here.at.clock.go(days=8)
        return version

    def adopt(self, version: UUID, **said):
        """Adopt a version by eight of twelve households, unless said otherwise."""
        asked = adoption.AdoptConvention(
            version=version, body=AdoptingBody.HOUSEHOLDS, due=12, present=10, agreeing=8
        )
        return adoption.adopt_convention(self.desk, replace(asked, **said))

    def adopted(self, convention: UUID, **said) -> UUID:
        """Hang and adopt the newest draft."""
        version = self.consulted(convention)
        self.adopt(version, **said)
        return version

    def enforce(self, version: UUID, since: date | None = None):
        """Put a version in force."""
        return adoption.enforce_convention(
            self.desk, adoption.EnforceConvention(version=version, since=since)
        )

    def in_force(self, **said) -> UUID:
        """Bring a stairwell's convention into force."""
        convention = self.drafted(**said)
        self.enforce(self.adopted(convention))
        return convention

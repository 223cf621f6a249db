"""What windows show of conventions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.convention import (
    Convention,
    ConventionKind,
    ConventionVersion,
    VersionState,
)
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.public_notice import Objection, PublicNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionRow:
    """One line of the list; ``state`` is that of the newest version, ``since`` of the one in force.

    ``holding`` is the ordinal of the version in force, 0 for none.
    """

    id: UUID
    number: str
    kind: ConventionKind
    title: str
    scope: str
    versions: int
    state: VersionState
    holding: int
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionFile:
    """One convention, whole: its versions, oldest first, and the notices that hung for it."""

    convention: Convention
    versions: tuple[ConventionVersion, ...]
    topic: AgendaTopic | None = None
    notices: tuple[PublicNotice, ...] = ()
    objections: tuple[Objection, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def newest(self) -> ConventionVersion:
        """Give the version last drafted."""
        return self.versions[-1]

    @property
    def holding(self) -> ConventionVersion | None:
        """Give the version in force, if there is one."""
        return next((one for one in self.versions if one.state is VersionState.IN_FORCE), None)

    @property
    def scope(self) -> str:
        """Say where it holds, as far as it was said."""
        return " ".join(filter(None, (self.convention.place, self.convention.building)))

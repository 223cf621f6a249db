"""Conventions (公约) of residents or of a stairwell: each its versions, adopted and filed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, TopicId


class ConventionKind(StrEnum):
    """Whose convention it is: all residents of a community, or the households of a stairwell."""

    RESIDENTS = "residents"
    STAIRWELL = "stairwell"


class AdoptingBody(StrEnum):
    """Who adopts a convention."""

    RESIDENTS_MEETING = "residents_meeting"
    REPRESENTATIVES = "representatives"
    HOUSEHOLDS = "households"


class VersionState(StrEnum):
    """How far one version of a convention is."""

    DRAFT = "draft"
    CONSULTED = "consulted"
    ADOPTED = "adopted"
    FILED = "filed"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    REPEALED = "repealed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A convention by its name, kind and scope; what it says stands in its versions."""

    TABLE: ClassVar[str] = "convention"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    kind: ConventionKind
    title: str
    division: str
    place: str = ""
    building: str = ""
    topic: TopicId | None = None
    logged_by: PersonId
    logged_on: date
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionVersion:
    """One text of a convention, article by article; once adopted it is never changed.

    ``due`` are those entitled, ``present`` those taking part, ``agreeing`` those for it; ``doubt``
    says why it stands though an uncertain figure was not reached. ``planned_from`` is the day the
    text itself names. It is in force from ``in_force_from`` until the day before ``ended_on``.
    """

    TABLE: ClassVar[str] = "convention_version"
    OWNER: ClassVar[str] = "convention"

    id: UUID
    convention: UUID
    ordinal: int
    articles: tuple[str, ...]
    purpose: str = ""
    drafted_by: PersonId
    drafted_on: date
    notice: UUID | None = None
    body: AdoptingBody | None = None
    due: int = 0
    present: int = 0
    agreeing: int = 0
    adopted_on: date | None = None
    doubt: str = ""
    planned_from: date | None = None
    filed_on: date | None = None
    filed_number: str = ""
    filed_with: str = ""
    filed_by: PersonId | None = None
    in_force_from: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    replaced_by: UUID | None = None
    state: VersionState = VersionState.DRAFT
    version: int = 0

    def in_force_on(self, day: date) -> bool:
        """Tell whether this text held on a day."""
        if self.in_force_from is None or day < self.in_force_from:
            return False
        return self.ended_on is None or day < self.ended_on

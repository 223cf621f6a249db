"""A sitting: the parties and a mediator at one table, and whether each party agreed to it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PartyId, PersonId, SittingId


class Means(StrEnum):
    """How a party said it."""

    IN_PERSON = "in_person"
    IN_WRITING = "in_writing"
    BY_PHONE = "by_phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What one party answered to mediation; one clear refusal ends it (Mediation Law 17)."""

    TABLE: ClassVar[str] = "consent"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    party: PartyId
    agreed: bool
    means: Means
    at: datetime
    by: PersonId
    words: str = ""
    version: int = 0


class SittingResult(StrEnum):
    """The three boxes of the mediation record."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    TO_BE_CONTINUED = "to_be_continued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting with its record. Written once; a second sitting is a second record."""

    TABLE: ClassVar[str] = "sitting"
    OWNER: ClassVar[str] = "dispute"

    id: SittingId
    dispute: DisputeId
    held_at: datetime
    place: str
    mediators: tuple[PersonId, ...]
    recorder: str = ""
    present: tuple[PartyId, ...]
    invited: tuple[str, ...] = ()
    open_session: bool = False
    notice_given: bool = True
    record: str
    result: SittingResult
    routes_explained: bool = False
    version: int = 0

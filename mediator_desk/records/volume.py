"""What only the case volume asks for: the application, who acts for whom, inquiries, the filing."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PartyId, PersonId
from mediator_desk.records.people import Authority, Sex


class Retention(StrEnum):
    """How long a volume is kept; the years belong to the rules (domain.md 1.4)."""

    SHORT = "short"
    LONG = "long"
    PERMANENT = "permanent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the applicants ask the committee for; ``oral`` tells that it was written down for them.

    A dispute has one; writing it again replaces it.
    """

    TABLE: ClassVar[str] = "application"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    brief: str
    requests: tuple[str, ...]
    applied_on: date
    oral: bool = False
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PowerOfAttorney:
    """Whom a party lets act for it, in what, how far and how long; one for each party.

    ``birth_year`` is 0 when unknown. Settling or signing needs the special authority.
    """

    TABLE: ClassVar[str] = "power_of_attorney"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    party: PartyId
    agent: str
    sex: Sex = Sex.UNSAID
    ethnicity: str = ""
    birth_year: int = 0
    occupation: str = ""
    phone: str = ""
    address: str = ""
    matter: str = ""
    scope: Authority = Authority.GENERAL
    term: str = ""
    signed_on: date
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Investigation:
    """What one person was asked, and answered. One record for each person asked.

    Lines of ``record`` begin with 问： or 答：.
    """

    TABLE: ClassVar[str] = "investigation"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    held_at: datetime
    place: str
    asked: str
    participants: str = ""
    record: str
    investigators: tuple[PersonId, ...]
    recorder: str = ""
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeNote:
    """What a reader of the volume must know of its condition; one for each volume."""

    TABLE: ClassVar[str] = "volume_note"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    text: str
    filed_by: str
    filed_on: date
    checked_by: str = ""
    checked_on: date | None = None
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Who filed the volume, when, and for how long it is kept; filing again replaces it."""

    TABLE: ClassVar[str] = "volume_filing"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    filed_by: str
    filed_on: date
    retention: Retention
    remark: str = ""
    by: PersonId
    version: int = 0

"""What lengthens a clock and what stops it: extensions, who consented to them, and pauses."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PartyId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A clock was given more time, counted from the day it was due before.

    ``agreed_on`` is the day the last party consented, or the day it was approved.
    """

    TABLE: ClassVar[str] = "clock_extension"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    clock: UUID
    length: int
    unit: str
    agreed_on: date
    reason: str
    approver: str = ""
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionConsent:
    """One party consented to an extension on a day."""

    TABLE: ClassVar[str] = "extension_consent"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    extension: UUID
    party: PartyId
    consented_on: date
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A clock stood still from one moment until another; without an end it still does."""

    TABLE: ClassVar[str] = "clock_pause"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    clock: UUID
    paused_at: datetime
    resumed_at: datetime | None = None
    reason: str
    by: PersonId
    version: int = 0

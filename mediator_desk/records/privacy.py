"""What a party was told about its data, and what it agreed to (PIPL arts. 17, 23, 29-31)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PartyId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyConsent:
    """The notice one party was given, and each consent it gave apart from the others.

    ``shared_with`` names the bodies the party agreed its data may go to. ``guardian`` is who
    agreed for a child under fourteen. A consent that was taken back keeps the day.
    """

    TABLE: ClassVar[str] = "privacy_consent"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    party: PartyId
    told_on: date
    identity_copy: bool = False
    shared_with: tuple[str, ...] = ()
    guardian: str = ""
    taken_back_on: date | None = None
    by: PersonId
    version: int = 0

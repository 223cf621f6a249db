"""A file kept with a record: a scan, a photo, a signed page, a paper as it was issued."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PartyId, PersonId


class AttachmentKind(StrEnum):
    """What a file is for; the case volume has a place for each (domain.md 1.1)."""

    IDENTITY = "identity"
    AUTHORITY = "authority"
    EVIDENCE = "evidence"
    PROOF_OF_PERFORMANCE = "proof_of_performance"
    CONFIRMATION = "confirmation"
    SIGNED_PAGE = "signed_page"
    ISSUED_PAPER = "issued_paper"
    NOTICE_PHOTO = "notice_photo"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to a dispute, a topic, a whistle, a vote or a notice (``about``).

    The bytes lie apart under their ``sha256`` and may still be on their way from another station.
    ``pages`` counts the pages of a PDF, and is 1 for a picture. ``consent_on`` tells when the
    person in question agreed to a copy of an identity card being kept (PIPL art. 29).
    """

    TABLE: ClassVar[str] = "attachment"
    OWNER: ClassVar[str] = "about"

    id: UUID
    about: UUID
    kind: AttachmentKind
    name: str
    media_type: str
    sha256: str
    size: int
    pages: int = 1
    party: PartyId | None = None
    caption: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""
    taken_where: str = ""
    provider: str = ""
    original: bool = False
    consent_on: datetime | None = None
    at: datetime
    by: PersonId
    version: int = 0

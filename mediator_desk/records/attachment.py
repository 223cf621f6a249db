"""A file kept with a record: a scan, a photo, a signed page, a paper as it was issued."""

from dataclasses import dataclass
from datetime import date, datetime
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


class EvidenceSort(StrEnum):
    """The eight sorts of evidence (Civil Procedure Law art. 66)."""

    STATEMENT = "statement"
    DOCUMENT = "document"
    OBJECT = "object"
    AUDIO_VISUAL = "audio_visual"
    ELECTRONIC = "electronic"
    WITNESS = "witness"
    EXPERT = "expert"
    INSPECTION = "inspection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to a dispute, a topic, a whistle, a vote or a notice (``about``).

    The bytes lie apart under their ``sha256`` and may still be on their way from another station;
    with ``on_paper`` there are none: only the paper copy lies in the volume. ``pages`` counts the
    pages of a PDF or of the paper copy, and is 1 for a picture. ``consent_on`` is the day the
    person agreed to a copy of an identity card being kept (PIPL art. 29). ``place_in_list`` puts
    attachments in the order they were dragged into; equal ones stand oldest first.
    """

    TABLE: ClassVar[str] = "attachment"
    OWNER: ClassVar[str] = "about"

    id: UUID
    about: UUID
    kind: AttachmentKind
    name: str
    media_type: str = ""
    sha256: str = ""
    size: int = 0
    pages: int = 1
    on_paper: bool = False
    party: PartyId | None = None
    caption: str = ""
    evidence: EvidenceSort | None = None
    taken_at: datetime | None = None
    taken_by: str = ""
    taken_where: str = ""
    provider: str = ""
    provided_on: date | None = None
    original: bool = False
    consent_on: date | None = None
    place_in_list: int = 0
    at: datetime
    by: PersonId
    version: int = 0

    @property
    def title(self) -> str:
        """Call it what people called it: the caption, or else the name of the file."""
        return self.caption or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """That somebody looked at a copy of an identity card; never changed (domain.md 7.1)."""

    TABLE: ClassVar[str] = "attachment_view"
    OWNER: ClassVar[str] = "about"

    id: UUID
    about: UUID
    attachment: UUID
    at: datetime
    by: PersonId
    version: int = 0

"""Papers as they were issued, and the signed pages that came back for them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """One paper as it left the desk: its bytes lie under ``sha256`` and never change.

    ``about`` is the dispute, topic, whistle, vote … the paper is about; a case with several
    sittings has several records, told apart by ``part``. ``draft_digest`` is the digest of the
    same paper without its marks: equal facts and an equal blank give an equal one, so a paper that
    says nothing new is a copy of its last issue. ``template`` names the blanks it was made with,
    each with the digest of its text and measures. ``places`` tells where ink is awaited
    (``rules/issued_papers.py``).
    """

    TABLE: ClassVar[str] = "issued_paper"
    OWNER: ClassVar[str] = "about"

    id: UUID
    about: UUID
    paper: str
    part: int = 0
    title: str
    issue: int
    mark: str
    template: str
    draft_digest: str
    sha256: str
    size: int
    pages: int
    places: tuple[str, ...] = ()
    replaces: UUID | None = None
    issued_at: datetime
    by: PersonId
    version: int = 0


class Ink(StrEnum):
    """What stands at a place to sign on a page that came back; never whose hand it is."""

    FOUND = "found"
    NONE = "none"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPage:
    """A page that came back: a scan of one page of an issued paper, and the ink found on it.

    ``page`` counts from 1. ``ink`` holds one word for each place of that page, in their order;
    ``corrected_by`` is set when a person looked and decided.
    """

    TABLE: ClassVar[str] = "signed_page"
    OWNER: ClassVar[str] = "about"

    id: UUID
    about: UUID
    issued: UUID
    page: int
    attachment: UUID
    sha256: str
    ink: tuple[Ink, ...] = ()
    corrected_by: PersonId | None = None
    taken_at: datetime
    by: PersonId
    version: int = 0

"""Signed pages come back: each finds its paper by its mark, and what is unsigned is told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from mediator_desk.bad_news import BadNews
from mediator_desk.paper.preview import render
from mediator_desk.paper.scan_code import mark_box
from mediator_desk.pictures import scans
from mediator_desk.pictures.scans import Box, Code, Picture
from mediator_desk.ports import Desk, Work
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.issued_paper import Ink, IssuedPaper, SignedPage
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.issued_papers import ink_from, places_on, read_mark, typed_mark
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.attachments.door import Admitted, GivenFile, admit
from mediator_desk.words import N_

_POINTS = 72
_PDF_DOTS = 200
_JPEG, _PDF = "image/jpeg", "application/pdf"


class Match(StrEnum):
    """What became of one page of a scan."""

    FOUND = "found"
    REPLACED = "replaced"
    AGAIN = "again"
    UNKNOWN = "unknown"
    NO_MARK = "no_mark"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """One page of a scan: where it comes from, which page of which paper it is, and its ink.

    ``sheet`` counts the pages of the file from 1, ``page`` those of the issued paper. A page of
    which nothing is known still has its picture, so that a person can say what it is; of a file
    that could not be opened there is only the reason, ``why``.
    """

    file: str
    sheet: int
    match: Match
    picture: bytes = b""
    media_type: str = _JPEG
    mark: str = ""
    issued: IssuedPaper | None = None
    page: int = 0
    ink: tuple[Ink, ...] = ()
    why: BadNews | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeScans:
    """The files of a scan: PDFs and pictures, their pages in any order."""

    files: tuple[GivenFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScansTaken:
    """What became of every page, in the order of the files, and what was kept."""

    pages: tuple[ScannedPage, ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchScan:
    """What a person says a page is: the mark of the paper, and its page from 1."""

    page: ScannedPage
    mark: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectInk:
    """What a person sees on a page that came back: one word for each of its places."""

    signed_page: UUID
    ink: tuple[Ink, ...]


def take_scans(desk: Desk, asked: TakeScans) -> ScansTaken:
    """Read the scans and keep every page that is one of ours. Raises ``NotAllowed``."""
    pages = tuple(read_scans(desk, asked.files))
    return keep_scans(desk, pages)


def read_scans(
    desk: Desk, files: Iterable[GivenFile], cancelled: Callable[[], bool] = lambda: False
) -> Iterator[ScannedPage]:
    """Read one page after the other; nothing is kept yet, and one bad file stops no other."""
    permit(desk.person.role, "take-scans")
    for given in files:
        name = given.name or given.path.replace("\\", "/").rpartition("/")[2]
        try:
            admitted = admit(given)
        except BadNews as why:
            yield ScannedPage(file=name, sheet=1, match=Match.UNFIT, why=why)
            continue
        for sheet, (image, picture, media_type) in enumerate(_sheets(admitted), start=1):
            if cancelled():
                return
            page = ScannedPage(
                file=name,
                sheet=sheet,
                match=Match.NO_MARK,
                picture=picture,
                media_type=media_type,
            )
            yield _read(desk, page, image)


def keep_scans(desk: Desk, pages: Sequence[ScannedPage]) -> ScansTaken:
    """Keep the pages that were found; a page that is here already is not kept again."""
    told: list[ScannedPage] = []
    with desk.work("take-scans") as work:
        kept = False
        for one in pages:
            if one.issued is None or _is_here(work, one, one.issued):
                told.append(one if one.issued is None else _again(one))
                continue
            _keep(desk, work, one, one.issued)
            kept = True
            told.append(one)
        changes = work.commit() if kept else Changes()
    return ScansTaken(pages=tuple(told), changes=changes)


def match_scan(desk: Desk, asked: MatchScan) -> ScansTaken:
    """Keep a page that a person recognised; its places are for a person to look at, too.

    Raises ``NotFound`` where no such paper was issued, ``Refusal`` where it has no such page.
    """
    issued = desk.queries.issued_by_mark(typed_mark(asked.mark))
    if issued is None:
        raise NotFound(N_("No paper with the mark {mark} was issued here."), mark=asked.mark)
    if not 1 <= asked.number <= issued.pages:
        raise Refusal(
            N_("{title} has no such page; its last is {pages}. Say which of them it is."),
            title=issued.title,
            pages=issued.pages,
        )
    unsure = tuple(Ink.UNSURE for _place in places_on(issued, asked.number))
    page = ScannedPage(
        file=asked.page.file,
        sheet=asked.page.sheet,
        match=Match.FOUND,
        picture=asked.page.picture,
        media_type=asked.page.media_type,
        mark=issued.mark,
        issued=issued,
        page=asked.number,
        ink=unsure,
    )
    return keep_scans(desk, (page,))


def correct_ink(desk: Desk, asked: CorrectInk) -> Changes:
    """Keep what a person saw on a page; it counts before what was reckoned. Raises ``Refusal``."""
    with desk.work("correct-ink") as work:
        page = work.get(SignedPage, asked.signed_page)
        if len(asked.ink) != len(places_on(work.get(IssuedPaper, page.issued), page.page)):
            raise Refusal(N_("Say of each place on the page whether it is signed."))
        work.put(replace(page, ink=asked.ink, corrected_by=desk.person.id))
        return work.commit()


def _sheets(admitted: Admitted) -> Iterator[tuple[Picture, bytes, str]]:
    """Give each page of a file as a picture, with the bytes that are kept of it."""
    if admitted.media_type != _PDF:
        yield scans.opened(admitted.data), admitted.data, admitted.media_type
        return
    for number in range(admitted.pages):
        drawn = render(admitted.data, number, _PDF_DOTS / _POINTS)
        image = scans.drawn(drawn.width, drawn.height, drawn.bgra)
        yield image, scans.as_jpeg(image), _JPEG


def _read(desk: Desk, sheet: ScannedPage, image: Picture) -> ScannedPage:
    """Say which page a picture shows, and what ink stands on it."""
    marks = [(code, read) for code in scans.codes_in(image) if (read := read_mark(code.text))]
    if not marks:
        return sheet
    code, (mark, page) = marks[0]
    issued = desk.queries.issued_by_mark(mark)
    if issued is None or page > issued.pages:
        return replace(sheet, match=Match.UNKNOWN, mark=mark, page=page)
    newer = any(one.replaces == issued.id for one in desk.queries.issued_papers(issued.about))
    return replace(
        sheet,
        match=Match.REPLACED if newer else Match.FOUND,
        mark=mark,
        issued=issued,
        page=page,
        ink=_ink(desk, image, code, issued, page),
    )


def _ink(desk: Desk, image: Picture, code: Code, issued: IssuedPaper, page: int) -> tuple[Ink, ...]:
    """Look at every place of the page; where the page cannot be laid on its issue, who knows."""
    places = places_on(issued, page)
    unsure = tuple(Ink.UNSURE for _place in places)
    try:
        pdf = desk.queries.content(issued.sha256)
    except NotFound:
        return unsure
    drawn = render(pdf, page - 1, scans.DOTS / _POINTS)
    blank = scans.drawn(drawn.width, drawn.height, drawn.bgra)
    size = (drawn.width * _POINTS / scans.DOTS, drawn.height * _POINTS / scans.DOTS)
    boxes = [Box(one.x, one.y, one.width, one.height) for one in places]
    found = scans.ink_in(blank, image, code, Box(*mark_box(*size)), boxes)
    return unsure if found is None else tuple(ink_from(one) for one in found)


def _is_here(work: Work, page: ScannedPage, issued: IssuedPaper) -> bool:
    digest = sha256(page.picture).hexdigest()
    return any(
        one.issued == issued.id and one.page == page.page and one.sha256 == digest
        for one in work.of(SignedPage, issued.about)
    )


def _again(page: ScannedPage) -> ScannedPage:
    return replace(page, match=Match.AGAIN)


def _keep(desk: Desk, work: Work, page: ScannedPage, issued: IssuedPaper) -> None:
    """Keep the picture of a page with its record, and what stands on it."""
    attachment = Attachment(
        id=desk.new_id(),
        about=issued.about,
        kind=AttachmentKind.SIGNED_PAGE,
        name=page.file,
        media_type=page.media_type,
        sha256=work.keep_content(page.picture),
        size=len(page.picture),
        caption=issued.title,
        original=True,
        at=desk.now(),
        by=desk.person.id,
    )
    work.add(attachment)
    work.add(
        SignedPage(
            id=desk.new_id(),
            about=issued.about,
            issued=issued.id,
            page=page.page,
            attachment=attachment.id,
            sha256=attachment.sha256,
            ink=page.ink,
            taken_at=desk.now(),
            by=desk.person.id,
        )
    )

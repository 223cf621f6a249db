"""The sheets a volume gets from files kept with the case: copies, scans, and signed pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mediator_desk.paper.images import Source
from mediator_desk.paper.papers import bind
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.pictures import Picture, print_pictures
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.issued_paper import SignedPage
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.attachments.reading import ReadAttachment, read_attachment
from mediator_desk.usecases.papers import facts_volume
from mediator_desk.usecases.papers.facts import moment_words
from mediator_desk.usecases.papers.facts_after import committee_of
from mediator_desk.usecases.papers.sort import PaperName

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """Sheets bound together; ``said`` is what the index says of them besides."""

    printed: Printed
    said: tuple[str, ...] = ()


def bound(press: Press, sheets: Sequence[Sheets]) -> Sheets:
    """Bind sheets one behind the other into one line of the index."""
    if len(sheets) == 1:
        return sheets[0]
    return Sheets(
        printed=bind(press, [one.printed for one in sheets], sheets[0].printed.title),
        said=tuple(said for one in sheets for said in one.said),
    )


def with_signed(
    desk: Desk, press: Press, file: CaseFile, paper: PaperName, papers: Iterable[Printed]
) -> list[Sheets]:
    """Bind what came back signed of the last issue of each paper right behind it."""
    return [
        bound(press, [Sheets(printed=one), *_signed(desk, press, file, one, pages)])
        for part, one in enumerate(papers)
        for pages in [signed_pages(file, paper, part)]
    ]


def copies(
    desk: Desk, press: Press, file: CaseFile, found: Iterable[Attachment], heading: str
) -> list[Sheets]:
    """Put files on pages; what is kept on paper only has none."""
    kept = [one for one in found if not one.on_paper]
    pictures = [picture for one in kept for picture in _pages(desk, file, one)]
    if not pictures:
        return []
    late = sum(one.sha256 in file.on_their_way for one in kept)
    return [_printed(press, file, pictures, heading, [f"{late}件未到站"] if late else [])]


def _signed(
    desk: Desk, press: Press, file: CaseFile, signed: Printed, pages: Sequence[SignedPage]
) -> list[Sheets]:
    kept = {one.id: one for one in file.attachments}
    pictures = [
        replace(picture, name=f"第{one.page}页签字页", alone=True, provider="")
        for one in pages
        if one.attachment in kept
        for picture in _pages(desk, file, kept[one.attachment])
    ]
    if not pictures:
        return []
    late = sum(one.sha256 in file.on_their_way for one in pages)
    said = [f"附签字页{len(pictures)}页", *([f"{late}页未到站"] if late else [])]
    name = signed.title.partition("　")[0]
    return [_printed(press, file, pictures, f"{name}签字页", said)]


def signed_pages(file: CaseFile, paper: PaperName, part: int) -> list[SignedPage]:
    """Give the pages that came back of the last issue of a paper, the newest scan of each."""
    issues = [one for one in file.issued_papers if one.paper == paper.value and one.part == part]
    last = max(issues, key=lambda one: (one.issued_at, one.id), default=None)
    came = [one for one in file.signed_pages if last is not None and one.issued == last.id]
    newest = {one.page: one for one in sorted(came, key=lambda one: (one.taken_at, one.id))}
    return [newest[page] for page in sorted(newest)]


def _printed(
    press: Press, file: CaseFile, pictures: list[Picture], heading: str, said: list[str]
) -> Sheets:
    printed = print_pictures(
        press,
        pictures,
        heading=heading,
        author=committee_of(file),
        foot=facts_volume.volume_no(file),
    )
    return Sheets(printed=printed, said=tuple(said))


def _pages(desk: Desk, file: CaseFile, one: Attachment) -> Iterator[Picture]:
    """Give the pages of one file with what is known of it; one that is on its way gives none."""
    facts = Picture(
        name=one.title,
        where=one.taken_where,
        taken="" if one.taken_at is None else moment_words(one.taken_at),
        by=one.taken_by,
        provider=one.provider or file.name(one.party),
        alone=one.kind not in (AttachmentKind.EVIDENCE, AttachmentKind.IDENTITY),
    )
    if one.sha256 in file.on_their_way:
        yield replace(facts, station=file.on_their_way[one.sha256])
        return
    load = partial(desk.queries.content, one.sha256)
    if one.kind is AttachmentKind.IDENTITY:
        # Whoever prints an identity paper has seen it; the bytes are read once, and that is kept.
        seen = read_attachment(desk, ReadAttachment(attachment=one.id)).data
        load = partial(bytes, seen)
    pages = range(one.pages) if one.media_type == _PDF else (None,)
    for page in pages:
        yield replace(facts, source=Source(name=one.title, load=load, page=page))

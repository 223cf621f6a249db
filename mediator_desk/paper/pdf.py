"""Put laid-out papers into PDF bytes: same papers, same bytes."""

import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from threading import Lock

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from mediator_desk.paper.drawing import draw_page
from mediator_desk.paper.layout import MM, Layout
from mediator_desk.paper.scan_code import draw_code, draw_mark
from mediator_desk.paper.setting import GREY, Align, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Page

# A font belongs to one document at a time while ReportLab writes.
_ONE_AT_A_TIME = Lock()

_CODE_LETTERS = 12
_BESIDE_THE_MIDDLE, _BEFORE_THE_RIGHT = 0.38, 0.82


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper laid out on its pages, before it is written.

    With a ``mark`` each page carries a small square in its corner that reads as the mark, a dot
    and the number of the page, counted from ``mark_from``: a signed scan finds its case by it.
    """

    title: str
    author: str
    foot: str
    layout: Layout
    pages: tuple[Page, ...]
    code: str = ""
    mark: str = ""
    mark_from: int = 1


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF: its bytes, how many pages it has, what it is called."""

    pdf: bytes = field(repr=False)
    pages: int
    title: str
    papers: tuple[Paper, ...] = field(default=(), repr=False, compare=False)


class _Info(PDFInfo):  # type: ignore[misc]
    """The card of the document, without the moment of writing: same paper, same bytes."""

    @override
    def format(self, document: PDFDocument) -> bytes:
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Producer": "Mediator Desk",
        }
        card = PDFDictionary({name: PDFString(said) for name, said in entries.items() if said})
        written: bytes = card.format(document)
        return written


def write(press: Press, papers: Iterable[Paper], title: str, *, keep: bool = True) -> Printed:
    """Write papers one after the other into one PDF, each with its bookmark and page numbers.

    Papers are taken one by one as they are written; without ``keep`` none is held after that.
    """
    kept: list[Paper] = []
    pages = 0
    written = io.BytesIO()
    with _ONE_AT_A_TIME:
        canvas: Canvas | None = None
        for paper in papers:
            canvas = canvas or _canvas(press, written, paper, title)
            _draw(canvas, press, paper)
            pages += len(paper.pages)
            kept += [paper] if keep else []
        if canvas is not None:
            canvas.save()
    return Printed(written.getvalue(), pages, title, tuple(kept))


def _draw(canvas: Canvas, press: Press, paper: Paper) -> None:
    """Draw the pages of one paper."""
    feet = _feet(press, paper)
    canvas.bookmarkPage(f"p{canvas.getPageNumber()}")
    canvas.addOutlineEntry(paper.title, f"p{canvas.getPageNumber()}", level=0)
    for at, (page, foot) in enumerate(zip(paper.pages, feet, strict=True)):
        draw_page(canvas, paper.layout, page, foot)
        if paper.code and not at:
            _code(canvas, press, paper)
        if paper.mark:
            mark = f"{paper.mark}.{paper.mark_from + at}"
            draw_mark(canvas, paper.layout, mark, press.usual)
        canvas.showPage()


def marked(press: Press, printed: Printed, mark: str) -> Printed:
    """Write the same pages anew, each with the mark and its number in the corner.

    The mark is short and in upper case: up to 24 of ``0-9 A-Z $%*+-./:`` read well from a scan.
    """
    papers: list[Paper] = []
    first = 1
    for paper in printed.papers:
        papers.append(replace(paper, mark=mark, mark_from=first))
        first += len(paper.pages)
    return write(press, papers, printed.title)


def _code(canvas: Canvas, press: Press, paper: Paper) -> None:
    """Put the square a scanner reads at the head of a paper, and the letters beside it."""
    left, middle = draw_code(canvas, paper.layout, paper.code)
    canvas.setFont(press.usual, _CODE_LETTERS)
    canvas.drawRightString(left - 2 * MM, middle, paper.code)


def _canvas(press: Press, written: io.BytesIO, first: Paper, title: str) -> Canvas:
    page = first.layout.page
    canvas = Canvas(
        written,
        pagesize=(page.width * MM, page.height * MM),
        pageCompression=1,
        invariant=1,
        # Else every file names Helvetica, which is not embedded.
        initialFontName=press.usual,
        lang="zh-CN",
    )
    canvas._doc.info = _Info()
    canvas.setTitle(title)
    canvas.setAuthor(first.author)
    canvas.setSubject("")
    canvas.showOutline()
    return canvas


def _feet(press: Press, paper: Paper) -> list[list[SetLine]]:
    """Set the foot of each page: what paper this is, and which page of how many."""
    letters = paper.layout.foot
    left = Style(size=letters.size, pitch=letters.pitch, grey=GREY)
    room, count = paper.layout.width, len(paper.pages)
    span, align = Span(paper.foot, paper.title), Align.CENTRE
    named = press.set([span], left, room * _BESIDE_THE_MIDDLE)
    if len(named) > 1:
        # A long name would run into the page number in the middle: that gives way to the right.
        named, align = press.set([span], left, room * _BEFORE_THE_RIGHT)[:1], Align.RIGHT
    number = Style(size=letters.size, pitch=letters.pitch, align=align, grey=GREY)
    return [
        [*named, *press.set([Span(f"第 {page} 页　共 {count} 页", "页码")], number, room)]
        for page in range(1, count + 1)
    ]

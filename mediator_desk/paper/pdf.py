"""Put laid-out papers into PDF bytes: same papers, same bytes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from threading import Lock
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.archive import LANGUAGE, Card, archived
from mediator_desk.paper.attaching import Attached
from mediator_desk.paper.drawing import draw_page
from mediator_desk.paper.layout import MM, Layout
from mediator_desk.paper.scan_code import draw_code, draw_mark
from mediator_desk.paper.setting import GREY, Align, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Page

# A font belongs to one document at a time while ReportLab writes.
ONE_AT_A_TIME = Lock()

_CODE_LETTERS = 12
_BESIDE_THE_MIDDLE, _BEFORE_THE_RIGHT = 0.38, 0.82


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper laid out on its pages, before it is written.

    ``template`` names the blank it was made with and the digest of its text and measures.
    Its pages are numbered from ``first`` of ``count`` (0: of its own), or not at all. In the
    bookmarks it stands under its ``group``, if it has one. With a ``mark`` each page carries a
    small square in its corner that reads as the mark, a dot and the number of the page, counted
    from ``mark_from``: a signed scan finds its case by it.
    """

    title: str
    author: str
    foot: str
    layout: Layout
    pages: tuple[Page, ...]
    code: str = ""
    template: str = ""
    mark: str = ""
    mark_from: int = 1
    numbered: bool = True
    first: int = 1
    count: int = 0
    group: str = ""


class Printed:
    """A finished PDF: its bytes, how many pages it has, what it is called.

    The bytes are written when they are first asked for: papers that are only bound into a volume
    are never written alone. ``papers`` are the layouts they are written from.
    """

    __slots__ = ("_press", "_written", "attached", "pages", "papers", "title")

    def __init__(
        self,
        press: Press,
        papers: Sequence[Paper],
        title: str,
        attached: Sequence[Attached] = (),
    ) -> None:
        """Take what is to be written; every character of it is known to print."""
        self.title = title
        self.papers = tuple(papers)
        self.attached = tuple(attached)
        self.pages = sum(len(paper.pages) for paper in papers)
        self._press: Press | None = press
        self._written: bytes | None = None

    @property
    def pdf(self) -> bytes:
        """Give the bytes; the same each time."""
        if self._written is None:
            assert self._press is not None  # only a written paper is parted from its press
            self._written = _written(self._press, self)
        return self._written

    def finished(self) -> "Printed":
        """Write the bytes now, where nobody waits for them, and give the same paper."""
        assert self.pdf
        return self

    def alone(self) -> "Printed":
        """Give the finished bytes without the layouts, which nobody needs to look at them."""
        return _whole(type(self), (self.title, (), (), self.pages, self.pdf))

    def as_kept(self, pdf: bytes) -> "Printed":
        """Give the same paper with the bytes that were kept of it."""
        return _whole(type(self), (self.title, self.papers, self.attached, self.pages, pdf))

    def __reduce__(self) -> tuple[Callable[..., "Printed"], tuple[Any, ...]]:
        """Cross to another process written, for the press stays here."""
        told = (self.title, self.papers, self.attached, self.pages, self.pdf)
        return _whole, (type(self), told)

    def __repr__(self) -> str:
        return f"Printed({self.title!r}, {self.pages} pages)"


def kept(title: str, pages: int, pdf: bytes) -> Printed:
    """Give a paper of which only the bytes were kept, to look at it and print it again."""
    return _whole(Printed, (title, (), (), pages, pdf))


def _whole(kind: type[Printed], told: tuple[Any, ...]) -> Printed:
    """Make a paper of what was written elsewhere."""
    printed = kind.__new__(kind)
    printed.title, printed.papers, printed.attached, printed.pages, printed._written = told
    printed._press = None
    return printed


def write(
    press: Press, papers: Sequence[Paper], title: str, attached: Sequence[Attached] = ()
) -> Printed:
    """Put papers one after the other into one PDF, each with its bookmark and page numbers.

    Raises ``GlyphMissing`` if the foot of one cannot be printed.
    """
    for paper in papers:
        _named(press, paper)
    return Printed(press, papers, title, attached)


def marked(press: Press, printed: Printed, mark: str) -> Printed:
    """Write the same pages anew, each with the mark and its number in the corner.

    The mark is short and in upper case: up to 24 of ``0-9 A-Z $%*+-./:`` read well from a scan.
    """
    starts = accumulate((len(paper.pages) for paper in printed.papers), initial=1)
    papers = [
        replace(paper, mark=mark, mark_from=start)
        for paper, start in zip(printed.papers, starts, strict=False)
    ]
    return write(press, papers, printed.title, printed.attached)


def carrying(press: Press, printed: Printed, files: Sequence[Attached]) -> Printed:
    """Give the same paper with files inside it."""
    return write(press, printed.papers, printed.title, (*printed.attached, *files))


def write_through(press: Press, papers: Iterable[Paper], title: str) -> Printed:
    """Write any number of papers into one PDF at once, taking them one by one; none is held."""
    pages = 0

    def counted() -> Iterator[Paper]:
        nonlocal pages
        for paper in papers:
            pages += len(paper.pages)
            yield paper

    pdf = _drawn(press, counted(), title, ())
    return _whole(Printed, (title, (), (), pages, pdf))


def _written(press: Press, printed: Printed) -> bytes:
    """Draw the pages and put the document together."""
    return _drawn(press, printed.papers, printed.title, printed.attached)


def _drawn(
    press: Press, papers: Iterable[Paper], title: str, attached: Sequence[Attached]
) -> bytes:
    with ONE_AT_A_TIME:
        canvas: Canvas | None = None
        group = author = ""
        for paper in papers:
            if canvas is None:
                canvas, author = _canvas(press, paper), paper.author
            _draw(canvas, press, paper, group)
            group = paper.group
        assert canvas is not None  # there is always a first paper
        return archived(canvas, Card(title=title, author=author), attached)


def _draw(canvas: Canvas, press: Press, paper: Paper, group: str) -> None:
    """Draw the pages of one paper; ``group`` is that of the paper before it."""
    canvas.setPageSize(_size(paper))
    key = f"p{canvas.getPageNumber()}"
    canvas.bookmarkPage(key)
    if paper.group and paper.group != group:
        canvas.addOutlineEntry(paper.group, f"{key}g", level=0)
        canvas.bookmarkPage(f"{key}g")
    canvas.addOutlineEntry(paper.title, key, level=1 if paper.group else 0)
    for at, (page, foot) in enumerate(zip(paper.pages, _feet(press, paper), strict=True)):
        draw_page(canvas, paper.layout, page, foot, level=2 if paper.group else 1)
        if paper.code and not at:
            _code(canvas, press, paper)
        if paper.mark:
            mark = f"{paper.mark}.{paper.mark_from + at}"
            draw_mark(canvas, paper.layout, mark, press.usual)
        canvas.showPage()


def _code(canvas: Canvas, press: Press, paper: Paper) -> None:
    """Put the square a scanner reads at the head of a paper, and the letters beside it."""
    left, middle = draw_code(canvas, paper.layout, paper.code)
    canvas.setFont(press.usual, _CODE_LETTERS)
    canvas.drawRightString(left - 2 * MM, middle, paper.code)


def _canvas(press: Press, first: Paper) -> Canvas:
    return Canvas(
        "",  # never saved by ReportLab
        pagesize=_size(first),
        pageCompression=1,
        invariant=1,
        # Else every file names Helvetica, which is not embedded.
        initialFontName=press.usual,
        lang=LANGUAGE,
    )


def _size(paper: Paper) -> tuple[float, float]:
    return paper.layout.page.width * MM, paper.layout.page.height * MM


def _feet(press: Press, paper: Paper) -> list[list[SetLine]]:
    """Set the foot of each page: what paper this is, and which page of how many."""
    letters = paper.layout.foot
    named, align = _named(press, paper)
    if not paper.numbered:
        return [named for _page in paper.pages]
    number = Style(size=letters.size, pitch=letters.pitch, align=align, grey=GREY)
    count = paper.count or len(paper.pages)
    return [
        [*named, *press.set([Span(told, told)], number, paper.layout.width)]
        for told in (
            _number(page, count) for page in range(paper.first, paper.first + len(paper.pages))
        )
    ]


def _named(press: Press, paper: Paper) -> tuple[list[SetLine], Align]:
    """Set the name at the foot, and tell where that leaves room for the page number."""
    letters, room = paper.layout.foot, paper.layout.width
    left = Style(size=letters.size, pitch=letters.pitch, grey=GREY)
    span = Span(paper.foot, paper.title)
    named = press.set([span], left, room * _BESIDE_THE_MIDDLE)
    if len(named) > 1:
        # A long name would run into the page number in the middle: that gives way to the right.
        return press.set([span], left, room * _BEFORE_THE_RIGHT)[:1], Align.RIGHT
    return named, Align.CENTRE


def _number(page: int, count: int) -> str:
    return f"第 {page} 页　共 {count} 页"

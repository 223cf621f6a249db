"""Set text into lines: which characters go where, in which font, how far apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import add, sub
from pathlib import Path

from msgspec import Struct

from mediator_desk.paper.breaking import advances, blank_half, break_lines, gaps
from mediator_desk.paper.chain import FontChain, printable
from mediator_desk.paper.fonts import RARE, RAREST, SANS_BOLD, SERIF
from mediator_desk.paper.form import Forms, carried_forms
from mediator_desk.paper.own_fonts import OwnFont, Use

BLACK = 0.0
GREY = 0.38

_ASCENT = 0.88  # the part of the square of a Chinese character above the base line
_LABELS = 5000  # so many set labels are kept; all blanks together have fewer
_STRETCH = 0.27  # a gap is never widened by more than this part of the size


class Face(StrEnum):
    """The hands of a paper: text, heads in 黑体, and titles, which a district may set apart."""

    TEXT = "text"
    HEAD = "head"
    TITLE = "title"


class Align(StrEnum):
    """Where a line stands in its room."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Style(Struct, frozen=True, gc=False, kw_only=True):
    """How a paragraph looks: points, and for indent and hanging edge characters."""

    size: float
    pitch: float
    align: Align = Align.LEFT
    indent: float = 0.0
    hang: float = 0.0
    grey: float = BLACK


class Span(Struct, frozen=True, gc=False):
    """A stretch of text in one hand; its field is named when a character cannot be printed."""

    text: str
    field: str
    face: Face = Face.TEXT


class Piece(Struct, frozen=True, gc=False):
    """Characters of one font that follow each other at one distance."""

    font: str
    text: str
    apart: float


class SetLine(Struct, frozen=True, gc=False):
    """One line ready to be printed, with its left edge counted from the room's."""

    pieces: tuple[Piece, ...]
    left: float
    width: float
    size: float
    pitch: float
    grey: float

    @property
    def text(self) -> str:
        """Give the characters of the line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def base(self) -> float:
        """Give how far below the top of the line its base line runs."""
        return (self.pitch - self.size) / 2 + self.size * _ASCENT

    def moved(self, by: float) -> "SetLine":
        """Give the same line further to the right."""
        return SetLine(self.pieces, self.left + by, self.width, self.size, self.pitch, self.grey)


@dataclass(slots=True)
class _Row:
    """Characters in a row: their fonts, and how far each moves the next one on."""

    text: str
    fonts: Sequence[str]
    widths: Sequence[float]
    advances: Sequence[float]

    def part(self, start: int, end: int) -> "_Row":
        """Give the characters between two places."""
        if not start and end == len(self.text):
            return self
        here = slice(start, end)
        widths = self.widths[here]
        moved = widths if self.advances is self.widths else self.advances[here]
        return _Row(self.text[here], self.fonts[here], widths, moved)

    def seen(self) -> float:
        """Measure what leaves ink: spaces and the blank half of a mark at the end do not."""
        text = self.text.rstrip(" ")
        if not text:
            return 0.0
        last = self.widths[len(text) - 1]
        return sum(self.advances[: len(text) - 1]) + (last / 2 if blank_half(text[-1]) else last)


@dataclass(frozen=True)
class Press:
    """The fonts of papers and their blanks, ready to print."""

    chains: dict[Face, FontChain]
    forms: Forms
    _labels: dict[tuple[Span, Style, float], list[SetLine]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __reduce__(self) -> tuple[type["Press"], tuple[dict[Face, FontChain], Forms]]:
        """Cross to another process without what was set here."""
        return Press, (self.chains, self.forms)

    @property
    def usual(self) -> str:
        """Name the font of ordinary text, opened."""
        glyph = self.chains[Face.TEXT].glyph("一")
        return glyph.font if glyph else self.chains[Face.TEXT].first

    def set(self, spans: Sequence[Span], style: Style, room: float) -> list[SetLine]:
        """Set spans into lines; each line break in the text begins a new paragraph.

        Labels, which name themselves as their field, stand in every paper of a form: how they are
        set is kept.
        """
        if len(spans) != 1 or spans[0].text != spans[0].field:
            return self._set(spans, style, room)
        asked = (spans[0], style, room)
        if (kept := self._labels.get(asked)) is None:
            if len(self._labels) >= _LABELS:
                self._labels.clear()
            kept = self._labels[asked] = self._set(spans, style, room)
        return list(kept)

    def _set(self, spans: Sequence[Span], style: Style, room: float) -> list[SetLine]:
        hang = style.hang * style.size
        lines: list[SetLine] = []
        for paragraph in self._paragraphs(spans):
            row = self._row(paragraph, style.size)
            indent = style.indent * style.size
            for start, end in break_lines(row.text, row.advances, room - hang, indent):
                edge = hang + (0.0 if start else indent)
                ends = end == len(row.text)
                lines.append(_line(row.part(start, end), style, edge, room, ends))
        return lines

    def width(self, text: str, size: float, face: Face = Face.TEXT) -> float:
        """Measure words of our own, such as a label."""
        return sum(self._row([Span(text, text, face)], size).advances)

    def _paragraphs(self, spans: Sequence[Span]) -> list[list[Span]]:
        paragraphs: list[list[Span]] = [[]]
        for span in spans:
            clean = printable(span.text, self.chains[span.face], span.field)
            first, *others = clean.split("\n")
            paragraphs[-1].append(Span(first, span.field, span.face))
            paragraphs += [[Span(other, span.field, span.face)] for other in others]
        return paragraphs

    def _row(self, spans: Sequence[Span], size: float) -> _Row:
        text = "".join(span.text for span in spans)
        glyphs = [
            glyph
            for span in spans
            for glyph in map(self.chains[span.face].glyph, span.text)
            if glyph
        ]
        ems = [glyph.em for glyph in glyphs]
        widths = [em * size for em in ems]
        moved = advances(text, ems)
        steps = widths if moved is ems else [em * size for em in moved]
        return _Row(text, [glyph.font for glyph in glyphs], widths, steps)


@lru_cache(maxsize=4)
def open_press(cache: Path, forms: Forms | None = None, own: tuple[OwnFont, ...] = ()) -> Press:
    """Make the fonts ready; they are unpacked into the folder when first needed.

    Without ``forms`` the blanks are those that came with the program. Fonts of the district come
    before the carried ones, those for rare characters after them.
    """
    files = {one.name: one.file for one in own}
    rare = (RARE, RAREST, *_for(own, Use.RARE))
    text = _for(own, Use.TEXT)
    heads = (*_for(own, Use.HEAD), SANS_BOLD, *text, SERIF, *rare)
    return Press(
        {
            Face.TEXT: FontChain((*text, SERIF, *rare), cache, files),
            Face.HEAD: FontChain(heads, cache, files),
            Face.TITLE: FontChain((*_for(own, Use.TITLE), *heads), cache, files),
        },
        forms or carried_forms(),
    )


def _for(own: Sequence[OwnFont], use: Use) -> tuple[str, ...]:
    return tuple(one.name for one in own if one.use is use)


def _line(row: _Row, style: Style, edge: float, room: float, ends: bool) -> SetLine:
    """Place one line in its room; the last of a justified paragraph keeps its natural width."""
    width = row.seen()
    free = room - edge - width
    wider: Sequence[float] = ()
    if style.align is Align.JUSTIFY and not ends:
        wider = _widening(row, free, style.size)
        width += sum(wider)
    elif style.align is Align.RIGHT:
        edge += free
    elif style.align is Align.CENTRE:
        edge += free / 2
    return SetLine(_pieces(row, wider), edge, width, style.size, style.pitch, style.grey)


def _widening(row: _Row, free: float, size: float) -> Sequence[float]:
    """Share the free room among the gaps, unless that would tear the line apart."""
    open_gaps = gaps(row.text.rstrip(" "))
    count = sum(open_gaps)
    share = free / count if count else 0.0
    if not share or abs(share) > _STRETCH * size:
        return ()
    return [share if one else 0.0 for one in open_gaps]


def _pieces(row: _Row, wider: Sequence[float]) -> tuple[Piece, ...]:
    """Group neighbours of one font and one distance, so that the PDF stays small."""
    text, fonts = row.text, row.fonts
    if not text:
        return ()
    if row.advances is row.widths:
        if not wider and fonts.count(fonts[0]) == len(fonts):
            return (Piece(fonts[0], text, 0.0),)
        apart = [0.0] * len(text)
    else:
        apart = [*map(sub, row.advances, row.widths)]
    apart[: len(wider)] = map(add, apart, wider)
    rounded = {one: round(one, 3) for one in set(apart)}
    pieces, start, here = [], 0, rounded[apart[0]]
    for at, (one, font) in enumerate(zip(apart, fonts, strict=True)):
        if rounded[one] != here or font != fonts[start]:
            pieces.append(Piece(fonts[start], text[start:at], here))
            start, here = at, rounded[one]
    pieces.append(Piece(fonts[start], text[start:], here))
    return tuple(pieces)

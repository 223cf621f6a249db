"""Set text into lines: which characters go where, in which font, how far apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from mediator_desk.paper.breaking import advances, blank_half, break_lines, stretchable
from mediator_desk.paper.chain import FontChain, printable
from mediator_desk.paper.fonts import RARE, RAREST, SANS_BOLD, SERIF
from mediator_desk.paper.form import Forms, carried_forms

BLACK = 0.0
GREY = 0.38

_ASCENT = 0.88  # the part of the square of a Chinese character above the base line
_STRETCH = 0.27  # a gap is never widened by more than this part of the size


class Face(Enum):
    """The two hands of a paper: text, and heads in 黑体."""

    TEXT = "text"
    HEAD = "head"


class Align(Enum):
    """Where a line stands in its room."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph looks: points, and for indent and hanging edge characters."""

    size: float
    pitch: float
    align: Align = Align.LEFT
    indent: float = 0.0
    hang: float = 0.0
    grey: float = BLACK


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one hand; its field is named when a character cannot be printed."""

    text: str
    field: str
    face: Face = Face.TEXT


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font that follow each other at one distance."""

    font: str
    text: str
    apart: float


@dataclass(frozen=True, slots=True)
class SetLine:
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
        return replace(self, left=self.left + by)


@dataclass(slots=True)
class _Row:
    """Characters in a row: their fonts, and how far each moves the next one on."""

    text: str
    fonts: list[str]
    widths: list[float]
    advances: list[float]

    def part(self, start: int, end: int) -> "_Row":
        """Give the characters between two places."""
        here = slice(start, end)
        return _Row(self.text[here], self.fonts[here], self.widths[here], self.advances[here])

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

    @property
    def usual(self) -> str:
        """Name the font of ordinary text, opened."""
        glyph = self.chains[Face.TEXT].glyph("一")
        return glyph.font if glyph else self.chains[Face.TEXT].first

    def set(self, spans: Sequence[Span], style: Style, room: float) -> list[SetLine]:
        """Set spans into lines; each line break in the text begins a new paragraph."""
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
            paragraphs[-1].append(replace(span, text=first))
            paragraphs += [[replace(span, text=other)] for other in others]
        return paragraphs

    def _row(self, spans: Sequence[Span], size: float) -> _Row:
        text = "".join(span.text for span in spans)
        glyphs = [
            glyph
            for span in spans
            for character in span.text
            if (glyph := self.chains[span.face].glyph(character))
        ]
        ems = [glyph.em for glyph in glyphs]
        moved = [em * size for em in advances(text, ems)]
        return _Row(text, [glyph.font for glyph in glyphs], [em * size for em in ems], moved)


@lru_cache(maxsize=4)
def open_press(cache: Path, forms: Forms | None = None) -> Press:
    """Make the fonts ready; they are unpacked into the folder when first needed.

    Without ``forms`` the blanks are those that came with the program.
    """
    return Press(
        {
            Face.TEXT: FontChain((SERIF, RARE, RAREST), cache),
            Face.HEAD: FontChain((SANS_BOLD, SERIF, RARE, RAREST), cache),
        },
        forms or carried_forms(),
    )


def _line(row: _Row, style: Style, edge: float, room: float, ends: bool) -> SetLine:
    """Place one line in its room; the last of a justified paragraph keeps its natural width."""
    width = row.seen()
    free = room - edge - width
    wider = 0.0
    if style.align is Align.JUSTIFY and not ends:
        wider = _widening(row, free, style.size)
        width += wider * _gaps(row)
    elif style.align is Align.RIGHT:
        edge += free
    elif style.align is Align.CENTRE:
        edge += free / 2
    return SetLine(_pieces(row, wider), edge, width, style.size, style.pitch, style.grey)


def _widening(row: _Row, free: float, size: float) -> float:
    """Share the free room among the gaps, unless that would tear the line apart."""
    gaps = _gaps(row)
    share = free / gaps if gaps else 0.0
    return share if abs(share) <= _STRETCH * size else 0.0


def _gaps(row: _Row) -> int:
    text = row.text.rstrip(" ")
    return sum(stretchable(text, at) for at in range(len(text) - 1))


def _pieces(row: _Row, wider: float) -> tuple[Piece, ...]:
    """Group neighbours of one font and one distance, so that the PDF stays small."""
    text = row.text.rstrip(" ")

    def kind(at: int) -> tuple[str, float]:
        apart = row.advances[at] - row.widths[at]
        if at < len(text) - 1 and stretchable(text, at):
            apart += wider
        return row.fonts[at], round(apart, 3)

    return tuple(
        Piece(font, "".join(row.text[at] for at in places), apart)
        for (font, apart), places in groupby(range(len(row.text)), key=kind)
    )

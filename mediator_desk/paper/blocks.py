"""Titles, headings, paragraphs and entries, as strips of paper."""

from collections.abc import Sequence

from msgspec.structs import replace

from mediator_desk.paper.layout import Letters
from mediator_desk.paper.setting import GREY, Align, Face, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Placed, Strip

_EDGE = 2  # so many lines of a paragraph stay together at the foot or head of a page


def flowing(
    lines: Sequence[SetLine], gap: float = 0.0, stays: bool = False, bookmark: str = ""
) -> list[Strip]:
    """Give lines as strips that may part between pages, but never one line alone."""
    last = len(lines) - 1
    return [
        Strip(
            height=line.pitch,
            lines=(Placed(line, 0.0),),
            gap=0.0 if at else gap,
            stays=(at < _EDGE - 1 < last) or (last - _EDGE < at < last) or (stays and at == last),
            bookmark="" if at else bookmark,
        )
        for at, line in enumerate(lines)
    ]


def title(press: Press, letters: Letters, text: str, room: float) -> list[Strip]:
    """Give the title of a paper, centred."""
    style = Style(size=letters.size, pitch=letters.pitch, align=Align.CENTRE)
    lines = press.set([Span(text, text, Face.TITLE)], style, room)
    return [strip.kept() for strip in flowing(lines)]


def aside(press: Press, letters: Letters, text: str, room: float) -> list[Strip]:
    """Give a line at the right edge, such as the number of the paper."""
    style = Style(size=letters.size, pitch=letters.pitch, align=Align.RIGHT)
    return flowing(press.set([Span(text, text)], style, room), gap=2, stays=True)


def heading(
    press: Press,
    letters: Letters,
    text: str,
    room: float,
    indent: float = 0.0,
    gap: float = 4.0,
    *,
    bookmarked: bool = True,
) -> list[Strip]:
    """Give a heading; it stays with what follows and enters the bookmarks."""
    style = Style(size=letters.size, pitch=letters.pitch, indent=indent)
    lines = press.set([Span(text, text, Face.HEAD)], style, room)
    return [strip.kept() for strip in flowing(lines, gap=gap, bookmark=text if bookmarked else "")]


def paragraph(
    press: Press, letters: Letters, text: str, field: str, room: float, gap: float = 0.0
) -> list[Strip]:
    """Give running text, each of its paragraphs indented by two characters."""
    style = Style(size=letters.size, pitch=letters.pitch, align=Align.JUSTIFY, indent=2.0)
    strips: list[Strip] = []
    for said in text.split("\n"):
        strips += flowing(press.set([Span(said, field)], style, room), gap=0 if strips else gap)
    return strips


def entry(
    press: Press, letters: Letters, label: str, value: str, room: float, gap: float = 0.0
) -> list[Strip]:
    """Give a label and what belongs to it; further lines stand under the first of the value."""
    named = f"{label}："
    hang = press.width(named, letters.size, Face.HEAD) / letters.size
    below = Style(size=letters.size, pitch=letters.pitch, align=Align.JUSTIFY, hang=hang)
    first, *more = value.split("\n")
    spans = [Span(named, label, Face.HEAD), Span(first, label)]
    strips = flowing(press.set(spans, replace(below, indent=-hang), room), gap=gap)
    for said in more:
        strips += flowing(press.set([Span(said, label)], below, room))
    return strips


def note(press: Press, letters: Letters, text: str, room: float, gap: float = 6.0) -> list[Strip]:
    """Give a small grey remark."""
    style = Style(size=letters.size, pitch=letters.pitch, grey=GREY)
    return flowing(press.set([Span(text, text)], style, room), gap=gap)


def holding_last(strips: list[Strip]) -> list[Strip]:
    """Hold the last two lines, or one row of a sheet, to what follows.

    Signatures on a page with nothing of what was agreed could be put under anything.
    """
    held = 1 if strips and strips[-1].frame else 2
    return [*strips[:-held], *(strip.kept() for strip in strips[-held:])]

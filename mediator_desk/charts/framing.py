"""The head above every picture and the legend below its title."""

from collections.abc import Sequence

from mediator_desk.charts.figures import Head
from mediator_desk.charts.hand import LARGE, SMALL, Hand
from mediator_desk.charts.marks import TINTS, Box, Filled, Ink, Mark, Stroke, Words

PARTS = "　"
"""Stands between the parts of a note."""

_GAP = 0.5


def head_marks(hand: Hand, head: Head, width: float) -> tuple[list[Mark], float]:
    """Give the title and the note below it, and how far down they reach."""
    title = Box(0.0, 0.0, width, hand.line(LARGE))
    marks: list[Mark] = [hand.words(head.title, title, scale=LARGE, strong=True)]
    down = title.bottom
    for line in _note_lines(hand, head.note, width):
        box = Box(0.0, down, width, hand.line(SMALL))
        marks.append(hand.words(line, box, scale=SMALL, ink=Ink.SECOND))
        down = box.bottom
    return marks, down + hand.em * _GAP


def _note_lines(hand: Hand, note: str, width: float) -> list[str]:
    """Break the note between its parts, so that unit and period are never cut off."""
    lines: list[str] = []
    for part in note.split(PARTS):
        longer = f"{lines[-1]}{PARTS}{part}" if lines else part
        if lines and hand.width(longer, SMALL) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def line_legend(
    hand: Hand, names: Sequence[tuple[str, Ink, bool]], width: float, top: float
) -> tuple[list[Mark], float]:
    """Name the lines of a picture, each beside a piece of it; dashed ones are dashed here too."""
    marks: list[Mark] = []
    height, piece = hand.line(SMALL), hand.em * 1.6
    x, y = 0.0, top
    for name, ink, dashed in names:
        wide = piece + hand.em * 0.4 + hand.width(name, SMALL)
        if x and x + wide > width:
            x, y = 0.0, y + height
        middle = y + height / 2
        marks.append(Stroke(((x, middle), (x + piece, middle)), ink, hand.em * 0.13, dashed))
        left = x + piece + hand.em * 0.4
        room = Box(left, y, max(min(wide - (left - x), width - left), 0.0), height)
        marks.append(hand.words(name, room, scale=SMALL, ink=Ink.SECOND))
        x += wide + hand.em
    return marks, y + height + hand.em * _GAP


def tint_legend(
    hand: Hand, bounds: Sequence[int], width: float, top: float
) -> tuple[list[Mark], float]:
    """Say which tint stands for which figures, such as 0, 1–3, 4–6."""
    marks: list[Mark] = []
    height, side = hand.line(SMALL), hand.em * 0.9
    x, y = 0.0, top
    for level, said in enumerate(range_words(bounds)):
        wide = side + hand.em * 0.3 + hand.width(said, SMALL)
        if x and x + wide > width:
            x, y = 0.0, y + height
        square = Box(x, y + (height - side) / 2, side, side)
        marks.append(Filled(square, TINTS[level], hand.em * 0.15))
        left = square.right + hand.em * 0.3
        room = Box(left, y, max(min(wide - (left - x), width - left), 0.0), height)
        marks.append(_said(hand, said, room))
        x += wide + hand.em * 0.9
    return marks, y + height


def steps(figures: Sequence[int]) -> tuple[int, ...]:
    """Give the upper bounds of the tints 1 to 4 for these figures; fewer when they are few."""
    most = max(figures, default=0)
    count = min(4, most)
    return tuple(-(-most * step // count) for step in range(1, count + 1))


def level(value: int, bounds: Sequence[int]) -> int:
    """Tell which tint a figure has: 0 for none."""
    if value <= 0:
        return 0
    return next((at for at, bound in enumerate(bounds, 1) if value <= bound), len(bounds))


def range_words(bounds: Sequence[int]) -> list[str]:
    """Write the ranges of the tints in figures, from none to most."""
    said, low = ["0"], 1
    for bound in bounds:
        said.append(f"{low:,}" if low == bound else f"{low:,}–{bound:,}")
        low = bound + 1
    return said


def _said(hand: Hand, text: str, box: Box) -> Words:
    return hand.words(text, box, scale=SMALL, ink=Ink.SECOND)

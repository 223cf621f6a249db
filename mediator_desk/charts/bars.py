"""Bars lying one below the other, in the order they are given: an order of kinds, no ranking."""

from collections.abc import Sequence

from mediator_desk.charts.figures import Head, Named
from mediator_desk.charts.framing import head_marks
from mediator_desk.charts.hand import Hand
from mediator_desk.charts.marks import Box, Drawing, Filled, Ink, Mark, Spot

_NAMES = 0.42  # the names take no more of the width
_ROW, _THICK = 1.75, 0.95


def bars(hand: Hand, head: Head, width: float, shown: Sequence[Named]) -> Drawing:
    """Draw a bar for each figure; the lengths are to each other as the figures are."""
    marks, top = head_marks(hand, head, width)
    gap, row = hand.em * 0.5, hand.em * _ROW
    names = min(max((hand.width(one.name) for one in shown), default=0.0), width * _NAMES)
    told = max((hand.width(one.figure.written) for one in shown), default=0.0)
    told = min(told, max(width - names - 3 * gap, 0.0))
    left = names + gap
    room = max(width - left - told - gap, 0.0)
    most = max((one.figure.value for one in shown), default=0) or 1
    spots = []
    for at, one in enumerate(shown):
        y = top + at * row
        long = room * one.figure.value / most
        marks += _bar(hand, one, Box(left, y, long, row), names, told)
        spots.append(
            Spot(
                box=Box(0.0, y, width, row),
                row=at,
                column=0,
                says=one.figure.says,
                key=one.figure.key,
            )
        )
    height = top + len(shown) * row + hand.em * 0.3
    return Drawing(width=width, height=height, marks=tuple(marks), spots=tuple(spots))


def _bar(hand: Hand, one: Named, place: Box, names: float, told: float) -> list[Mark]:
    """Give the name, the bar and the figure behind its end."""
    high, gap = hand.line(), hand.em * 0.5
    text = place.y + (place.height - high) / 2
    thick = hand.em * _THICK
    bar = Box(place.x, place.y + (place.height - thick) / 2, place.width, thick)
    zero = one.figure.value == 0
    marks: list[Mark] = [
        hand.words(one.name, Box(0.0, text, names, high), ink=Ink.SECOND if zero else Ink.TEXT),
        hand.words(
            one.figure.written,
            Box(bar.right + (0.0 if zero else gap), text, told, high),
            ink=Ink.SECOND if zero else Ink.TEXT,
        ),
    ]
    if not zero:
        marks.append(Filled(bar, Ink.ACCENT, min(hand.em * 0.2, bar.width / 2)))
    return marks

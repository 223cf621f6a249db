"""方格示意: places as equal tiles under the place they stand in; it shows no land, no borders."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediator_desk.charts.figures import Head, Named
from mediator_desk.charts.framing import head_marks, level, steps, tint_legend
from mediator_desk.charts.hand import LARGE, Hand
from mediator_desk.charts.marks import (
    ON_TINTS,
    TINTS,
    Box,
    Drawing,
    Filled,
    Ink,
    Mark,
    Spot,
)

_WIDE, _GAP, _PAD = 6.4, 0.35, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """A group of tiles under the name of the place they stand in, in the order of the directory."""

    name: str
    tiles: tuple[Named, ...]


def tiles(hand: Hand, head: Head, width: float, groups: Sequence[Tiles]) -> Drawing:
    """Draw every place as a tile of one size, tinted by its figure."""
    marks, top = head_marks(hand, head, width)
    bounds = steps([one.figure.value for group in groups for one in group.tiles])
    more, y = tint_legend(hand, bounds, width, top)
    marks += more
    gap = hand.em * _GAP
    across = max(1, int((width + gap) // (hand.em * _WIDE + gap)))
    across = min(across, max((len(group.tiles) for group in groups), default=1)) or 1
    wide = min((width + gap) / across - gap, hand.em * _WIDE * 1.5)
    room = max(wide - 2 * hand.em * _PAD, 0.0)
    every = [one for group in groups for one in group.tiles]
    lines = 1 if all(hand.width(one.name) <= room for one in every) else 2
    high = lines * hand.line() + hand.line(LARGE) + hand.em * _PAD * 2
    spots: list[Spot] = []
    row = 0
    for group in groups:
        y += hand.em * 0.6
        if group.name:
            named = Box(0.0, y, width, hand.line())
            marks.append(hand.words(group.name, named, ink=Ink.SECOND, strong=True))
            y = named.bottom + gap / 2
        for at, one in enumerate(group.tiles):
            place = Box((at % across) * (wide + gap), y + (at // across) * (high + gap), wide, high)
            marks += _tile(hand, one, place, level(one.figure.value, bounds))
            spots.append(
                Spot(
                    box=place,
                    row=row + at // across,
                    column=at % across,
                    says=one.figure.says,
                    key=one.figure.key,
                )
            )
        rows = -(-len(group.tiles) // across)
        row += rows
        y += rows * (high + gap)
    return Drawing(width=width, height=y + gap, marks=tuple(marks), spots=tuple(spots))


def _tile(hand: Hand, one: Named, place: Box, tint: int) -> list[Mark]:
    """Give one tile: the name, and the figure large below it."""
    pad = hand.em * _PAD
    room, top = max(place.width - 2 * pad, 0.0), place.y + pad
    told = Box(place.x + pad, place.bottom - pad - hand.line(LARGE), room, hand.line(LARGE))
    lines = max(1, int((told.y - top) / hand.line() + 0.5))
    marks: list[Mark] = [Filled(place, TINTS[tint], hand.em * 0.3)]
    for at, line in enumerate(hand.wrapped(one.name, room, lines)):
        box = Box(told.x, top + at * hand.line(), room, hand.line())
        marks.append(hand.words(line, box, ink=ON_TINTS[tint]))
    marks.append(hand.words(one.figure.written, told, scale=LARGE, ink=ON_TINTS[tint], strong=True))
    return marks

"""The few figures one looks at first, large and side by side, each with its changes below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediator_desk.charts.figures import Figure
from mediator_desk.charts.hand import SMALL, Hand
from mediator_desk.charts.marks import Box, Drawing, Filled, Ink, Mark, Spot

_LARGE = 1.7
_WIDE, _GAP, _PAD = 11.5, 0.6, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One figure with its name and a few quiet lines."""

    name: str
    figure: Figure
    notes: tuple[str, ...] = ()


def headline(hand: Hand, width: float, blocks: Sequence[Block]) -> Drawing:
    """Draw blocks of one size, as many in a row as have room."""
    gap, pad = hand.em * _GAP, hand.em * _PAD
    across = max(1, min(len(blocks), int((width + gap) // (hand.em * _WIDE + gap))))
    across = -(-len(blocks) // -(-len(blocks) // across)) or 1
    wide = (width + gap) / across - gap
    notes = max((len(block.notes) for block in blocks), default=0)
    high = 2 * pad + hand.line(SMALL) * (1 + notes) + hand.line(_LARGE)
    marks: list[Mark] = []
    spots = []
    for at, block in enumerate(blocks):
        row, column = divmod(at, across)
        place = Box(column * (wide + gap), row * (high + gap), wide, high)
        marks += _block(hand, block, place)
        spots.append(
            Spot(
                box=place,
                row=row,
                column=column,
                says=block.figure.says,
                key=block.figure.key,
            )
        )
    rows = -(-len(blocks) // across)
    height = max(rows * (high + gap) - gap, 0.0)
    return Drawing(width=width, height=height, marks=tuple(marks), spots=tuple(spots))


def _block(hand: Hand, block: Block, place: Box) -> list[Mark]:
    pad = hand.em * _PAD
    room, y = max(place.width - 2 * pad, 0.0), place.y + pad
    marks: list[Mark] = [Filled(place, Ink.TINT_0, hand.em * 0.4)]
    lines = [(block.name, SMALL, Ink.ON_TINT_0, False)]
    lines.append((block.figure.written, _LARGE, Ink.TEXT, True))
    lines += [(note, SMALL, Ink.ON_TINT_0, False) for note in block.notes]
    for text, scale, ink, strong in lines:
        box = Box(place.x + pad, y, room, hand.line(scale))
        marks.append(hand.words(text, box, scale=scale, ink=ink, strong=strong))
        y = box.bottom
    return marks

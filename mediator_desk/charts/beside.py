"""Two pictures side by side, each half as wide: where paper is short."""

from collections.abc import Sequence
from dataclasses import replace

from mediator_desk.charts.hand import Draw, Hand
from mediator_desk.charts.marks import Box, Drawing, Mark, Spot, Stroke

_GAP = 1.6


def beside(hand: Hand, width: float, draws: Sequence[Draw]) -> Drawing:
    """Draw pictures in columns of one width; the arrow keys walk from one into the next."""
    gap = hand.em * _GAP
    wide = (width + gap) / len(draws) - gap
    marks: list[Mark] = []
    spots: list[Spot] = []
    height = 0.0
    for at, draw in enumerate(draws):
        drawing, across = draw(hand, wide), at * (wide + gap)
        columns = max((one.column for one in spots), default=-1) + 1
        marks += [_moved(one, across) for one in drawing.marks]
        spots += [
            replace(one, box=_beside(one.box, across), column=one.column + columns)
            for one in drawing.spots
        ]
        height = max(height, drawing.height)
    return Drawing(width=width, height=height, marks=tuple(marks), spots=tuple(spots))


def _moved(mark: Mark, across: float) -> Mark:
    if isinstance(mark, Stroke):
        return replace(mark, points=tuple((x + across, y) for x, y in mark.points))
    return replace(mark, box=_beside(mark.box, across))


def _beside(box: Box, across: float) -> Box:
    return replace(box, x=box.x + across)

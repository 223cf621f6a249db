"""A table of places and topics whose cells are tinted by their figures, with the sums around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediator_desk.charts.figures import Figure, Head
from mediator_desk.charts.framing import head_marks, level, steps, tint_legend
from mediator_desk.charts.hand import SMALL, Hand
from mediator_desk.charts.marks import (
    ON_TINTS,
    TINTS,
    Anchor,
    Box,
    Drawing,
    Filled,
    Ink,
    Mark,
    Spot,
    Stroke,
)

_LINES = 4  # the names of columns break into so many
_NARROW, _WIDE, _ROW = 2.4, 6.0, 1.9
_NAMES = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One row: its name, a figure for each column, and their sum, which is not tinted."""

    name: str
    figures: tuple[Figure, ...]
    sum: Figure


@dataclass(frozen=True, slots=True)
class _Measures:
    """The widths and heights of a table, worked out once."""

    names: float
    pace: float
    head: float
    row: float
    top: float


def heat(
    hand: Hand,
    head: Head,
    width: float,
    columns: Sequence[str],
    rows: Sequence[HeatRow],
    foot: HeatRow | None = None,
) -> Drawing:
    """Draw the table; the last of ``columns`` names the sums.

    Where the columns could not be read in ``width``, the picture is wider.
    """
    marks, top = head_marks(hand, head, width)
    bounds = steps([one.value for row in rows for one in row.figures])
    more, top = tint_legend(hand, bounds, width, top)
    marks += more
    measures = _measures(hand, width, top + hand.em * 0.4, columns, rows, foot)
    marks += _names_of_columns(hand, measures, columns)
    spots: list[Spot] = []
    for at, row in enumerate((*rows, *((foot,) if foot else ()))):
        is_foot = at == len(rows)
        tints = () if is_foot else bounds
        y = measures.top + measures.head + at * measures.row
        marks.append(_name_of_row(hand, measures, row.name, y, strong=is_foot))
        marks += _cells(hand, measures, row, y, tints, strong=is_foot)
        spots += _spots(measures, row, y, at)
    wide = measures.names + measures.pace * len(columns)
    bottom = measures.top + measures.head + (len(rows) + bool(foot)) * measures.row
    if foot:
        y = bottom - measures.row
        marks.append(Stroke(((0.0, y), (wide, y)), Ink.LINE, hand.em * 0.06))
    return Drawing(
        width=max(width, wide),
        height=bottom + hand.em * 0.3,
        marks=tuple(marks),
        spots=tuple(spots),
    )


def _measures(
    hand: Hand,
    width: float,
    top: float,
    columns: Sequence[str],
    rows: Sequence[HeatRow],
    foot: HeatRow | None,
) -> _Measures:
    every = (*rows, *((foot,) if foot else ()))
    names = max((hand.width(row.name, strong=row is foot) for row in every), default=0.0)
    names = min(names, width * _NAMES) + hand.em * 0.6
    figures = max(
        (hand.width(one.written, strong=True) for row in every for one in (*row.figures, row.sum)),
        default=0.0,
    )
    narrow = max(hand.em * _NARROW, figures + hand.em * 0.6)
    pace = min(max((width - names) / max(len(columns), 1), narrow), max(hand.em * _WIDE, narrow))
    lines = max((len(_broken(hand, one, pace)) for one in columns), default=1)
    head = lines * hand.line(SMALL) + hand.em * 0.3
    return _Measures(names, pace, head, hand.em * _ROW, top)


def _broken(hand: Hand, name: str, pace: float) -> tuple[str, ...]:
    return hand.balanced(name, pace - hand.em * 0.3, _LINES, SMALL)


def _names_of_columns(hand: Hand, measures: _Measures, columns: Sequence[str]) -> list[Mark]:
    """Name the columns, standing on the table."""
    marks: list[Mark] = []
    high = hand.line(SMALL)
    for at, name in enumerate(columns):
        lines = _broken(hand, name, measures.pace)
        x = measures.names + at * measures.pace
        y = measures.top + measures.head - hand.em * 0.2 - len(lines) * high
        for place, line in enumerate(lines):
            room = Box(x, y + place * high, measures.pace, high)
            marks.append(hand.words(line, room, scale=SMALL, ink=Ink.SECOND, anchor=Anchor.MIDDLE))
    return marks


def _name_of_row(hand: Hand, measures: _Measures, name: str, y: float, *, strong: bool) -> Mark:
    room = Box(0.0, y, measures.names - hand.em * 0.6, measures.row)
    return hand.words(name, room, strong=strong)


def _cells(
    hand: Hand,
    measures: _Measures,
    row: HeatRow,
    y: float,
    bounds: Sequence[int],
    *,
    strong: bool,
) -> list[Mark]:
    """Give the cells of a row; without bounds they are not tinted."""
    marks: list[Mark] = []
    seam = hand.em * 0.06
    for at, figure in enumerate(row.figures):
        box = Box(measures.names + at * measures.pace, y, measures.pace, measures.row)
        tint = level(figure.value, bounds) if bounds else 0
        if bounds:
            inner = Box(box.x + seam, y + seam, box.width - 2 * seam, box.height - 2 * seam)
            marks.append(Filled(inner, TINTS[tint], hand.em * 0.15))
        quiet = Ink.ON_TINT_0 if figure.value == 0 else ON_TINTS[tint] if bounds else Ink.TEXT
        marks.append(
            hand.words(figure.written, box, ink=quiet, anchor=Anchor.MIDDLE, strong=strong)
        )
    box = Box(measures.names + len(row.figures) * measures.pace, y, measures.pace, measures.row)
    marks.append(hand.words(row.sum.written, box, anchor=Anchor.MIDDLE, strong=True))
    return marks


def _spots(measures: _Measures, row: HeatRow, y: float, at: int) -> list[Spot]:
    return [
        Spot(
            box=Box(measures.names + place * measures.pace, y, measures.pace, measures.row),
            row=at,
            column=place,
            says=figure.says,
            key=figure.key,
        )
        for place, figure in enumerate((*row.figures, row.sum))
    ]

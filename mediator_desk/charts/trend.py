"""Lines over the months: this year whole, the year before dashed."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediator_desk.charts.figures import Figure, Head, Series
from mediator_desk.charts.framing import head_marks, line_legend
from mediator_desk.charts.hand import SMALL, Hand
from mediator_desk.charts.marks import Anchor, Box, Drawing, Filled, Ink, Mark, Spot, Stroke

_INKS = (Ink.ACCENT, Ink.BEFORE)
_LEAST = 6.0  # lines of height for the field
_PACE = 0.5  # the least width of a point
_BELOW = 0.45  # between the field and what is named below it


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the lines run, and what its upper edge stands for."""

    box: Box
    most: int
    points: int

    def across(self, at: int) -> float:
        """Give where a point stands."""
        return self.box.x + self.box.width * (at + 0.5) / self.points

    def up(self, value: int) -> float:
        """Give the height of a figure."""
        return self.box.bottom - self.box.height * value / self.most


def trend(
    hand: Hand,
    head: Head,
    width: float,
    height: float,
    points: Sequence[str],
    series: Sequence[Series],
) -> Drawing:
    """Draw one or two lines of figures; the first is the one that is looked at.

    ``points`` names what stands below each point; each line has a figure, or None, for every one.
    The field is never smaller than can be read, even if that needs more room than given.
    """
    marks, top = head_marks(hand, head, width)
    named = [(one.name, _INKS[at], at > 0) for at, one in enumerate(series)]
    more, top = line_legend(hand, named, width, top)
    marks += more
    values = [one.value for line in series for one in line.figures if one is not None]
    ticks = _ticks(max(values, default=0))
    beside = max(hand.width(f"{tick:,}", SMALL) for tick in ticks) + hand.em * 0.5
    top += hand.line(SMALL) / 2
    low = max(height - hand.line(SMALL) - hand.em * _BELOW, top + hand.em * _LEAST)
    width = max(width, beside + len(points) * hand.em * _PACE)
    box = Box(beside, top, width - beside, low - top)
    field = _Field(box, ticks[-1], max(len(points), 1))
    marks += _grid(hand, field, ticks)
    marks += _below(hand, field, points)
    for at in reversed(range(len(series))):
        marks += _line(hand, field, series[at].figures, _INKS[at], dashed=at > 0)
    marks += _told(hand, field, series)
    bottom = field.box.bottom + hand.em * _BELOW + hand.line(SMALL)
    spots = _spots(field, series, bottom)
    return Drawing(width=width, height=bottom, marks=tuple(marks), spots=spots)


def _ticks(most: int) -> tuple[int, ...]:
    """Give round figures from 0 to at least the largest, at most five steps apart."""
    step = 1
    while step * 4 < most:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    return tuple(range(0, step * -(-max(most, 1) // step) + 1, step))


def _grid(hand: Hand, field: _Field, ticks: Sequence[int]) -> list[Mark]:
    marks: list[Mark] = []
    high = 2 * hand.em * _BELOW
    for tick in ticks:
        y = field.up(tick)
        marks.append(Stroke(((field.box.x, y), (field.box.right, y)), Ink.LINE, hand.em * 0.05))
        room = Box(0.0, y - high / 2, field.box.x - hand.em * 0.5, high)
        marks.append(hand.words(f"{tick:,}", room, scale=SMALL, ink=Ink.SECOND, anchor=Anchor.END))
    return marks


def _below(hand: Hand, field: _Field, points: Sequence[str]) -> list[Mark]:
    """Name the points; where they stand close, only each second or third is named."""
    wide = max((hand.width(one, SMALL) for one in points), default=0.0)
    pace = field.box.width / field.points
    skip = max(1, -(-int(wide + hand.em * 0.4) // max(int(pace), 1)))
    marks: list[Mark] = []
    for at in range(0, len(points), skip):
        half = min(pace * skip / 2, field.across(at), field.box.right - field.across(at))
        y = field.box.bottom + hand.em * _BELOW
        room = Box(field.across(at) - half, y, 2 * half, hand.line(SMALL))
        marks.append(
            hand.words(points[at], room, scale=SMALL, ink=Ink.SECOND, anchor=Anchor.MIDDLE)
        )
    return marks


def _line(
    hand: Hand, field: _Field, figures: Sequence[Figure | None], ink: Ink, *, dashed: bool
) -> list[Mark]:
    """Draw a line with a dot on each point; where a figure is missing the line is open."""
    marks: list[Mark] = []
    run: list[tuple[float, float]] = []
    weight = hand.em * (0.1 if dashed else 0.14)
    for at, figure in enumerate((*figures, None)):
        if figure is not None:
            run.append((field.across(at), field.up(figure.value)))
            continue
        if len(run) > 1:
            marks.append(Stroke(tuple(run), ink, weight, dashed))
        if not dashed or len(run) == 1:
            marks += [_dot(hand, x, y, ink) for x, y in run]
        run = []
    return marks


def _dot(hand: Hand, x: float, y: float, ink: Ink) -> Mark:
    half = hand.em * 0.2
    return Filled(Box(x - half, y - half, 2 * half, 2 * half), ink, half)


def _told(hand: Hand, field: _Field, series: Sequence[Series]) -> list[Mark]:
    """Write the figures of the first line, each on the side where the other line does not run.

    One without room is left out; it can still be pointed at, and stands in the table.
    """
    marks: list[Mark] = []
    high, taken = hand.line(SMALL), field.box.x
    others = series[1].figures if len(series) > 1 else (None,) * field.points
    for figure, other, at in zip(series[0].figures, others, range(field.points), strict=True):
        if figure is None:
            continue
        wide = hand.width(figure.written, SMALL, strong=True)
        left, point = field.across(at) - wide / 2, field.up(figure.value)
        above, below = point - high - hand.em * 0.15, point + hand.em * 0.25
        fits_below = below + high <= field.box.bottom
        covered = other is not None and other.value > figure.value
        y = below if fits_below and (covered or above < field.box.y) else above
        if left < taken or left + wide > field.box.right or y < field.box.y:
            continue
        room = Box(left, y, wide, high)
        marks.append(
            hand.words(figure.written, room, scale=SMALL, anchor=Anchor.MIDDLE, strong=True)
        )
        taken = room.right + hand.em * 0.2
    return marks


def _spots(field: _Field, series: Sequence[Series], bottom: float) -> tuple[Spot, ...]:
    """Give each point of each line a spot; two lines share the width of a point by halves."""
    pace = field.box.width / field.points
    wide = pace / max(len(series), 1)
    return tuple(
        Spot(
            box=Box(
                field.box.x + at * pace + (len(series) - 1 - line) * wide,
                field.box.y,
                wide,
                bottom - field.box.y,
            ),
            row=line,
            column=at,
            says=figure.says,
            key=figure.key,
        )
        for line, one in enumerate(series)
        for at, figure in enumerate(one.figures)
        if figure is not None
    )

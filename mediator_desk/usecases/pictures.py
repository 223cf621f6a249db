"""Pictures out of the figures of a period: which figures, in which words, and what is behind them.

Everything is said by ``say``: ``str`` for the screen, ``in_chinese`` for papers. Nothing is
counted here, and nothing is put into an order of size.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from mediator_desk.charts.bars import bars
from mediator_desk.charts.figures import Figure as Drawn
from mediator_desk.charts.figures import Head, Series
from mediator_desk.charts.figures import Named as Bar
from mediator_desk.charts.framing import PARTS
from mediator_desk.charts.hand import Draw
from mediator_desk.charts.headline import Block, headline
from mediator_desk.charts.trend import trend
from mediator_desk.labels import pictures as said
from mediator_desk.rows.statistics import (
    Change,
    CountedIn,
    Figure,
    FigureGroup,
    MonthPoint,
    Statistics,
)
from mediator_desk.rules.periods import Period, PeriodKind
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.statistics import CellKey, Measure

_HIGH = 14.0


class Told(Protocol):
    """Something with a name in both languages."""

    @property
    def zh(self) -> str:
        """Name it in Chinese."""


Say = Callable[[Told], str]


def in_chinese(told: Told) -> str:
    """Say it as papers do."""
    return told.zh


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Which cases stand behind a figure of a picture: those that count in one of these cells."""

    name: str
    period: Period
    keys: frozenset[CellKey]


def written(value: int | Decimal | None) -> str:
    """Write a figure as tables do; what is hidden is a star."""
    if value is None:
        return "*"
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def unit_said(unit: CountedIn, say: Say) -> str:
    """Name the unit of a figure."""
    return say(said.UNITS[unit])


def headline_of(found: Statistics, say: Say) -> Draw:
    """Draw the figures one looks at first: accepted, mediated, with success, for how much."""
    measures = (Measure.INTAKE, Measure.TOTAL, Measure.SUCCESS, Measure.AMOUNT)
    blocks = tuple(_block(found, found.figure(CellKey(one)), say) for one in measures)
    return lambda hand, width: headline(hand, width, blocks)


def trend_of(found: Statistics, measure: Measure, title: Named, say: Say) -> Draw:
    """Draw the months of the year the period ends in, and those of the year before."""
    year = found.trend[-1].month.year
    months = range(1, 13)
    names = [say(said.MONTH).format(month=one, name=said.MONTHS[one - 1]) for one in months]
    lines = [
        Series(
            name=say(said.YEAR).format(year=one),
            figures=tuple(_of_month(found, measure, one, month, say) for month in months),
        )
        for one in (year, year - 1)
    ]
    years = say(said.YEARS).format(before=year - 1, year=year)
    head = Head(title=say(title), note=note_of(found, CountedIn.CASES, say, years))
    return lambda hand, width: trend(hand, head, width, hand.em * _HIGH, names, lines)


def kinds_of(found: Statistics, figures: Iterable[Figure], title: Named, say: Say) -> Draw:
    """Draw a bar for each kind in the order of the table, with its share."""
    shown = [_bar(found, one, say) for one in figures]
    head = Head(title=say(title), note=note_of(found, CountedIn.CASES, say))
    return lambda hand, width: bars(hand, head, width, shown)


def group_of(found: Statistics, measure: Measure) -> tuple[Figure, ...]:
    """Give the lines of the case table that a measure is split into."""
    groups: Sequence[FigureGroup] = (*found.table, *found.intake)
    for group in groups:
        if group.adds_up and group.figures and group.figures[0].key.measure is measure:
            return group.figures
    return ()


def says(figure: Figure, say: Say, period: Period) -> str:
    """Say a figure whole: its name, value and unit, its share and its changes."""
    whole = _says(_begun(say(figure.name)), written(figure.value), figure.counted_in, say)
    if figure.share:
        whole += say(said.SHARE).format(share=figure.share)
    return say(said.COMMA).join((whole, *changes(figure, say, period)))


def changes(figure: Figure, say: Say, period: Period) -> tuple[str, ...]:
    """Say the changes of a figure on the period before and on the year before.

    Before a year there is the year before, which is said once.
    """
    before = None if period.kind is PeriodKind.YEAR else figure.on_before
    pairs = ((before, said.ON_BEFORE), (figure.on_year, said.ON_YEAR))
    return tuple(_change(one, pattern, say) for one, pattern in pairs if one is not None)


def note_of(found: Statistics, unit: CountedIn, say: Say, period: str = "") -> str:
    """Say the unit and the period of a picture, and what is left out of it."""
    notes = [say(said.UNIT).format(unit=unit_said(unit, say)), period or say(found.period)]
    if found.written_only:
        notes.append(say(said.WRITTEN_ONLY))
    return _begun(PARTS.join(notes))


def _begun(words: str) -> str:
    """Give words as they stand at the beginning of a line; Chinese is as it was."""
    return words[:1].upper() + words[1:]


def _bar(found: Statistics, figure: Figure, say: Say) -> Bar:
    told = f"{written(figure.value)}　{figure.share}" if figure.value else written(figure.value)
    return Bar(
        name=_begun(say(figure.name)),
        figure=Drawn(
            value=int(figure.value or 0),
            told=told,
            says=says(figure, say, found.period),
            key=_behind(found, figure, say),
        ),
    )


def _block(found: Statistics, figure: Figure, say: Say) -> Block:
    notes = list(changes(figure, say, found.period))
    if figure.key.measure is Measure.SUCCESS:
        notes.insert(0, say(said.RATE).format(share=figure.share))
    unit = unit_said(figure.counted_in, say)
    return Block(
        name=_begun(say(figure.name)),
        figure=Drawn(
            value=int(figure.value or 0),
            told=f"{written(figure.value)} {unit}",
            says=says(figure, say, found.period),
            key=_behind(found, figure, say),
        ),
        notes=tuple(notes),
    )


def _behind(found: Statistics, figure: Figure, say: Say) -> Behind | None:
    """Name what stands behind a figure; behind none stands nothing."""
    if not figure.value:
        return None
    return Behind(name=_begun(say(figure.name)), period=found.period, keys=frozenset({figure.key}))


def _of_month(found: Statistics, measure: Measure, year: int, month: int, say: Say) -> Drawn | None:
    """Give the figure of one month, if it is known yet."""
    for point in found.trend:
        if (point.month.year, point.month.number) == (year, month):
            return _point(point, measure, say)
    return None


def _point(point: MonthPoint, measure: Measure, say: Say) -> Drawn:
    value = {Measure.INTAKE: point.intake, Measure.TOTAL: point.total}[measure]
    name = say(point.month)
    return Drawn(
        value=value,
        says=_says(name, written(value), CountedIn.CASES, say),
        key=Behind(name=name, period=point.month, keys=frozenset({CellKey(measure)}))
        if value
        else None,
    )


def _says(name: str, value: str, unit: CountedIn, say: Say) -> str:
    return say(said.SAYS).format(name=name, value=value, unit=unit_said(unit, say))


def _change(change: Change, pattern: Named, say: Say) -> str:
    difference = written(change.difference)
    if change.difference > 0:
        difference = f"+{difference}"
    percent = say(said.PERCENT).format(percent=change.percent) if change.before else ""
    return say(pattern).format(difference=difference, percent=percent)

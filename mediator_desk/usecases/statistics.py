"""The figures of a period: one pass over the store gives the table, its changes and the trend."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediator_desk.ports import Desk
from mediator_desk.rows import DisputeRow
from mediator_desk.rows.statistics import MonthPoint, Statistics
from mediator_desk.rules.periods import Period
from mediator_desk.rules.roles import permit
from mediator_desk.rules.statistics import CaseLine, CellKey, Measure, Scope, Tally, counts_in
from mediator_desk.usecases.figures import FigureTable
from mediator_desk.usecases.public_figures import without_small

TREND_MONTHS = 24
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStatistics:
    """For which period; ``public`` hides figures so small that they tell of persons."""

    period: Period
    written_only: bool = False
    public: bool = False


def statistics_of(desk: Desk, asked: AskStatistics) -> Statistics:
    """Reckon all figures of a period, and the same of the one before and of a year ago.

    Raises ``NotAllowed``.
    """
    permit(desk.person.role, "report")
    now, before, year, *months = (
        Tally(Scope(period=one, written_only=asked.written_only), desk.books.statistics)
        for one in _periods(asked.period)
    )
    by_day = {day: one for one in months for day in _days(one.scope.period)}
    for line in _lines(desk, (now, before, year, *months)):
        days = (line.logged_on, line.accepted_on, line.closed_on)
        for sums in (now, before, year):
            if any(day in sums.scope.period for day in days):
                sums.add(line)
        for month in {id(one): one for day in days if day and (one := by_day.get(day))}.values():
            month.add(line)
    told = FigureTable(desk=desk, now=now, before=before, year=year)
    found = Statistics(
        unit=unit_of(desk),
        period=asked.period,
        written_only=asked.written_only,
        table=told.cases(),
        intake=told.intake(),
        topics=told.topics(),
        places=told.places(),
        topic_places=told.topic_places(),
        trend=tuple(_point(one) for one in months),
        doubts=told.doubts(),
    )
    return without_small(found) if asked.public else found


def cases_of(
    desk: Desk, period: Period, key: CellKey, *, written_only: bool = False
) -> tuple[DisputeRow, ...]:
    """List the disputes behind a figure, newest first. Raises ``NotAllowed``."""
    permit(desk.person.role, "report")
    scope = Scope(period=period, written_only=written_only)
    ids = [one.id for one in lines_of(desk, scope, key)]
    found = [
        row
        for at in range(0, len(ids), _AT_ONCE)
        for row in desk.queries.dispute_rows(ids[at : at + _AT_ONCE])
    ]
    return tuple(sorted(found, key=lambda row: -row.key))


def lines_of(desk: Desk, scope: Scope, key: CellKey) -> Iterator[CaseLine]:
    """Give the cases behind a figure."""
    rules = desk.books.statistics
    for line in desk.queries.case_lines(scope.period.first_day, scope.period.last_day):
        if counts_in(line, key, scope, rules):
            yield line


def unit_of(desk: Desk) -> str:
    """Name who reports: the committee, or else the team."""
    return desk.committee.name if desk.committee is not None else desk.team.name


def _periods(period: Period) -> tuple[Period, ...]:
    return (period, period.before(), period.year_before(), *period.months(TREND_MONTHS))


def _lines(desk: Desk, sums: tuple[Tally, ...]) -> Iterator[CaseLine]:
    """Give the cases of all these periods, each once."""
    periods = [one.scope.period for one in sums]
    first = min(one.first_day for one in periods)
    return desk.queries.case_lines(first, max(one.last_day for one in periods))


def _days(period: Period) -> Iterator[date]:
    for after in range((period.last_day - period.first_day).days + 1):
        yield period.first_day + timedelta(days=after)


def _point(month: Tally) -> MonthPoint:
    count = month.cases
    return MonthPoint(
        month=month.scope.period,
        logged=count[CellKey(Measure.LOGGED)],
        intake=count[CellKey(Measure.INTAKE)],
        total=count[CellKey(Measure.TOTAL)],
        success=count[CellKey(Measure.SUCCESS)],
    )

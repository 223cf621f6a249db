"""The figures of a period: the table, its changes on two others, and the trend of two years."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mediator_desk.ports import Desk
from mediator_desk.rows import DisputeRow
from mediator_desk.rows.statistics import MonthPoint, Statistics
from mediator_desk.rules.periods import Period
from mediator_desk.rules.roles import permit
from mediator_desk.rules.statistics import (
    CaseLine,
    CellKey,
    Scope,
    Tally,
    counts_in,
    left_out,
    mediated,
    tally,
)
from mediator_desk.rules.statistics_file import StatisticsRules
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
    period = asked.period
    tallies = {
        one: _counted(desk, Scope(period=one, written_only=asked.written_only))
        for one in {period, period.before(), period.year_before()}
    }
    now, before, year = (tallies[one] for one in (period, period.before(), period.year_before()))
    told = FigureTable(desk=desk, now=now, before=before, year=year)
    found = Statistics(
        unit=unit_of(desk),
        period=period,
        written_only=asked.written_only,
        table=told.cases(),
        intake=told.intake(),
        topics=told.topics(),
        places=told.places(),
        topic_places=told.topic_places(),
        trend=trend_of(desk, now.scope),
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


def trend_of(desk: Desk, scope: Scope) -> tuple[MonthPoint, ...]:
    """Count by month: logged, accepted, mediated and settled cases of two years."""
    rules, months = desk.books.statistics, scope.period.months(TREND_MONTHS)
    counts: dict[str, Counter[str]] = {one.code(): Counter() for one in months}
    by_day = {day: counts[one.code()] for one in months for day in _days(one)}
    for line in desk.queries.trend_lines(months[0].first_day, months[-1].last_day):
        if not left_out(line, scope):
            for what, day in _steps(line, rules):
                if day in by_day:
                    by_day[day][what] += 1
    return tuple(
        MonthPoint(month=one, **{what: counts[one.code()][what] for what in _STEPS})
        for one in months
    )


def _counted(desk: Desk, scope: Scope) -> Tally:
    """Add the cases of a period up."""
    lines = desk.queries.case_lines(scope.period.first_day, scope.period.last_day)
    return tally(lines, scope, desk.books.statistics)


_STEPS = ("logged", "intake", "total", "success")


def _steps(line: CaseLine, rules: StatisticsRules) -> Iterator[tuple[str, date]]:
    """Say on which days a case counts as what, by the rules of the table."""
    yield "logged", line.logged_on
    if line.accepted_on is not None:
        yield "intake", line.accepted_on
    if line.closed_on is not None and mediated(line, rules):
        yield "total", line.closed_on
        if line.outcome in rules.success:
            yield "success", line.closed_on


def _days(period: Period) -> Iterator[date]:
    for after in range((period.last_day - period.first_day).days + 1):
        yield period.first_day + timedelta(days=after)

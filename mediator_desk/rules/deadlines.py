"""When something is due, and why then: the limits of domain.md 3.3, counted by its 3.2.

Limits are data with a source and effective dates; this file only counts. A limit beyond the last
year whose holidays are known is provisional and is counted again when the notice has come.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mediator_desk.refusals import Refusal
from mediator_desk.rules import because
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.counting import Stop, last_day, last_moment, moved_off, stopped_days
from mediator_desk.rules.durations import CHINA, Duration, Unit, end_of_day, local_day
from mediator_desk.rules.limits import Kind, Limit, Limits, read_limits
from mediator_desk.rules.remarks import Remark
from mediator_desk.rules.rule_text import YEARS
from mediator_desk.words import N_

DEFAULT_RULE_SET = "national"
TOO_LONG = N_("It cannot be extended by {length}. Say how much it really is.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A day or a moment by which something must have happened, with the reasons in words."""

    rule: str
    rule_set: str
    due_on: date | None = None
    due_at: datetime | None = None
    provisional: bool = False
    because: tuple[Remark, ...] = ()

    @property
    def moment(self) -> datetime:
        """The last moment: a day lasts until its 24:00."""
        if self.due_at is not None:
            return self.due_at
        if self.due_on is None:
            raise ValueError("a due date has a day or a moment")
        return end_of_day(self.due_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRules:
    """Answers when anything is due, by the limits it was given."""

    limits: Limits

    def due(
        self,
        rule: str,
        start: date | datetime,
        calendar: Calendar,
        rule_set: str = DEFAULT_RULE_SET,
        *,
        longer: Sequence[Duration] = (),
        stops: Sequence[Stop] = (),
    ) -> Due:
        """Reckon one limit by its id and say whose rule was used."""
        limit = self.limits.find(rule, rule_set, local_day(start))
        due = reckon(limit, start, calendar, longer=longer, stops=stops)
        if limit.rule_set == rule_set:
            return due
        asked, used = self.limits.title_of(rule_set), self.limits.title_of(limit.rule_set)
        return replace(due, because=(because.lent(asked, used), *due.because))


def read_deadlines(text: str) -> DeadlineRules:
    """Read the file of limits."""
    return DeadlineRules(limits=read_limits(text))


def reckon(
    limit: Limit,
    start: date | datetime,
    calendar: Calendar,
    *,
    longer: Sequence[Duration] = (),
    stops: Sequence[Stop] = (),
) -> Due:
    """Reckon when a limit that starts here is due, with its extensions and stops, and say why."""
    for by in longer:
        if by.too_long():
            raise Refusal(TOO_LONG, length=by)
    if limit.duration.unit is Unit.HOURS:
        return _by_the_hour(limit, start, longer, stops)
    due = _by_the_day(limit, local_day(start), calendar, stops)
    for by in longer:
        due = _extended(due, by, calendar, stops)
        if due.due_on is not None and due.due_on.year not in YEARS:
            raise Refusal(TOO_LONG, length=by)
    return due


def _by_the_hour(
    limit: Limit, start: date | datetime, longer: Sequence[Duration], stops: Sequence[Stop]
) -> Due:
    if not isinstance(start, datetime):
        raise Refusal(N_("A limit in hours needs the time of day it starts at."))
    if any(by.unit is not Unit.HOURS for by in longer):
        raise Refusal(N_("A limit in hours can only be extended by hours."))
    hours = limit.duration.length + sum(by.length for by in longer)
    due_at = last_moment(hours, start, stops).astimezone(CHINA)
    return Due(
        rule=limit.id,
        rule_set=limit.rule_set,
        due_at=due_at,
        because=(
            *because.rule(limit),
            because.hours(limit, start),
            *because.stopped(stops, due_at),
            *(because.longer_hours(by) for by in longer),
        ),
    )


def _by_the_day(limit: Limit, day: date, calendar: Calendar, stops: Sequence[Stop]) -> Due:
    """Reckon the day a limit ends on, before any extension."""
    provisional, why = False, because.rule(limit)
    match limit.kind:
        case Kind.LATEST:
            due_on, reasons, provisional = _latest(limit, day, calendar, stops)
            why = (*why, *reasons)
        case Kind.AT_LEAST:
            last = limit.duration.from_day(day, calendar)
            due_on = last + timedelta(days=1)
            why = (*why, because.at_least(limit, day, last, due_on))
        case Kind.BEFORE:
            due_on = day - timedelta(days=limit.duration.length)
            why = (*why, because.before(limit, day, due_on))
        case Kind.AGREED:
            due_on = day
    return Due(
        rule=limit.id,
        rule_set=limit.rule_set,
        due_on=due_on,
        provisional=provisional,
        because=why,
    )


Reckoned = tuple[date, tuple[Remark, ...], bool]


def _latest(limit: Limit, start: date, calendar: Calendar, stops: Sequence[Stop]) -> Reckoned:
    """Count to the last day and move it off a day off."""
    duration, stopped = limit.duration, stopped_days(stops)
    nominal = last_day(duration, start, calendar, stopped)
    due_on = moved_off(nominal, calendar, stopped)
    unknown = _unknown_years(duration, start, nominal, due_on, calendar)
    why = (
        because.counted(limit, start, nominal),
        *because.days_off(duration, start, due_on, calendar),
        *because.stopped(stops, end_of_day(due_on)),
        *because.moved(duration, nominal, due_on, calendar),
        *because.provisional(unknown),
    )
    return due_on, why, bool(unknown)


def _extended(due: Due, by: Duration, calendar: Calendar, stops: Sequence[Stop]) -> Due:
    """Reckon the new last day of an extension, counted from the old one."""
    old = due.due_on
    if old is None or by.unit is Unit.HOURS:
        raise Refusal(N_("A limit in days cannot be extended by hours. Say it in days."))
    stopped = stopped_days(stops)
    nominal = last_day(by, old, calendar, stopped)
    due_on = moved_off(nominal, calendar, stopped)
    unknown = _unknown_years(by, old, nominal, due_on, calendar)
    why = (
        because.extended(by, old, nominal),
        *because.days_off(by, old, due_on, calendar),
        *because.moved(by, nominal, due_on, calendar),
        *because.provisional(unknown if not due.provisional else []),
    )
    return replace(
        due,
        due_on=due_on,
        provisional=due.provisional or bool(unknown),
        because=(*due.because, *why),
    )


def _unknown_years(
    duration: Duration, start: date, nominal: date, due_on: date, calendar: Calendar
) -> list[int]:
    """Name the years without a notice that the counting went through."""
    first = start if duration.unit is Unit.WORKING_DAYS else nominal
    return [year for year in range(first.year, due_on.year + 1) if not calendar.knows(year)]

"""When something is due, and why then: the limits of domain.md 3.3, counted by its 3.2.

Limits are data with a source and effective dates; this file only counts. A limit beyond the last
year whose holidays are known is provisional and is counted again when the notice has come.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from mediator_desk.refusals import Refusal
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import CHINA, Duration, Unit, end_of_day, local_day
from mediator_desk.rules.limits import Kind, Limit, Limits, read_limits
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

DEFAULT_RULE_SET = "national"


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
    ) -> Due:
        """Reckon one limit by its id and say whose rule was used."""
        limit = self.limits.find(rule, rule_set, local_day(start))
        due = reckon(limit, start, calendar)
        if limit.rule_set == rule_set:
            return due
        lent = remark(
            N_("The {asked} have no such limit, so that of the {used} is used."),
            asked=self.limits.title_of(rule_set),
            used=self.limits.title_of(limit.rule_set),
        )
        return replace(due, because=(lent, *due.because))


def read_deadlines(text: str) -> DeadlineRules:
    """Read the file of limits."""
    return DeadlineRules(limits=read_limits(text))


def reckon(limit: Limit, start: date | datetime, calendar: Calendar) -> Due:
    """Reckon when a limit that starts here is due, and say why."""
    first = remark(
        N_("{title}: {length} ({source})."),
        title=limit.title,
        length=limit.duration,
        source=limit.source,
    )
    if limit.duration.unit is Unit.HOURS:
        return _by_the_hour(limit, start, first)
    day = local_day(start)
    match limit.kind:
        case Kind.LATEST:
            due_on, why, provisional = _latest(limit.duration, day, calendar)
        case Kind.AT_LEAST:
            due_on, why, provisional = _at_least(limit.duration, day, calendar)
        case Kind.BEFORE:
            due_on = day - timedelta(days=limit.duration.length)
            why = (remark(N_("Counted back from {start}; it does not move."), start=day),)
            provisional = False
        case Kind.AGREED:
            first = remark(N_("{title} ({source})."), title=limit.title, source=limit.source)
            due_on, why, provisional = day, (), False
    return Due(
        rule=limit.id,
        rule_set=limit.rule_set,
        due_on=due_on,
        provisional=provisional,
        because=(first, *why),
    )


def extend(due: Due, by: Duration, calendar: Calendar) -> Due:
    """Reckon the new last day of an extension, counted from the old one."""
    if due.due_on is None:
        raise Refusal(N_("A limit in hours cannot be extended by days."))
    due_on, why, provisional = _latest(by, due.due_on, calendar)
    first = remark(N_("Extended by {length} from {old}."), length=by, old=due.due_on)
    return replace(due, due_on=due_on, provisional=provisional, because=(first, *why))


def _by_the_hour(limit: Limit, start: date | datetime, first: Remark) -> Due:
    if not isinstance(start, datetime):
        raise Refusal(N_("A limit in hours needs the time of day it starts at."))
    why = remark(
        N_("Hours run at once, through nights and holidays, from {start}."),
        start=f"{start.astimezone(CHINA):%Y-%m-%d %H:%M}",
    )
    due_at = limit.duration.from_moment(start).astimezone(CHINA)
    return Due(rule=limit.id, rule_set=limit.rule_set, due_at=due_at, because=(first, why))


Reckoned = tuple[date, tuple[Remark, ...], bool]


def _latest(duration: Duration, start: date, calendar: Calendar) -> Reckoned:
    """Count to the last day and move it off a holiday."""
    nominal = duration.from_day(start, calendar)
    due_on = calendar.next_working_day(nominal)
    if duration.unit is Unit.WORKING_DAYS:
        why = _working_days_said(start, due_on, calendar)
    else:
        why = (_counted(start, nominal), *_moved(nominal, due_on, calendar))
    watched = range(start.year, due_on.year + 1)
    if duration.unit is not Unit.WORKING_DAYS:
        watched = range(nominal.year, due_on.year + 1)
    unknown = [year for year in watched if not calendar.knows(year)]
    if unknown:
        why = (*why, _provisional(unknown[-1]))
    return due_on, why, bool(unknown)


def _at_least(duration: Duration, start: date, calendar: Calendar) -> Reckoned:
    """Give the first day after the shortest time; a holiday changes nothing."""
    last = duration.from_day(start, calendar)
    over_on = last + timedelta(days=1)
    why = remark(
        N_("A shortest time: its last full day is {last}, so it is over on {over}."),
        last=last,
        over=over_on,
    )
    return over_on, (why,), False


def _counted(start: date, nominal: date) -> Remark:
    return remark(
        N_("Counted from {start}, which is not counted itself: {day}."), start=start, day=nominal
    )


def _moved(nominal: date, due_on: date, calendar: Calendar) -> tuple[Remark, ...]:
    if nominal in calendar.workdays:
        return (remark(N_("{day} is a make-up workday, so it stays the last day."), day=nominal),)
    if due_on == nominal:
        return ()
    holiday = calendar.holiday(nominal)
    if holiday:
        said = N_("{day} is a public holiday ({holiday}); the next working day is {due}.")
    else:
        said = N_("{day} is a day off; the next working day is {due}.")
    return (remark(said, day=nominal, holiday=holiday, due=due_on),)


def _working_days_said(start: date, due_on: date, calendar: Calendar) -> tuple[Remark, ...]:
    passed = [start + timedelta(days=n) for n in range(1, (due_on - start).days + 1)]
    off = tuple(day for day in passed if not calendar.is_working_day(day))
    made_up = tuple(day for day in passed if day in calendar.workdays)
    why = [remark(N_("Working days are counted from the day after {start}."), start=start)]
    if off:
        why.append(remark(N_("Not counted, because they are days off: {days}."), days=Listed(off)))
    if made_up:
        why.append(
            remark(N_("Counted, because they are make-up workdays: {days}."), days=Listed(made_up))
        )
    return tuple(why)


def _provisional(year: int) -> Remark:
    return remark(
        N_("The holidays of {year} are not known yet, so this is provisional."), year=year
    )

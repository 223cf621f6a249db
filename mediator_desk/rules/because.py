"""Why a date is that date: the sentences beside every reckoning."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.counting import Stop
from mediator_desk.rules.durations import CHINA, Duration, Unit, local_day
from mediator_desk.rules.limits import Limit
from mediator_desk.rules.remarks import Day, Listed, Named, Remark, remark
from mediator_desk.words import N_

Why = tuple[Remark, ...]


def lent(asked: Named, used: Named) -> Remark:
    """Say that another rule set's limit was used."""
    return remark(
        N_("The {asked} have no such limit, so that of the {used} is used."), asked=asked, used=used
    )


def rule(limit: Limit) -> Why:
    """Say which limit it is, where it comes from, and when nobody confirmed it."""
    said = N_("{title}: {length} ({source}).")
    if limit.duration.length == 0:
        said = N_("{title} ({source}).")
    first = remark(said, title=limit.title, length=limit.duration, source=limit.source)
    if not limit.unconfirmed:
        return (first,)
    return first, remark(N_("This length is a default to be confirmed by the district."))


def hours(limit: Limit, start: datetime) -> Remark:
    """Say from when hours run."""
    return remark(
        N_("{event} at {start}; hours run at once, through nights and holidays."),
        event=_event(limit),
        start=f"{start.astimezone(CHINA):%Y-%m-%d %H:%M}",
    )


def longer_hours(by: Duration) -> Remark:
    """Say that hours were added."""
    return remark(N_("Extended by {length}."), length=by)


def counted(limit: Limit, start: date, nominal: date) -> Remark:
    """Say from when days, months or working days are counted, and where they end."""
    if limit.duration.unit is Unit.WORKING_DAYS:
        said = N_("{event} on {start}; working days count from the next day.")
    else:
        said = N_("{event} on {start}, which is not counted; {length} ends on {day}.")
    return remark(
        said, event=_event(limit), start=Day(start), length=limit.duration, day=Day(nominal)
    )


def at_least(limit: Limit, start: date, last: date, over: date) -> Remark:
    """Say that a shortest time is over the day after its last."""
    return remark(
        N_(
            "{event} on {start}; the last full day is {last}, so it is over on {over}. "
            "A shortest time does not move."
        ),
        event=_event(limit),
        start=Day(start),
        last=Day(last),
        over=Day(over),
    )


def before(limit: Limit, event: date, day: date) -> Remark:
    """Say that a day was counted back."""
    return remark(
        N_("{event} on {start}; {length} before is {day}. It does not move."),
        event=_event(limit),
        start=Day(event),
        length=limit.duration,
        day=Day(day),
    )


def extended(by: Duration, old: date, nominal: date) -> Remark:
    """Say by how much it was extended, and from when."""
    if by.unit is Unit.WORKING_DAYS:
        return remark(N_("Extended by {length} from {old}."), length=by, old=Day(old))
    return remark(
        N_("Extended by {length} from {old}, to {day}."), length=by, old=Day(old), day=Day(nominal)
    )


def moved(duration: Duration, nominal: date, due_on: date, calendar: Calendar) -> Why:
    """Say why the last day moved, or did not."""
    if duration.unit is Unit.WORKING_DAYS:
        return ()
    if nominal in calendar.workdays:
        return (remark(N_("{day} is a make-up workday, so it stays."), day=Day(nominal)),)
    if due_on == nominal:
        return ()
    holiday = calendar.holiday(nominal)
    said = N_("{day} is a day off; the next working day is {due}.")
    if holiday is not None:
        said = N_("{day} lies in the {holiday} holiday; the next working day is {due}.")
    return (remark(said, day=Day(nominal), holiday=holiday, due=Day(due_on)),)


def days_off(duration: Duration, start: date, due_on: date, calendar: Calendar) -> Why:
    """Name the days off that were passed over, and the make-up workdays that were counted."""
    if duration.unit is not Unit.WORKING_DAYS:
        return ()
    passed = [start + timedelta(days=n) for n in range(1, (due_on - start).days + 1)]
    off = [day for day in passed if not calendar.is_working_day(day)]
    made_up = [day for day in passed if day in calendar.workdays]
    why: list[Remark] = []
    if off:
        why.append(remark(N_("Days off, not counted: {days}."), days=_listed(off)))
    if made_up:
        why.append(remark(N_("Make-up workdays, counted: {days}."), days=_listed(made_up)))
    return tuple(why)


def stopped(stops: Sequence[Stop], until: datetime) -> Why:
    """Say when it stood still, and why."""
    return tuple(
        remark(
            N_("Paused from {first} until {last} ({reason}); that time is not counted."),
            first=Day(local_day(one.from_at)),
            last=Day(local_day(one.until_at)),
            reason=one.reason,
        )
        for one in stops
        if one.from_at < until and one.from_at < one.until_at
    )


def provisional(unknown: Sequence[int]) -> Why:
    """Say which year's holidays are not known yet."""
    if not unknown:
        return ()
    said = N_("The holidays of {year} are not known yet, so this is provisional.")
    return (remark(said, year=unknown[-1]),)


def _event(limit: Limit) -> object:
    """Say what started it."""
    return limit.event if limit.event.zh else remark(N_("Begins"))


def _listed(days: Sequence[date]) -> Listed:
    """Name days, those in a row as one span."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and spans[-1][1] + timedelta(days=1) == day:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return Listed(tuple(_span(first, last) for first, last in spans))


def _span(first: date, last: date) -> object:
    if first == last:
        return Day(first)
    return remark(N_("{first} to {last}"), first=Day(first), last=Day(last))

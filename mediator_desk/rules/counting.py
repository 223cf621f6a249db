"""Counting days and hours round the times a clock stood still, and off the days off.

A day on which a clock was stopped is not counted; the day it goes on again is. Hours stand still
for exactly as long as the clock did.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import Duration, Unit, local_day

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A time during which a clock stood still, and why."""

    from_at: datetime
    until_at: datetime
    reason: str = ""

    def days(self) -> list[date]:
        """Name the days that are not counted: from its first until the day it goes on."""
        first, last = local_day(self.from_at), local_day(self.until_at)
        return [first + timedelta(days=after) for after in range((last - first).days)]


def stopped_days(stops: Iterable[Stop]) -> frozenset[date]:
    """Name all days that are not counted."""
    return frozenset(day for stop in stops for day in stop.days())


def last_day(
    duration: Duration, start: date, calendar: Calendar, stopped: frozenset[date] = frozenset()
) -> date:
    """Count from a day to the last one, and make up for every stopped day on the way."""
    end = duration.from_day(start, calendar)
    only_working = duration.unit is Unit.WORKING_DAYS

    def counts(day: date) -> bool:
        return not only_working or calendar.is_working_day(day)

    owed = sum(1 for day in stopped if start < day <= end and counts(day))
    while owed > 0:
        end += _ONE_DAY
        if counts(end) and end not in stopped:
            owed -= 1
    return end


def moved_off(day: date, calendar: Calendar, stopped: frozenset[date] = frozenset()) -> date:
    """Give this day, or the next working day on which the clock runs."""
    while day in stopped or not calendar.is_working_day(day):
        day += _ONE_DAY
    return day


def last_moment(hours: int, start: datetime, stops: Sequence[Stop] = ()) -> datetime:
    """Count hours from a moment, through nights and holidays but not while stopped."""
    left, at = timedelta(hours=hours), start.astimezone(UTC)
    for stop in sorted(stops, key=lambda one: one.from_at):
        if at + left <= stop.from_at:
            break
        left -= max(stop.from_at - at, timedelta(0))
        at = max(at, stop.from_at, stop.until_at)
    return at + left

"""Lengths of time as the law counts them: hours, days, months, years and working days.

民法典 200-204: the starting day is not counted; a month ends on the corresponding day, or on the
last day of a shorter month; hours run at once, through nights and holidays.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from mediator_desk.rules.calendar import Calendar
from mediator_desk.words import n_

CHINA = timezone(timedelta(hours=8))


class Unit(StrEnum):
    """What a length of time is counted in."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working_days"


LONGEST = {
    Unit.HOURS: 100 * 366 * 24,
    Unit.DAYS: 100 * 366,
    Unit.MONTHS: 100 * 12,
    Unit.YEARS: 100,
    Unit.WORKING_DAYS: 100 * 262,
}
"""A hundred years: nothing here lasts longer, and the calendar does not end before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """So many hours, days, months, years or working days."""

    length: int
    unit: Unit

    def from_day(self, start: date, calendar: Calendar) -> date:
        """Count days, months or working days; the starting day is not counted."""
        if self.unit is Unit.WORKING_DAYS:
            return calendar.after_working_days(start, self.length)
        if self.unit is Unit.DAYS:
            return start + timedelta(days=self.length)
        months = self.length * 12 if self.unit is Unit.YEARS else self.length
        return after_months(start, months)

    def too_long(self) -> bool:
        """Tell whether it is more than any calendar can count."""
        return self.length > LONGEST[self.unit]

    def words(self) -> str:
        """Say it in the language in use."""
        count = self.length
        match self.unit:
            case Unit.HOURS:
                said = n_("{count} hour", "{count} hours", count)
            case Unit.DAYS:
                said = n_("{count} day", "{count} days", count)
            case Unit.MONTHS:
                said = n_("{count} month", "{count} months", count)
            case Unit.YEARS:
                said = n_("{count} year", "{count} years", count)
            case Unit.WORKING_DAYS:
                said = n_("{count} working day", "{count} working days", count)
        return said.format(count=count)

    def __str__(self) -> str:
        """Say it in the language in use."""
        return self.words()


def after_months(day: date, months: int) -> date:
    """Give the corresponding day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def local_day(moment: date | datetime) -> date:
    """Give the day a moment falls on in China."""
    return moment.astimezone(CHINA).date() if isinstance(moment, datetime) else moment


def start_of_day(day: date) -> datetime:
    """Give the moment a day begins in China."""
    return datetime.combine(day, datetime.min.time(), tzinfo=CHINA)


def end_of_day(day: date) -> datetime:
    """Give the moment a day is over in China: its 24:00."""
    return start_of_day(day + timedelta(days=1))

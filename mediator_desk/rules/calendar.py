"""Which days are working days: weekends, public holidays and the make-up workdays between them.

Each year's arrangement is a notice of the State Council and comes as a data file. A year whose
notice is not here yet knows its weekends and the holidays with a fixed date, and whatever is
reckoned in it is provisional.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Working days and holidays of the years whose notice is known.

    ``every_year`` holds the holidays the law fixes by date, as (month, day).
    """

    years: frozenset[int] = frozenset()
    holidays: dict[date, str] = field(default_factory=dict)
    workdays: frozenset[date] = frozenset()
    every_year: frozenset[tuple[int, int]] = frozenset()

    def knows(self, year: int) -> bool:
        """Tell whether the notice of this year is here."""
        return year in self.years

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on this day; a make-up workday is no holiday."""
        if day in self.workdays:
            return True
        if day in self.holidays or day.weekday() >= _SATURDAY:
            return False
        return self.knows(day.year) or (day.month, day.day) not in self.every_year

    def holiday(self, day: date) -> str:
        """Name the public holiday in Chinese, or nothing on any other day."""
        return self.holidays.get(day, "")

    def next_working_day(self, day: date) -> date:
        """Give this day if it is a working day, or else the first working day after it."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def after_working_days(self, day: date, count: int) -> date:
        """Count working days, beginning with the day after."""
        while count > 0:
            day = self.next_working_day(day + _ONE_DAY)
            count -= 1
        return day


def read_calendar(text: str) -> Calendar:
    """Read one calendar file: the notice of one year, or the dates fixed for every year."""
    data = tomllib.loads(text)
    spans = data.get("holiday", [])
    return Calendar(
        years=frozenset([data["year"]] if "year" in data else []),
        holidays={day: span["name"] for span in spans for day in _days(span["from"], span["to"])},
        workdays=frozenset(data.get("workdays", [])),
        every_year=frozenset(
            (int(month), int(day))
            for month, day in (fixed.split("-") for fixed in data.get("every_year", []))
        ),
    )


def joined(calendars: Iterable[Calendar]) -> Calendar:
    """Make one calendar of several years."""
    whole = Calendar()
    for one in calendars:
        whole = Calendar(
            years=whole.years | one.years,
            holidays={**whole.holidays, **one.holidays},
            workdays=whole.workdays | one.workdays,
            every_year=whole.every_year | one.every_year,
        )
    return whole


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=after) for after in range((last - first).days + 1)]

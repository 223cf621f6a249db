"""Which days are working days: weekends, public holidays and the make-up workdays between them.

Each year's arrangement is a notice of the State Council and comes as a data file. A year whose
notice is not here yet knows its weekends and the holidays with a fixed date, and whatever is
reckoned in it is provisional.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from mediator_desk.rules.remarks import Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_MOST_FIXED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Working days and holidays of the years whose notice is known.

    ``every_year`` holds the holidays the law fixes by date, as (month, day).
    """

    years: frozenset[int] = frozenset()
    holidays: dict[date, Named] = field(default_factory=dict)
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

    def holiday(self, day: date) -> Named | None:
        """Name the public holiday, or nothing on any other day."""
        return self.holidays.get(day)

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
    """Read one calendar file: the notice of one year, or the dates fixed for every year.

    Raises ``RuleFileUnfit``.
    """
    data = read_toml(text)
    year = data.year("year") if data.has("year") else None
    holidays = {
        day: Named(span.text("name"), span.text("en", span.text("name")))
        for span in data.tables("holiday")
        for day in _days(span, year)
    }
    workdays = frozenset(data.days("workdays"))
    for day in sorted(workdays):
        if day.weekday() < _SATURDAY or day in holidays or not _belongs(day, year):
            raise RuleFileUnfit(
                N_("{day} cannot be a make-up workday: that is a weekend day of the year."),
                day=day,
            )
    return Calendar(
        years=frozenset([] if year is None else [year]),
        holidays=holidays,
        workdays=workdays,
        every_year=_every_year(data),
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


def _days(span: Field, year: int | None) -> list[date]:
    """Name the days of one holiday of the year."""
    first, last = span.day("from"), span.day("to")
    if not (first <= last and _belongs(first, year) and _belongs(last, year)):
        raise RuleFileUnfit(
            N_("{entry}: it must begin and end within {year}, and begin first."),
            entry=span.entry,
            year=year,
        )
    return [first + timedelta(days=after) for after in range((last - first).days + 1)]


def _belongs(day: date, year: int | None) -> bool:
    """Tell whether the notice of a year may speak of this day: New Year may begin in December."""
    return year is not None and date(year - 1, 12, 1) <= day <= date(year, 12, 31)


def _every_year(data: Field) -> frozenset[tuple[int, int]]:
    """Read the dates fixed for every year: so few that working days are left."""
    fixed = frozenset(_fixed(one) for one in data.texts("every_year"))
    if len(fixed) > _MOST_FIXED:
        raise RuleFileUnfit(
            N_("The file names {count} holidays of every year; at most {most} can be right."),
            count=len(fixed),
            most=_MOST_FIXED,
        )
    return fixed


def _fixed(said: str) -> tuple[int, int]:
    """Read a date that is a holiday every year, such as 10-01."""
    try:
        day = datetime.strptime(f"2024-{said}", "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as broken:
        raise RuleFileUnfit(
            N_("“{said}” is no day of every year. Write it as 10-01."), said=said
        ) from broken
    return day.month, day.day

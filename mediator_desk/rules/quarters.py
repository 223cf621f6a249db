"""Quarters of a year: their days and their names."""

import calendar
from dataclasses import dataclass
from datetime import date

from mediator_desk.refusals import Refusal
from mediator_desk.words import N_

_NUMERALS = "一二三四"
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter, such as the third of 2026."""

    year: int
    number: int

    @classmethod
    def of(cls, year: int, number: int) -> "Quarter":
        """Make a quarter of what was typed. Raises ``Refusal``."""
        if number not in range(1, 5) or year not in range(_FIRST_YEAR, _LAST_YEAR):
            raise Refusal(N_("A year has the quarters 1 to 4. Type the year and one of these."))
        return cls(year, number)

    @classmethod
    def before(cls, day: date) -> "Quarter":
        """Give the last quarter that was over on a day."""
        number = (day.month - 1) // 3
        return cls(day.year, number) if number else cls(day.year - 1, 4)

    @property
    def first_day(self) -> date:
        """Give its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last_day(self) -> date:
        """Give its last day."""
        month = 3 * self.number
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    def next(self) -> "Quarter":
        """Give the one that follows."""
        if self.number == len(_NUMERALS):
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    def __str__(self) -> str:
        """Name it as papers do."""
        return f"{self.year}年第{_NUMERALS[self.number - 1]}季度"

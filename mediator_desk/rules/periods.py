"""The periods statistics are made for: month, quarter, half, year, or any days; with a cut-off day.

With the cut-off day 25 a month runs from the 26th to the 25th, and so do the longer periods.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import after_months
from mediator_desk.words import N_, spoken

LATEST_CUT_OFF = 28
YEARS = range(1990, 2200)

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_PART = re.compile(r"(\d{4})([QH])(\d)", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NUMERALS = "一二三四"
_HALVES = ("上", "下")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    CUSTOM = "custom"


_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Some days one after the other, both ends included; ``cut_off`` 0 is the month's own end.

    ``year`` and ``number`` name a period that is not custom: 2026 and 3 is March, or the third
    quarter.
    """

    kind: PeriodKind
    first_day: date
    last_day: date
    year: int = 0
    number: int = 0
    cut_off: int = 0

    def __contains__(self, day: date | None) -> bool:
        """Tell whether a day lies in it."""
        return day is not None and self.first_day <= day <= self.last_day

    def before(self) -> "Period":
        """Give the one before it: as long, and ending where this one begins."""
        if self.kind is PeriodKind.CUSTOM:
            length = self.last_day - self.first_day
            last = self.first_day - timedelta(days=1)
            return Period(kind=self.kind, first_day=last - length, last_day=last)
        return self._moved(-1)

    def year_before(self) -> "Period":
        """Give the same one a year earlier."""
        if self.kind is PeriodKind.CUSTOM:
            return Period(
                kind=self.kind,
                first_day=after_months(self.first_day, -12),
                last_day=after_months(self.last_day, -12),
            )
        return self._moved(-12 // _LENGTHS[self.kind])

    def months(self, count: int) -> "tuple[Period, ...]":
        """Give so many months, the last of them the one this period ends in."""
        last = month_of(self.last_day, self.cut_off)
        return tuple(last._moved(-back) for back in reversed(range(count)))

    def code(self) -> str:
        """Write it as it is typed: 2026-08, 2026Q3, 2026H1, 2026, 2026-08-01..2026-08-25."""
        match self.kind:
            case PeriodKind.MONTH:
                return f"{self.year}-{self.number:02}"
            case PeriodKind.QUARTER:
                return f"{self.year}Q{self.number}"
            case PeriodKind.HALF:
                return f"{self.year}H{self.number}"
            case PeriodKind.YEAR:
                return str(self.year)
        return f"{self.first_day.isoformat()}..{self.last_day.isoformat()}"

    @property
    def zh(self) -> str:
        """Name it as papers do, with its days where they are not those of the calendar."""
        days = f"{_zh(self.first_day)}至{_zh(self.last_day)}"
        match self.kind:
            case PeriodKind.MONTH:
                named = f"{self.year}年{self.number}月"
            case PeriodKind.QUARTER:
                named = f"{self.year}年第{_NUMERALS[self.number - 1]}季度"
            case PeriodKind.HALF:
                named = f"{self.year}年{_HALVES[self.number - 1]}半年"
            case PeriodKind.YEAR:
                named = f"{self.year}年"
            case _:
                return days
        return f"{named}（{days}）" if self.cut_off else named

    def __str__(self) -> str:
        """Name it in the language in use."""
        if spoken() == "zh_CN":
            return self.zh
        days = f"{self.first_day.isoformat()} – {self.last_day.isoformat()}"
        if self.kind is PeriodKind.CUSTOM:
            return days
        named = self.code()
        if self.kind is PeriodKind.MONTH:
            named = f"{_MONTHS[self.number - 1]} {self.year}"
        return f"{named} ({days})" if self.cut_off else named

    def _moved(self, steps: int) -> "Period":
        """Give the one so many steps later."""
        length = _LENGTHS[self.kind]
        count = 12 // length
        year, number = divmod(self.year * count + self.number - 1 + steps, count)
        return _named(self.kind, year, number + 1, self.cut_off)


def read_period(said: str, cut_off: int = 0) -> Period:
    """Read a period as it is typed; ``cut_off`` is the last day of a month, 0 for its own end.

    Raises ``Refusal``.
    """
    check_cut_off(cut_off)
    typed = said.strip().upper()
    if found := _MONTH.fullmatch(typed):
        return _checked(PeriodKind.MONTH, found[1], found[2], cut_off, said)
    if found := _PART.fullmatch(typed):
        kind = PeriodKind.QUARTER if found[2] == "Q" else PeriodKind.HALF
        return _checked(kind, found[1], found[3], cut_off, said)
    if _YEAR.fullmatch(typed):
        return _checked(PeriodKind.YEAR, typed, "1", cut_off, said)
    return _custom(typed, said)


def check_cut_off(cut_off: int) -> None:
    """Refuse a cut-off day that some month does not have. Raises ``Refusal``."""
    if cut_off not in range(LATEST_CUT_OFF + 1):
        raise Refusal(
            N_("The cut-off day is a day from 1 to {last}, or 0 for the end of the month."),
            last=LATEST_CUT_OFF,
        )


def month_of(day: date, cut_off: int = 0) -> Period:
    """Give the month a day belongs to."""
    late = cut_off and day.day > cut_off
    first = after_months(day.replace(day=1), 1 if late else 0)
    return _named(PeriodKind.MONTH, first.year, first.month, cut_off)


def period_of(kind: PeriodKind, day: date, cut_off: int = 0) -> Period:
    """Give the month, quarter, half or year a day belongs to."""
    month = month_of(day, cut_off)
    return _named(kind, month.year, (month.number - 1) // _LENGTHS[kind] + 1, cut_off)


def _checked(kind: PeriodKind, year: str, number: str, cut_off: int, said: str) -> Period:
    if int(year) not in YEARS or int(number) not in range(1, 12 // _LENGTHS[kind] + 1):
        raise _unread(said)
    return _named(kind, int(year), int(number), cut_off)


def _custom(typed: str, said: str) -> Period:
    first, dots, last = typed.partition("..")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError as error:
        raise _unread(said) from error
    if not dots or any(day.year not in YEARS for day in days):
        raise _unread(said)
    if days[1] < days[0]:
        raise Refusal(N_("The period ends before it begins. Type the earlier day first."))
    return Period(kind=PeriodKind.CUSTOM, first_day=days[0], last_day=days[1])


def _named(kind: PeriodKind, year: int, number: int, cut_off: int) -> Period:
    """Make the period of a year and a number."""
    length = _LENGTHS[kind]
    opening = date(year, (number - 1) * length + 1, 1)
    closing = after_months(opening, length - 1)
    if cut_off:
        first = after_months(opening, -1).replace(day=cut_off) + timedelta(days=1)
        last = closing.replace(day=cut_off)
    else:
        first = opening
        last = closing.replace(day=monthrange(closing.year, closing.month)[1])
    return Period(
        kind=kind, first_day=first, last_day=last, year=year, number=number, cut_off=cut_off
    )


def _zh(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _unread(said: str) -> Refusal:
    return Refusal(
        N_(
            "“{said}” is no period. Type a month (2026-08), a quarter (2026Q3), a half (2026H1),"
            " a year (2026) or two days (2026-08-01..2026-08-25)."
        ),
        said=said.strip(),
    )

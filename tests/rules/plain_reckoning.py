"""An independent reckoning of deadlines, day by day, that shares no line with the program.

It knows the notices for 2025 and 2026 by heart (typed from the State Council's texts, in words of
its own), and of 2027 only what the law fixes by date. Run as a program it writes
``deadlines_2025_2027.csv``; the tests hold the program to that table.

Counted by hand on a calendar as well: one month from 15 January, 31 January and 31 May 2026; 30
days from 20 January 2026; 5 and 10 working days from 23 September 2026; 3 from 18 September 2026;
5 from 24 January 2025; one month from 28 December 2025; three months from 30 November 2027, which
end on a leap day.
"""

import csv
import datetime
import io
from collections.abc import Iterator
from pathlib import Path

TABLE = Path(__file__).with_name("deadlines_2025_2027.csv")
ONE = datetime.timedelta(days=1)

# month.day-month.day of the days off, then the weekend days on which people work all the same
OFF = {
    2025: "1.1-1.1 1.28-2.4 4.4-4.6 5.1-5.5 5.31-6.2 10.1-10.8",
    2026: "1.1-1.3 2.15-2.23 4.4-4.6 5.1-5.5 6.19-6.21 9.25-9.27 10.1-10.7",
    2027: "1.1-1.1 5.1-5.2 10.1-10.3",
}
WORK = {
    2025: "1.26 2.8 4.27 9.28 10.11",
    2026: "1.4 2.14 2.28 5.9 9.20 10.10",
    2027: "",
}


def people_work(day: datetime.date) -> bool:
    """Look a day up in the notices."""
    here = (day.month, day.day)
    if any(_pair(one) == here for one in WORK.get(day.year, "").split()):
        return True
    for span in OFF.get(day.year, "").split():
        first, last = (_pair(one) for one in span.split("-"))
        if first <= here <= last:
            return False
    return day.isoweekday() < 6


def _pair(said: str) -> tuple[int, int]:
    month, day = said.split(".")
    return int(month), int(day)


def walk(start: datetime.date, length: int, unit: str) -> datetime.date:
    """Walk forward one day after the other until the length is used up."""
    day, left = start, length
    if unit in ("months", "years"):
        months = length * (12 if unit == "years" else 1)
        while True:
            gone = (day.year - start.year) * 12 + day.month - start.month
            ends = (day + ONE).month != day.month
            if gone == months and (day.day == start.day or (ends and day.day < start.day)):
                return day
            day += ONE
    while left:
        day += ONE
        if unit == "days" or people_work(day):
            left -= 1
    return day


def due(kind: str, length: int, unit: str, start: str, extra: str) -> tuple[str, str]:
    """Reckon one line of the table: the day or moment, and whether it is provisional."""
    if unit == "hours":
        moment = datetime.datetime.fromisoformat(start)
        for _hour in range(length):
            moment += datetime.timedelta(minutes=60)
        return moment.strftime("%Y-%m-%d %H:%M"), "no"
    first = datetime.date.fromisoformat(start)
    if kind == "before":
        day = first
        for _step in range(length):
            day -= ONE
        return day.isoformat(), "no"
    day = walk(first, length, unit)
    if kind == "at_least":
        return (day + ONE).isoformat(), "no"
    unsure = day.year > 2026 or (unit == "working_days" and first.year > 2026)
    day = off_the_days_off(day)
    for piece in extra.split():
        more, of = piece.split(":")
        day = walk(day, int(more), of)
        unsure = unsure or day.year > 2026
        day = off_the_days_off(day)
    return day.isoformat(), "yes" if unsure or day.year > 2026 else "no"


def off_the_days_off(day: datetime.date) -> datetime.date:
    """Go on to the next day on which people work."""
    while not people_work(day):
        day += ONE
    return day


def questions() -> Iterator[tuple[str, int, str, str, str]]:
    """Ask: every length, from days all over the three years and round every holiday."""
    lengths = [
        (1, "months"), (2, "months"), (3, "days"), (15, "days"), (30, "days"),
        (2, "working_days"), (3, "working_days"), (5, "working_days"), (10, "working_days"),
    ]  # fmt: skip
    special = (
        "2025-01-24 2025-01-26 2025-01-31 2025-03-31 2025-04-27 2025-05-30 2025-09-28 2025-09-30 "
        "2025-12-28 2025-12-31 2026-01-04 2026-01-15 2026-01-20 2026-01-30 2026-01-31 2026-02-14 "
        "2026-02-28 2026-03-10 2026-05-31 2026-06-18 2026-09-01 2026-09-18 2026-09-20 2026-09-23 "
        "2026-09-24 2026-10-10 2026-12-01 2026-12-15 2026-12-31 2027-02-27 2027-04-30 2027-09-30"
    )
    for day in special.split():
        for length, unit in lengths:
            yield "latest", length, unit, day, ""
    day, nth = datetime.date(2025, 1, 2), 0
    while day.year < 2028:
        length, unit = lengths[nth % len(lengths)]
        yield "latest", length, unit, day.isoformat(), ""
        day, nth = day + datetime.timedelta(days=13), nth + 1
    for day_said in ("2025-02-10", "2026-02-01", "2026-09-01", "2026-11-23", "2027-03-31"):
        yield "latest", 1, "years", day_said, ""
        yield "at_least", 30, "days", day_said, ""
        yield "at_least", 7, "days", day_said, ""
        yield "before", 15, "days", day_said, ""
        yield "latest", 1, "months", day_said, "20:days"
        yield "latest", 5, "working_days", day_said, "10:working_days"
        yield "latest", 1, "months", day_said, "1:months 7:days"
    for length, unit, day_said in (
        (3, "months", "2027-11-30"),
        (2, "months", "2027-12-31"),
        (1, "years", "2027-02-28"),
    ):
        yield "latest", length, unit, day_said, ""
    for moment in (
        "2025-01-27 23:30", "2026-02-14 18:00", "2026-09-23 15:20", "2026-09-30 08:01",
        "2026-12-31 23:59",
    ):  # fmt: skip
        for hours in (1, 24, 48, 72):
            yield "latest", hours, "hours", moment, ""


def written() -> str:
    """Write the whole table."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["kind", "length", "unit", "start", "extended", "due", "provisional"])
    for asked in questions():
        table.writerow([*asked, *due(*asked)])
    return out.getvalue()


if __name__ == "__main__":
    TABLE.write_text(written(), encoding="utf-8")

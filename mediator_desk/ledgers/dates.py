"""Reads the days and moments that people type into ledgers, in all the ways they do."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from mediator_desk.ledgers.cells import Cell, as_text, half_width
from mediator_desk.rules.remarks import Remark, remark
from mediator_desk.words import N_

# Ledgers are kept by the clock on the wall of the station; China has kept one zone since 1949.
CHINA = timezone(timedelta(hours=8))
EARLIEST = date(1949, 10, 1)

# The days from 1927 to 2173, as spreadsheets count them.
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.\d+)?", re.ASCII)
_COUNTED_FROM = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TENS = re.compile(r"([1-9]?)十([1-9]?)")
_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年、]\s*(?P<month>\d{1,2})\s*[-/.月、]\s*(?P<day>\d{1,2})\s*[日号]?"
)
_SOLID_DAY = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[1-6日天]\)?")
_CLOCK = re.compile(
    r"T?(?P<half>[上下]午|早上?|晚上?|中午|凌晨|am|pm)?\s*(?P<hour>\d{1,2})\s*[:时点]\s*"
    r"(?:(?P<minute>\d{1,2})\s*[:分]?\s*(?:(?P<second>\d{1,2})(?:\.\d+)?\s*秒?)?)?\s*(?P<tail>am|pm)?Z?",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "晚", "晚上", "pm")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?")
_SHORT_YEAR = re.compile(r"\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}\b.*")
_NO_DAY = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*月?")


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the moment on it where the ledger tells the hour."""

    on: date
    at: datetime | None = None


def read_when(cell: Cell, *, today: date, from_1904: bool = False) -> When | Remark:
    """Read a date cell, or say why it cannot be read."""
    found = _read(cell, from_1904)
    if isinstance(found, Remark):
        return found
    if found.on > today:
        return remark(N_("The date {date} lies in the future."), date=found.on.isoformat())
    if found.on < EARLIEST:
        return remark(N_("The date {date} lies too far back."), date=found.on.isoformat())
    return found


def _read(cell: Cell, from_1904: bool) -> When | Remark:
    if isinstance(cell, datetime):
        return _moment(cell)
    if isinstance(cell, date):
        return When(cell)
    text = _western(as_text(cell))
    if not text:
        return remark(N_("The date is missing."))
    if _SERIAL.fullmatch(text):
        return _serial(float(text), from_1904)
    return _typed(text)


def _moment(at: datetime) -> When:
    """Keep a moment to the second; midnight in a spreadsheet means only the day."""
    whole = (at + timedelta(milliseconds=500)).replace(microsecond=0)
    whole = whole.replace(tzinfo=CHINA) if whole.tzinfo is None else whole.astimezone(CHINA)
    if whole.time() == time():
        return When(whole.date())
    return When(whole.date(), whole.astimezone(UTC))


def _serial(count: float, from_1904: bool) -> When:
    """Read the count of days in which spreadsheets keep a date."""
    start = datetime.combine(_COUNTED_FROM[from_1904], time())
    return _moment(start + timedelta(days=float(count)))


def _typed(text: str) -> When | Remark:
    found = _SOLID_DAY.match(text) or _DAY.match(text)
    if found is None:
        return _why_unread(text)
    rest = _WEEKDAY.sub("", text[found.end() :]).strip(" ,，")
    clock = _CLOCK.fullmatch(rest)
    if rest and clock is None:
        return _unread(text)
    try:
        on = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if clock is None:
            return When(on)
        return _moment(datetime.combine(on, _hour(clock), tzinfo=CHINA))
    except ValueError:
        return remark(N_("There is no such day or hour: “{date}”."), date=text)


def _hour(clock: re.Match[str]) -> time:
    hour = int(clock["hour"])
    half = (clock["half"] or clock["tail"] or "").lower()
    if half in _AFTERNOON and hour < 12:
        hour += 12
    if half in ("am", "凌晨") and hour == 12:
        hour = 0
    return time(hour, int(clock["minute"] or 0), int(clock["second"] or 0))


def _western(text: str) -> str:
    """Write a Chinese date with plain digits: 二〇一九年十二月三日 becomes 2019年12月3日."""
    text = half_width(text).strip()
    if not re.search("[〇零一二三四五六七八九十]", text):
        return text
    return _TENS.sub(lambda ten: (ten[1] or "1") + (ten[2] or "0"), text.translate(_DIGITS))


def _why_unread(text: str) -> Remark:
    if _NO_DAY.fullmatch(text):
        return remark(N_("The day is missing from the date “{date}”."), date=text)
    if _SHORT_YEAR.fullmatch(text):
        return remark(N_("Write the year of “{date}” with four digits."), date=text)
    if _NO_YEAR.fullmatch(text):
        return remark(N_("The year is missing from the date “{date}”."), date=text)
    return _unread(text)


def _unread(text: str) -> Remark:
    return remark(N_("The date “{date}” cannot be read. Write it like 2026-11-23."), date=text[:40])

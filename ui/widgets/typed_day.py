"""Days and moments as people type them: 11-30, 30, +5, today, 2026年11月30日, 9:30, 下午3点."""

import re
from datetime import date, datetime, time, timedelta

from mediator_desk.rules.durations import CHINA
from mediator_desk.words import p_

_AFTER = re.compile(r"^([+-])\s*(\d{1,4})$")
_NUMBERS = re.compile(r"\d+")
_SHAPE = re.compile(r"^[\d\s./年月日号-]+$")
_SOLID = re.compile(r"^\d{8}$")
_TIME = re.compile(
    r"^(上午|下午|晚上|am|pm)?\s*(\d{1,2})\s*(?:[:：.点时]\s*(\d{1,2})?|(半))?\s*(半|分)?$"
)
_NAMED = {
    "today": 0,
    "今天": 0,
    "今日": 0,
    "jt": 0,
    "tomorrow": 1,
    "明天": 1,
    "mt": 1,
    "后天": 2,
    "ht": 2,
    "yesterday": -1,
    "昨天": -1,
    "zt": -1,
    "前天": -2,
    "qt": -2,
}


def typed_day(text: str, today: date, *, past: bool = False) -> date | None:
    """Understand a typed day; a day without a year is the nearest one ahead (or past)."""
    words = text.strip().casefold()
    if words in _NAMED:
        return today + timedelta(days=_NAMED[words])
    if after := _AFTER.match(words):
        days = int(after[2]) * (1 if after[1] == "+" else -1)
        return today + timedelta(days=days)
    if _SOLID.match(words):
        return _day(int(words[:4]), int(words[4:6]), int(words[6:]))
    if not _SHAPE.match(words):
        return None
    numbers = [int(number) for number in _NUMBERS.findall(words)]
    if len(numbers) == 3:
        year = numbers[0] if numbers[0] > 99 else 2000 + numbers[0]
        return _day(year, numbers[1], numbers[2])
    if len(numbers) == 2:
        return _nearest_year(numbers[0], numbers[1], today, past)
    return _nearest_month(numbers[0], today, past) if len(numbers) == 1 else None


def typed_time(text: str) -> time | None:
    """Understand a typed time: 9:30, 930, 9点半, 下午3点."""
    words = text.strip().casefold().replace("：", ":")
    if re.match(r"^\d{3,4}$", words):
        words = f"{words[:-2]}:{words[-2:]}"
    found = _TIME.match(words)
    if found is None:
        return None
    half = found[4] == "半" or found[5] == "半"
    hour, minute = int(found[2]), 30 if half else int(found[3] or 0)
    if found[1] in ("下午", "晚上", "pm") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_words(day: date, today: date) -> str:
    """Say a day the way people do: 11月23日 星期一."""
    if day.year == today.year:
        return p_("day", "{weekday}, {day}/{month}").format(
            month=day.month, day=day.day, weekday=weekday_word(day)
        )
    return p_("day", "{weekday}, {day}/{month}/{year}").format(
        year=day.year, month=day.month, day=day.day, weekday=weekday_word(day)
    )


def weekday_word(day: date) -> str:
    """Name the weekday of a day."""
    return (
        p_("day", "Monday"),
        p_("day", "Tuesday"),
        p_("day", "Wednesday"),
        p_("day", "Thursday"),
        p_("day", "Friday"),
        p_("day", "Saturday"),
        p_("day", "Sunday"),
    )[day.weekday()]


def joined(day: date, at: time) -> datetime:
    """Make a moment of the hour that every paper and list tells, whatever zone the PC is set to."""
    return datetime.combine(day, at, tzinfo=CHINA)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, today: date, past: bool) -> date | None:
    for year in (today.year, today.year + (-1 if past else 1)):
        found = _day(year, month, day)
        if found is not None and ((found <= today) if past else (found >= today)):
            return found
    return _day(today.year, month, day)


def _nearest_month(day: int, today: date, past: bool) -> date | None:
    if not 1 <= day <= 31:
        return None
    step = today.replace(day=1)
    for _attempt in range(3):
        found = _day(step.year, step.month, day)
        if found is not None and ((found <= today) if past else (found >= today)):
            return found
        step = step - timedelta(days=1) if past else step + timedelta(days=31)
        step = step.replace(day=1)
    return None

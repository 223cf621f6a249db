"""Days and times as people type them: 11-30, +5工作日, 下周三, 月底, 11月30日, 9:30, 下午3点.

What cannot be read in one way only is not read at all; a person is asked again.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, time, timedelta

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import after_months
from mediator_desk.rules.search_words import fold

_ONE_DAY = timedelta(days=1)
_WEEK = "一二三四五六日"
_ENGLISH_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED = {
    "today": 0, "今天": 0, "今日": 0, "jt": 0,
    "tomorrow": 1, "明天": 1, "明日": 1, "mt": 1,
    "后天": 2, "ht": 2, "大后天": 3,
    "yesterday": -1, "昨天": -1, "昨日": -1, "zt": -1,
    "前天": -2, "qt": -2, "大前天": -3,
}  # fmt: skip
_WEEKS = {"上上": -2, "上": -1, "last": -1, "本": 0, "这": 0, "this": 0,
          "下": 1, "next": 1, "下下": 2}  # fmt: skip
_WEEKDAY = re.compile(
    r"(?P<week>上上|下下|上|本|这|下|last|this|next)?个?"
    rf"(?:(?:周|星期|礼拜)(?P<han>[{_WEEK}天])"
    r"|(?P<english>mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
)
_MONTH_END = re.compile(r"(?P<month>上|本|这|下)?个?月(?:底|末)")
_DAY_OF_MONTH = re.compile(r"(?P<month>上|本|这|下)个?月(?P<day>\d{1,2})[日号]?")
_SPAN = re.compile(
    r"(?P<sign>[+-])?(?P<count>\d{1,4})个?"
    r"(?P<unit>工作日|天|日|周|星期|礼拜|月|年|wd|d|w|m|y)?(?P<side>后|以后|之后|前|以前|之前)?"
)
_UNITS = {"工作日": "wd", "天": "d", "日": "d", "周": "w", "星期": "w", "礼拜": "w",
          "月": "m", "年": "y"}  # fmt: skip
_FULL = re.compile(r"(\d{4}|\d{2})([-/.年])(\d{1,2})([-/.月])(\d{1,2})[日号]?")
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})[日号]?")
_DAY = re.compile(r"(\d{1,2})[日号]?")
_SAID_WEEKDAY = re.compile(rf"(.+\d[日号]?)[(,，]?(?:周|星期|礼拜)([{_WEEK}天])\)?")
_NUMERAL = re.compile("[〇零一二两三四五六七八九十]+")
_DIGITS = {sign: at for at, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TIME = re.compile(
    r"(上午|下午|晚上|am|pm)?(\d{1,2})(?:[:.点时](\d{1,2})?|(半))?(半|分)?(am|pm)?"
)  # fmt: skip

Found = date | None


def typed_day(
    text: str, today: date, *, past: bool = False, calendar: Calendar | None = None
) -> Found:
    """Understand a typed day; a day without a year is the nearest one ahead (or past).

    Working days can only be counted with a calendar.
    """
    words = _plain(text)
    try:
        for read in (_named, _weekday, _numbered):
            found = read(words, today, past, calendar)
            if found is not None:
                return found
    except (ValueError, OverflowError):
        # The thirty-first of a short month, or a year beyond all calendars.
        return None
    return None


def typed_time(text: str) -> time | None:
    """Understand a typed time: 9:30, 930, 9点半, 下午3点."""
    words = _plain(text)
    if re.fullmatch(r"\d{3,4}", words):
        words = f"{words[:-2]}:{words[-2:]}"
    found = _TIME.fullmatch(words)
    if found is None:
        return None
    half = found[4] == "半" or found[5] == "半"
    hour, minute = int(found[2]), 30 if half else int(found[3] or 0)
    if (found[1] or found[6]) in ("下午", "晚上", "pm") and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _plain(text: str) -> str:
    """Make spellings alike; a space between numbers parts them as a dash does."""
    return re.sub(r"(?<=\d) (?=\d)", "-", fold(text)).replace(" ", "")


def _named(words: str, today: date, _past: bool, _calendar: Calendar | None) -> Found:
    if words in _NAMED:
        return today + timedelta(days=_NAMED[words])
    if words in ("年底", "年末"):
        return date(today.year, 12, 31)
    if found := _MONTH_END.fullmatch(words):
        first = _month(found["month"], today)
        return first.replace(day=monthrange(first.year, first.month)[1])
    if words in ("monthend", "eom"):
        return today.replace(day=monthrange(today.year, today.month)[1])
    return None


def _weekday(words: str, today: date, past: bool, _calendar: Calendar | None) -> Found:
    """Read 周三 (the nearest), 下周三 (that of the next week; weeks begin on Monday)."""
    found = _WEEKDAY.fullmatch(words)
    if found is None:
        return None
    asked = _at(found["han"]) if found["han"] else _ENGLISH_WEEK.index(found["english"])
    if found["week"] is None:
        ahead = (asked - today.weekday()) % 7
        return today + timedelta(days=ahead - 7 if past and ahead else ahead)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=_WEEKS[found["week"]], days=asked)


def _numbered(words: str, today: date, past: bool, calendar: Calendar | None) -> Found:
    """Read what is said with numbers, in whatever script; a weekday said with it must fit."""
    claimed = _SAID_WEEKDAY.fullmatch(words)
    number = _digits(claimed[1] if claimed else words)
    day = _dated(number, today, past)
    if claimed and day is not None and day.weekday() != _at(claimed[2]):
        return None
    return day or (None if claimed else _spanned(number, today, calendar))


def _dated(words: str, today: date, past: bool) -> Found:
    if found := _SOLID.fullmatch(words):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FULL.fullmatch(words):
        return date(_year(found[1]), int(found[3]), int(found[5]))
    if found := _DAY_OF_MONTH.fullmatch(words):
        return _month(found["month"], today).replace(day=int(found["day"]))
    if found := _MONTH_DAY.fullmatch(words):
        return _nearest_year(int(found[1]), int(found[2]), today, past)
    if found := _DAY.fullmatch(words):
        return _nearest_month(int(found[1]), today, past)
    return None


def _spanned(words: str, today: date, calendar: Calendar | None) -> Found:
    """Read +5工作日, +3天, 两周后, +1个月; without a unit days are meant."""
    found = _SPAN.fullmatch(words)
    if found is None or not (found["sign"] or found["side"]):
        return None
    back = found["sign"] == "-" or "前" in (found["side"] or "")
    count = int(found["count"]) * (-1 if back else 1)
    unit = _UNITS.get(found["unit"] or "d", found["unit"] or "d")
    if unit == "wd":
        return None if calendar is None else _working_days(today, count, calendar)
    steps: dict[str, Callable[[], date]] = {
        "d": lambda: today + timedelta(days=count),
        "w": lambda: today + timedelta(weeks=count),
        "m": lambda: after_months(today, count),
        "y": lambda: after_months(today, 12 * count),
    }
    return steps[unit]()


def _working_days(day: date, count: int, calendar: Calendar) -> date:
    """Count working days ahead or back; the day itself is not counted."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    for _ in range(abs(count)):
        day += step
        while not calendar.is_working_day(day):
            day += step
    return day


def _month(word: str | None, today: date) -> date:
    """Give the first day of the month before, this one, or the next."""
    return after_months(today.replace(day=1), _WEEKS[word or "本"])


def _year(typed: str) -> int:
    return int(typed) if len(typed) == 4 else 2000 + int(typed)


def _at(sign: str) -> int:
    return _WEEK.index("日" if sign == "天" else sign)


def _digits(words: str) -> str:
    """Write numbers that are spelt in Chinese as digits."""
    return _NUMERAL.sub(lambda found: _number(found[0]), words)


def _number(said: str) -> str:
    if "十" not in said:
        return "".join(str(_DIGITS[sign]) for sign in said)
    tens, _ten, ones = said.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return said
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))


def _nearest_year(month: int, day: int, today: date, past: bool) -> Found:
    """Give the nearest such day ahead, or behind; never a year that was not looked for."""
    for year in (today.year, today.year + (-1 if past else 1)):
        if day <= monthrange(year, month)[1]:
            found = date(year, month, day)
            if (found <= today) if past else (found >= today):
                return found
    return None


def _nearest_month(day: int, today: date, past: bool) -> Found:
    step = today.replace(day=1)
    for away in range(3):
        first = after_months(step, -away if past else away)
        if 1 <= day <= monthrange(first.year, first.month)[1]:
            found = first.replace(day=day)
            if (found <= today) if past else (found >= today):
                return found
    return None

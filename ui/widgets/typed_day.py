"""A day said back to who typed it: its weekday, how far it is, and whether it is a day off."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import CHINA
from mediator_desk.words import _, n_, p_
from ui.tokens import Tone

_FAR = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A day in words, once in full and once as short as it may get, and their tone."""

    full: str
    short: str
    tone: Tone = "quiet"


def said_back(day: date, today: date, calendar: Calendar | None, *, past: bool = False) -> Said:
    """Say what was understood; a day off, or one on the wrong side of today, stands out."""
    words, weekday = day_words(day, today), weekday_word(day)
    off = _day_off(day, calendar)
    doubt = off if not past else ""
    if (day > today) if past else (day < today):
        doubt = _("this day is still to come") if past else _("this day has passed")
    extra = doubt or _how_far(day, today, calendar)
    if not extra:
        return Said(full=words, short=weekday)
    return Said(
        full=p_("day", "{day} · {remark}").format(day=words, remark=extra),
        short=p_("day", "{day} · {remark}").format(day=weekday, remark=extra) if doubt else weekday,
        tone="warning" if doubt else "quiet",
    )


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


def _day_off(day: date, calendar: Calendar | None) -> str:
    """Say that nobody works on this day, and why."""
    if calendar is None or calendar.is_working_day(day):
        return ""
    holiday = calendar.holiday(day)
    if holiday:
        return _("a public holiday ({name})").format(name=holiday)
    return _("a day off")


def _how_far(day: date, today: date, calendar: Calendar | None) -> str:
    """Say how far a day is, in working days when they are known, or how long ago."""
    days = (day - today).days
    if days == 0:
        return p_("day", "today")
    if days < 0:
        return n_("{count} day ago", "{count} days ago", -days).format(count=-days)
    if calendar is None or days > _FAR:
        return ""
    span = [today + timedelta(days=ahead) for ahead in range(1, days + 1)]
    count = sum(calendar.is_working_day(one) for one in span)
    return n_("in {count} working day", "in {count} working days", count).format(count=count)

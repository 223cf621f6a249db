"""Codes as people type them: the short English code, or its name in either language."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from mediator_desk.commands.complaints import Misuse
from mediator_desk.labels import chinese, label
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.words import N_

E = TypeVar("E", bound=StrEnum)
D = TypeVar("D", date, datetime)

_YEARS = range(1900, 2200)


def coded(kind: type[E], said: str) -> E:
    """Read a code by its value or by its name. Raises ``Misuse`` naming the choices."""
    wanted = said.strip()
    for code in kind:
        if wanted in (code.value, chinese(code), label(code)):
            return code
    raise Misuse(
        N_("“{said}” is not one of: {choices}."),
        said=said,
        choices="、".join(f"{code.value} ({label(code)})" for code in kind if code.value),
    )


def moment_or_day(said: str) -> date | datetime:
    """Read an ISO day or moment; a moment without a zone is China's. Raises ``Misuse``."""
    text = said.strip()
    try:
        if len(text) == len("2026-01-15"):
            return _of_our_times(date.fromisoformat(text))
        return zoned(_of_our_times(datetime.fromisoformat(text)))
    except ValueError as error:
        raise Misuse(
            N_("“{said}” is not a day or a moment such as 2026-01-15 or 2026-01-15T09:00."),
            said=said,
        ) from error


def _of_our_times(day: D) -> D:
    """Refuse a day no case can have: clocks cannot reckon at the ends of the calendar."""
    if day.year not in _YEARS:
        raise ValueError(day.year)
    return day


def zoned(moment: datetime) -> datetime:
    """Give a moment its zone: China's when none was said."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=CHINA)


def last_day(due_at: datetime | None) -> date | None:
    """Give the last day of a limit: what ends with a day's 24:00 is due on that day."""
    return None if due_at is None else local_day(due_at - timedelta(microseconds=1))


def iso(moment: datetime | None) -> str | None:
    """Write a moment as China's clocks show it."""
    return None if moment is None else moment.astimezone(CHINA).isoformat(timespec="seconds")


def shown(moment: datetime | None) -> str:
    """Write a moment for people to read."""
    return "" if moment is None else f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M}"

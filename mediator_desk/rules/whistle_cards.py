"""Yellow and red cards: a department's time is nearly over, or over (省长热线 2017, as data)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.whistle_kinds import Stretch, WhistleKinds

_KEPT = (Stretch.SIGN, Stretch.CONTACT, Stretch.REPORT, Stretch.FINISH)
_IN_DAYS = (Stretch.REPORT, Stretch.FINISH)
_A_MOMENT = timedelta(microseconds=1)


class CardColour(StrEnum):
    """How much a department is warned."""

    NONE = ""
    YELLOW = "yellow"
    RED = "red"


def card_of(
    kinds: WhistleKinds,
    rule: str,
    rule_set: str,
    due_at: datetime,
    now: datetime,
    calendar: Calendar,
) -> CardColour:
    """Give the card of a running clock; no clock but a department's ever has one."""
    users = [one for one in kinds.kinds if one.limits == rule_set]
    if all(one.stretch_of(rule) not in _KEPT for one in users):
        return CardColour.NONE
    if due_at < now:
        return CardColour.RED
    days = max((one.yellow_days for one in users if one.stretch_of(rule) in _IN_DAYS), default=0)
    last = local_day(due_at - _A_MOMENT)
    near = days and _working_days(local_day(now), last, calendar) <= days
    return CardColour.YELLOW if near else CardColour.NONE


def _working_days(today: date, last: date, calendar: Calendar) -> int:
    """Count the working days still to come."""
    span = (today + timedelta(days=ahead) for ahead in range(1, (last - today).days + 1))
    return sum(calendar.is_working_day(one) for one in span)

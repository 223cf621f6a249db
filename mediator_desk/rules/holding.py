"""Who held a whistle for how long, and what came of each return: told by its steps alone.

Hours are working hours: the same spans on every PC, so that two stations never disagree. The sum
of all holdings is the whole time from blowing to the end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleStep,
)
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import CHINA, local_day, start_of_day
from mediator_desk.rules.duty_hours import USUAL, DutyHours, read_duty_hours

_ONE_DAY = timedelta(days=1)
_CALLS = (StepKind.DISPATCHED, StepKind.REASSIGNED, StepKind.DESIGNATED)
_OURS = (StepKind.REPLIED, StepKind.EVALUATED)
_ENDS = (StepKind.CLOSED, StepKind.CANCELLED)


class Holder(StrEnum):
    """Who has to act: the street, a department, or the district that is to designate one."""

    STREET = "street"
    DEPARTMENT = "department"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One stretch in one hand."""

    holder: Holder
    department: str
    from_at: datetime
    until_at: datetime
    worked: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A department sent it back; ``upheld`` is None while nobody has decided."""

    department: str
    at: datetime
    reason: ReturnReason
    legal_basis: str
    upheld: bool | None


def holdings(
    whistle: Whistle, steps: Iterable[WhistleStep], now: datetime, calendar: Calendar
) -> tuple[Holding, ...]:
    """Tell every stretch from blowing until the end, or until now."""
    hand, since = (Holder.STREET, ""), whistle.blown_at
    found: list[Holding] = []
    hours = read_duty_hours(USUAL)
    ordered = _in_order(steps)
    for place, step in enumerate(ordered):
        if step.kind in _ENDS:
            return (*found, *_stretch(hand, since, step.at, calendar, hours))
        after = _hand_after(step, ordered[:place], hand)
        if after != hand:
            found += _stretch(hand, since, step.at, calendar, hours)
            hand, since = after, step.at
    return (*found, *_stretch(hand, since, max(now, since), calendar, hours))


def returns(steps: Iterable[WhistleStep]) -> tuple[Return, ...]:
    """Tell every return and what came of it."""
    ordered = _in_order(steps)
    return tuple(
        Return(
            department=step.department,
            at=step.at,
            reason=step.reason,
            legal_basis=step.legal_basis,
            upheld=_upheld(step, ordered[place + 1 :]),
        )
        for place, step in enumerate(ordered)
        if step.kind is StepKind.RETURNED
    )


def held_by(found: Iterable[Holding]) -> dict[tuple[Holder, str], timedelta]:
    """Add up the working time of each hand, in the order they first held it."""
    sums: dict[tuple[Holder, str], timedelta] = {}
    for one in found:
        hand = (one.holder, one.department)
        sums[hand] = sums.get(hand, timedelta()) + one.worked
    return sums


def worked(
    from_at: datetime, until_at: datetime, calendar: Calendar, hours: DutyHours
) -> timedelta:
    """Add up the working time between two moments."""
    total, day = timedelta(), local_day(from_at)
    while start_of_day(day) < until_at:
        if calendar.is_working_day(day):
            for begin, end in hours.spans:
                first = max(from_at, datetime.combine(day, begin, tzinfo=CHINA))
                last = min(until_at, datetime.combine(day, end, tzinfo=CHINA))
                total += max(last - first, timedelta())
        day += _ONE_DAY
    return total


def _in_order(steps: Iterable[WhistleStep]) -> list[WhistleStep]:
    return sorted(steps, key=lambda one: (one.at, one.written_at, one.id))


def _hand_after(
    step: WhistleStep, before: Sequence[WhistleStep], hand: tuple[Holder, str]
) -> tuple[Holder, str]:
    """Say who has to act after a step."""
    if step.kind in _CALLS or step.kind is StepKind.RETURN_REFUSED:
        return Holder.DEPARTMENT, step.department
    if step.kind is StepKind.RETURNED:
        objected = (StepKind.REASSIGNED, StepKind.RETURN_REFUSED)
        second = any(one.kind in objected for one in before)
        return (Holder.DISTRICT if second else Holder.STREET), ""
    if step.kind is StepKind.VERIFIED and step.solved is Solved.NOT_SOLVED:
        return Holder.DEPARTMENT, step.department
    return (Holder.STREET, "") if step.kind in _OURS else hand


def _stretch(
    hand: tuple[Holder, str],
    from_at: datetime,
    until_at: datetime,
    calendar: Calendar,
    hours: DutyHours,
) -> tuple[Holding, ...]:
    """Make one stretch; one that took no time is none."""
    if until_at <= from_at:
        return ()
    holder, department = hand
    return (
        Holding(
            holder=holder,
            department=department,
            from_at=from_at,
            until_at=until_at,
            worked=worked(from_at, until_at, calendar, hours),
        ),
    )


def _upheld(step: WhistleStep, later: Sequence[WhistleStep]) -> bool | None:
    """Say whether a return was accepted: another department was called in its place."""
    for one in later:
        if one.kind is StepKind.RETURN_REFUSED:
            return False
        if one.kind in _CALLS:
            return one.department != step.department
    return None

"""A clock is the sum of its intervals: its start, its rule, its extensions and its pauses."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.counting import Stop
from mediator_desk.rules.deadlines import DeadlineRules, Due
from mediator_desk.rules.durations import Duration, Unit, local_day
from mediator_desk.rules.limits import Limit


def reckon_clock(
    rules: DeadlineRules,
    calendar: Calendar,
    clock: Deadline,
    extensions: Iterable[Extension] = (),
    pauses: Iterable[Pause] = (),
) -> Deadline:
    """Give the clock with its dates made anew of everything that happened to it, in any order."""
    of_it = [one for one in pauses if one.clock == clock.id]
    first = rules.due(clock.rule, clock.starts_at, calendar, clock.rule_set)
    due = explain_clock(rules, calendar, clock, extensions, of_it)
    return replace(
        clock,
        due_at=due.moment,
        first_due_at=first.moment,
        provisional=due.provisional,
        paused_at=min((one.paused_at for one in of_it if one.resumed_at is None), default=None),
    )


def explain_clock(
    rules: DeadlineRules,
    calendar: Calendar,
    clock: Deadline,
    extensions: Iterable[Extension] = (),
    pauses: Iterable[Pause] = (),
) -> Due:
    """Say when a clock is due, and why then."""
    return rules.due(
        clock.rule,
        clock.starts_at,
        calendar,
        clock.rule_set,
        longer=[length_of(one) for one in _counting(rules, clock, extensions)],
        stops=stops_of(clock, pauses),
    )


def limit_of(rules: DeadlineRules, clock: Deadline) -> Limit:
    """Give the limit a clock runs under: the one in force the day it started."""
    return rules.limits.find(clock.rule, clock.rule_set, local_day(clock.starts_at))


def last_day_of(clock: Deadline) -> date:
    """Give the last day of a clock: one that is due at 24:00 is due on the day before."""
    return local_day(clock.due_at - timedelta(milliseconds=1))


def extensions_of(clock: Deadline, extensions: Iterable[Extension]) -> list[Extension]:
    """Give the extensions of a clock in the order they were agreed on."""
    of_it = (one for one in extensions if one.clock == clock.id)
    return sorted(of_it, key=lambda one: (one.agreed_on, one.id))


def _counting(
    rules: DeadlineRules, clock: Deadline, extensions: Iterable[Extension]
) -> list[Extension]:
    """Give the extensions that count: two stations apart may have agreed on more than allowed."""
    allowance = limit_of(rules, clock).allowance
    agreed = extensions_of(clock, extensions)
    return agreed if allowance is None else agreed[: allowance.times]


def length_of(extension: Extension) -> Duration:
    """Give the length of an extension."""
    return Duration(length=extension.length, unit=Unit(extension.unit))


def stops_of(clock: Deadline, pauses: Iterable[Pause]) -> list[Stop]:
    """Give the times a clock stood still; a pause without an end has stopped nothing yet."""
    of_it = sorted((one for one in pauses if one.clock == clock.id), key=lambda one: one.paused_at)
    return [
        Stop(from_at=one.paused_at, until_at=one.resumed_at, reason=one.reason)
        for one in of_it
        if one.resumed_at is not None
    ]

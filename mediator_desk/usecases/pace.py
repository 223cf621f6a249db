"""The clocks of performance keep pace with what is still owed: one for each open dated part."""

from collections import Counter
from dataclasses import replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Obligation
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.performance import Instalment, Lawsuit, Payment
from mediator_desk.rules.durations import end_of_day, local_day
from mediator_desk.rules.performance import Part, Progress, parts_of
from mediator_desk.usecases.clocks import call_off_clocks, start_clock

PERFORM, URGE = "D04", "D04.urge"
CONFIRM = "D02"


def parts_at(desk: Desk, work: Work, one: Obligation) -> tuple[Part, ...]:
    """Say how far each part of an obligation is today."""
    return parts_of(
        one,
        work.of(Instalment, one.dispute),
        work.of(Payment, one.dispute),
        local_day(desk.now()),
    )


def keep_pace(desk: Desk, work: Work, dispute: UUID, *, met: bool = True) -> None:
    """Start a clock for each open part that has none, and stop those that run for nothing.

    ``met`` tells that the stopped ones were performed, not put in another order. When nothing is
    owed any more, there is nothing left to urge, and nothing a court need confirm (domain A7). Once
    a party has sued, the court decides when something is due.
    """
    obligations = () if work.of(Lawsuit, dispute) else work.of(Obligation, dispute)
    wanted = Counter(
        part.due_on
        for one in obligations
        for part in parts_at(desk, work, one)
        if part.progress is not Progress.PERFORMED and part.due_on is not None
    )
    for clock in work.of(Deadline, dispute):
        if clock.rule != PERFORM or not clock.running():
            continue
        day = next((one for one in wanted if clock_is_of(clock, one)), None)
        if day is not None and wanted[day]:
            wanted[day] -= 1
        elif met:
            work.put(replace(clock, met_at=desk.now()))
        else:
            work.put(replace(clock, called_off=True))
    for day in wanted.elements():
        start_clock(desk, work, dispute, PERFORM, day)
    if obligations and all(one.performed_on for one in obligations):
        call_off_clocks(work, dispute, URGE, CONFIRM)


def clock_is_of(clock: Deadline, day: date) -> bool:
    """Tell whether a clock was started for that day."""
    return clock.first_due_at == end_of_day(day)

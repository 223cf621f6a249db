"""Clocks: deadlines are started, met and called off by the events that do so."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.durations import CHINA


def start_clock(
    desk: Desk,
    work: Work,
    subject: UUID,
    rule: str,
    start: date | datetime,
    rule_set: str = "national",
) -> Deadline:
    """Start a clock under a rule of the deadline table, from a moment or a day."""
    due = desk.books.deadlines.due(rule, start, desk.books.calendar, rule_set)
    if not isinstance(start, datetime):
        start = datetime.combine(start, datetime.min.time(), tzinfo=CHINA)
    return work.add(
        Deadline(
            id=desk.new_id(),
            subject=subject,
            rule=rule,
            rule_set=due.rule_set,
            starts_at=start,
            due_at=due.moment,
            first_due_at=due.moment,
            provisional=due.provisional,
        )
    )


def meet_clocks(desk: Desk, work: Work, subject: UUID, *rules: str) -> None:
    """Stop the running clocks of these rules (and their sub-rules) as met now."""
    for clock in work.of(Deadline, subject):
        if clock.running() and _named(clock, rules):
            work.put(replace(clock, met_at=desk.now()))


def call_off_clocks(work: Work, subject: UUID, *rules: str) -> None:
    """Stop running clocks that no longer matter; with no rule named, all of them."""
    for clock in work.of(Deadline, subject):
        if clock.running() and _named(clock, rules):
            work.put(replace(clock, called_off=True))


def _named(clock: Deadline, rules: tuple[str, ...]) -> bool:
    """Tell whether a clock runs under one of these rules, or under any when none is named."""
    return not rules or any(f"{clock.rule}.".startswith(f"{rule}.") for rule in rules)

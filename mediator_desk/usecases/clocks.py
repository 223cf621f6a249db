"""Clocks: started, met, called off, extended and paused by the events that do so.

These work within another use case's transaction; ``change_clock.py`` holds the use cases that
extend or pause a clock by themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.clocks import Extension, ExtensionConsent, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.clocks import extensions_of, limit_of, reckon_clock
from mediator_desk.rules.deadlines import TOO_LONG
from mediator_desk.rules.durations import Duration, local_day, start_of_day
from mediator_desk.rules.limits import Allowance, Consent
from mediator_desk.rules.remarks import Day, Listed
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Longer:
    """How much more time, why, and by whose word.

    ``consents`` gives the day on which each party consented; ``approver`` is who approved it and
    ``approved_on`` when, today if not said.
    """

    by: Duration
    reason: str
    consents: Mapping[UUID, date] = field(default_factory=dict)
    approver: str = ""
    approved_on: date | None = None


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
        start = start_of_day(start)
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


def running_clock(work: Work, subject: UUID, rule: str) -> Deadline:
    """Give the running clock of a rule (or of a sub-rule). Raises ``NotFound``."""
    for clock in work.of(Deadline, subject):
        if clock.running() and _named(clock, (rule,)):
            return clock
    raise NotFound(N_("No such date is running here. Look at the list of dates again."))


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


def extend_clock(desk: Desk, work: Work, clock: Deadline, longer: Longer) -> Deadline:
    """Give a clock more time, as far as its rule allows; the first date is kept beside the new.

    Raises ``Refusal``.
    """
    allowance = limit_of(desk.books.deadlines, clock).allowance
    if allowance is None:
        raise Refusal(N_("The rule of this date allows no extension."))
    _check_wish(clock, longer)
    agreed_on = _agreed_on(desk, work, clock, longer, allowance)
    if not allowance.late and desk.now() >= clock.due_at:
        raise Refusal(N_("The date has passed; it could only have been extended before."))
    kept = Extension(
        id=desk.new_id(),
        subject=clock.subject,
        clock=clock.id,
        length=longer.by.length,
        unit=longer.by.unit.value,
        agreed_on=agreed_on,
        reason=longer.reason.strip(),
        approver=longer.approver.strip(),
        by=desk.person.id,
    )
    _check_allowance(desk, work, clock, kept, allowance)
    work.add(kept)
    for party, day in longer.consents.items():
        work.add(
            ExtensionConsent(
                id=desk.new_id(),
                subject=clock.subject,
                extension=kept.id,
                party=PartyId(party),
                consented_on=day,
            )
        )
    return work.put(reckoned(desk, work, clock))


def pause_clock(
    desk: Desk, work: Work, clock: Deadline, reason: str, at: datetime | None = None
) -> Deadline:
    """Let a clock stand still from a moment on, where its rule allows. Raises ``Refusal``."""
    moment = at or desk.now()
    if not limit_of(desk.books.deadlines, clock).may_pause:
        raise Refusal(N_("The rule of this date allows no pause. See whether it can be extended."))
    if not clock.running() or clock.paused_at is not None:
        raise Refusal(N_("This date is not running, so it cannot be paused."))
    if not reason.strip():
        raise Refusal(N_("Write down why it is paused; it is shown beside the date."))
    if not clock.starts_at <= moment <= desk.now():
        raise Refusal(N_("A pause begins after the date began to run, and not in the future."))
    if desk.now() >= clock.due_at:
        raise Refusal(N_("The date has passed; a pause could only have been kept before."))
    work.add(
        Pause(
            id=desk.new_id(),
            subject=clock.subject,
            clock=clock.id,
            paused_at=moment,
            reason=reason.strip(),
            by=desk.person.id,
        )
    )
    return work.put(reckoned(desk, work, clock))


def resume_clock(desk: Desk, work: Work, clock: Deadline, at: datetime | None = None) -> Deadline:
    """Let a paused clock go on from a moment; the paused days are added. Raises ``Refusal``."""
    moment = at or desk.now()
    waiting = [
        one
        for one in work.of(Pause, clock.subject)
        if one.clock == clock.id and one.resumed_at is None
    ]
    if not (waiting and clock.running()):
        raise Refusal(N_("This date is not paused."))
    if not max(one.paused_at for one in waiting) <= moment <= desk.now():
        raise Refusal(N_("It goes on after the pause began, and not in the future."))
    for pause in waiting:
        work.put(replace(pause, resumed_at=moment))
    return work.put(reckoned(desk, work, clock))


def reckoned(desk: Desk, work: Work, clock: Deadline) -> Deadline:
    """Reckon a clock anew of all that is kept about it."""
    return reckon_clock(
        desk.books.deadlines,
        desk.books.calendar,
        clock,
        work.of(Extension, clock.subject),
        work.of(Pause, clock.subject),
    )


def _named(clock: Deadline, rules: tuple[str, ...]) -> bool:
    """Tell whether a clock runs under one of these rules, or under any when none is named."""
    return not rules or any(f"{clock.rule}.".startswith(f"{rule}.") for rule in rules)


def _check_wish(clock: Deadline, longer: Longer) -> None:
    """Refuse an extension that says too little. Raises ``Refusal``."""
    if not clock.running() or clock.paused_at is not None:
        raise Refusal(N_("This date is not running, so it cannot be extended."))
    if longer.by.length < 1:
        raise Refusal(N_("Say by how much it is extended: at least 1."))
    if longer.by.too_long():
        raise Refusal(TOO_LONG, length=longer.by)
    if not longer.reason.strip():
        raise Refusal(N_("Write down why it is extended; it is shown beside the date."))


def _agreed_on(
    desk: Desk, work: Work, clock: Deadline, longer: Longer, allowance: Allowance
) -> date:
    """Give the day an extension was agreed on by everybody it needs. Raises ``Refusal``."""
    today = local_day(desk.now())
    if allowance.consent is Consent.APPROVAL:
        if not longer.approver.strip():
            raise Refusal(N_("Say who approved the extension."))
        agreed_on = longer.approved_on or today
    else:
        parties = work.of(Party, clock.subject)
        missing = tuple(one.name for one in parties if one.id not in longer.consents)
        if missing or not parties:
            raise Refusal(
                N_("Every party must consent. Write down when these consented: {names}."),
                names=Listed(missing),
            )
        if len(longer.consents) > len(parties):
            raise Refusal(N_("Only the parties of this dispute consent to more time."))
        agreed_on = max(longer.consents.values())
    days = (agreed_on, *longer.consents.values())
    if not local_day(clock.starts_at) <= min(days) <= max(days) <= today:
        raise Refusal(
            N_("Consent and approval lie between {first} and today."),
            first=Day(local_day(clock.starts_at)),
        )
    return agreed_on


def _check_allowance(
    desk: Desk, work: Work, clock: Deadline, asked: Extension, allowance: Allowance
) -> None:
    """Refuse what is more often or longer than the rule allows. Raises ``Refusal``."""
    before = extensions_of(clock, work.of(Extension, clock.subject))
    if allowance.times is not None and len(before) >= allowance.times:
        raise Refusal(
            N_("It was extended as often as the rule allows: {times}."), times=allowance.times
        )
    if before and asked.agreed_on < before[-1].agreed_on:
        raise Refusal(
            N_("The last extension was agreed on {day}; this one cannot be older."),
            day=Day(before[-1].agreed_on),
        )
    if not allowance.at_most:
        return
    rules, calendar = desk.books.deadlines, desk.books.calendar
    most = rules.limits.find(allowance.at_most, clock.rule_set, local_day(clock.starts_at)).duration
    longest = replace(asked, length=most.length, unit=most.unit.value)
    pauses = work.of(Pause, clock.subject)
    wished = reckon_clock(rules, calendar, clock, [*before, asked], pauses)
    if wished.due_at > reckon_clock(rules, calendar, clock, [*before, longest], pauses).due_at:
        raise Refusal(N_("The rule allows an extension of at most {most}."), most=most)

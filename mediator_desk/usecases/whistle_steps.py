"""How a whistle takes a step: the arrow of the table, the order in time, and its clocks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediator_desk.ports import Books, Desk, Work
from mediator_desk.records.follow_up import Deadline, Satisfaction
from mediator_desk.records.whistle import (
    ReturnReason,
    Solved,
    StepKind,
    Whistle,
    WhistleStep,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.transitions import WHISTLE_STEPS, after
from mediator_desk.rules.whistle_kinds import (
    DEPARTMENTS,
    RESIDENT_CLOCK,
    RESIDENTS_RULES,
    Kind,
    Stretch,
)
from mediator_desk.usecases.clocks import start_clock
from mediator_desk.words import N_

_CALLS = (StepKind.DISPATCHED, StepKind.REASSIGNED, StepKind.DESIGNATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWhistle:
    """One step on a whistle, as the street or the department reports it.

    ``approver`` is the leader who signs; ``department`` the new one when it is reassigned, or the
    assisting one whose step it is; ``contact`` who signed for it, came, was spoken to, or who
    designated; ``measures`` and ``promised`` what a department does and by when; ``days`` is how
    many working days more.
    """

    whistle: UUID
    text: str = ""
    approver: str = ""
    department: str = ""
    contact: str = ""
    measures: str = ""
    promised: str = ""
    days: int = 0
    reason: ReturnReason = ReturnReason.UNSAID
    legal_basis: str = ""
    solved: Solved = Solved.UNSAID
    street_rating: Satisfaction = Satisfaction.UNASKED
    department_rating: Satisfaction = Satisfaction.UNASKED
    resident_rating: Satisfaction = Satisfaction.UNASKED
    at: datetime | None = None


def kind_of(books: Books, whistle: Whistle) -> Kind:
    """Give the kind of a whistle as it was on the day it was blown."""
    day = local_day(whistle.blown_at)
    return books.whistle_kinds.kept(whistle.rule_set, whistle.kind, day)


def take_step(
    desk: Desk,
    work: Work,
    whistle: Whistle,
    usecase: str,
    kind: StepKind,
    asked: StepWhistle,
    **changes: object,
) -> Whistle:
    """Move the whistle along one arrow of the table and keep the step."""
    state = after(WHISTLE_STEPS, usecase, whistle.state)
    if kind not in _CALLS:
        check_called(desk, whistle, asked.department.strip())
    at = _in_order(desk, work, whistle, asked.at)
    moved: Whistle = work.put(replace(whistle, state=state, **changes))  # type: ignore[arg-type]
    work.add(
        WhistleStep(
            id=desk.new_id(),
            whistle=whistle.id,
            kind=kind,
            at=at,
            written_at=desk.now(),
            by=desk.person.id,
            turn=moved.turn,
            department=asked.department.strip() or whistle.lead,
            contact=asked.contact.strip() or asked.approver.strip(),
            text=asked.text.strip(),
            reason=asked.reason,
            legal_basis=asked.legal_basis.strip(),
            measures=asked.measures.strip(),
            promised=asked.promised.strip(),
            solved=asked.solved,
            street_rating=asked.street_rating,
            department_rating=asked.department_rating,
            resident_rating=asked.resident_rating,
        )
    )
    return moved


def check_called(desk: Desk, whistle: Whistle, named: str) -> None:
    """Refuse a step of a department that this whistle did not call. Raises ``Refusal``."""
    called = (whistle.lead, *whistle.assisting)
    if named and not any(desk.books.duties.same(named, one) for one in called):
        raise Refusal(
            N_("{department} was not called. Called were: {called}."),
            department=named,
            called=Listed(called),
        )


def start_resident_clock(desk: Desk, work: Work, whistle: Whistle, at: datetime) -> None:
    """Start the clock that no return starts anew."""
    start_clock(desk, work, whistle.id, RESIDENT_CLOCK, at, RESIDENTS_RULES)


def start_department_clocks(desk: Desk, work: Work, whistle: Whistle, at: datetime) -> None:
    """Start what the department now in charge has to keep, as of its first call.

    A department that gets back what it had returned has no new time (a return costs it, not us).
    """
    calls = [one for one in work.of(WhistleStep, whistle.id) if one.kind in _CALLS]
    first = min((one.at for one in calls if one.department == whistle.lead), default=at)
    kind = kind_of(desk.books, whistle)
    for rule in kind.rules(*DEPARTMENTS):
        start_clock(desk, work, whistle.id, rule, min(first, at), kind.limits)


def meet(
    desk: Desk, work: Work, whistle: Whistle, at: datetime | None, *stretches: Stretch
) -> None:
    """Stop the running clocks of these stretches as met when the step happened."""
    for clock in clocks_of(desk.books, work, whistle, *stretches):
        if clock.running():
            work.put(replace(clock, met_at=at or desk.now()))


def clocks_of(
    books: Books, work: Work, whistle: Whistle, *stretches: Stretch
) -> tuple[Deadline, ...]:
    """Give the clocks of these stretches, oldest first."""
    rules = kind_of(books, whistle).rules(*stretches)
    return tuple(one for one in work.of(Deadline, whistle.id) if one.rule in rules)


def steps_of(work: Work, whistle: Whistle, *kinds: StepKind) -> Sequence[WhistleStep]:
    """Give the steps of some kinds, in the order they happened."""
    found = [one for one in work.of(WhistleStep, whistle.id) if one.kind in kinds]
    return sorted(found, key=lambda one: one.at)


def _in_order(desk: Desk, work: Work, whistle: Whistle, said: datetime | None) -> datetime:
    """Refuse a step in the future or before the one before it. Raises ``Refusal``."""
    now = desk.now()
    at = said or now
    if at > now:
        raise Refusal(N_("This moment is still to come. Write down when it really happened."))
    steps = work.of(WhistleStep, whistle.id)
    before = max((one.at for one in steps), default=whistle.blown_at)
    if at < before:
        if said is None:
            return before
        raise Refusal(
            N_("The step before was on {moment}. This one cannot have been earlier."),
            moment=f"{before.astimezone(CHINA):%Y-%m-%d %H:%M}",
        )
    return at

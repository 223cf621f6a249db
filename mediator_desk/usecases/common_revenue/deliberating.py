"""The four deliberations (四议) on the use of the revenue; the owners decide, nobody else."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.ids import VoteId
from mediator_desk.records.owners_vote import OwnersVote, VoteState
from mediator_desk.records.revenue import (
    Deliberation,
    DeliberationStep,
    RevenueAccount,
    RevenuePurpose,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.four_deliberations import Attended, check_attended, reached
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.transitions import REVENUE_STEPS, after
from mediator_desk.words import N_

SPENDING = 9
"""The item of Civil Code 278 under which owners decide how to spend what came in."""

_COUNTED = (VoteState.COUNTED, VoteState.POSTED, VoteState.EFFECTIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeRevenueUse:
    """What the party branch proposes to use the revenue for, and when it did so."""

    account: UUID
    purpose: RevenuePurpose
    plan: str = ""
    held_on: date | None = None


def propose_revenue_use(desk: Desk, asked: ProposeRevenueUse) -> Changes:
    """Keep the proposal of the party branch (first deliberation)."""
    with desk.work("propose-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "propose-revenue-use", account.state)
        step = _step(desk, account, Deliberation.PROPOSE, asked.held_on)
        work.add(replace(step, opinion=asked.plan.strip()))
        plan = asked.plan.strip()
        work.put(
            replace(
                account, state=state, purpose=asked.purpose, plan=plan, vote=None,
                sent_back_because="",
            )
        )  # fmt: skip
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussRevenueUse:
    """What the two committees thought of the proposal."""

    account: UUID
    opinion: str
    held_on: date | None = None


def discuss_revenue_use(desk: Desk, asked: DiscussRevenueUse) -> Changes:
    """Keep what the two committees thought (second deliberation)."""
    with desk.work("discuss-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "discuss-revenue-use", account.state)
        if not asked.opinion.strip():
            raise Refusal(N_("Write down what the two committees thought of it."))
        step = _next_step(desk, work, account, Deliberation.DISCUSS, asked.held_on)
        work.add(replace(step, opinion=asked.opinion.strip()))
        work.put(replace(account, state=state))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliberateRevenueUse:
    """How many party members should attend, came and agreed; ``reason`` where that is too few."""

    account: UUID
    due: int
    present: int
    agreeing: int
    opinion: str = ""
    reason: str = ""
    held_on: date | None = None


def deliberate_revenue_use(desk: Desk, asked: DeliberateRevenueUse) -> Changes:
    """Keep the party members' meeting (third deliberation), measured by the figures in force."""
    with desk.work("deliberate-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "deliberate-revenue-use", account.state)
        step = _next_step(desk, work, account, Deliberation.DELIBERATE, asked.held_on)
        attended = Attended(due=asked.due, present=asked.present, agreeing=asked.agreeing)
        short = _short(desk, account, step.held_on, attended)
        if short is not None and not asked.reason.strip():
            raise short
        work.add(
            replace(
                step,
                due=asked.due,
                present=asked.present,
                agreeing=asked.agreeing,
                opinion=asked.opinion.strip(),
                override_reason="" if short is None else asked.reason.strip(),
            )
        )
        work.put(replace(account, state=state))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRevenueUse:
    """The owners' vote that decided on the use."""

    account: UUID
    vote: UUID
    held_on: date | None = None


def decide_revenue_use(desk: Desk, asked: DecideRevenueUse) -> Changes:
    """Keep the owners' decision (fourth deliberation): a counted vote that passed."""
    with desk.work("decide-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "decide-revenue-use", account.state)
        vote = work.get(OwnersVote, asked.vote)
        _check_vote(vote)
        held_on = asked.held_on or (local_day(vote.counted_at) if vote.counted_at else None)
        step = _next_step(desk, work, account, Deliberation.DECIDE, held_on)
        work.add(replace(step, opinion=vote.number))
        work.put(replace(account, state=state, vote=VoteId(vote.id)))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBackRevenueUse:
    """Why the proposal goes back to the branch."""

    account: UUID
    reason: str


def send_back_revenue_use(desk: Desk, asked: SendBackRevenueUse) -> Changes:
    """Send the proposal back, before the owners decided on it."""
    with desk.work("send-back-revenue-use") as work:
        account = work.get(RevenueAccount, asked.account)
        state = after(REVENUE_STEPS, "send-back-revenue-use", account.state)
        if not asked.reason.strip():
            raise Refusal(N_("Write down why it goes back."))
        work.put(replace(account, state=state, sent_back_because=asked.reason.strip()))
        return work.commit()


def _step(
    desk: Desk, account: RevenueAccount, kind: Deliberation, held_on: date | None
) -> DeliberationStep:
    """Begin the record of a deliberation. Raises ``Refusal`` for a day in the future."""
    today = local_day(desk.now())
    day = held_on or today
    if day > today:
        raise Refusal(N_("A deliberation is kept once it was held; the day lies in the future."))
    return DeliberationStep(
        id=desk.new_id(), account=account.id, kind=kind, held_on=day, by=desk.person.id
    )


def _next_step(
    desk: Desk, work: Work, account: RevenueAccount, kind: Deliberation, held_on: date | None
) -> DeliberationStep:
    """Begin the record of a deliberation that follows another. Raises ``Refusal``."""
    step = _step(desk, account, kind, held_on)
    before = work.of(DeliberationStep, account.id)
    if before and step.held_on < before[-1].held_on:
        raise Refusal(
            N_("The deliberation before it was held on {day}; this one follows. Correct the day."),
            day=Day(before[-1].held_on),
        )
    return step


def _short(
    desk: Desk, account: RevenueAccount, on: date, attended: Attended
) -> Refusal | None:  # fmt: skip
    """Say what a party members' meeting lacks, with the figure and its source."""
    check_attended(attended)
    measured = reached(desk.books.council, account.division, on, attended)
    if measured.short_of_quorum:
        return Refusal(
            N_(
                "At least {needed} of {due} party members must be present ({source}). "
                "Meet again, or say why it counts all the same."
            ),
            needed=attended.present + measured.short_of_quorum,
            due=attended.due,
            source=measured.quorum.source,
        )
    if measured.short_of_majority:
        return Refusal(
            N_(
                "At least {needed} of the {due} party members who should attend must agree "
                "({source}). Send it back, or say why it counts all the same."
            ),
            needed=attended.agreeing + measured.short_of_majority,
            due=attended.due,
            source=measured.majority.source,
        )
    return None


def _check_vote(vote: OwnersVote) -> None:
    """Refuse a vote that decides nothing on the use of revenue. Raises ``Refusal``."""
    if vote.law_item != SPENDING:
        raise Refusal(
            N_(
                "The owners decide how to spend the revenue under Civil Code 278(9); {number} is a "
                "vote on something else. Choose the vote on the use."
            ),
            number=vote.number,
        )
    if vote.state not in _COUNTED or vote.passed is None:
        raise Refusal(
            N_("{number} is not counted yet. Only the owners can decide; wait for their count."),
            number=vote.number,
        )
    if not vote.passed:
        raise Refusal(
            N_("The owners did not agree in {number}. Send the proposal back."), number=vote.number
        )

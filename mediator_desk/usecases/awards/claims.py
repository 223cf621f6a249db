"""The way of a claim: drafted, handed in, checked by the justice office, approved, paid."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.award import AwardClaim, AwardLine, ClaimState
from mediator_desk.records.ids import DisputeId, PersonId
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.awards import WHOLE, Award, equal_shares, shared
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.transitions import AWARD_STEPS, after
from mediator_desk.usecases.awards.cases import awards_of, case_number, scheme_on
from mediator_desk.usecases.team_work import team_number
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSaid:
    """The part of a case's award that one mediator gets, in hundredths."""

    dispute: UUID
    mediator: UUID
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAwardClaim:
    """The period, and which disputes; without any, all that can be paid.

    Where no shares are said, the mediators of a case get equal ones.
    """

    first_on: date
    last_on: date
    disputes: tuple[UUID, ...] = ()
    shares: tuple[ShareSaid, ...] = ()


def draft_award_claim(desk: Desk, asked: DraftAwardClaim) -> Changes:
    """Draft a claim: every matter once, each sum reckoned by the scheme in force and split."""
    with desk.work("draft-award-claim") as work:
        if asked.last_on < asked.first_on:
            raise Refusal(N_("The last day lies before the first. Correct the days."))
        scheme = scheme_on(desk, asked.last_on)
        ids = asked.disputes or desk.queries.closed_between(
            desk.team.id, asked.first_on, asked.last_on
        )
        awards = awards_of(desk, ids, scheme)
        if asked.disputes:
            _check_payable(desk, awards)
        payable = [one for one in awards if one.payable]
        if not payable:
            raise Refusal(N_("No case of this period can be paid yet. Look at what is missing."))
        today = local_day(desk.now())
        claim = AwardClaim(
            id=desk.new_id(),
            team=desk.team.id,
            number=team_number(desk, work, "补贴", today.year),
            scheme=scheme.name,
            first_on=asked.first_on,
            last_on=asked.last_on,
            drafted_on=today,
            drafted_by=desk.person.id,
        )
        work.add(claim)
        for award in payable:
            _add_lines(desk, work, claim, award, asked.shares)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAwardClaim:
    """The opinion that goes with a step, and its day (today, if nothing is said)."""

    claim: UUID
    opinion: str = ""
    on: date | None = None


def submit_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Hand it in with the committee's opinion; what another claim has by now is refused."""
    return _step(desk, "submit-award-claim", asked, "committee")


def check_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Keep that the justice office (司法所) agreed after its check."""
    return _step(desk, "check-award-claim", asked, "office")


def approve_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Keep that the justice bureau (司法局) approved it."""
    return _step(desk, "approve-award-claim", asked, "bureau")


def return_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Keep why it came back; its cases may be claimed again once that is mended.

    What is approved may still come back: two stations may find only then that both claimed a case.
    """
    with desk.work("return-award-claim") as work:
        claim = work.get(AwardClaim, asked.claim)
        by = "office" if claim.state is ClaimState.SUBMITTED else "bureau"
        _put(desk, work, claim, "return-award-claim", asked, by)
        return work.commit()


def drop_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Put a draft aside; its cases may be claimed again."""
    with desk.work("drop-award-claim") as work:
        claim = work.get(AwardClaim, asked.claim)
        state = after(AWARD_STEPS, "drop-award-claim", claim.state)
        work.put(replace(claim, state=state, committee_opinion=asked.opinion.strip()))
        return work.commit()


def pay_award_claim(desk: Desk, asked: StepAwardClaim) -> Changes:
    """Keep the day it was paid; what another claim has by now is refused."""
    with desk.work("pay-award-claim") as work:
        claim = work.get(AwardClaim, asked.claim)
        _check_once(desk, work, claim)
        state = after(AWARD_STEPS, "pay-award-claim", claim.state)
        work.put(replace(claim, state=state, paid_on=_day(desk, claim, asked)))
        return work.commit()


def _step(desk: Desk, step: str, asked: StepAwardClaim, by: str) -> Changes:
    with desk.work(step) as work:
        claim = work.get(AwardClaim, asked.claim)
        _check_once(desk, work, claim)
        _put(desk, work, claim, step, asked, by)
        return work.commit()


def _put(
    desk: Desk, work: Work, claim: AwardClaim, step: str, asked: StepAwardClaim, by: str
) -> None:
    state = after(AWARD_STEPS, step, claim.state)
    if not asked.opinion.strip():
        raise Refusal(N_("Write down the opinion that goes with this step."))
    said: dict[str, Any] = {
        f"{by}_opinion": asked.opinion.strip(),
        f"{by}_on": _day(desk, claim, asked),
    }
    work.put(replace(claim, state=state, **said))


def _day(desk: Desk, claim: AwardClaim, asked: StepAwardClaim) -> date:
    today = local_day(desk.now())
    on = asked.on or today
    if not claim.drafted_on <= on <= today:
        raise Refusal(N_("The day lies between the draft and today. Correct it."))
    return on


def _check_once(desk: Desk, work: Work, claim: AwardClaim) -> None:
    """Refuse a claim some of whose matters stand in another one, here or from another station."""
    ids = dict.fromkeys(one.dispute for one in work.of(AwardLine, claim.id))
    awards = awards_of(desk, ids, scheme_on(desk, claim.last_on), but=claim.id)
    twice = [one for one in awards if one.case.claimed_in]
    if twice:
        raise Refusal(
            N_(
                "Claimed already: {numbers}. One matter is paid once: put one of the claims aside "
                "or send it back, and draft it again without them."
            ),
            numbers=Listed(
                tuple(
                    f"{case_number(desk, one.case.dispute)} → {one.case.claimed_in}"
                    for one in twice
                )
            ),
        )


def _check_payable(desk: Desk, awards: tuple[Award, ...]) -> None:
    for one in awards:
        if not one.payable:
            raise Refusal(
                N_("{number} cannot be paid yet: {why}"),
                number=case_number(desk, one.case.dispute),
                why=one.against[0],
            )


def _add_lines(
    desk: Desk, work: Work, claim: AwardClaim, award: Award, said: tuple[ShareSaid, ...]
) -> None:
    """Add a line for each mediator of a case."""
    chosen = {one.mediator: one.share for one in said if one.dispute == award.case.dispute}
    people = award.case.payable_to
    shares = equal_shares(len(people))
    if chosen:
        if set(chosen) - set(people) or sum(chosen.values()) != WHOLE or min(chosen.values()) < 0:
            raise Refusal(
                N_("The shares of {number} go to its own mediators and add up to 100."),
                number=case_number(desk, award.case.dispute),
            )
        people, shares = tuple(PersonId(one) for one in chosen), tuple(chosen.values())
    for person, share, amount in zip(people, shares, shared(award.amount, shares), strict=True):
        work.add(
            AwardLine(
                id=desk.new_id(),
                claim=claim.id,
                dispute=DisputeId(award.case.dispute),
                matter=award.case.matter,
                award_class=award.award_class,
                mediator=person,
                share=share,
                amount=amount,
            )
        )


STEPS: dict[str, Callable[[Desk, StepAwardClaim], Changes]] = {
    "submit-award-claim": submit_award_claim,
    "check-award-claim": check_award_claim,
    "approve-award-claim": approve_award_claim,
    "return-award-claim": return_award_claim,
    "drop-award-claim": drop_award_claim,
    "pay-award-claim": pay_award_claim,
}

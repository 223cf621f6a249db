"""A34: one dispute mediated three times, then agreed and performed, is one award (W58)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.agreement import Obligation
from mediator_desk.records.award import AwardClass, ClaimState
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.people import Person, Role
from mediator_desk.records.sitting import SittingResult
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases.awards import claims
from mediator_desk.usecases.awards.cases import awards_between
from mediator_desk.usecases.perform_agreement import RecordPayment, record_payment
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.sign_agreement import (
    MarkAgreement,
    Promise,
    mark_agreement,
    sign_agreement,
)


@pytest.fixture
def today(here):
    return local_day(here.desk.now())


def mediated_three_times(here, *, pay=True, filed=True):
    """Hold three sittings, sign, mark and perform, and file the volume."""
    dispute = here.consenting()
    for result in (
        SittingResult.TO_BE_CONTINUED, SittingResult.TO_BE_CONTINUED, SittingResult.SUCCEEDED
    ):  # fmt: skip
        sittings.hold_sitting(here.desk, here.sitting(dispute, result=result))
        here.at.clock.go(hours=1)
    parties = here.file(dispute).parties
    promise = Promise(
        debtor=parties[1].id, creditor=parties[0].id, what="赔偿", amount=Decimal("800.00")
    )
    agreed = sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    day = local_day(here.desk.now())
    mark_agreement(
        here.desk,
        MarkAgreement(
            agreement=agreed.of("agreement")[0],
            parties_marked_on=day, mediator_signed_on=day, sealed_on=day,
        ),
    )  # fmt: skip
    (owed,) = here.file(dispute).obligations
    if pay:
        record_payment(
            here.desk, RecordPayment(obligation=owed.id, amount=owed.amount, paid_on=day)
        )
    else:
        here.change(Obligation, owed.id, performed_on=day)
    close(here, dispute)
    return here.filed(dispute) if filed else dispute


def close(here, dispute, outcome=Outcome.AGREED_WRITTEN, **said):
    asked = closing.CloseDispute(dispute=dispute, outcome=outcome, **said)
    closing.close_dispute(here.desk, asked)


def draft(here, today, **said):
    asked = claims.DraftAwardClaim(first_on=today, last_on=today, **said)
    return claims.draft_award_claim(here.desk, asked).of("award_claim")[0]


def step(here, usecase, claim, opinion="同意"):
    usecase(here.desk, claims.StepAwardClaim(claim=claim, opinion=opinion))


def lines(here, claim):
    return here.desk.queries.team_paper(claim).lines


def against(here, today):
    return [
        [each.words() for each in one.against] for one in awards_between(here.desk, today, today)
    ]


def test_a34_one_dispute_mediated_three_times_then_agreed_and_performed_is_one_award(
    here, today, fonts
):
    dispute = mediated_three_times(here)

    claim = draft(here, today)

    (line,) = lines(here, claim)
    assert (line.dispute, line.matter) == (dispute, dispute)
    assert line.award_class is AwardClass.DIFFICULT
    assert (line.amount, line.share) == (Decimal("150.00"), 100)
    asked = PrintPapers(numbers=(str(claim),), paper=PaperName.AWARD_CLAIM)
    said = text_of(print_papers(here.desk, asked, fonts).pdf)
    assert all(word in said for word in ("疑难", "150.00", "壹佰伍拾元整", "100%", "调解成功"))


def test_without_the_receipt_it_is_not_payable_yet(here, today):
    mediated_three_times(here, pay=False)

    assert against(here, today) == [
        [
            "The receipt or proof of performance (F13) is missing: not payable yet. Add it.",
            "The volume lacks: Proof of performance.",
        ]
    ]
    with pytest.raises(Refusal, match="can be paid yet"):
        draft(here, today)


def test_a_case_is_not_payable_while_the_check_of_its_volume_finds_something(here, today):
    mediated_three_times(here, filed=False)

    assert against(here, today) == [["The volume lacks: Cover, Proof of identity, Back cover."]]


def test_a_dispute_that_was_reopened_and_closed_again_is_not_paid_again(here, today):
    dispute = mediated_three_times(here)
    claim = draft(here, today)
    closing.reopen_dispute(here.desk, closing.ReopenDispute(dispute=dispute, reason="补充"))
    close(here, dispute)

    ((why,),) = against(here, today)

    assert here.desk.queries.team_paper(claim).claim.number in why
    with pytest.raises(Refusal, match="claimed already"):
        draft(here, today, disputes=(dispute,))


def test_a_dispute_logged_twice_is_one_matter_whichever_is_claimed_first(here, today):
    first, second = mediated_three_times(here), here.logged()
    close(here, second, Outcome.DUPLICATE, reason="同一纠纷", same_as=first)

    claim = draft(here, today)

    assert len(lines(here, claim)) == 1
    assert len(here.desk.queries.claimed_matters()) == 1


def test_a_dispute_cannot_be_the_same_as_itself(here):
    first, second = here.accepted(), here.accepted()
    close(here, second, Outcome.DUPLICATE, reason="同一纠纷", same_as=first)

    with pytest.raises(Refusal, match="Name the other one"):
        close(here, first, Outcome.DUPLICATE, reason="同一纠纷", same_as=second)


def test_a_claim_that_came_back_frees_its_cases(here, today):
    mediated_three_times(here)
    claim = draft(here, today)
    step(here, claims.submit_award_claim, claim)
    step(here, claims.return_award_claim, claim, "卷宗缺回访记录")

    again = draft(here, today)

    returned = here.desk.queries.team_paper(claim).claim
    assert (returned.state, returned.office_opinion) == (ClaimState.RETURNED, "卷宗缺回访记录")
    assert len(lines(here, again)) == 1


def test_a_claim_goes_its_way_with_an_opinion_at_each_step_until_it_is_paid(here, today):
    mediated_three_times(here)
    claim = draft(here, today)

    with pytest.raises(Refusal, match="opinion"):
        step(here, claims.submit_award_claim, claim, " ")
    for usecase in (
        claims.submit_award_claim, claims.check_award_claim, claims.approve_award_claim,
        claims.pay_award_claim,
    ):  # fmt: skip
        step(here, usecase, claim)

    paid = here.desk.queries.team_paper(claim).claim
    assert (paid.state, paid.paid_on) == (ClaimState.PAID, today)


def claimed_elsewhere(here, mine, state):
    """Let a claim of another station for the same matter come in."""
    (line,) = lines(here, mine)
    with here.desk.open_work(here.desk.person.id) as work:
        other = here.desk.queries.team_paper(mine).claim
        theirs = work.add(
            replace(
                other, id=here.desk.new_id(), number="新区补贴〔2026〕1号", state=state, version=0
            )
        )
        work.add(replace(line, id=here.desk.new_id(), claim=theirs.id, version=0))
        work.commit()
    return theirs.id


_WAY = (
    claims.submit_award_claim,
    claims.check_award_claim,
    claims.approve_award_claim,
    claims.pay_award_claim,
)


@pytest.mark.parametrize("taken", range(len(_WAY)))
def test_a_claim_whose_matter_another_station_claimed_meanwhile_goes_no_further(here, today, taken):
    mediated_three_times(here)
    mine = draft(here, today)
    for usecase in _WAY[:taken]:
        step(here, usecase, mine)
    claimed_elsewhere(here, mine, ClaimState.SUBMITTED)

    with pytest.raises(Refusal, match="新区补贴"):
        step(here, _WAY[taken], mine)


def test_of_two_approved_claims_for_one_matter_one_comes_back_and_the_other_is_paid(here, today):
    mediated_three_times(here)
    mine = draft(here, today)
    for usecase in _WAY[:-1]:
        step(here, usecase, mine)
    theirs = claimed_elsewhere(here, mine, ClaimState.APPROVED)

    step(here, claims.return_award_claim, theirs, "同一纠纷已由古城申报")
    step(here, claims.pay_award_claim, mine)

    states = [here.desk.queries.team_paper(one).claim.state for one in (mine, theirs)]
    assert states == [ClaimState.PAID, ClaimState.RETURNED]


def test_a_person_with_other_public_pay_gets_no_award(here, today):
    mediated_three_times(here)
    here.change(Person, here.desk.person.id, paid_elsewhere=True)

    ((why,),) = against(here, today)

    assert "barred" in why


def test_shares_are_said_for_the_mediators_of_a_case_and_add_up(here, today):
    dispute = mediated_three_times(here)
    me = here.desk.person.id

    with pytest.raises(Refusal, match="add up to 100"):
        draft(here, today, shares=(claims.ShareSaid(dispute=dispute, mediator=me, share=90),))


def test_a_mediator_sees_no_awards(here, today):
    with pytest.raises(NotAllowed):
        awards_between(here.as_role(Role.MEDIATOR), today, today)


def test_no_rules_are_in_force_before_the_first_scheme(here):
    with pytest.raises(Refusal, match="No rules of awards"):
        draft(here, date(2016, 1, 1))

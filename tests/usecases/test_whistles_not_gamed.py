"""What nobody gains by: returns that are refused, steps dated back, empty replies, silence."""

from datetime import timedelta

import pytest

from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.whistle import ReturnReason, Solved, StepKind, WhistleState
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.usecases import whistle_longer, whistle_returns, whistles
from tests.scenarios.reckoning import clock

RETURN = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": "第四十条"}
GOOD, BAD = Satisfaction.SATISFIED, Satisfaction.UNSATISFIED


def file_of(here, whistle):
    return here.desk.queries.whistle_file(whistle)


def rated(here, whistle, resident, **said):
    for step, more in (
        (whistles.report_in, {}),
        (whistles.reply_whistle, {"text": "已处理"}),
        (whistles.verify_whistle, {"solved": Solved.SOLVED}),
    ):
        here.step(step, whistle, **more)
    here.step(
        whistles.evaluate_whistle, whistle,
        street_rating=GOOD, department_rating=GOOD, resident_rating=resident, **said,
    )  # fmt: skip


def test_a_refused_return_gives_the_department_no_new_time(here):
    whistle = here.dispatched()
    before = clock(here, whistle, "D08.report")
    here.at.clock.go(hours=20)
    here.step(whistle_returns.return_whistle, whistle, **RETURN)
    here.at.clock.go(hours=5)

    here.step(whistle_returns.refuse_return, whistle, text="是你局职责")

    after = clock(here, whistle, "D08.report")
    assert (after.id, after.starts_at, after.due_at) == (
        before.id, before.starts_at, before.due_at,
    )  # fmt: skip
    assert after.running()


def test_an_objection_to_a_refused_return_goes_to_the_district(here):
    whistle = here.dispatched()
    here.step(whistle_returns.return_whistle, whistle, **RETURN)
    here.step(whistle_returns.refuse_return, whistle, text="是你局职责")

    here.step(whistle_returns.return_whistle, whistle, **RETURN)

    assert here.state(whistle) is WhistleState.PENDING_DESIGNATION


def test_a_department_that_gets_back_what_it_returned_keeps_its_first_start(here):
    whistle = here.dispatched()
    first = clock(here, whistle, "D08.report").starts_at
    here.at.clock.go(hours=5)
    here.step(whistle_returns.return_whistle, whistle, **RETURN)
    here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设局")
    second = clock(here, whistle, "D08.report").starts_at
    here.at.clock.go(hours=5)
    here.step(whistle_returns.return_whistle, whistle, **RETURN)

    here.step(
        whistle_returns.designate_whistle, whistle, department="综合行政执法局",
        contact="区政府办", legal_basis="第六十六条",
    )  # fmt: skip

    assert second > first
    assert clock(here, whistle, "D08.report").starts_at == first
    assert clock(here, whistle, "D06").starts_at == first


@pytest.mark.parametrize(
    ("hours", "why"), [(1, "still to come"), (-48, "cannot have been earlier")]
)
def test_a_step_is_neither_in_the_future_nor_before_the_one_before(here, hours, why):
    whistle = here.dispatched()
    moment = here.desk.now() + timedelta(hours=hours)

    with pytest.raises(Refusal, match=why):
        here.step(whistles.sign_for_whistle, whistle, at=moment)


def test_a_paper_answer_meets_its_clock_when_it_was_given_and_says_when_it_was_kept(here):
    whistle = here.dispatched()
    here.at.clock.go(hours=3)
    given = here.desk.now() - timedelta(hours=2, minutes=30)

    here.step(whistles.sign_for_whistle, whistle, at=given)

    met = clock(here, whistle, "D08.sign")
    step = file_of(here, whistle).steps[-1]
    assert met.met_at == given < met.due_at
    assert (step.at, step.written_at) == (given, here.desk.now())


def test_a_reply_that_proves_empty_never_met_the_departments_time(here):
    whistle = here.dispatched(rule_set="shandong-hotline")
    here.step(whistles.report_in, whistle)
    here.step(whistles.reply_whistle, whistle, text="已劝导")
    met = clock(here, whistle, "D08.report").met_at

    here.step(whistles.verify_whistle, whistle, solved=Solved.NOT_SOLVED)

    assert met is not None
    assert clock(here, whistle, "D08.report").running()


def test_without_the_residents_answer_the_reason_is_kept(here):
    whistle = here.dispatched()

    with pytest.raises(Refusal, match="Ask the residents"):
        rated(here, whistle, Satisfaction.UNASKED)


def test_an_assisting_department_signs_and_reports_on_its_own(here):
    whistle = here.dispatched(assisting=("公安局",))

    here.step(whistles.sign_for_whistle, whistle, department="公安")

    assert here.state(whistle) is WhistleState.DISPATCHED
    assert clock(here, whistle, "D08.sign").running()
    with pytest.raises(Refusal, match="was not called"):
        here.step(whistles.report_in, whistle, department="民政局")


def test_more_time_is_given_once_and_before_the_old_is_over(here):
    whistle = here.dispatched()
    asked = {"days": 3, "text": "需要图纸", "approver": "赵书记"}
    resident = clock(here, whistle, "D06").due_at
    first = clock(here, whistle, "D08.report").due_at

    here.step(whistle_longer.extend_whistle, whistle, **asked)

    longer = clock(here, whistle, "D08.report")
    assert (longer.first_due_at, clock(here, whistle, "D06").due_at) == (first, resident)
    assert longer.due_at > first
    with pytest.raises(Refusal, match="as often as"):
        here.step(whistle_longer.extend_whistle, whistle, **asked)


def test_more_time_after_the_old_is_over_is_refused(here):
    whistle = here.dispatched()
    here.at.clock.go(days=10)

    with pytest.raises(Refusal, match="only have been extended before"):
        here.step(whistle_longer.extend_whistle, whistle, days=3, text="图纸", approver="赵书记")


def test_the_district_is_asked_after_the_days_of_the_kind(here):
    whistle = here.dispatched()
    with pytest.raises(Refusal, match="3 days overdue"):
        here.step(whistle_longer.escalate_whistle, whistle, contact="区督查室")
    here.at.clock.go(days=14)

    here.step(whistle_longer.escalate_whistle, whistle, contact="区督查室")

    assert file_of(here, whistle).whistle.escalated_at == here.desk.now()
    assert here.state(whistle) is WhistleState.DISPATCHED


def test_the_district_is_asked_after_two_dissatisfactions(here):
    first = here.dispatched()
    rated(here, first, BAD)
    second = here.dispatched(again_of=first)
    rated(here, second, BAD)

    here.step(whistle_longer.escalate_whistle, second, contact="区督查室")

    assert file_of(here, second).whistle.again_of == first
    assert file_of(here, second).steps[-1].kind is StepKind.ESCALATED


def test_a_matter_that_came_back_says_how(here):
    first = here.dispatched()
    rated(here, first, GOOD)

    with pytest.raises(Refusal, match="how the matter has come back"):
        here.whistle(again_of=first)

    assert here.whistle(again_of=first, why_again="又装上了")


def test_an_emergency_goes_out_at_once_and_is_approved_after(here):
    whistle = here.whistle(kind="emergency", told="值班室王队")
    state = here.state(whistle)

    here.at.clock.go(hours=2)
    here.step(whistles.approve_whistle, whistle, approver="赵书记")

    assert state is here.state(whistle) is WhistleState.DISPATCHED
    assert file_of(here, whistle).whistle.approver == "赵书记"
    assert clock(here, whistle, "D08.approve").met_at == here.desk.now()
    with pytest.raises(Refusal, match="approved already"):
        here.step(whistles.approve_whistle, whistle)


def test_a_kind_that_is_not_in_force_that_day_is_refused(here):
    with pytest.raises(NotFound, match="no kind of whistle"):
        here.whistle(rule_set="shandong-line-2017")

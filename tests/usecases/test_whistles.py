"""Whistles: dispatch, clocks, returns, one reassignment, designation, and the way back."""

from datetime import timedelta

import pytest

from mediator_desk.records import whistle as whistle_records
from mediator_desk.records.dispute import Route, Stage
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.whistle import ReturnReason, Solved, WhistleState
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import whistle_returns, whistles
from mediator_desk.usecases.undo import Undo, undo

RETURN = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": "第四十条"}
DESIGNATED = {"department": "住房城乡建设局", "contact": "区政府办", "legal_basis": "第六十六条"}
RATINGS = {
    "street_rating": Satisfaction.SATISFIED,
    "department_rating": Satisfaction.SATISFIED,
    "resident_rating": Satisfaction.FAIRLY,
}


def _clocks(here, whistle):
    deadlines = here.desk.queries.whistle_file(whistle).deadlines
    return sorted(one.rule for one in deadlines if one.running())


def _carry_through(here, whistle):
    here.step(whistles.sign_for_whistle, whistle)
    here.step(whistles.report_in, whistle)
    here.step(whistles.reply_whistle, whistle, text="已拆除")
    here.step(whistles.verify_whistle, whistle, solved=Solved.SOLVED)
    here.step(whistles.evaluate_whistle, whistle, **RATINGS)
    here.step(whistles.close_whistle, whistle)


def test_dispatching_starts_the_clocks_of_department_and_resident(here):
    whistle = here.dispatched()

    assert here.state(whistle) is WhistleState.DISPATCHED
    assert _clocks(here, whistle) == [
        "D06", "D08.contact", "D08.report", "D08.return", "D08.sign",
    ]  # fmt: skip


def test_a_whistle_carried_through_brings_its_dispute_back_with_the_answer(here):
    dispute = here.accepted()
    whistle = here.dispatched(dispute)
    blown = here.file(dispute).dispute

    _carry_through(here, whistle)

    file = here.file(dispute)
    assert (blown.stage, blown.route) == (Stage.WHISTLED, Route.WHISTLE)
    assert here.state(whistle) is WhistleState.CLOSED
    assert file.dispute.stage is Stage.ACCEPTED
    assert [(one.text, one.author) for one in file.notes] == [("已拆除", "综合行政执法局")]
    assert _clocks(here, whistle) == []


def test_what_is_not_solved_goes_back_to_the_department(here):
    whistle = here.dispatched()
    here.step(whistles.report_in, whistle)
    here.step(whistles.reply_whistle, whistle, text="已劝导")

    here.step(whistles.verify_whistle, whistle, solved=Solved.NOT_SOLVED)

    assert here.state(whistle) is WhistleState.HANDLING


def test_a_returned_whistle_is_reassigned_while_the_residents_clock_runs_on(here):
    whistle = here.dispatched()
    start = here.desk.queries.whistle_file(whistle).whistle.first_dispatched_at
    here.at.clock.go(hours=20)
    here.step(whistle_returns.return_whistle, whistle, **RETURN)

    here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设局")

    file = here.desk.queries.whistle_file(whistle)
    assert file.whistle.state is WhistleState.DISPATCHED
    assert file.whistle.lead == "住房城乡建设局"
    assert file.whistle.first_dispatched_at == start
    resident = next(one for one in file.deadlines if one.rule == "D06")
    assert resident.starts_at == start
    assert resident.running()


def test_there_is_no_third_transfer(here):
    whistle = here.dispatched()
    here.step(whistle_returns.return_whistle, whistle, **RETURN)
    here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设局")
    here.step(whistle_returns.return_whistle, whistle, **RETURN)
    pending = here.state(whistle)

    with pytest.raises(Refusal, match="moved on"):
        here.step(whistle_returns.reassign_whistle, whistle, department="环卫处")
    here.step(whistle_returns.designate_whistle, whistle, **DESIGNATED)

    assert pending is WhistleState.PENDING_DESIGNATION
    assert here.state(whistle) is WhistleState.DISPATCHED


def test_a_return_after_its_window_is_refused(here):
    whistle = here.dispatched()
    here.at.clock.moment += timedelta(days=15)
    before = here.kept()

    with pytest.raises(Refusal, match="days for a return are over"):
        here.step(whistle_returns.return_whistle, whistle, **RETURN)

    assert here.kept() == before


def test_a_department_that_came_cannot_return_it(here):
    whistle = here.dispatched()
    here.step(whistles.report_in, whistle)

    with pytest.raises(Refusal, match="moved on"):
        here.step(whistle_returns.return_whistle, whistle, **RETURN)


def test_a_refused_return_leaves_it_with_the_same_department(here):
    whistle = here.dispatched()
    here.step(whistle_returns.return_whistle, whistle, **RETURN)

    here.step(whistle_returns.refuse_return, whistle, text="第四十条就是你局职责")

    file = here.desk.queries.whistle_file(whistle)
    assert (file.whistle.state, file.whistle.reassigned) == (WhistleState.DISPATCHED, 0)


def test_a_whistle_taken_back_gives_the_dispute_back(here):
    dispute = here.logged()
    whistle = here.whistle(dispute)

    here.step(whistles.cancel_whistle, whistle, text="已自行解决")

    assert here.state(whistle) is WhistleState.CANCELLED
    assert here.file(dispute).dispute.stage is Stage.LOGGED


@pytest.mark.parametrize(
    ("said", "why"), [({"title": " "}, "what the matter is"), ({"lead": ""}, "department")]
)
def test_a_whistle_that_lacks_something_is_refused(here, said, why):
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        here.whistle(**said)

    assert here.kept() == before


@pytest.mark.parametrize(
    ("usecase", "state", "said", "why"),
    [
        (whistle_returns.return_whistle, WhistleState.DISPATCHED, {}, "reason and the article"),
        (whistles.reply_whistle, WhistleState.SIGNED, {}, "what the department did"),
        (
            whistles.reply_whistle,
            WhistleState.HANDLING,
            {"text": "已办", "department": "公安"},
            "was not called",
        ),
        (whistles.verify_whistle, WhistleState.REPLIED, {}, "whether it is solved"),
        (whistles.evaluate_whistle, WhistleState.VERIFIED, {}, "both ratings"),
        (whistle_returns.refuse_return, WhistleState.RETURNED, {}, "why the return"),
        (whistle_returns.reassign_whistle, WhistleState.RETURNED, {}, "department"),
    ],
)
def test_a_step_that_lacks_something_is_refused(here, usecase, state, said, why):
    whistle = here.whistle()
    here.change(whistle_records.Whistle, whistle, state=state)
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        here.step(usecase, whistle, **said)

    assert here.kept() == before


def test_a_dispatch_is_not_undone_later_to_start_its_clocks_anew(here):
    whistle = here.whistle()
    here.step(whistles.approve_whistle, whistle, approver="赵书记")
    sent = here.step(whistles.dispatch_whistle, whistle)
    here.at.clock.go(days=1)

    with pytest.raises(Refusal, match="on that day only"):
        undo(here.desk, Undo(piece=sent.piece))


def test_a_dispatch_by_mistake_is_undone_on_its_day(here):
    whistle = here.whistle()
    here.step(whistles.approve_whistle, whistle, approver="赵书记")
    sent = here.step(whistles.dispatch_whistle, whistle)

    undo(here.desk, Undo(piece=sent.piece))

    assert here.state(whistle) is WhistleState.APPROVED

"""Scores are exact counts: the departments' and the street's own, never a rank."""

import pytest

from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.whistles import period
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.people import Role
from mediator_desk.records.whistle import ReturnReason, Solved
from mediator_desk.refusals import NotAllowed
from mediator_desk.usecases import whistle_returns, whistles
from mediator_desk.usecases.score_whistles import score_whistles

GOOD = Satisfaction.SATISFIED
LOCKED = "城市管理（综合行政执法）"


def scored(here):
    return score_whistles(here.desk, *period("2026"))


def finished(here, resident, text=""):
    whistle = here.dispatched()
    here.step(whistles.report_in, whistle)
    here.step(whistles.reply_whistle, whistle, text="已拆除")
    here.step(whistles.verify_whistle, whistle, solved=Solved.SOLVED)
    here.step(
        whistles.evaluate_whistle, whistle,
        street_rating=GOOD, department_rating=GOOD, resident_rating=resident, text=text,
    )  # fmt: skip


def test_a_department_is_counted_as_so_many_of_so_many(here):
    finished(here, Satisfaction.FAIRLY)
    finished(here, Satisfaction.UNSATISFIED)

    (one,) = scored(here).departments

    said = [str(share) for share in (one.contacted, one.reported, one.solved, one.satisfied)]
    assert said == ["2/2", "2/2", "2/2", "1/2"]


def test_a_whistle_without_the_residents_answer_is_in_no_satisfaction(here):
    finished(here, Satisfaction.UNASKED, text="电话三次未接")

    found = scored(here)

    assert str(found.departments[0].satisfied) == "—"
    assert found.street.unanswered == 1


def test_a_return_upheld_as_not_theirs_is_the_streets_own_false_whistle(here):
    whistle = here.dispatched(lead="民政局")
    returned = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": "第四十条"}
    here.step(whistle_returns.return_whistle, whistle, **returned)
    here.step(whistle_returns.reassign_whistle, whistle, department=LOCKED)

    found = scored(here)

    assert str(found.street.false) == "1/1"
    assert [(one.department, one.returned) for one in found.departments] == [
        (LOCKED, 0), ("民政局", 1),
    ]  # fmt: skip


def test_a_refused_return_is_no_false_whistle(here):
    whistle = here.dispatched()
    returned = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": "第四十条"}
    here.step(whistle_returns.return_whistle, whistle, **returned)
    here.step(whistle_returns.refuse_return, whistle, text="是你局职责")

    found = scored(here)

    assert str(found.street.false) == "0/1"
    assert found.departments[0].refused_returns == 1


def test_a_time_still_running_is_not_counted_and_an_overdue_one_is(here):
    here.dispatched()
    before = str(scored(here).departments[0].reported)

    here.at.clock.go(days=14)

    assert (before, str(scored(here).departments[0].reported)) == ("—", "0/1")


def test_scores_are_for_the_team_lead(here):
    with pytest.raises(NotAllowed):
        score_whistles(here.as_role(Role.MEDIATOR), *period("2026"))


@pytest.mark.parametrize("typed", ["", "26", "2026-13", "2026-Q5", "0000"])
def test_a_period_that_is_none_is_refused(typed):
    with pytest.raises(Misuse, match="Write the period"):
        period(typed)

"""Return visits: several, planned again, and each with the next step it calls for."""

from datetime import date

import pytest

from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.close_dispute import PayFollowUp, pay_follow_up
from mediator_desk.usecases.next_step import recommended
from mediator_desk.usecases.perform_agreement import PerformObligation, perform_obligation
from mediator_desk.usecases.urge_performance import UrgePerformance, urge_performance
from tests.usecases.performing import promised, running


def _visit(here, dispute, **said):
    asked = {"situation": "入户了解情况", "performed": False} | said
    pay_follow_up(here.desk, PayFollowUp(dispute=dispute, **asked))


def _next(here, dispute):
    return recommended(here.file(dispute), local_day(here.desk.now()))


def test_a_visit_that_found_nothing_done_calls_for_urging_once(here):
    dispute = promised(here)
    _visit(here, dispute)
    after_the_visit = _next(here, dispute)
    owed = here.file(dispute).obligations[0].id

    urge_performance(here.desk, UrgePerformance(obligation=owed, words="答应月底付"))

    assert after_the_visit == "urge-performance"
    assert _next(here, dispute) == "record-payment"


def test_somebody_who_is_not_content_is_visited_again(here):
    dispute = promised(here)
    owed = here.file(dispute).obligations[0].id
    perform_obligation(
        here.desk, PerformObligation(obligation=owed, performed_on=date(2026, 11, 23))
    )
    _visit(here, dispute, performed=True, satisfaction=Satisfaction.UNSATISFIED)
    after_the_first = _next(here, dispute)
    here.at.clock.go(days=5)

    _visit(here, dispute, performed=True, satisfaction=Satisfaction.SATISFIED)

    assert after_the_first == "follow-up"
    assert _next(here, dispute) == "close-dispute"
    assert len(here.file(dispute).follow_ups) == 2


def test_a_visit_can_be_planned_again_and_its_clock_is_met_by_the_next(here):
    dispute = promised(here)
    _visit(here, dispute, risk="孩子仍在堵门", next_on=date(2026, 12, 7))
    planned = running(here, dispute, "D05.again")

    _visit(here, dispute)

    assert planned == ["2026-12-07"]
    assert running(here, dispute, "D05") == running(here, dispute, "D05.again") == []
    assert here.file(dispute).follow_ups[0].risk == "孩子仍在堵门"


def test_the_next_visit_lies_ahead(here):
    dispute = promised(here)

    with pytest.raises(Refusal, match="lies ahead"):
        _visit(here, dispute, next_on=date(2026, 11, 23))

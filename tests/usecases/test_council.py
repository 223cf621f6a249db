"""The council: topics from disputes, meetings, decisions, and what becomes of the disputes."""

from datetime import date

import pytest

from mediator_desk.records.council import (
    AgendaTopic,
    DecisionBody,
    MeetingResult,
    TopicSource,
    TopicState,
)
from mediator_desk.records.dispute import Outcome, Route, Stage
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.council import GatherDisputes, RaiseTopic, gather_disputes, raise_topic
from mediator_desk.usecases.council_doing import FinishTopic, finish_topic, post_result
from mediator_desk.usecases.council_meetings import PostOnBoard, hold_meeting
from mediator_desk.usecases.council_screening import ScreenTopic, screen_topic


def _topic(here, topic):
    return here.desk.queries.topic_file(topic).topic


def test_disputes_gathered_into_a_topic_wait_for_the_council(here):
    disputes = [here.logged(), here.accepted(), here.logged()]

    topic = here.topic(*disputes)

    assert _topic(here, topic).number == "古城议-2026-1"
    assert _topic(here, topic).source is TopicSource.DISPUTES
    stages = {here.file(one).dispute.stage for one in disputes}
    assert stages == {Stage.IN_COUNCIL}
    assert {here.file(one).dispute.route for one in disputes} == {Route.COUNCIL}


def test_more_disputes_can_be_gathered_later(here):
    topic, dispute = here.topic(), here.logged()

    gather_disputes(here.desk, GatherDisputes(topic=topic, disputes=(dispute,)))

    assert here.file(dispute).agenda_topic.id == topic


def test_a_topic_that_says_nothing_is_refused(here):
    before = here.kept()

    with pytest.raises(Refusal, match="name"):
        raise_topic(here.desk, RaiseTopic(title="停车", content=" "))

    assert here.kept() == before


def test_a_topic_not_taken_up_gives_its_disputes_back(here):
    logged, accepted = here.logged(), here.accepted()
    topic = here.topic(logged, accepted)
    asked = ScreenTopic(
        topic=topic, opinion="不属于议事范围", decision_body=DecisionBody.COUNCIL, accepted=False
    )

    screen_topic(here.desk, asked)

    assert _topic(here, topic).state is TopicState.WITHDRAWN
    assert here.file(logged).dispute.stage is Stage.LOGGED
    assert here.file(accepted).dispute.stage is Stage.ACCEPTED
    assert [one.text for one in here.file(logged).notes] == ["不属于议事范围"]


def test_a_decision_carried_out_and_shared_settles_the_disputes(here):
    dispute = here.accepted()
    topic = here.called(dispute)
    hold_meeting(here.desk, here.minutes(topic, finish_on=date(2026, 12, 31)))
    post_result(here.desk, PostOnBoard(topic=topic, where="小区公示栏"))

    for step in ("carry-out", "rate", "share"):
        finish_topic(here.desk, FinishTopic(topic=topic, step=step, report="已划线"))

    file = here.file(dispute)
    assert _topic(here, topic).state is TopicState.SHARED
    assert (file.dispute.stage, file.dispute.outcome) == (
        Stage.CLOSED,
        Outcome.SETTLED_BY_COUNCIL,
    )
    assert file.closings[0].reason == "已划线"


def test_a_meeting_meets_its_day_and_starts_the_day_of_the_work(here):
    topic = here.called()

    hold_meeting(here.desk, here.minutes(topic, finish_on=date(2026, 12, 31)))

    clocks = here.desk.queries.topic_file(topic).deadlines
    assert {one.rule: one.running() for one in clocks} == {"C01": False, "C02": True}


def test_the_council_cannot_decide_what_the_law_leaves_to_owners(here):
    topic = here.called(body=DecisionBody.UNIT_OWNERS)
    before = here.kept()

    with pytest.raises(Refusal, match="Civil Code 278"):
        hold_meeting(here.desk, here.minutes(topic))

    assert here.kept() == before


def test_half_of_those_present_is_not_more_than_half(here):
    topic = here.called()
    before = here.kept()

    with pytest.raises(Refusal, match="not more than half"):
        hold_meeting(here.desk, here.minutes(topic, votes_for=6, votes_against=5))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("said", "why"), [({"present": 16}, "16 are present"), ({"votes_for": 10}, "add up to 13")]
)
def test_minutes_whose_figures_do_not_add_up_are_refused(here, said, why):
    topic = here.called()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        hold_meeting(here.desk, here.minutes(topic, **said))

    assert here.kept() == before


def test_a_topic_handed_to_the_owners_is_no_decision(here):
    topic = here.called(body=DecisionBody.UNIT_OWNERS)

    hold_meeting(here.desk, here.minutes(topic, result=MeetingResult.TO_OWNERS))

    assert _topic(here, topic).state is TopicState.TO_OWNER_VOTE


def test_a_step_without_a_report_is_refused(here):
    topic = here.called()
    here.change(AgendaTopic, topic, state=TopicState.RESULT_POSTED)

    with pytest.raises(Refusal, match="done or found"):
        finish_topic(here.desk, FinishTopic(topic=topic, step="carry-out", report=""))

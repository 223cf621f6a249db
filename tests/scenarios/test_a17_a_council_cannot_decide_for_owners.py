"""A17: the council carries a motion, but Civil Code 278 leaves the matter to the owners."""

import pytest

from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.refusals import Refusal
from mediator_desk.rules.fractions import percent
from mediator_desk.usecases.council_fate import RecordDecision, others_decided, record_decision
from mediator_desk.usecases.council_minutes import hold_meeting
from mediator_desk.usecases.council_screening import ScreenTopic, screen_topic
from tests.usecases.councils import Councils

SHED = {"title": "小区建电动车充电棚", "content": "在小区公共用地建电动车充电棚"}


@pytest.fixture
def councils(here):
    return Councils(here)


@pytest.fixture
def shed(councils):
    """Bring the charging shed before a council of 21, of whom 14 came."""
    members = councils.seated(21)
    topic = councils.here.topic(**SHED)
    asked = ScreenTopic(
        topic=topic, opinion="占用公共用地", decision_body=DecisionBody.OWNERS, law_item=8
    )
    screen_topic(councils.desk, asked)
    councils.attend(councils.call(topic), members, 14)
    return topic


def test_the_council_rule_passes_with_two_thirds_present_and_eight_of_fourteen(councils):
    rules, division = councils.desk.books.council, councils.desk.team.division
    day = councils.desk.now().date()

    assert rules.share("council.quorum", division, day).reached(14, 21)
    assert rules.share("council.majority", division, day).reached(8, 14)
    assert percent(8, 14) == "57.14%"


def test_a_charging_shed_on_common_land_goes_to_the_owners_vote_and_is_not_decided(councils, shed):
    hold_meeting(councils.desk, councils.minutes(shed, (8, 4, 2), result=MeetingResult.TO_OWNERS))

    file = councils.file(shed)
    assert file.topic.state is TopicState.TO_OWNER_VOTE
    assert (file.items[0].due, file.items[0].present) == (21, 14)
    assert (file.items[0].votes_for, file.items[0].votes_against) == (8, 4)


def test_the_same_votes_as_a_decision_are_refused_and_nothing_is_kept(councils, shed):
    before = councils.here.kept()

    with pytest.raises(Refusal, match="only recommend"):
        hold_meeting(councils.desk, councils.minutes(shed, (8, 4, 2)))

    assert councils.here.kept() == before


def test_nobody_can_write_the_owners_decision_by_hand(councils, shed):
    hold_meeting(councils.desk, councils.minutes(shed, (8, 4, 2), result=MeetingResult.TO_OWNERS))

    for body in DecisionBody:
        asked = RecordDecision(
            topic=shed, body=body, passed=True, words="通过", due=9, present=9, agreeing=9
        )
        with pytest.raises(Refusal):
            record_decision(councils.desk, asked)

    assert councils.file(shed).topic.state is TopicState.TO_OWNER_VOTE


def test_the_counted_vote_of_the_owners_decides_in_their_name(councils, shed):
    hold_meeting(councils.desk, councils.minutes(shed, (8, 4, 2), result=MeetingResult.TO_OWNERS))

    with councils.desk.work("record-decision") as work:
        others_decided(councils.desk, work, shed, passed=True, words="双四分之三同意")
        work.commit()

    file = councils.file(shed)
    assert file.topic.state is TopicState.OTHERS_DECIDED
    assert file.decisions[0].body is DecisionBody.OWNERS

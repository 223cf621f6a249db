"""What others decide on a topic the council may only prepare, and taking a topic up again."""

from dataclasses import replace

import pytest

from mediator_desk.records.council import AgendaTopic, DecisionBody, TopicState
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.council_fate import (
    RecordDecision,
    ReopenTopic,
    others_decided,
    record_decision,
    reopen_topic,
)


def _waiting(here, state=TopicState.TO_RESIDENTS_MEETING, **said):
    topic = here.topic()
    here.change(AgendaTopic, topic, state=state, **said)
    return topic


def _file(here, topic):
    return here.desk.queries.topic_file(topic)


def _meeting(topic, **said):
    asked = RecordDecision(
        topic=topic,
        body=DecisionBody.REPRESENTATIVES,
        passed=True,
        words="同意公约",
        due=60,
        present=40,
        agreeing=21,
    )
    return replace(asked, **said)


@pytest.mark.parametrize(
    ("passed", "reached"),
    [(True, TopicState.OTHERS_DECIDED), (False, TopicState.DELIBERATED)],
)
def test_an_owners_vote_tells_the_topic_its_fate(here, passed, reached):
    topic = _waiting(here, TopicState.TO_OWNER_VOTE, law_item=8, decision_body=DecisionBody.OWNERS)

    with here.desk.work("record-decision") as work:
        others_decided(here.desk, work, topic, passed=passed, words="人数未达四分之三")
        work.commit()

    assert _file(here, topic).topic.state is reached
    assert _file(here, topic).decisions[0].body is DecisionBody.OWNERS


def test_a_topic_that_does_not_wait_for_others_takes_no_fate(here):
    topic = here.called()
    before = here.kept()

    with pytest.raises(Refusal), here.desk.work("record-decision") as work:
        others_decided(
            here.desk, work, topic, passed=True, words="通过", body=DecisionBody.RESIDENTS
        )

    assert here.kept() == before


def test_exactly_two_thirds_of_the_representatives_are_enough(here):
    topic = _waiting(here)

    record_decision(here.desk, _meeting(topic))

    assert _file(here, topic).topic.state is TopicState.OTHERS_DECIDED


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"present": 39}, "40 are needed"),
        ({"agreeing": 20}, "21 are needed"),
        ({"agreeing": 41}, "cannot be"),
        ({"words": " "}, "Write down"),
        ({"body": DecisionBody.OWNERS}, "owners' vote"),
        ({"body": DecisionBody.COUNCIL}, "its own meeting"),
        ({"body": DecisionBody.DEPARTMENT}, "waits for others"),
        ({"body": DecisionBody.ALL_CONCERNED, "agreeing": 59}, "Every owner concerned"),
    ],
)
def test_a_decision_that_does_not_stand_is_refused(here, said, why):
    topic = _waiting(here)
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        record_decision(here.desk, _meeting(topic, **said))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("by_law", "said", "why"),
    [
        (DecisionBody.ALL_CONCERNED, DecisionBody.DEPARTMENT, "waits for others"),
        (DecisionBody.ALL_CONCERNED, DecisionBody.OWNERS_COMMITTEE, "waits for others"),
        (DecisionBody.ALL_CONCERNED, DecisionBody.RESIDENTS, "waits for others"),
        (DecisionBody.OWNERS, DecisionBody.RESIDENTS, "owners' vote"),
        (DecisionBody.UNIT_OWNERS, DecisionBody.OWNERS_COMMITTEE, "owners' vote"),
    ],
)
def test_nobody_else_decides_in_place_of_those_the_law_names(here, by_law, said, why):
    topic = _waiting(here, TopicState.TO_OWNER_VOTE, decision_body=by_law)

    with pytest.raises(Refusal, match=why):
        record_decision(here.desk, _meeting(topic, body=said))


def test_another_rule_can_be_named_as_the_reason(here):
    topic = _waiting(here)

    record_decision(here.desk, _meeting(topic, present=31, reason="新法规定过半数即可"))

    assert _file(here, topic).decisions[0].reason == "新法规定过半数即可"


def test_nobody_records_by_hand_what_only_the_owners_can_vote(here):
    topic = _waiting(here, law_item=8)

    with pytest.raises(Refusal, match="Civil Code 278"):
        record_decision(here.desk, _meeting(topic))


def test_a_topic_that_was_over_is_screened_anew(here):
    topic = _waiting(here, TopicState.SHARED)

    reopen_topic(here.desk, ReopenTopic(topic=topic, reason="堆物又多起来"))

    file = _file(here, topic)
    assert file.topic.state is TopicState.PROPOSED
    assert [one.reason for one in file.reopenings] == ["堆物又多起来"]


def test_a_reopening_says_why(here):
    topic = _waiting(here, TopicState.SHARED)

    with pytest.raises(Refusal, match="Say why"):
        reopen_topic(here.desk, ReopenTopic(topic=topic, reason=" "))

"""The council: topics from disputes, screening, and what becomes of the disputes."""

import pytest

from mediator_desk.records.council import DecisionBody, TopicSource, TopicState
from mediator_desk.records.dispute import Outcome, Route, Stage
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.council import (
    ChangeTopic,
    GatherDisputes,
    RaiseTopic,
    change_topic,
    gather_disputes,
    raise_topic,
)
from mediator_desk.usecases.council_screening import (
    ScreenTopic,
    WithdrawTopic,
    screen_topic,
    withdraw_topic,
)
from tests.usecases.councils import Councils

COUNCIL = DecisionBody.COUNCIL


def _file(here, topic):
    return here.desk.queries.topic_file(topic)


def _topic(here, topic):
    return _file(here, topic).topic


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


def test_a_topic_put_right_is_screened_anew(here):
    topic = here.screened()

    change_topic(here.desk, ChangeTopic(topic=topic, title="楼道清理日", households=60))

    changed = _topic(here, topic)
    assert (changed.title, changed.households) == ("楼道清理日", 60)
    assert changed.state is TopicState.PROPOSED


@pytest.mark.parametrize("answer", [{"ours": False}, {"lawful": False}, {"duplicate_of": True}])
def test_a_topic_not_taken_up_gives_its_disputes_back(here, answer):
    logged, accepted = here.logged(), here.accepted()
    topic, other = here.topic(logged, accepted), here.topic()
    if "duplicate_of" in answer:
        answer = {"duplicate_of": other}

    screen_topic(
        here.desk, ScreenTopic(topic=topic, opinion="不列入", decision_body=COUNCIL, **answer)
    )

    assert _topic(here, topic).state is TopicState.WITHDRAWN
    assert here.file(logged).dispute.stage is Stage.LOGGED
    assert here.file(accepted).dispute.stage is Stage.ACCEPTED
    assert [one.text for one in here.file(logged).notes] == ["不列入"]
    assert _file(here, topic).screenings[0].accepted is False


def test_every_answer_of_a_screening_is_kept(here):
    topic = here.topic(title="小区加装充电棚", content="在公共绿地建电动车充电棚")
    asked = ScreenTopic(
        topic=topic,
        opinion="属业主共同决定",
        decision_body=DecisionBody.UNIT_OWNERS,
        law_item=8,
        reason="只涉及一栋楼的场地",
    )

    screen_topic(here.desk, asked)

    kept = _file(here, topic).screenings[0]
    assert (kept.body, kept.law_item) == (DecisionBody.UNIT_OWNERS, 8)
    assert (kept.proposed_body, kept.proposed_item) == (DecisionBody.OWNERS, 8)
    assert kept.reason == "只涉及一栋楼的场地"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"decision_body": COUNCIL}, "By its words"),
        ({"decision_body": COUNCIL, "reason": "居民都同意"}, "By its words"),
        ({"decision_body": COUNCIL, "law_item": 8, "reason": "x"}, "Item 8"),
        ({"decision_body": DecisionBody.UNIT_OWNERS, "law_item": 8}, "Say why"),
    ],
)
def test_a_278_matter_is_never_handed_to_the_council(here, said, why):
    topic = here.topic(title="小区加装充电棚", content="在公共绿地建电动车充电棚")
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        screen_topic(here.desk, ScreenTopic(topic=topic, opinion="可议", **said))

    assert here.kept() == before


def test_giving_a_topic_up_says_why_and_calls_its_clocks_off(here):
    dispute = here.logged()
    topic = here.called(dispute)

    withdraw_topic(here.desk, WithdrawTopic(topic=topic, reason="提案人撤回"))

    file = _file(here, topic)
    assert not any(clock.running() for clock in file.deadlines)
    assert file.topic.screen_opinion == "属于社区事务"
    assert here.file(dispute).dispute.stage is Stage.LOGGED


def test_a_decision_carried_out_and_shared_settles_the_disputes(here):
    dispute = here.accepted()

    topic = Councils(here).shared(dispute)

    file = here.file(dispute)
    assert _topic(here, topic).state is TopicState.SHARED
    assert (file.dispute.stage, file.dispute.outcome) == (
        Stage.CLOSED,
        Outcome.SETTLED_BY_COUNCIL,
    )
    assert file.closings[0].reason == "楼道清爽了"

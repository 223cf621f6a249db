"""Two stations that make something of one topic apart from each other."""

import pytest

from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.usecases.council import ChangeTopic, change_topic
from mediator_desk.usecases.council_minutes import hold_meeting
from mediator_desk.usecases.council_screening import ScreenTopic, screen_topic
from mediator_desk.usecases.exchange import TakeBundle, take_bundle
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
from tests.sync.meeting import Town
from tests.usecases.cases import Cases
from tests.usecases.councils import Councils


@pytest.fixture
def town(tmp_path):
    """Found two stations."""
    made = Town(tmp_path, "古城", "新区")
    yield made
    made.leave()


def carry(town, sender, peer):
    """Carry a bundle and take it in as people do."""
    for file in town.make(sender, peer).files:
        take_bundle(town[peer].desk, TakeBundle(file=file, confirm_clock=True))


def state(at, topic):
    """Say where a topic stands."""
    return at.desk.queries.topic_file(topic).topic.state


def test_what_one_station_leaves_to_the_owners_is_not_decided_by_the_others_council(town):
    here, there = town["古城"], town["新区"]
    topic = Cases(here).screened()
    carry(town, "古城", "新区")
    change_topic(there.desk, ChangeTopic(topic=topic, title="公共绿地建充电棚"))
    screening = ScreenTopic(
        topic=topic, opinion="须业主表决", decision_body=DecisionBody.OWNERS, law_item=8,
        reason="民法典二百七十八条",
    )  # fmt: skip
    screen_topic(there.desk, screening)
    Councils(Cases(here)).call(topic)
    hold_meeting(here.desk, Cases(here).minutes(topic))
    assert state(here, topic) is TopicState.DECIDED

    for _round in range(2):
        carry(town, "古城", "新区")
        carry(town, "新区", "古城")
    for at in (here, there):
        for one in at.desk.queries.clashes():
            if one.field == "state":
                asked = SettleClash(table=one.table, id=one.id, field="state", value="decided")
                settle_clash(at.desk, asked)

    assert TopicState.DECIDED not in {state(here, topic), state(there, topic)}

"""Gathering: one matter told seven times becomes one topic, and each teller hears the outcome."""

import pytest
from sqlalchemy import text

from db.gathering import OPEN
from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.records.dispute import Outcome, Route, Stage, Topic
from mediator_desk.records.ids import TopicId
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.usecases import council, council_screening
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases import sign_agreement as agreements
from mediator_desk.usecases.gathering import (
    PutAsideGathering,
    TakeOutDispute,
    offered,
    put_aside_gathering,
    take_out_dispute,
)

ESTATE = "阳光花园"


def told(here, times=7, **said):
    """Log the same matter of several neighbours, three days apart."""
    found = []
    for number in range(times):
        names = (f"业主{number + 1}", "物业公司")
        found.append(here.logged(names=names, text="停车位不够", estate=ESTATE, **said))
        here.at.clock.go(days=3)
    return found


def withdraw(here, topic):
    asked = council_screening.ScreenTopic(
        topic=topic, opinion="不属于本社区", decision_body=DecisionBody.COUNCIL, ours=False
    )
    council_screening.screen_topic(here.desk, asked)


def test_disputes_of_one_place_and_topic_are_found_offered_and_gathered(here):
    disputes = told(here)

    (offer,) = offered(here.desk)
    topic = here.topic(*offer.cluster.disputes)

    assert offer.cluster.disputes == tuple(disputes)
    assert (offer.place, offer.cluster.spot.topic) == (ESTATE, Topic.PARKING)
    assert offered(here.desk) == ()
    file = here.desk.queries.topic_file(topic)
    assert {row.id for row in file.disputes} == set(disputes)
    assert {row.parties[0] for row in file.disputes} == {f"业主{n + 1}" for n in range(7)}


def test_each_keeps_its_own_parties_and_gets_the_outcome_back(here):
    disputes = told(here, 3)
    topic = here.topic(*disputes)

    with here.desk.open_work(here.desk.person.id) as work:
        kept = work.get(council.AgendaTopic, topic)
        council.give_back(here.desk, work, kept, "新增车位四十个", closed=True)
        work.commit()

    files = [here.file(id) for id in disputes]
    assert [one.parties[0].name for one in files] == ["业主1", "业主2", "业主3"]
    assert {one.dispute.outcome for one in files} == {Outcome.SETTLED_BY_COUNCIL}
    assert {one.closings[0].reason for one in files} == {"新增车位四十个"}


def test_a_dispute_taken_out_of_its_topic_goes_on_by_itself(here):
    first, *others = told(here, 3)
    topic = here.topic(first, *others)

    take_out_dispute(here.desk, TakeOutDispute(dispute=first, reason="说的是另一处车位"))

    alone = here.file(first)
    assert (alone.dispute.stage, alone.dispute.route) == (Stage.LOGGED, Route.UNDECIDED)
    assert alone.agenda_topic is None
    assert alone.notes[-1].text == "说的是另一处车位"
    file = here.desk.queries.topic_file(topic)
    assert {row.id for row in file.disputes} == set(others)
    assert alone.dispute.number in file.notes[-1].text


def test_a_dispute_leaves_only_a_topic_it_belongs_to_and_says_why(here):
    alone, *_ = told(here, 3)

    with pytest.raises(Refusal, match="belongs to no topic"):
        take_out_dispute(here.desk, TakeOutDispute(dispute=alone, reason="看错了"))
    here.topic(alone)
    with pytest.raises(Refusal, match="why the dispute leaves"):
        take_out_dispute(here.desk, TakeOutDispute(dispute=alone, reason=" "))


def test_parties_who_agree_by_themselves_leave_the_topic(here):
    first = here.consenting(estate=ESTATE)
    second = here.consenting(estate=ESTATE)
    topic = here.topic(first, second)
    sittings.hold_sitting(here.desk, here.sitting(first))

    agreements.sign_agreement(here.desk, here.agreement(first))

    agreed = here.file(first)
    assert (agreed.dispute.stage, agreed.agenda_topic) == (Stage.AGREED, None)
    assert agreed.dispute.route is Route.SETTLE
    assert [row.id for row in here.desk.queries.topic_file(topic).disputes] == [second]


def test_a_topic_given_up_leaves_those_in_mediation_to_it(here):
    first = here.consenting(estate=ESTATE)
    second = here.accepted(estate=ESTATE)
    topic = here.topic(first, second)
    sittings.hold_sitting(here.desk, here.sitting(first))

    withdraw(here, topic)

    assert here.desk.queries.topic_file(topic).topic.state is TopicState.WITHDRAWN
    assert here.file(first).dispute.stage is Stage.MEDIATING
    assert here.file(second).dispute.stage is Stage.ACCEPTED
    assert {here.file(one).agenda_topic for one in (first, second)} == {None}


def test_an_offer_put_aside_stays_away_until_it_grows(here):
    first, *_ = told(here, 4)
    put_aside_gathering(here.desk, PutAsideGathering(dispute=first))
    away = offered(here.desk)
    here.logged(text="又有人占车位", estate=ESTATE)

    (again,) = offered(here.desk)

    assert away == ()
    assert len(again.cluster.disputes) == 5


def test_only_what_is_offered_can_be_put_aside(here):
    alone = here.logged()

    with pytest.raises(NotFound, match="not offered"):
        put_aside_gathering(here.desk, PutAsideGathering(dispute=alone))


def test_what_is_closed_or_gathered_already_is_not_offered(here):
    disputes = told(here, 4)
    here.put(disputes[0], stage=Stage.CLOSED)
    here.put(disputes[1], agenda_topic=TopicId(here.desk.new_id()))

    assert offered(here.desk) == ()


def test_a_dispute_without_an_estate_counts_for_its_community(here):
    for _time in range(3):
        here.logged(text="广场舞扰民", topic=Topic.NOISE)

    (offer,) = offered(here.desk)

    assert (offer.place, offer.cluster.spot.estate) == ("", None)
    assert offer.cluster.spot.division == here.desk.team.division


def test_they_are_found_along_one_index(here):
    with here.at.house._opened().engine.connect() as connection:
        places = {"station": "x", "since": "2026"}
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {OPEN}"), places)]

    assert plan[0].startswith("SEARCH dispute USING INDEX ix_dispute_stage_logged_at")

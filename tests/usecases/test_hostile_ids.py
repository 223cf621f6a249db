"""Ids that name nothing, or something of another kind, and figures below nothing, are refused."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from mediator_desk.records.dispute import Topic
from mediator_desk.records.sitting import SittingResult
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.council import RaiseTopic, raise_topic
from mediator_desk.usecases.council_minutes import hold_meeting
from mediator_desk.usecases.hold_sitting import HoldSitting, hold_sitting
from mediator_desk.usecases.log_dispute import LogDispute, log_dispute


def _sitting(dispute, **said):
    asked = {
        "dispute": dispute,
        "held_at": datetime(2026, 11, 23, 6, 0, tzinfo=UTC),
        "place": "调解室",
        "record": "谈妥",
        "result": SittingResult.SUCCEEDED,
    }
    return HoldSitting(**asked | said)


def test_a_dispute_is_not_handed_to_somebody_who_is_not_here(here):
    party = here.file(here.logged()).parties[0].id
    before = here.kept()

    for nobody in (uuid4(), party):
        with pytest.raises(NotFound):
            log_dispute(here.desk, LogDispute(text="x", topic=Topic.NOISE, mediator=nobody))

    assert here.kept() == before


def test_a_dispute_is_not_accepted_for_somebody_who_is_not_here(here):
    dispute = here.logged()

    with pytest.raises(NotFound):
        accept_dispute(here.desk, AcceptDispute(dispute=dispute, mediator=uuid4()))


def test_only_parties_of_the_dispute_sit_at_its_table(here):
    dispute = here.consenting()
    stranger = here.file(here.logged(names=("赵六", "孙七"))).parties[0].id

    with pytest.raises(Refusal, match="parties"):
        hold_sitting(here.desk, _sitting(dispute, present=(stranger,)))


def test_only_people_who_are_here_hold_a_sitting(here):
    dispute = here.consenting()
    present = tuple(one.id for one in here.file(dispute).parties)

    with pytest.raises(NotFound):
        hold_sitting(here.desk, _sitting(dispute, present=present, mediators=(uuid4(),)))


@pytest.mark.parametrize(
    "said",
    [{"agenda_topic": uuid4()}, {"dispute": uuid4()}, {"rule_set": "moon"}, {"division": "99"}],
)
def test_a_whistle_names_only_what_is_known(here, said):
    before = here.kept()

    with pytest.raises(NotFound):
        blow_whistle(here.desk, BlowWhistle(title="地锁", content="私装", lead="城管", **said))

    assert here.kept() == before


def test_a_topic_lies_in_a_known_place(here):
    with pytest.raises(NotFound):
        raise_topic(here.desk, RaiseTopic(title="电梯", content="加装", division="99"))


@pytest.mark.parametrize("households", [-1, 10_000_000])
def test_households_are_a_number_somebody_could_count(here, households):
    with pytest.raises(Refusal, match="households"):
        log_dispute(here.desk, LogDispute(text="x", topic=Topic.NOISE, households=households))
    with pytest.raises(Refusal, match="households"):
        raise_topic(here.desk, RaiseTopic(title="x", content="x", households=households))


def test_votes_below_nothing_never_make_the_sum_right(here):
    topic = here.called()

    with pytest.raises(Refusal, match="votes"):
        hold_meeting(here.desk, here.minutes(topic, votes_for=15, votes_against=-3))

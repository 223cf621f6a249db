"""What Today asks the store: every clock that runs, every step that waits, along an index."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from db.today import CLOCKS
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import TeamId
from mediator_desk.records.owners_vote import OwnersVote, VoteState
from mediator_desk.records.people import Person
from mediator_desk.records.team import Team
from mediator_desk.records.whistle import Whistle, WhistleState
from mediator_desk.rules.whose_turn import Turn
from mediator_desk.usecases import whistles
from mediator_desk.usecases.clocks import call_off_clocks
from mediator_desk.usecases.owners_votes.calling import CallVote, call_vote
from mediator_desk.usecases.recusals import AskRecusal, ask_recusal
from tests.store.stations import sit_down
from tests.usecases.cases import Cases


@pytest.fixture
def here(tmp_path):
    station = sit_down(tmp_path / "station")
    yield Cases(station)
    station.leave()


def said(row):
    return row.kind, row.rule, row.waiting, row.turn


def test_running_clocks_are_read_along_their_own_index(here):
    with here.at.house._opened().engine.connect() as connection:
        places = {"person": None, "rows": 500}
        plan = [row[3] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {CLOCKS}"), places)]

    assert plan[0] == "SCAN deadline USING INDEX ix_deadline_running"
    assert all(step.startswith("SEARCH") for step in plan[1:])


def test_a_whistle_waits_for_the_department_and_then_for_us(here):
    whistle = here.dispatched()
    dispatched = {row.turn for row in here.desk.queries.today()}
    here.step(whistles.sign_for_whistle, whistle)
    here.step(whistles.report_in, whistle)
    here.step(whistles.reply_whistle, whistle, text="已拆除")

    (row,) = here.desk.queries.today()

    assert dispatched == {Turn.DEPARTMENT}
    assert said(row) == ("whistle", "D06", "whistle.replied", Turn.OURS)
    assert row.whom == "综合行政执法局"


def test_a_step_with_no_clock_is_there_and_leaves_with_the_step(here):
    topic = here.topic()

    (row,) = here.desk.queries.today()

    assert (row.id, row.due_at, row.waiting) == (topic, None, "agenda_topic.proposed")


def test_an_agreement_without_its_marks_waits_for_the_parties(here):
    dispute = here.agreed()

    rows = [row for row in here.desk.queries.today() if row.turn is Turn.PARTIES]

    assert [(row.id, row.waiting) for row in rows] == [(dispute, "agreement.unmarked")]


def test_a_consultation_note_without_its_marks_waits_too(here):
    dispute = here.agreed(form=AgreementForm.NOTE)

    rows = [row for row in here.desk.queries.today() if row.turn is Turn.PARTIES]

    assert [(row.id, row.waiting) for row in rows] == [(dispute, "agreement.unmarked")]


def test_a_person_sees_what_is_hers(here):
    mine = here.accepted()
    theirs = here.accepted()
    other = here.desk.new_id()
    with here.desk.open_work(here.desk.person.id) as work:
        work.add(replace(work.get(Person, here.desk.person.id), id=other, name="王芳", version=0))
        work.put(replace(work.get(Dispute, theirs), mediator=other))
        work.commit()

    rows = here.desk.queries.today(here.desk.person.id)

    assert [row.id for row in rows] == [mine]
    assert {row.who_name for row in here.desk.queries.today()} == {"李梅", "王芳"}


def test_what_another_team_keeps_waits_for_their_station(here):
    dispute = here.accepted()
    other = TeamId(here.desk.new_id())
    with here.desk.open_work(here.desk.person.id) as work:
        ours = work.get(Team, here.desk.team.id)
        work.add(replace(ours, id=other, name="柳园调解队", version=0))
        work.put(replace(work.get(Dispute, dispute), team=other))
        work.commit()

    (row,) = here.desk.queries.today()

    assert (row.turn, row.whom) == (Turn.STATION, "柳园调解队")


def test_a_wish_for_another_mediator_waits_for_its_answer(here):
    dispute = here.accepted()
    asked_by = here.file(dispute).parties[0].id
    ask_recusal(here.desk, AskRecusal(dispute=dispute, asked_by=asked_by, reason="是亲戚"))

    rows = [row for row in here.desk.queries.today() if row.waiting == "recusal.asked"]

    assert [(row.kind, row.id, row.turn) for row in rows] == [("dispute", dispute, Turn.OURS)]


@pytest.mark.parametrize("state", list(TopicState))
def test_a_topic_waits_in_every_state_until_it_is_over(here, state):
    topic = here.topic()
    here.change(AgendaTopic, topic, state=state)

    waiting = [row.waiting for row in here.desk.queries.today()]

    over = state in (TopicState.SHARED, TopicState.WITHDRAWN)
    assert waiting == ([] if over else [f"agenda_topic.{state}"])


@pytest.mark.parametrize("state", list(WhistleState))
def test_a_whistle_waits_in_every_state_until_it_is_over(here, state):
    whistle = here.whistle()
    here.change(Whistle, whistle, state=state)

    waiting = [row.waiting for row in here.desk.queries.today()]

    over = state in (WhistleState.CLOSED, WhistleState.CANCELLED)
    assert waiting == ([] if over else [f"whistle.{state}"])


@pytest.mark.parametrize("state", list(VoteState))
def test_an_owners_vote_waits_in_every_state_until_it_is_over(here, state):
    asked = CallVote(
        title="选聘物业",
        matter="选聘新的物业服务人",
        opens_on=date(2026, 12, 20),
        closes_on=date(2026, 12, 27),
        law_item=4,
    )
    vote = call_vote(here.desk, asked).of("owners_vote")[0]
    with here.desk.open_work(here.desk.person.id) as work:
        call_off_clocks(work, vote)
        work.commit()
    here.change(OwnersVote, vote, state=state)

    waiting = [row.waiting for row in here.desk.queries.today()]

    over = state in (VoteState.EFFECTIVE, VoteState.VOID)
    assert waiting == ([] if over else [f"owners_vote.{state}"])

"""The dialogs of the council propose, reckon and refuse in place, on a real store."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from mediator_desk.records.council import DecisionBody, TopicSource, TopicState
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.records.dispute import Outcome, Stage, Topic
from mediator_desk.rules.durations import CHINA
from mediator_desk.usecases.council_fate import others_decided
from tests.store.stations import party, sit_down
from tests.ui.council_work import CouncilDesk, choices, opened, step
from ui.forms.council_forms import RaiseTopicDialog

HELD_AT = datetime(2026, 11, 23, 9, 0, tzinfo=CHINA)
MINUTES = {
    "held_at": HELD_AT,
    "place": "社区议事厅",
    "chair": "赵敏",
    "due": 21,
    "present": 14,
    "opinion": "先试行三个月。",
    "method": "hands",
    "votes_for": 10,
    "votes_against": 3,
    "votes_abstain": 1,
    "result": "passed",
}


@pytest.fixture
def here(qtbot, tmp_path):
    station = sit_down(tmp_path / "station")
    made = CouncilDesk(qtbot, station, tmp_path)
    yield made
    station.leave()
    assert made.mistakes == []


@pytest.fixture
def pane(here):
    return here.council()


def raising(here, pane, *disputes, then=None):
    rows = here.rows(*disputes) if disputes else ()
    dialog = RaiseTopicDialog(
        pane.window(), desk=here.desk, errands=here.errands, disputes=rows, then=then
    )
    dialog.open()
    return dialog


def test_three_elevator_disputes_propose_one_topic_for_the_owners_of_the_unit(here, pane):
    ids = [here.dispute(unit=unit) for unit in ("1单元", "2单元", "3单元")]

    dialog = raising(here, pane, *ids)

    values = dialog.sheet.values()
    assert values["title"] == "Elevator retrofit, 阳光花园 3号楼 (3 disputes)"
    assert values["place"] == "阳光花园 3号楼"
    assert (values["body"], values["law"]) == ("unit_owners", "7")
    assert values["content"].count("加装电梯") == 3
    assert "may only recommend" in dialog.card.banner.text()


def test_raising_gathers_the_disputes_into_the_topic(here, pane):
    ids = [here.dispute(parties=(party("王淼"),)), here.dispute(parties=(party("李犇"),))]
    done = []

    raising(here, pane, *ids, then=done.append).hand_over()

    topic = here.desk.queries.topic_file(done[0].of("agenda_topic")[0])
    assert {row.id for row in topic.disputes} == set(ids)
    assert {row.stage for row in topic.disputes} == {Stage.IN_COUNCIL}
    assert topic.topic.source is TopicSource.DISPUTES
    assert topic.topic.stakeholders == "王淼, 李犇"


def test_a_direct_topic_proposes_who_decides_while_it_is_typed(here, pane):
    dialog = raising(here, pane)

    dialog.sheet.fill({"title": "小区增设停车位", "content": "北侧空地划停车位。"})

    values = dialog.sheet.values()
    assert (values["body"], values["law"]) == ("owners", "8")


def test_what_a_person_chose_is_not_proposed_away(here, pane):
    dialog = raising(here, pane)
    dialog.sheet.fill({"body": "residents"})

    dialog.sheet.fill({"title": "小区增设停车位", "content": "北侧空地划停车位。"})

    assert dialog.sheet.values()["body"] == "residents"


def test_a_direct_topic_is_raised_and_shown(here, pane):
    dialog = pane.raise_topic()

    dialog.sheet.fill({"title": "文明养犬公约", "content": "牵绳和清理。", "households": "320"})
    dialog.hand_over()

    assert pane.shown().topic.title == "文明养犬公约"
    assert pane.shown().topic.households == 320
    assert here.said[-1].text == "The topic is raised."


def test_an_empty_topic_is_refused_in_place(pane):
    dialog = pane.raise_topic()

    dialog.hand_over()

    assert "is still empty" in dialog.error.text()
    assert dialog.isVisible()


def test_screening_keeps_the_opinion_and_who_decides(here, pane):
    here.topic()
    pane.refresh()

    step(pane, "screen-topic", opinion="可以列入。", body="owners", law="8", reason="占用绿地")

    topic = pane.shown().topic
    assert topic.state is TopicState.SCREENED
    assert (topic.decision_body, topic.law_item) == (DecisionBody.OWNERS, 8)


def test_a_topic_not_taken_up_gives_its_disputes_back(here, pane):
    dispute = here.dispute()
    here.topic(disputes=(dispute,))
    pane.refresh()

    step(pane, "screen-topic", lawful="no", opinion="法院已受理。")

    assert pane.shown().topic.state is TopicState.WITHDRAWN
    assert here.station.read(dispute).stage is Stage.LOGGED


def test_only_lawful_results_are_offered(here, pane):
    here.on_agenda(body=DecisionBody.UNIT_OWNERS, law_item=7)
    pane.refresh()

    dialog = opened(pane, "hold-meeting")

    assert choices(dialog, "result") == ["to_owners", "to_whistle", "not_passed", "adjourned"]


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ((8, 4, 1), "13 votes, 14 present: 1 is missing."),
        ((9, 4, 2), "15 votes, 14 present: 1 too many."),
        ((8, 4, 2), "The votes add up: 14."),
    ],
)
def test_the_votes_are_added_up_while_they_are_typed(here, pane, votes, said):
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")

    keys = ("votes_for", "votes_against", "votes_abstain")
    dialog.sheet.fill({"due": 21, "present": 14} | dict(zip(keys, votes, strict=True)))

    assert dialog.card.sum.text() == said


@pytest.mark.parametrize(
    ("agreeing", "said"),
    [
        (7, "7 of 14 is not more than half; 1 vote is short."),
        (8, "8 of 14 is more than half."),
        (5, "5 of 14 is not more than half; 3 votes are short."),
    ],
)
def test_half_of_the_votes_is_not_more_than_half(here, pane, agreeing, said):
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")

    dialog.sheet.fill({"due": 21, "present": 14, "votes_for": agreeing})

    assert dialog.card.verdict.text() == said


def test_too_few_present_is_said_at_once_and_needs_a_reason(here, pane):
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")

    dialog.sheet.fill(MINUTES | {"present": 13, "votes_for": 9})
    said = dialog.card.attendance.text()
    dialog.hand_over()
    refused = dialog.error.text()
    dialog.sheet.fill({"short_quorum": "章程规定过半数"})
    dialog.hand_over()

    assert "14 are needed to decide" in said
    assert "14 are needed to decide" in refused
    assert pane.shown().topic.state is TopicState.DECIDED


def test_votes_that_do_not_add_up_are_refused_in_place(here, pane):
    here.on_agenda()
    pane.refresh()

    dialog = step(pane, "hold-meeting", **(MINUTES | {"votes_abstain": 0}))

    assert "Count again" in dialog.error.text()
    assert pane.shown().topic.state is TopicState.ON_AGENDA


def test_a_minority_cannot_pass_a_topic(here, pane):
    here.on_agenda()
    pane.refresh()

    dialog = step(pane, "hold-meeting", **(MINUTES | {"votes_for": 7, "votes_against": 6}))

    assert dialog.error.text() == "7 of 14 is not more than half, so it has not passed."


def test_a_topic_goes_all_the_way_and_closes_its_disputes(here, pane):
    dispute = here.dispute("有人遛狗不牵绳", Topic.PETS)
    here.topic("文明养犬公约", disputes=(dispute,))
    pane.refresh()

    step(pane, "screen-topic", opinion="可以列入。", body="council", law="0")
    step(pane, "call-meeting", at=datetime(2026, 11, 27, 19, 0, tzinfo=CHINA))
    step(pane, "post-agenda", where="小区公示栏", on=date(2026, 11, 23))
    step(pane, "hold-meeting", **MINUTES)
    step(pane, "post-result", where="小区公示栏", on=date(2026, 11, 23))
    here.station.clock.go(days=8)
    step(pane, "carry-out-topic", report="公约已张贴。")
    step(pane, "rate-topic", groups=[{"group": "households", "satisfied": 9, "fairly": 1}])
    step(pane, "share-topic", report="公约已张贴。")

    assert pane.shown().topic.state is TopicState.SHARED
    assert here.station.read(dispute).outcome is Outcome.SETTLED_BY_COUNCIL


def test_what_the_owners_decided_is_carried_out(here, pane):
    topic = here.on_agenda(body=DecisionBody.OWNERS, law_item=8)
    here.met(topic, MeetingResult.TO_OWNERS)
    with here.desk.work("record-decision") as work:
        others_decided(here.desk, work, topic, passed=True, words="业主大会已表决通过。")
        work.commit()
    pane.refresh()

    step(pane, "post-result", where="小区公示栏", on=date(2026, 11, 23))
    here.station.clock.go(days=8)
    step(pane, "carry-out-topic", report="开始施工。")

    assert pane.shown().topic.state is TopicState.EXECUTING


def test_a_topic_given_up_keeps_the_opinion_it_was_screened_with(here, pane):
    here.on_agenda()
    pane.refresh()

    step(pane, "withdraw-topic", reason="提案人撤回。")

    file = pane.shown()
    assert file.topic.state is TopicState.WITHDRAWN
    assert file.topic.screen_opinion == "可以列入。"
    assert [note.text for note in file.notes] == ["提案人撤回。"]
    assert not any(clock.running() for clock in file.deadlines)


def test_more_disputes_of_the_same_matter_are_gathered(here, pane):
    first, more = here.dispute(), here.dispute(unit="2单元")
    here.dispute("有人遛狗不牵绳", Topic.PETS)
    here.topic("加装电梯", disputes=(first,))
    pane.refresh()

    pane.do("gather-disputes")
    dialog = pane.window().findChild(QDialog)
    offered = choices(dialog, "disputes")
    dialog.sheet.fill({"disputes": offered})
    dialog.hand_over()

    assert offered == [str(more)]
    assert len(pane.shown().disputes) == 2


def test_a_step_can_be_taken_back(here, pane):
    here.topic()
    pane.refresh()
    step(pane, "screen-topic", opinion="可以列入。")

    here.said[-1].do()

    assert pane.shown().topic.state is TopicState.PROPOSED
    assert here.said[-1].text.startswith("Taken back")


def test_a_note_joins_the_course_of_events(here, pane):
    here.topic()
    pane.refresh()

    step(pane, "note", text="已张贴公告。")

    assert [note.text for note in pane.shown().notes] == ["已张贴公告。"]


def test_the_minutes_can_be_filled_by_the_keyboard_alone(qtbot, here, pane):
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")
    dialog.sheet.fill(MINUTES)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert pane.shown().topic.state is TopicState.DECIDED


def test_no_two_things_of_raising_share_a_mnemonic(here, pane, doubled):
    assert doubled(pane.raise_topic()) == []

"""Calling, ticking who came, minutes and screening: what the dialogs say while one types."""

from dataclasses import replace

import pytest

from mediator_desk.records.council import AgendaTopic, TopicState
from tests.store.stations import sit_down
from tests.ui.council_work import CouncilDesk, choices, opened, step


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


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("screen-topic", TopicState.PROPOSED),
        ("change-topic", TopicState.SCREENED),
        ("call-meeting", TopicState.ON_AGENDA),
        ("post-agenda", TopicState.ON_AGENDA),
        ("mark-attendance", TopicState.ON_AGENDA),
        ("call-off-meeting", TopicState.ON_AGENDA),
        ("hold-meeting", TopicState.ON_AGENDA),
        ("withdraw-topic", TopicState.ON_AGENDA),
        ("record-decision", TopicState.TO_RESIDENTS_MEETING),
        ("post-result", TopicState.DECIDED),
        ("add-task", TopicState.DECIDED),
        ("finish-task", TopicState.EXECUTING),
        ("drop-task", TopicState.EXECUTING),
        ("carry-out-topic", TopicState.RESULT_POSTED),
        ("rate-topic", TopicState.EXECUTING),
        ("share-topic", TopicState.EVALUATED),
        ("reopen-topic", TopicState.SHARED),
        ("note", TopicState.ON_AGENDA),
    ],
)
def test_no_two_things_of_a_dialog_share_a_mnemonic(here, pane, doubled, name, state):
    here.seated(3)
    topic = here.on_agenda()
    with here.desk.open_work(here.desk.person.id) as work:
        work.put(replace(work.get(AgendaTopic, topic), state=state))
        work.commit()
    pane.refresh()

    dialog = opened(pane, name)

    assert doubled(dialog) == []


def test_the_quorum_is_said_while_members_are_ticked(here, pane):
    here.seated(21)
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "mark-attendance")
    names = choices(dialog, "present")
    at_first = dialog._aside.heads.text()

    dialog.sheet.fill({"present": names[:13]})

    assert at_first == "21 of 21 (100.00%)"
    assert dialog._aside.banner.text() == "1 member more is needed to decide."


def test_who_is_not_ticked_is_away_with_the_reason_given(here, pane):
    here.seated(3)
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "mark-attendance")
    first, second, third = choices(dialog, "present")

    away = [{"member": third, "presence": "on_leave", "reason": "住院"}]
    dialog.sheet.fill({"present": (first,), "away": away})
    dialog.hand_over()

    kept = here.desk.queries.meeting_file(pane.shown().items[-1].meeting).attendance
    assert {str(one.member): (one.presence.value, one.reason) for one in kept} == {
        first: ("present", ""),
        second: ("absent", ""),
        third: ("on_leave", "住院"),
    }


def test_half_typed_minutes_are_there_again_after_a_power_cut(here, pane):
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")
    dialog.sheet.fill({"opinion": "先试行三个月", "speeches": [{"speaker": "张三", "words": "好"}]})
    dialog.drafts.touch()
    dialog.drafts.keep()
    dialog.hide()

    again = opened(pane, "hold-meeting")
    again.offer.go_on.click()

    assert again.sheet.values()["opinion"] == "先试行三个月"
    assert again.sheet.values()["speeches"][0]["speaker"] == "张三"


def test_a_similar_topic_is_shown_at_the_screening(here, pane):
    first = here.topic("楼道堆物清理公约")
    here.topic("楼道堆物清理日")
    pane.refresh()

    dialog = opened(pane, "screen-topic")

    assert choices(dialog, "duplicate") == ["", str(first)]
    assert "楼道堆物清理公约" in dialog.sheet.cell("duplicate").doubt()


def test_a_278_matter_is_refused_to_the_council_in_place(here, pane):
    here.topic("小区加装充电棚")
    pane.refresh()

    dialog = step(pane, "screen-topic", opinion="可议", body="council", law="0", reason="都同意")

    assert "By its words" in dialog.error.text()


def test_minutes_of_a_decision_share_no_mnemonic_either(here, pane, doubled):
    here.seated(3)
    here.on_agenda()
    pane.refresh()
    dialog = opened(pane, "hold-meeting")

    dialog.sheet.fill({"result": "passed", "method": "hands"})

    assert doubled(dialog) == []

"""The pane of the council lists topics by state and offers what may follow, on a real store."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.records.people import Role
from tests.store.stations import sit_down
from tests.ui.council_work import CouncilDesk, labels_of
from ui.forms.council_forms import RaiseTopicDialog
from ui.forms.gathering_offers import OffersDialog
from ui.widgets.link_row import LinkRow


@pytest.fixture
def here(qtbot, tmp_path):
    station = sit_down(tmp_path / "station")
    made = CouncilDesk(qtbot, station, tmp_path)
    yield made
    station.leave()
    assert made.mistakes == []


def titles(pane):
    return [row.title for row in pane.table.rows.rows()]


def words_in(pane):
    return [one.text() for one in pane.side.findChildren(QLabel) if one.isVisibleTo(pane)]


def test_the_newest_topic_stands_first_and_beside_the_list(here):
    here.topic("第一个")
    here.topic("第二个")

    pane = here.council()

    assert titles(pane) == ["第二个", "第一个"]
    assert pane.side.shown().title == "第二个"
    assert pane.count() == "2 topics"


def test_a_chip_shows_only_its_state_with_the_count(here):
    here.topic("待审查的")
    here.on_agenda(title="待议事的")
    pane = here.council()

    pane.chips.choose(TopicState.ON_AGENDA.value)

    assert titles(pane) == ["待议事的"]
    assert pane.side.shown().title == "待议事的"


def test_search_finds_words_places_and_pinyin_initials(here):
    here.topic("加装电梯", place="柳园新村")
    here.topic("文明养犬", place="阳光花园")
    pane = here.council()
    found = {}

    for typed in ("电梯", "阳光", "jzdt", "2026-2"):
        pane.search(typed)
        found[typed] = titles(pane)

    assert found == {
        "电梯": ["加装电梯"],
        "阳光": ["文明养犬"],
        "jzdt": ["加装电梯"],
        "2026-2": ["文明养犬"],
    }


def test_a_topic_whose_meeting_is_past_counts_as_late(here):
    here.on_agenda(title="过期的")
    here.topic("不急的")
    here.station.clock.go(days=5)
    pane = here.council()

    pane.chips.choose("late")

    assert titles(pane) == ["过期的"]


def test_the_banner_says_what_is_next_and_by_when(here):
    here.on_agenda()

    pane = here.council()

    assert "25/11" in pane.side.shown().banner
    assert "Post the notice" in pane.side.shown().banner


def test_what_is_left_to_the_owners_is_said_clearly(here):
    here.on_agenda(body=DecisionBody.UNIT_OWNERS, law_item=7)

    pane = here.council()

    said = " ".join(words_in(pane))
    assert "The council may only recommend here" in said
    assert "Civil Code 278, item 7" in said


def test_what_the_council_may_decide_carries_no_warning(here):
    here.on_agenda()

    pane = here.council()

    assert "may only recommend" not in " ".join(words_in(pane))


def test_a_gathered_dispute_opens_from_its_topic(qtbot, here):
    dispute = here.dispute()
    here.topic("加装电梯", disputes=(dispute,))
    pane = here.council()

    qtbot.mouseClick(pane.side.findChild(LinkRow), Qt.MouseButton.LeftButton)

    assert here.gone == [("disputes", dispute)]


def test_a_meeting_shows_its_vote(here):
    here.met(here.on_agenda())

    pane = here.council()

    said = words_in(pane)
    assert "14 of 21 (66.67%)" in said
    assert "show of hands: 11 for, 3 against, 0 abstained" in said


@pytest.mark.parametrize(
    ("result", "first"),
    [
        (MeetingResult.PASSED, "Post the result"),
        (MeetingResult.NOT_PASSED, "Call a meeting"),
        (MeetingResult.TO_OWNERS, "Record what others decided"),
        (MeetingResult.TO_WHISTLE, "Blow a whistle"),
    ],
)
def test_the_first_verb_is_the_step_that_is_next(here, result, first):
    here.met(here.on_agenda(), result)

    pane = here.council()

    verbs = pane.side.shown().verbs
    assert labels_of(verbs)[0] == first
    assert verbs[0].primary


def test_an_adjourned_topic_asks_for_another_meeting(here):
    here.met(here.on_agenda(), MeetingResult.ADJOURNED)

    pane = here.council()

    assert labels_of(pane.side.shown().verbs)[0] == "Call a meeting"


def test_a_whistle_is_blown_for_a_topic(here):
    topic = here.on_agenda()
    here.met(topic, MeetingResult.TO_WHISTLE)
    pane = here.council()

    pane.do("blow-whistle")

    assert [file.topic.id for file in here.blown] == [topic]


def test_verbs_beyond_the_role_are_not_offered(here):
    here.topic()
    person = replace(here.desk.person, role=Role.MEDIATOR)
    here.desk = replace(here.desk, person=person)

    pane = here.council()

    assert labels_of(pane.side.shown().verbs) == [
        "Put it right",
        "Gather disputes",
        "Print paperwork",
        "Add a note",
    ]
    assert "for the team lead" in pane.side.shown().banner


def test_enter_begins_the_next_step(qtbot, here):
    here.topic()
    pane = here.council()

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    dialogs = [one.windowTitle() for one in pane.window().findChildren(QDialog)]
    assert dialogs == ["Screen the topic"]


def test_a_topic_named_from_elsewhere_is_shown_whatever_is_filtered(here):
    wanted = here.topic("要看的")
    here.on_agenda(title="另一个")
    pane = here.council()
    pane.chips.choose(TopicState.ON_AGENDA.value)

    pane.open(wanted)

    assert pane.side.shown().title == "要看的"


def test_an_empty_council_says_what_to_do(here):
    pane = here.council()

    assert pane.empty.isVisible()
    assert pane.side.shown() is None


def test_no_two_things_in_sight_share_a_mnemonic(here, doubled):
    here.met(here.on_agenda(), MeetingResult.TO_WHISTLE)

    pane = here.council()

    assert doubled(pane) == []


def test_late_is_asked_of_the_present_moment_and_never_kept(here):
    here.on_agenda(title="还早")
    pane = here.council()
    before = [chip.code for chip in pane.chips_of(pane.rows())]

    here.station.clock.go(days=5)
    pane.refresh()

    assert "late" not in before
    assert "late" in [chip.code for chip in pane.chips_of(pane.rows())]


def test_similar_disputes_are_offered_and_lead_to_a_topic_of_them(here):
    for _time in range(2):
        here.dispute()
    pane = here.council()

    pane.offer_gathering()
    (offers,) = pane.findChildren(OffersDialog)
    offers.rows[0].click()

    (raising,) = pane.findChildren(RaiseTopicDialog)
    assert raising.sheet.values()["place"] == "阳光花园 3号楼"


def test_where_nothing_is_alike_it_says_so(here):
    here.dispute()
    pane = here.council()

    pane.offer_gathering()

    (offers,) = pane.findChildren(OffersDialog)
    assert offers.rows == []
    assert "No open disputes" in " ".join(label.text() for label in offers.findChildren(QLabel))

"""The pane of the whistles lists calls with their clocks and offers what may follow."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mediator_desk.records.people import Role
from mediator_desk.records.whistle import WhistleState
from mediator_desk.rules.whistle_codes import code_of, written
from tests.store.stations import sit_down
from tests.ui.casework import columns_of
from tests.ui.council_work import CouncilDesk, labels_of
from ui.forms.whistle_dialogs import WhistleStepDialog
from ui.whistle_steps import whistle_steps
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


def clock_of(pane):
    return columns_of(pane.table)[0][5]


def test_each_whistle_shows_its_next_clock(here):
    here.whistle(steps=2)

    pane = here.whistles()

    assert clock_of(pane) == "sign: today"


def test_a_missed_clock_shows_how_late_it_is(here):
    here.whistle(steps=2)
    here.station.clock.go(days=2)

    pane = here.whistles()

    assert clock_of(pane) == "red card · sign: 2 days late"
    assert pane.side.shown().banner_tone == "danger"


def test_a_whistle_that_was_not_dispatched_has_no_clock(here):
    here.whistle(steps=1)

    pane = here.whistles()

    assert clock_of(pane) == ""
    assert pane.side.shown().parties == []


def test_late_whistles_stand_under_a_chip_of_their_own(here):
    here.whistle(steps=2, title="等签收的")
    here.station.clock.go(days=2)
    here.whistle(title="刚写的")
    pane = here.whistles()

    pane.chips.choose("late")

    assert titles(pane) == ["等签收的"]


def test_the_window_for_a_return_is_never_late(here):
    here.whistle(steps=3)
    here.station.clock.go(days=2, hours=16)

    pane = here.whistles()

    assert "contact" in clock_of(pane)
    said = [one.text() for one in pane.side.findChildren(QLabel)]
    assert "the window is shut" in said


def test_both_clocks_stand_side_by_side(here):
    here.whistle(steps=2)

    pane = here.whistles()

    cards = [card.role for card in pane.side.shown().parties]
    assert cards == ["Resident's clock", "Clock of 城市管理（综合行政执法）"]


def test_a_return_leaves_the_residents_clock_as_it_was(here):
    whistle = here.whistle(steps=3)
    pane = here.whistles()
    before = pane.side.shown().parties[0]

    here.returned(whistle)
    pane.refresh()

    assert pane.side.shown().parties[0] == before
    assert pane.shown().whistle.state is WhistleState.RETURNED


def test_the_rules_the_clocks_follow_are_named(here):
    here.whistle(steps=2)

    pane = here.whistles()

    said = " ".join(one.text() for one in pane.side.findChildren(QLabel))
    assert "《聊城市物业管理条例》第六十六条" in said
    assert "no return starts it anew" in said


@pytest.mark.parametrize(
    ("steps", "first"),
    [
        (0, "Approve"),
        (1, "Dispatch"),
        (2, "Signed for"),
        (3, "Reported in"),
        (4, "Taken in hand"),
        (5, "The reply"),
        (6, "Verify"),
        (7, "Evaluate"),
        (8, "Sign off"),
    ],
)
def test_the_first_verb_is_the_step_that_is_next(here, steps, first):
    here.whistle(steps=steps)

    pane = here.whistles()

    assert labels_of(pane.side.shown().verbs)[:2] == [first, "Print the slip"]


def test_a_whistle_that_is_signed_off_asks_for_nothing_more(here):
    here.whistle(steps=9)

    pane = here.whistles()

    offered = ["Print the slip", "Add a note", "Blow it again", "Print the reply sheet"]
    assert labels_of(pane.side.shown().verbs) == offered
    assert pane.side.shown().banner == ""


def test_verbs_beyond_the_role_are_not_offered(here):
    here.whistle()
    person = replace(here.desk.person, role=Role.MEDIATOR)
    here.desk = replace(here.desk, person=person)

    pane = here.whistles()

    assert labels_of(pane.side.shown().verbs) == ["Print the slip", "Add a note"]
    assert "for the team lead" in pane.side.shown().banner


def test_the_linked_dispute_opens(qtbot, here):
    dispute = here.dispute("楼道飞线充电")
    here.whistle(dispute=dispute)
    pane = here.whistles()

    qtbot.mouseClick(pane.side.findChild(LinkRow), Qt.MouseButton.LeftButton)

    assert here.gone == [("disputes", dispute)]


def test_printing_prints_the_slip_of_the_whistle_that_is_shown(here):
    whistle = here.whistle()
    pane = here.whistles()

    pane.print_out()

    assert here.printed == [whistle]


def test_search_finds_departments_and_pinyin_initials(here):
    here.whistle(title="烧烤油烟")
    here.whistle(title="窨井盖破损")
    pane = here.whistles()
    found = {}

    for typed in ("油烟", "skyy", "城市管理", "nothing"):
        pane.search(typed)
        found[typed] = len(titles(pane))

    assert found == {"油烟": 1, "skyy": 1, "城市管理": 2, "nothing": 0}


def test_a_return_says_its_reason_in_the_course_of_events(here):
    here.returned(here.whistle(steps=3))

    pane = here.whistles()

    newest = pane.side.shown().sections[-1].happenings[0]
    assert newest.title == "returned: not our duty"
    assert "第四十条" in newest.text
    assert newest.tone == "danger"


def test_an_evaluation_says_all_three_ratings(here):
    here.whistle(steps=8)

    pane = here.whistles()

    newest = pane.side.shown().sections[-1].happenings[0]
    assert newest.text == "street satisfied, department satisfied, residents satisfied"


def test_an_empty_list_says_what_to_do(here):
    pane = here.whistles()

    assert pane.empty.isVisible()
    assert pane.side.shown() is None


def test_no_two_things_in_sight_share_a_mnemonic(here, doubled):
    here.returned(here.whistle(steps=3))

    pane = here.whistles()

    assert doubled(pane) == []


def test_the_next_step_begins_from_another_place(here):
    whistle = here.whistle(steps=1)
    pane = here.whistles()
    pane.hide()
    went = []

    pane.begin(whistle, lambda: went.append(whistle))

    assert len(pane.findChildren(WhistleStepDialog)) == 1
    assert went == []


def test_where_no_step_can_be_begun_the_record_is_opened_instead(here):
    here.desk = replace(here.desk, person=replace(here.desk.person, role=Role.MEDIATOR))
    whistle = here.whistle(steps=0)
    pane = here.whistles()
    went = []

    pane.begin(whistle, lambda: went.append(whistle))

    assert went == [whistle]


def test_a_scanned_slip_opens_its_whistle_to_write_the_answer_down(here):
    whistle = here.whistle(steps=2)
    here.whistle(title="窨井盖破损")
    pane = here.whistles()

    pane.search(written(code_of(whistle, 1)))

    assert pane.shown().whistle.id == whistle
    assert len(pane.findChildren(WhistleStepDialog)) == 1


def test_the_district_can_be_asked_while_only_the_departments_time_is_over(here):
    here.whistle(steps=2)
    pane = here.whistles()
    while not any(one.rule == "D08.report" and late_by(here, one) for one in clocks(pane)):
        here.station.clock.go(days=1)

    assert not any(one.rule == "D06" and late_by(here, one) for one in clocks(pane))
    assert "escalate-whistle" in whistle_steps(here.station.desk, pane.shown())


def clocks(pane):
    return pane.shown().deadlines


def late_by(here, clock):
    return clock.overdue(here.station.desk.now())

"""The pane of today groups what is due and opens what it names."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db.today import SUBJECTS
from mediator_desk.records.people import Role
from mediator_desk.rules.whose_turn import When
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.change_dispute import AssignMediator, assign_mediator
from mediator_desk.usecases.run_station import AddPerson, add_person
from tests.ui.casework import columns_of
from ui.forms.case_dialogs import DIALOGS
from ui.forms.sheet_dialog import SheetDialog
from ui.panes.today_rows import _DISPUTE_STEPS, PLACES, steps_of, when
from ui.widgets.verb import VerbButton


def test_a_line_says_when_what_and_about_what(here, windows):
    here.accepted(text="楼上漏水")

    pane = windows.today()

    assert columns_of(pane.table)[1][:4] == [
        "30 days left",
        "Settle after acceptance",
        "楼上漏水",
        "古城-2026-1",
    ]


def test_rows_fall_into_their_groups(here):
    here.accepted()
    here.logged()
    here.topic()
    here.dispatched()
    due, *rest = here.desk.queries.today()[-3:]
    groups = [when(here.desk, row) for row in here.desk.queries.today()]

    assert groups == [*([When.OTHERS] * 4), When.LATER, When.WAITING, When.WAITING]
    assert {due.kind, *(row.kind for row in rest)} == {"dispute", "agenda_topic"}


def test_the_groups_stand_under_their_names(here, windows):
    here.accepted()
    here.logged()
    pane = windows.today()

    lines = [row[0] for row in columns_of(pane.table)]

    assert lines == ["Later · 1", "30 days left", "Waiting for us · 1", "no date"]


def test_the_bar_walks_past_the_names_of_the_groups(qtbot, here, windows):
    here.accepted()
    here.logged()
    pane = windows.today()
    places = [pane.table.currentIndex().row()]

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(pane.table, key)
        places.append(pane.table.currentIndex().row())

    assert places == [1, 3, 1, 3, 1]


def test_every_kind_of_line_has_a_place_to_go():
    assert {one.kind for one in SUBJECTS} <= set(PLACES)


def test_what_a_department_is_late_with_is_for_us_to_urge(here, windows):
    here.dispatched()
    pane = windows.today()
    before = columns_of(pane.table)[:2]
    here.at.clock.go(hours=2)

    pane.tick(here.desk.now())

    assert before[0][0] == "Waiting for others · 4"
    assert before[1][1] == "The department signs for the whistle"
    after = columns_of(pane.table)[:2]
    assert after[0][0] == "Late · 1"
    assert after[1][1] == "Urge: red card · The department signs for the whistle"


def test_chips_count_the_groups_and_leave_one(here, windows):
    here.accepted()
    here.logged()
    pane = windows.today()

    pane.chips.choose("waiting")

    assert len(pane.rows()) == 2
    assert [row[1] for row in columns_of(pane.table)[1:]] == ["Decide the way and accept"]


def test_what_becomes_late_shows_by_itself(here, windows):
    here.accepted()
    pane = windows.today()
    before = pane.count()
    here.at.clock.go(days=40)

    pane.tick(here.desk.now())

    assert before == "nothing is late"
    assert pane.count() == "1 late"


def test_enter_begins_the_step_of_a_dispute(qtbot, here, windows):
    here.logged()
    pane = windows.today()

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    from ui.forms.case_route import RouteDialog

    assert pane.window().findChildren(RouteDialog)


def test_enter_on_a_whistle_asks_for_its_step(qtbot, here, windows):
    whistle = here.whistle()
    asked = []
    pane = windows.today()
    pane.step.connect(lambda place, id: asked.append((place, id)))

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    assert asked == [("whistles", whistle)]


def test_a_topic_is_shown_whole_beside_its_line(here, windows):
    here.topic(title="停车位规划", content="车位不够，占用消防通道")

    pane = windows.today()

    words = [label.text() for label in pane.side.findChildren(QLabel)]
    assert "车位不够，占用消防通道" in words


def test_a_lead_sees_the_team_and_what_nobody_has_taken_yet(here, windows):
    here.logged()
    pane = windows.today()
    pane.whose.choose("nobody")

    assert [chip.chip.text for chip in pane.whose._buttons.values()] == [
        "All of us",
        "Mine",
        "No mediator yet",
    ]
    assert [row.waiting for row in pane.rows()] == ["dispute.logged"]


def test_each_of_the_team_is_offered_by_name_with_what_is_late(here, windows):
    wang = add_person(here.desk, AddPerson(name="王芳", role=Role.MEDIATOR)).of("person")[0]
    dispute = here.accepted()
    assign_mediator(here.desk, AssignMediator(dispute=dispute, mediator=wang))
    here.at.clock.go(days=40)
    pane = windows.today()

    pane.whose.choose(str(wang))

    texts = [chip.chip.text for chip in pane.whose._buttons.values()]
    assert texts[-1] == "王芳 · 1 late"
    assert [row.id for row in pane.rows()] == [dispute]


def test_a_mediator_begins_with_her_own(here, windows):
    windows.desk = here.as_role(Role.MEDIATOR)

    pane = windows.today()

    assert pane.whose.current() == "mine"


def test_mine_leaves_out_what_others_have(here, windows):
    mine = here.logged()
    accept_dispute(here.desk, AcceptDispute(dispute=mine))
    here.logged()
    pane = windows.today()

    pane.whose.choose("mine")

    assert [row.id for row in pane.rows()] == [mine]


def test_a_done_desk_is_friendly(windows):
    pane = windows.today()

    assert pane.empty.isVisible()
    assert not pane.table.isVisible()
    assert pane.count() == "nothing is late"


def test_a_step_taken_leaves_the_list_at_once(here, windows):
    here.logged()
    pane = windows.today()
    before = len(pane.rows())

    dialog = pane.side.do("refuse-dispute")
    dialog.sheet.fill({"reason": "法院已经受理"})
    dialog.hand_over()

    assert before == 1
    assert pane.rows() == ()


def test_no_two_things_in_sight_share_a_key(here, windows, doubled):
    here.heard()

    pane = windows.today()

    assert doubled(pane) == []


def test_an_empty_day_leaves_the_key_to_the_verb_of_the_header(windows):
    pane = windows.today()

    shown_again = pane.empty.findChild(VerbButton)

    assert shown_again is not None
    assert "&" in pane.primary().text
    assert "&" not in shown_again.text()


def alike(here, times=3):
    return [here.logged(text=f"占用车位，第{time}次", estate="阳光花园") for time in range(times)]


def test_alike_disputes_are_offered_as_one_topic_with_one_key(qtbot, here, windows):
    disputes = alike(here)
    pane = windows.today()
    pane.chips.choose("gather")

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    assert columns_of(pane.table)[1][1] == "Raise as one topic"
    ((rows),) = windows.handed.topics
    assert {row.id for row in rows} == set(disputes)


def test_an_offer_shows_what_it_would_gather_and_why_it_is_made(here, windows):
    alike(here)
    pane = windows.today()

    pane.chips.choose("gather")

    words = [label.text() for label in pane.side.findChildren(QLabel)]
    assert "3 disputes about parking in one day, 阳光花园" in words
    assert any(word.startswith("Offered from 3 on within 60 days") for word in words)


def test_an_offer_put_aside_leaves_the_list(here, windows):
    alike(here)
    pane = windows.today()
    pane.chips.choose("gather")

    pane._put_aside(pane.table.current_row())

    assert "gather" not in pane.chips._buttons
    assert windows.said[-1].text.startswith("Put aside")


def test_a_dispute_says_how_many_more_are_like_it(here, windows):
    first, *_others = alike(here)
    pane = windows.today()

    pane.side.show_case(first)

    words = [label.text() for label in pane.side.findChildren(QLabel)]
    assert "2 more like this" in words


@pytest.mark.parametrize(
    ("rule", "waiting", "steps"),
    [
        ("D04", "dispute.agreed", ("record-payment", "perform-obligation")),
        ("D04.urge", "dispute.agreed", ("urge-performance",)),
        ("D05.again", "dispute.closed", ("follow-up",)),
        ("D03.decide", "dispute.agreed", ("answer-confirmation",)),
        ("D01", "dispute.mediating", ()),
        ("", "agreement.unmarked", ("mark-agreement",)),
        ("", "recusal.asked", ("answer-recusal",)),
    ],
)
def test_a_line_knows_the_step_it_is_about(here, rule, waiting, steps):
    here.logged()
    (row,) = here.desk.queries.today()

    assert steps_of(replace(row, rule=rule, waiting=waiting)) == steps


def test_enter_on_an_agreement_without_marks_asks_for_them(qtbot, here, windows):
    here.agreed()
    pane = windows.today()
    pane.chips.choose("others")

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    titles = [dialog.windowTitle() for dialog in pane.window().findChildren(SheetDialog)]
    assert titles == ["Marks of the agreement, 古城-2026-1"]


def test_every_step_a_line_names_has_a_dialog():
    named = {step for steps in _DISPUTE_STEPS.values() for step in steps}

    assert named <= set(DIALOGS)

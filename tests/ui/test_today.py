"""The pane of today groups what is due and opens what it names."""

from dataclasses import replace

from PySide6.QtCore import Qt

from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from tests.ui.casework import columns_of
from ui.panes.today_rows import When, when
from ui.widgets.verb import VerbButton


def test_a_line_says_when_what_and_about_what(here, windows):
    here.accepted(text="楼上漏水")

    pane = windows.today()

    assert columns_of(pane.table)[0][:4] == [
        "30 days left",
        "Settle after acceptance",
        "楼上漏水",
        "古城-2026-1",
    ]


def test_rows_fall_into_late_today_this_week_later_and_waiting(here):
    here.accepted()
    here.logged()
    due, waiting = here.desk.queries.today()
    last = due.due_at

    groups = [
        when(due, moment)
        for moment in (
            last.replace(day=last.day + 1),
            last.replace(hour=1) if last.hour > 1 else last,
        )
    ]

    assert groups[0] is When.LATE
    assert groups[1] is When.TODAY
    assert when(due, here.desk.now()) is When.LATER
    assert when(waiting, here.desk.now()) is When.WAITING


def test_this_week_ends_with_its_sunday(here):
    here.accepted()
    (row,) = here.desk.queries.today()
    monday = here.desk.now()
    from mediator_desk.rules.durations import end_of_day, local_day

    sunday = local_day(monday).replace(day=29)

    in_week = when(replace(row, due_at=end_of_day(sunday)), monday)
    after = when(replace(row, due_at=end_of_day(sunday.replace(day=30))), monday)

    assert (in_week, after) == (When.WEEK, When.LATER)


def test_chips_count_the_groups_and_leave_one(here, windows):
    here.accepted()
    here.logged()
    pane = windows.today()

    pane.chips.choose("waiting")

    assert len(pane.rows()) == 2
    assert [row[1] for row in columns_of(pane.table)] == ["Decide the way and accept"]


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


def test_enter_on_a_whistle_goes_to_it(qtbot, here, windows):
    whistle = here.whistle()
    gone = []
    pane = windows.today()
    pane.go.connect(lambda place, id: gone.append((place, id)))

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    assert gone == [("whistles", whistle)]


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

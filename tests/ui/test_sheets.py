"""A sheet asks, remarks and hands over; the keyboard alone is enough."""

import json
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from mediator_desk.refusals import Refusal
from ui.dialogs.question import Question
from ui.forms.sheet import (
    Choice,
    Day,
    Many,
    Moment,
    Money,
    Pick,
    Sheet,
    Text,
    Tick,
    Words,
    people,
)
from ui.forms.sheet_dialog import SheetDialog
from ui.widgets.completing import Candidate

TOPICS = ("neighbour", "noise", "parking", "lift", "pets")
TODAY = date(2026, 11, 23)
ROLES = (("applicant", "Applicant"), ("respondent", "Respondent"))
FILLED = {
    "what": "Water came through the ceiling.",
    "topic": "neighbour",
    "place": Candidate("371502", "柳园社区"),
    "since": date(2026, 11, 18),
    "sitting": "2026-11-25T15:00:00+08:00",
    "amount": Decimal("3800.50"),
    "needs": ("today",),
    "urgent": True,
    "parties": [{"side": "applicant", "kind": "person", "name": "王淼", "phone": "1385551"}],
}


def ten_digits(phone):
    return "" if len(phone) == 11 else "A mobile number has 11 digits."


@pytest.fixture
def sheet(keep):
    made = keep(
        Sheet(
            (
                Text(key="what", label="&What happened", lines=4, required=True),
                Choice(
                    key="topic",
                    label="&Topic",
                    choices=[
                        (code, code) for code in ("neighbour", "noise", "parking", "lift", "pets")
                    ],
                    required=True,
                ),
                Pick(key="place", label="&Place", candidates=[Candidate("371502", "柳园社区")]),
                Day(key="since", label="&Since", today=lambda: TODAY, past=True, half=True),
                Moment(key="sitting", label="Sitting", today=lambda: TODAY, half=True),
                Money(key="amount", label="&Amount", half=True),
                Many(key="needs", label="Needs", choices=[("today", "Today"), ("care", "Care")]),
                Tick(key="urgent", label="&Urgent"),
                Words(label="The parties", heading=True),
                people("parties", "Parties", ROLES, check_phone=ten_digits),
            )
        )
    )
    made.resize(900, 700)
    made.show()
    return made


@pytest.fixture
def window(keep):
    made = keep(QWidget())
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def dialog(qtbot, window, errands, sheet):
    handed = []
    made = SheetDialog(
        window,
        title="Log a dispute",
        sheet=sheet,
        verb="&Log",
        errands=errands,
        job=lambda values: lambda: handed.append(values) or values["what"],
    )
    made.handed = handed
    made.open()
    qtbot.waitActive(made)
    return made


def test_what_is_filled_in_is_given_back_with_its_kind(sheet):
    sheet.fill(FILLED)

    values = sheet.values()

    assert values["what"] == "Water came through the ceiling."
    assert values["place"] == "371502"
    assert values["since"] == date(2026, 11, 18)
    assert values["sitting"].isoformat() is not None
    assert values["amount"] == Decimal("3800.50")
    assert values["needs"] == ("today",)
    assert values["urgent"] is True
    assert values["parties"][0]["name"] == "王淼"


def test_rows_with_nothing_in_them_are_left_out(sheet):
    sheet.fill(FILLED)

    assert len(sheet.values()["parties"]) == 1


def test_a_draft_is_plain_json_and_fills_the_sheet_again(sheet):
    sheet.fill(FILLED)
    before = sheet.values() | {"place": None}

    draft = json.loads(json.dumps(sheet.draft())) | {"place": None}
    sheet.fill({"what": "", "amount": None, "since": None, "parties": []})
    sheet.fill(draft)

    assert sheet.values() == before


def test_an_empty_sheet_names_the_first_thing_needed(sheet):
    assert sheet.problems()[0] == ("what", "“What happened” is still empty.")
    assert [key for key, _sentence in sheet.problems()] == ["what", "topic"]


def test_what_cannot_be_understood_is_a_problem(sheet):
    sheet.fill(FILLED)

    sheet.fill({"amount": "many"})

    assert [key for key, _sentence in sheet.problems()] == ["amount"]


def test_a_doubt_is_said_beside_the_field_and_blocks_nothing(sheet):
    sheet.fill(FILLED)

    phone = sheet.cell("parties").input.grids()[0].cell("phone")

    assert phone.doubt() == "A mobile number has 11 digits."
    assert sheet.problems() == []


def test_a_doubt_from_the_store_is_said_and_taken_back(sheet):
    sheet.remark("place", "There is a dispute here already.")

    sheet.remark("place", "")

    assert sheet.cell("place").doubt() == ""


def test_an_organisation_is_asked_for_its_representative_and_no_id_number(sheet):
    grid = sheet.cell("parties").input.grids()[0]

    grid.fill({"kind": "organisation"})

    assert "legal_representative" in grid.values()
    assert "id_number" not in grid.values()
    assert grid.cell("id_number").isHidden()


def test_every_field_has_a_name_for_screen_readers(sheet):
    nameless = [
        edit
        for kind in (QLineEdit, QPlainTextEdit)
        for edit in sheet.findChildren(kind)
        if not edit.accessibleName()
    ]

    assert nameless == []


def test_drafts_are_told_after_a_pause(qtbot, sheet):
    told = []
    sheet.drafted.connect(told.append)
    sheet.fill(FILLED)

    sheet._pause.setInterval(1)
    sheet.cell("what").input.fill("More water.")
    qtbot.waitUntil(lambda: bool(told))

    assert told[0]["what"] == "More water."


def test_control_enter_hands_the_values_over_and_closes(qtbot, dialog):
    dialog.sheet.fill(FILLED)
    given = []
    dialog.handed_over.connect(given.append)

    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.handed[0]["topic"] == "neighbour"
    assert given == ["Water came through the ceiling."]
    assert not dialog.isVisible()


def test_what_is_missing_is_said_in_place_and_the_keyboard_goes_there(qtbot, dialog):
    dialog.sheet.fill({"what": "Water."})

    dialog.hand_over()

    assert dialog.error.text() == "“Topic” is still empty."
    assert dialog.handed == []
    assert dialog.sheet.cell("topic").input.line.hasFocus()


def test_a_refusal_of_the_rules_is_said_in_place_and_nothing_is_lost(qtbot, window, errands, sheet):
    def refuse(values):
        raise Refusal("The day {day} is to come.", day=values["since"])

    dialog = SheetDialog(window, title="Log", sheet=sheet, verb="&Log", errands=errands, job=refuse)
    sheet.fill(FILLED)

    dialog.hand_over()

    assert dialog.error.text() == "The day 2026-11-18 is to come."
    assert sheet.values()["what"]
    assert dialog.press.isEnabled()


def test_escape_closes_an_untouched_sheet_at_once(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_escape_asks_first_when_something_was_typed(qtbot, dialog):
    dialog.sheet.fill({"what": "Water."})

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    question = dialog.findChild(Question)
    assert dialog.isVisible()
    question.press.click()
    assert not dialog.isVisible()


def test_enter_goes_to_the_next_field(qtbot, dialog):
    line = dialog.sheet.cell("amount").input.line
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert not line.hasFocus()


def test_tab_walks_through_the_rows_those_added_later_too(qtbot, dialog):
    rows = dialog.sheet.cell("parties").input
    rows._add_pressed()
    qtbot.waitUntil(rows.grids()[2].isVisible)
    dialog.sheet.focus("parties")
    walked = []

    for _step in range(22):
        walked.append(QApplication.focusWidget())
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)

    grids = rows.grids()
    places = [grids.index(grid) for stop in walked for grid in grids if grid.isAncestorOf(stop)]
    assert places == [0] * 6 + [1] * 6 + [2] * 6
    assert walked[21] is rows._add


def test_tab_leaves_the_box_of_many_lines(qtbot, dialog):
    box = dialog.sheet.cell("what").input.line
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert not box.hasFocus()
    assert box.toPlainText() == ""


def test_the_window_fits_a_small_screen(dialog):
    room = QApplication.primaryScreen().availableGeometry()

    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().height() <= 512
    assert dialog.minimumSizeHint().width() <= 911


def test_no_two_things_share_a_mnemonic(dialog, doubled):
    assert doubled(dialog) == []

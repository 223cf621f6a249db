"""A ledger is looked at first, its columns can be corrected, and bad rows come back."""

import pytest
from openpyxl import load_workbook

from mediator_desk.ledgers.headings import Field
from tests.ledgers.made_up import HEADINGS, ROWS, workbook
from tests.ui.open_stations import PASSWORD, Answers, founded
from ui.forms.ledger_form import LedgerDialog
from ui.main_window import MainWindow

BAD = ("4", "不详", "柳园小区", "钱某", "", "停车", "日期不清的一行", "")


@pytest.fixture
def desk(tmp_path):
    house, who, _code = founded(tmp_path / "station")
    yield house.enter(who, PASSWORD)
    house.close()


@pytest.fixture
def ledger(tmp_path):
    def write(rows=ROWS, headings=HEADINGS, name="台账.xlsx"):
        file = tmp_path / name
        file.write_bytes(workbook(rows, headings=headings))
        return file

    return write


@pytest.fixture
def dialog(keep, tmp_path, errands, notices, desk):
    window = keep(MainWindow({}, errands=errands, notices=notices, person="", station=""))
    made = LedgerDialog(
        window, desk=desk, errands=errands, notices=notices, files=Answers(folder=tmp_path)
    )
    made.open()
    return made


def count(desk):
    return sum(chip.count for chip in desk.queries.chips("stage"))


def test_it_begins_with_the_question_for_a_file(dialog):
    assert dialog._stack.currentIndex() == 0
    assert not dialog.press.isEnabled()


def test_the_chosen_file_is_looked_at(dialog, ledger):
    dialog._files.files = [ledger()]

    dialog.choose()

    assert dialog._stack.currentIndex() == 1
    assert dialog.said.text().startswith("3 rows would be logged.")


def test_looking_shows_columns_and_rows_and_keeps_nothing(dialog, ledger, desk):
    dialog.read(ledger())

    chosen = dialog.card.columns()
    assert chosen[Field.LOGGED_ON] == "登记时间"
    assert chosen[Field.TEXT] == "简要情况"
    assert [line.asked.text for line in dialog.table.rows.rows()] == [row[6] for row in ROWS]
    assert count(desk) == 0


def test_taking_in_logs_every_row(dialog, ledger, desk, errands):
    heard = []
    errands.changed.connect(heard.append)
    dialog.read(ledger())

    dialog.take_in()

    assert count(desk) == 3
    assert dialog.said.text() == "3 rows were logged."
    assert heard[-1].touches("dispute")


def test_the_same_ledger_again_doubles_nothing(dialog, ledger, desk):
    dialog.read(ledger())
    dialog.take_in()

    dialog.read(ledger())

    assert dialog.said.text().startswith("0 rows would be logged. 3 are here already.")
    assert not dialog.press.isEnabled()


def test_rows_that_cannot_be_taken_come_back_with_the_reason(tmp_path, dialog, ledger, desk):
    dialog.read(ledger((*ROWS, BAD)))

    dialog.take_in()

    copy = tmp_path / "台账 - left out.xlsx"
    (_heads, row) = load_workbook(copy).active.iter_rows(values_only=True)
    assert "日期不清的一行" in row
    assert count(desk) == 3
    assert copy.name in dialog.said.text()
    assert not dialog.open_copy.isHidden()


def test_a_copy_that_cannot_be_written_undoes_nothing(tmp_path, dialog, ledger, desk):
    file = ledger((*ROWS, BAD))
    (tmp_path / "台账 - left out.xlsx").mkdir()
    dialog.read(file)

    dialog.take_in()

    assert count(desk) == 3
    assert "is not written over" in dialog.said.text()


def test_a_column_that_no_heading_tells_is_asked_for(dialog, ledger):
    dialog.read(ledger(headings=(*HEADINGS[:6], "甲乙丙丁", *HEADINGS[7:])))

    assert dialog.said.text() == "Choose the column for: What happened"
    assert not dialog.press.isEnabled()


def test_another_column_can_be_chosen_and_is_remembered(dialog, ledger):
    strange = (*HEADINGS[:6], "甲乙丙丁", *HEADINGS[7:])
    dialog.read(ledger(headings=strange))
    drop = dialog.card.lists[Field.TEXT]
    drop.setCurrentIndex(drop.findData("甲乙丙丁"))
    said = dialog.said.text()
    dialog.take_in()

    dialog.read(ledger(headings=strange, name="下月.xlsx"))

    assert said.startswith("3 rows would be logged.")
    assert dialog.card.columns()[Field.TEXT] == "甲乙丙丁"


def test_a_file_that_is_no_workbook_is_refused_in_words(tmp_path, dialog):
    file = tmp_path / "letter.xlsx"
    file.write_bytes(b"Dear Sirs")

    dialog.read(file)

    assert dialog.said.text()
    assert not dialog.press.isEnabled()


def test_stopping_keeps_what_was_taken_and_says_so(dialog, ledger, desk, errands):
    many = [("1", "2026-03-04", "", "", "", "", f"第{at}件", "") for at in range(60)]
    dialog.read(ledger(many))
    start = errands._start

    def stopped_at_once(job, errand, lane):
        if dialog._going is not None:
            dialog._going.stopped = True
        start(job, errand, lane)

    errands._start = stopped_at_once
    dialog.take_in()

    assert count(desk) == 0
    assert "It was stopped" in dialog.said.text()

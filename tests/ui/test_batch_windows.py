"""Printing many disputes from their list: asked once, looked at while it is made, never stopped."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from mediator_desk.paper.spool import Spool
from mediator_desk.records.people import Role
from mediator_desk.usecases.print_batch import PrintBatch, print_batch
from mediator_desk.usecases.remembering import remembered
from ui.dialogs.batch_folder import BatchFolder
from ui.dialogs.batch_preview import BatchPreview
from ui.dialogs.preview import PreviewDialog
from ui.errands import InlineErrands, Lane
from ui.files import FileQuestions
from ui.forms.sheet_dialog import SheetDialog

BAD = "邻居\U000f0000养狗"
MARK = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def pane(here, windows, tmp_path_factory):
    """Open the list of three disputes, of which the oldest cannot be printed."""
    for text in (BAD, "楼道堆物", "张三说李四占车位，电话13812341234"):
        here.logged(text=text)
    windows.folder = tmp_path_factory.getbasetemp()
    return windows.disputes()


def mark(pane, *places):
    for place in places:
        pane.table.selectionModel().select(pane.table.rows.index(place, 0), MARK)


def windows_of(pane):
    return [one for one in pane.findChildren(QDialog) if one.isVisible()]


def shown(pane, kind):
    (found,) = [one for one in windows_of(pane) if type(one) is kind]
    return found


def asked(pane, **values):
    pane.print_batch()
    form = shown(pane, SheetDialog)
    form.sheet.fill(values)
    return form


def test_several_chosen_disputes_are_counted_and_can_be_printed(pane, doubled):
    mark(pane, 0, 1)

    form = asked(pane)

    assert pane.side.shown().title == "2 disputes chosen"
    assert form.sheet.values()["which"] == "chosen"
    assert not doubled(form)


def test_ctrl_p_prints_the_chosen_ones_together(pane):
    mark(pane, 0, 1)

    pane.print_out()

    assert shown(pane, SheetDialog).sheet.values()["which"] == "chosen"


def test_a_mediator_sees_why_many_are_not_hers_to_print(here, windows):
    here.logged()
    windows.desk = here.as_role(Role.MEDIATOR)
    pane = windows.disputes()

    pane.print_batch()

    assert "team lead" in pane.print_many.why_not
    assert windows_of(pane) == []


def test_all_that_match_are_printed_and_what_failed_is_listed_with_its_case(pane):
    asked(pane, which="matching").hand_over()
    preview = shown(pane, BatchPreview)

    preview.show_left_out()
    left = preview.findChildren(QDialog)[-1].list

    assert (preview.report.printed, preview.view.pages()) == (2, 2)
    assert "1 could not be printed" in preview.said.text()
    assert [one.number for one in left.table.rows.rows()] == ["古城-2026-1"]
    assert "F0000" in left.why.text()


def test_the_case_of_what_failed_opens_from_the_list(pane):
    asked(pane, which="matching").hand_over()
    preview = shown(pane, BatchPreview)
    preview.show_left_out()

    preview.findChildren(QDialog)[-1].list.see.click()

    assert pane.side.case().dispute.number == "古城-2026-1"
    assert not preview.isVisible()


def test_the_batch_is_saved_as_one_pdf(pane, tmp_path):
    asked(pane, which="matching").hand_over()
    preview = shown(pane, BatchPreview)

    preview.save_to(tmp_path / "all.pdf")

    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")
    assert "2件" in preview.printed.title


def test_a_file_for_each_goes_into_the_folder_and_the_list_can_be_saved(
    pane, tmp_path, monkeypatch
):
    monkeypatch.setattr(
        "ui.files.QFileDialog.getExistingDirectory", lambda *_said: str(tmp_path / "out")
    )

    asked(pane, which="matching", into="each").hand_over()
    window = shown(pane, BatchFolder)
    window.left.save_to(tmp_path / "left.txt")

    assert len(list((tmp_path / "out").iterdir())) == 2
    assert "2 files were written" in window.said.text()
    assert "古城-2026-1: " in (tmp_path / "left.txt").read_text("utf-8")


def test_a_public_list_with_a_column_of_phones_says_why_not_in_place_of_its_pages(pane):
    asked(
        pane, which="matching", paper="case-list", level="public", columns=("number", "phones")
    ).hand_over()
    preview = shown(pane, PreviewDialog)

    assert "phones" in preview.said.text()
    assert not preview.press.isEnabled()


def test_what_was_chosen_is_offered_again_to_the_same_person(here, pane):
    asked(pane, which="matching", level="department", order="place").hand_over()
    shown(pane, BatchPreview).done(0)

    again = asked(pane).sheet.values()

    assert (again["level"], again["order"]) == ("department", "place")
    assert remembered(here.desk, "batch")["level"] == "department"


def test_pages_stay_in_sight_when_they_are_zoomed_and_more_come(qtbot, pane):
    asked(pane, which="matching").hand_over()
    view = shown(pane, BatchPreview).view
    view.go_to(2)
    before = view.here()

    view.zoom(True)
    view.add_pages([(595.0, 842.0)], lambda _page, _scale: None)

    assert before == view.here() == 2


class Held(InlineErrands):
    """Holds what takes minutes until it is let go."""

    def __init__(self):
        """Hold nothing yet."""
        super().__init__()
        self.held = []

    def _start(self, job, errand, lane):
        if lane is Lane.BATCH:
            self.held.append((job, errand, lane))
        else:
            super()._start(job, errand, lane)

    def let_go(self):
        """Do what was held, in its order."""
        while self.held:
            super()._start(*self.held.pop(0))


@pytest.fixture
def under_way(here, qtbot, windows, tmp_path_factory):
    """Open the window of a batch whose making has come as far as the first of two papers."""
    fonts = tmp_path_factory.getbasetemp()
    ids = tuple(str(here.logged(text=text)) for text in ("楼道堆物", "地锁"))
    behind, errands = QWidget(), Held()
    qtbot.addWidget(behind)
    behind.show()
    preview = BatchPreview(
        behind,
        title="Papers",
        desk=here.desk,
        asked=PrintBatch(numbers=ids),
        fonts=fonts,
        errands=errands,
        notices=windows.notices,
        files=FileQuestions(),
        open_case=lambda _asked: None,
    )
    preview.window_behind, preview.held = behind, errands
    preview.open()
    (first,) = print_batch(here.desk, PrintBatch(numbers=ids[:1]), fonts)
    with Spool(fonts) as pile:
        preview.making.spool = pile
        pile.put(first.printed)
        preview.making.take(replace(first, count=2))
        yield preview
        if isValid(preview):
            preview.done(0)
        errands.let_go()


def test_the_first_pages_are_there_while_the_rest_is_still_made(qtbot, under_way):
    qtbot.waitUntil(lambda: under_way.view.pages() == 1)
    qtbot.waitUntil(under_way.view.settled)

    assert under_way.report is None
    assert under_way.isVisible()
    assert not under_way.press.isEnabled()


def test_esc_stops_first_and_closes_then(under_way):
    under_way.reject()
    stopped, still_there = under_way.making.stopped, under_way.isVisible()
    under_way.held.let_go()
    report = under_way.report

    under_way.reject()

    assert (stopped, still_there) == (True, True)
    assert report.cancelled
    assert not under_way.isVisible()

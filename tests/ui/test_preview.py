"""A paper is looked at, saved and printed from one window."""

import pytest
from PySide6.QtWidgets import QWidget

from mediator_desk.paper.preview import page_count
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.words import N_
from ui.dialogs.preview import PreviewDialog


@pytest.fixture
def preview(qtbot, windows):
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(1366, 768)
    behind.show()

    def open_one(make):
        dialog = PreviewDialog(
            behind, title="Paper", make=make, errands=windows.errands, notices=windows.notices
        )
        dialog.open()
        return dialog

    return open_one


@pytest.fixture
def printed(here, tmp_path_factory):
    number = here.file(here.accepted()).dispute.number
    asked = PrintPapers(numbers=(number,), paper=PaperName.SUMMARY)
    return print_papers(here.desk, asked, tmp_path_factory.getbasetemp())


def test_the_pages_are_those_of_the_real_paper(qtbot, preview, printed):
    dialog = preview(lambda: printed)

    qtbot.waitUntil(dialog.view.settled)

    assert dialog.view.pages() == page_count(printed.pdf) == printed.pages
    assert dialog.press.isEnabled()


def test_the_saved_file_is_the_same_paper(preview, printed, tmp_path):
    dialog = preview(lambda: printed)

    dialog.save_to(tmp_path / "案情摘要")

    assert (tmp_path / "案情摘要.pdf").read_bytes() == printed.pdf
    assert "Saved as" in dialog.said.text()


def test_a_folder_that_cannot_be_written_is_named(preview, printed, tmp_path):
    dialog = preview(lambda: printed)

    dialog.save_to(tmp_path / "not there" / "paper.pdf")

    assert "could not be written" in dialog.said.text()


def test_a_paper_that_is_refused_says_why_in_place_of_its_pages(preview):
    def refuse():
        raise Refusal(N_("Write down the sitting first; the agreement rests on it."))

    dialog = preview(refuse)

    assert dialog.said.text().startswith("Write down the sitting first")
    assert not dialog.press.isEnabled()


def test_without_a_printing_system_it_says_what_to_do(monkeypatch, preview, printed):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("sys.platform", "linux")
    dialog = preview(lambda: printed)

    dialog.print_out()

    assert "Save the paper" in dialog.said.text()


def test_no_two_things_in_the_window_share_a_key(preview, printed, doubled):
    dialog = preview(lambda: printed)

    assert doubled(dialog) == []

"""Issued papers in their window: opened as they were, signed pages dropped in, gaps told."""

import pytest
from PySide6.QtWidgets import QWidget

from mediator_desk.records.issued_paper import Ink
from mediator_desk.rules.issued_papers import Back, places_on
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper
from mediator_desk.usecases.print_papers import PaperName
from tests.pictures.made_scans import jpeg, page_of, signed
from ui.dialogs.file_viewer import FileViewer
from ui.dialogs.issuing_preview import IssuingPreview
from ui.forms.issued_window import IssuedDialog
from ui.forms.sheet_dialog import SheetDialog


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def case(here):
    return here.agreed()


@pytest.fixture
def issued(here, case, fonts):
    asked = IssuePaper(number=str(case), paper=PaperName.AGREEMENT)
    return issue_paper(here.desk, asked, fonts)


@pytest.fixture
def behind(qtbot, windows):
    """Have a window to stand before."""
    window = QWidget()
    qtbot.addWidget(window)
    windows.kept.append(window)
    return window


@pytest.fixture
def opened(here, windows, behind, case):
    shown = []

    def open_papers():
        dialog = IssuedDialog(
            behind,
            desk=here.desk,
            errands=windows.errands,
            about=case,
            number="古城-2026-1",
            show_paper=shown.append,
        )
        dialog.shown = shown
        windows.kept.append(dialog)
        dialog.open()
        return dialog

    return open_papers


def scan_of(issued, *places):
    (issue,) = issued.issues
    page = max(int(one.split("\t")[0]) for one in issue.places)
    return jpeg(signed(page_of(issued.printed.pdf, page), *places)), places_on(issue, page)


def test_an_issued_paper_is_out_until_its_pages_come_back(opened, issued):
    dialog = opened()

    (state,) = dialog.table.rows.rows()
    assert (state.back, state.issued) == (Back.OUT, issued.issues[0])
    dialog.show_it()
    assert dialog.shown == [state]


def test_a_scan_that_is_dropped_is_kept_and_the_empty_places_are_named(opened, issued, here, case):
    scan, places = scan_of(issued)
    scan, _places = scan_of(issued, places[0])
    dialog = opened()

    dialog.take_in((GivenFile(name="a.jpg", data=scan),))

    assert len(here.desk.queries.signed_pages(case)) == 1
    assert dialog.table.rows.rows()[0].back is Back.UNSIGNED
    assert places[1].who in dialog.missing.text()
    assert places[0].who not in dialog.missing.text()
    assert "kept" in dialog.said.text()


def test_what_a_person_sees_on_the_scan_is_kept(opened, issued, here, case, windows):
    scan, places = scan_of(issued)
    dialog = opened()
    dialog.take_in((GivenFile(name="a.jpg", data=scan),))

    dialog.look()
    form = dialog.correct()
    form.sheet.fill({str(at): Ink.FOUND.value for at in range(len(places))})
    form.hand_over()

    assert dialog.findChild(FileViewer) is not None
    assert here.desk.queries.signed_pages(case)[0].ink == (Ink.FOUND,) * len(places)
    assert dialog.table.rows.rows()[0].back is Back.SIGNED


def test_a_page_without_a_mark_is_matched_by_hand(opened, issued, here, case):
    picture = page_of(issued.printed.pdf, 1)
    torn = picture.crop((0, 0, picture.width, picture.height * 3 // 4))
    dialog = opened()
    dialog.take_in((GivenFile(name="torn.jpg", data=jpeg(torn)),))
    assert here.desk.queries.signed_pages(case) == ()

    form = dialog.match()
    form.hand_over()

    assert isinstance(form, SheetDialog)
    assert len(here.desk.queries.signed_pages(case)) == 1


def test_a_file_that_is_no_picture_is_told_in_place(opened, issued):
    dialog = opened()

    dialog.take_in((GivenFile(name="x.jpg", data=b"MZ nothing"),))

    assert "x.jpg" in dialog.said.text()


def test_a_preview_is_a_draft_until_it_is_saved(here, windows, behind, case, fonts, tmp_path):
    dialog = IssuingPreview(
        behind,
        title="协议书",
        number=str(case),
        paper=PaperName.AGREEMENT,
        fonts=fonts,
        errands=windows.errands,
        notices=windows.notices,
        desk=here.desk,
    )
    windows.kept.append(dialog)
    dialog.open()
    assert here.desk.queries.issued_papers(case) == ()

    dialog.save_to(tmp_path / "agreement.pdf")

    (issue,) = here.desk.queries.issued_papers(case)
    saved = (tmp_path / "agreement.pdf").read_bytes()
    assert saved == here.desk.queries.content(issue.sha256)

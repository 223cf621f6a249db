"""The files of a case in their window: dropped, pasted, looked at, ordered, put aside."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources
from mediator_desk.records.attachment import Attachment, AttachmentKind, AttachmentView
from mediator_desk.usecases.attachments.attaching import AttachFile, attach_file
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.words import speak
from tests.paper.test_given_pdf import pdf
from tests.pictures.made_pictures import photo
from tests.ui.council_work import CouncilDesk
from ui.dialogs.file_viewer import FileViewer
from ui.file_pictures import small_pictures
from ui.files import FileQuestions
from ui.forms.files_window import FilesDialog, FilesOf
from ui.forms.sheet_dialog import SheetDialog
from ui.widgets.file_drop import given_in


class Answers(FileQuestions):
    """Answers every question about files with the same ones."""

    def __init__(self, *files):
        super().__init__()
        self.files = list(files)

    def to_open(self, *_asked):
        return self.files

    def to_save(self, *_asked):
        return self.files[0]


@pytest.fixture
def case(here):
    return here.logged()


@pytest.fixture
def opened(qtbot, here, windows, case):
    def open_files(*answers):
        behind = QWidget()
        qtbot.addWidget(behind)
        windows.kept.append(behind)
        parties = [(str(one.id), one.name) for one in here.file(case).parties]
        dialog = FilesDialog(
            behind,
            desk=here.desk,
            errands=windows.errands,
            of=FilesOf(about=case, number="古城-2026-1", parties=parties),
            questions=Answers(*answers),
        )
        windows.kept.append(dialog)
        dialog.open()
        return dialog

    return open_files


def attached(here, case, *files, kind=AttachmentKind.EVIDENCE, **said):
    files = files or (GivenFile(name="a.jpg", data=photo(64, 48)),)
    asked = AttachFile(about=case, kind=kind, files=files, **said)
    return attach_file(here.desk, asked).of("attachment")


def card_of(here, case):
    party = here.file(case).parties[0].id
    return attached(
        here, case, kind=AttachmentKind.IDENTITY, party=party, consent_on=date(2026, 1, 5)
    )[0]


def titles(dialog):
    return [line.title for line in dialog.shelf.list.lines()]


def test_files_that_were_chosen_are_described_and_kept(here, case, opened, tmp_path):
    file = tmp_path / "IMG_1.jpg"
    file.write_bytes(photo(64, 48))
    dialog = opened(file)
    assert titles(dialog) == []

    dialog.ask_files()
    form = dialog.findChild(SheetDialog)
    form.sheet.fill({"caption": "屋顶漏水处", "taken_by": "王芳"})
    form.hand_over()

    (one,) = here.file(case).attachments
    assert (one.kind, one.caption, one.taken_by) == (AttachmentKind.EVIDENCE, "屋顶漏水处", "王芳")
    assert titles(dialog) == ["屋顶漏水处"]
    assert dialog.shelf.list.lines()[0].picture is not None
    assert "1 file kept" in dialog.said.text()


def test_the_keyboard_begins_at_the_files_or_where_they_are_added(here, case, opened):
    empty = opened()
    attached(here, case)
    full = opened()

    assert empty.focusWidget() is empty.verbs.buttons()[0]
    assert full.focusWidget() is full.shelf.list


def test_the_file_that_was_just_kept_is_the_chosen_one(here, case, opened):
    attached(here, case, caption="一")
    dialog = opened()
    dialog.add((GivenFile(name="b.jpg", data=photo(64, 48)),))

    dialog.findChild(SheetDialog).hand_over()

    assert dialog.shelf.chosen().name == "b.jpg"


def test_an_identity_card_without_consent_is_refused_in_place(here, case, opened):
    dialog = opened()
    dialog.add((GivenFile(name="a.jpg", data=photo(64, 48)),))
    form = dialog.findChild(SheetDialog)
    party = str(here.file(case).parties[0].id)
    form.sheet.fill({"kind": "identity", "party": party})

    form.hand_over()
    refused = form.error.text()
    form.sheet.fill({"on_paper": True})
    form.hand_over()

    assert "own consent" in refused
    (one,) = here.file(case).attachments
    assert (one.on_paper, one.sha256) == (True, "")


def test_a_paper_copy_is_noted_without_a_file(here, case, opened):
    form = opened().note_paper()
    form.sheet.fill({"kind": "authority", "caption": "授权委托书", "pages": 2})

    form.hand_over()

    (one,) = here.file(case).attachments
    assert (one.on_paper, one.name, one.pages) == (True, "授权委托书", 2)


def test_a_picture_is_pasted_from_the_clipboard(qtbot, here, case, opened):
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)

    dialog = opened()
    dialog.paste()
    dialog.findChild(SheetDialog).hand_over()

    (one,) = here.file(case).attachments
    assert (one.name, one.media_type) == ("Pasted picture.png", "image/png")


def test_an_empty_clipboard_is_said(opened):
    QGuiApplication.clipboard().clear()
    dialog = opened()

    dialog.paste()

    assert dialog.findChild(SheetDialog) is None
    assert "clipboard" in dialog.said.text()


def test_files_dropped_beside_the_list_open_the_form(here, case, windows, tmp_path):
    file = tmp_path / "IMG_2.jpg"
    file.write_bytes(photo(64, 48))
    pane = windows.disputes()
    pane.side.show_case(case)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *how)
    dropping = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *how)

    QApplication.sendEvent(pane.side, entering)
    QApplication.sendEvent(pane.side, dropping)

    dialog = pane.window().findChildren(FilesDialog)[-1]
    assert entering.isAccepted()
    assert dropping.isAccepted()
    assert any("IMG_2.jpg" in label.text() for label in dialog.findChildren(QLabel))


def test_words_and_links_that_are_dropped_are_no_files():
    data = QMimeData()
    data.setText("hello")
    data.setUrls([QUrl("https://example.com/a.jpg")])

    assert given_in(data) == ()


def test_a_view_of_an_identity_card_is_noted_before_it_is_shown(here, case, opened):
    one = card_of(here, case)
    dialog = opened()
    told = []
    dialog._errands.changed.connect(told.append)

    dialog.look()

    with here.desk.open_work(here.desk.person.id) as work:
        (view,) = work.of(AttachmentView, case)
    assert (view.attachment, view.by) == (one, here.desk.person.id)
    assert dialog.findChild(FileViewer).view.pages() == 1
    assert told[-1].touches("attachment_view")


def test_of_an_identity_card_the_list_shows_nothing_that_could_be_read(here, case):
    card_of(here, case)
    (card,) = here.file(case).attachments
    plain = replace(card, kind=AttachmentKind.EVIDENCE)

    blurred = small_pictures(here.desk, [card])[card.id]
    sharp = small_pictures(here.desk, [plain])[card.id]

    assert _steepest(blurred) * 3 < _steepest(sharp)


def _steepest(picture):
    """Find the hardest edge along the middle line of the upper half."""
    row = picture.height() // 4
    greys = [picture.pixelColor(x, row).lightness() for x in range(picture.width())]
    return max(abs(one - other) for one, other in pairwise(greys))


def test_a_pdf_opens_with_all_its_pages_and_is_saved_as_it_was(here, case, opened, tmp_path):
    given = pdf(pages=3)
    attached(here, case, GivenFile(name="裁定书.pdf", data=given))
    out = tmp_path / "out.pdf"
    dialog = opened(out)

    dialog.look()
    viewer = dialog.findChild(FileViewer)
    viewer.save_as()

    assert viewer.view.pages() == 3
    assert out.read_bytes() == given


def test_what_is_put_aside_comes_back_by_undo(here, case, opened):
    attached(here, case, caption="屋顶")
    dialog = opened()

    dialog.remove()
    gone = titles(dialog)
    dialog.take_back.click()

    assert gone == []
    assert titles(dialog) == ["屋顶"]


def test_the_order_is_changed_by_keys(qtbot, here, case, opened):
    attached(here, case, caption="一")
    attached(here, case, caption="二")
    dialog = opened()
    dialog.shelf.list.choose(dialog.shelf.list.lines()[0].id)

    dialog.shelf.list.step(1)

    assert titles(dialog) == ["二", "一"]
    kept = sorted(here.file(case).attachments, key=lambda one: one.place_in_list)
    assert [one.caption for one in kept] == ["二", "一"]


def test_a_better_scan_takes_the_place(here, case, opened, tmp_path):
    attached(here, case, caption="借条")
    better = tmp_path / "better.pdf"
    better.write_bytes(pdf(pages=2))
    dialog = opened(better)

    dialog.replace_it()

    (one,) = here.file(case).attachments
    assert (one.caption, one.pages) == ("借条", 2)


def test_a_file_on_its_way_cannot_be_opened_and_says_why(here, case, opened):
    attached(here, case)
    here.change(Attachment, here.file(case).attachments[0].id, sha256="ab" * 32)

    dialog = opened()

    (line,) = dialog.shelf.list.lines()
    look = next(one for one in dialog.verbs.buttons() if "Look" in one.text())
    assert line.state == "on its way"
    assert not look.isEnabled()
    assert "on its way" in look.toolTip()


def test_of_several_files_those_that_cannot_be_kept_are_said_and_the_others_go_on(
    here, case, opened
):
    good = GivenFile(name="a.jpg", data=photo(64, 48))
    dialog = opened()

    dialog.add((GivenFile(name="照片.jpg", data=b"MZ" + bytes(90)), good, good))
    said = dialog.said.text()
    dialog.findChild(SheetDialog).hand_over()

    assert said.startswith("照片.jpg is neither a picture nor a PDF")
    assert len(here.file(case).attachments) == 2


def test_who_looked_at_an_identity_card_is_told(here, case, opened):
    card_of(here, case)
    dialog = opened()
    dialog.look()
    dialog.shelf.again()

    form = dialog.describe()

    words = [label.text() for label in form.findChildren(QLabel)]
    assert any(f"Seen once: {here.desk.person.name}" in one for one in words)


def test_the_case_says_how_many_files_of_which_kind_it_has(here, case, windows):
    attached(here, case)
    card_of(here, case)
    pane = windows.disputes()

    pane.side.show_case(case)

    section = next(one for one in pane.side.shown().sections if one.heading == "Files")
    assert section.links[0].text == "2 files"
    assert section.links[0].aside == "evidence 1 · identity paper 1"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_things_in_the_windows_share_a_key(here, case, opened, doubled, language):
    speak(language, resources.path("translations"))
    attached(here, case)
    dialog = opened()

    dialog.add((GivenFile(name="a.jpg", data=photo(64, 48)),))
    form = dialog.findChild(SheetDialog)
    found = [*doubled(dialog), *doubled(form)]
    form.sheet.fill({"kind": "identity"})
    found += [*doubled(form), *doubled(dialog.describe()), *doubled(dialog.note_paper())]

    assert found == []


def test_a_whistle_has_its_files_beside_its_course(qtbot, here, tmp_path):
    whistle = here.whistle()
    pane = CouncilDesk(qtbot, here.at, tmp_path).whistles()
    pane.open(whistle)

    dialog = pane.files.open((GivenFile(name="a.jpg", data=photo(64, 48)),))
    dialog.findChild(SheetDialog).hand_over()

    section = next(one for one in pane.side.shown().sections if one.heading == "Files")
    assert section.links[0].text == "1 file"
    assert len(here.desk.queries.attachments(whistle)) == 1

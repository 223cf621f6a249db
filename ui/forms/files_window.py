"""The files of one record: added, looked at, described, put in order, put aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment
from mediator_desk.rows import Changes
from mediator_desk.usecases.attachments.attaching import (
    OrderAttachments,
    RemoveAttachment,
    ReplaceAttachment,
    order_attachments,
    remove_attachment,
    replace_attachment,
)
from mediator_desk.usecases.attachments.door import GivenFile, admit
from mediator_desk.usecases.attachments.reading import ReadAttachment, ReadBytes, read_attachment
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import _, n_, p_
from ui.dialogs.file_viewer import FileViewer
from ui.errands import Errands, Lane
from ui.files import FileQuestions
from ui.forms.arriving import Arriving
from ui.forms.file_forms import FileDesk, add_dialog, describe_dialog, paper_dialog
from ui.forms.file_shelf import FileShelf
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.file_drop import FileDrop, pasted
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbBar, VerbButton

_T = TypeVar("_T")
_ENDINGS = " *.".join(("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff", "pdf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesOf:
    """Whose files they are: the record, its number, and its parties to choose from."""

    about: UUID
    number: str
    parties: Sequence[tuple[str, str]] = ()


class FilesDialog(QDialog):
    """Lists the files of a record. Files may be dropped here or pasted with Ctrl+V."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        of: FilesOf,
        questions: FileQuestions | None = None,
    ) -> None:
        """Lay out the window and read the files."""
        super().__init__(parent)
        self.setWindowTitle(_("Files, {number}").format(number=of.number))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._errands, self._of = desk, errands, of
        self._questions = questions or FileQuestions()
        self._last: Changes | None = None
        self.shelf = FileShelf(desk=desk, errands=errands, about=of.about, parties=of.parties)
        self.verbs = VerbBar()
        self.said = Banner()
        self.take_back = VerbButton(Verb(text=_("&Undo"), do=self.undo, icon="undo"))
        self.shut = PressButton(_("&Close"))
        self._count = Label(tone="quiet")
        self._lay_out()
        self._wire()
        self.shelf.again()

    def ask_files(self) -> None:
        """Ask for files and what they are."""
        self.add(tuple(GivenFile(path=str(one)) for one in self._ask(_("Choose files to keep"))))

    def add(self, files: tuple[GivenFile, ...]) -> None:
        """Open some files one after the other, then ask what they are and keep them."""
        if files:
            self.take_back.hide()
            self._let_in(Arriving(files=files))

    def paste(self) -> None:
        """Take what lies in the clipboard."""
        files = pasted()
        if not files:
            self.said.say(_("There is no picture and no file in the clipboard."), "warning")
        self.add(files)

    def note_paper(self) -> QDialog:
        """Note that only a paper copy is kept."""
        return self._open(paper_dialog(self._at()))

    def look(self) -> None:
        """Open the chosen file; the view of an identity paper is noted first."""
        one = self.shelf.chosen()
        if one is not None:
            asked = ReadAttachment(attachment=one.id)
            self._run(partial(read_attachment, self._desk, asked), self._view)

    def describe(self) -> QDialog | None:
        """Say more about the chosen file."""
        one = self.shelf.chosen()
        return (
            None
            if one is None
            else self._open(describe_dialog(self._at(), one, self.shelf.seen(one)))
        )

    def replace_it(self) -> None:
        """Ask for a better scan of the chosen file."""
        one = self.shelf.chosen()
        if one is None:
            return
        for file in self._ask(_("Choose the better scan"))[:1]:
            asked = ReplaceAttachment(attachment=one.id, file=GivenFile(path=str(file)))
            job = partial(replace_attachment, self._desk, asked)
            self._run(job, partial(self._done, said=_("The better scan is kept.")))

    def remove(self) -> None:
        """Put the chosen file aside; undo stands beside the sentence that says so."""
        one = self.shelf.chosen()
        if one is not None:
            asked = RemoveAttachment(attachment=one.id)
            said = _("“{name}” was put aside.").format(name=one.title)
            self._run(partial(remove_attachment, self._desk, asked), partial(self._done, said=said))

    def undo(self) -> None:
        """Take the last step back."""
        if self._last is not None and self._last.piece is not None:
            asked, self._last = Undo(piece=self._last.piece), None
            self._run(partial(undo, self._desk, asked), partial(self._done, said=_("Taken back.")))
            self._last = None
            self.take_back.hide()

    def _ask(self, title: str) -> list[Path]:
        """Ask for pictures or PDFs."""
        return self._questions.to_open(self, title, [(_("Pictures and PDFs"), _ENDINGS)])

    def _at(self) -> FileDesk:
        return FileDesk(
            parent=self,
            desk=self._desk,
            errands=self._errands,
            about=self._of.about,
            number=self._of.number,
            parties=self._of.parties,
            done=self._described,
        )

    def _described(self, changes: Changes, said: str) -> None:
        words = p_("notice", "{case}: {done}").format(case=self._of.number, done=said)
        self._done(changes, said=words)

    def _open(self, dialog: QDialog) -> QDialog:
        self.said.say("")
        dialog.open()
        return dialog

    def _let_in(self, arriving: Arriving) -> None:
        """Open the next file; when all are, ask about those that can be kept."""
        if arriving.rest:
            self.said.say(arriving.words(), "accent")
            self._errands.run(
                partial(admit, arriving.rest[0]),
                owner=self,
                then=lambda one: self._let_in(arriving.admitting(one)),
                refused=lambda sentence: self._let_in(arriving.refusing(sentence)),
                lane=Lane.PAPER,
            )
            return
        self.said.say("\n".join(arriving.refused), "danger")
        if arriving.admitted:
            add_dialog(self._at(), arriving.admitted).open()

    def _view(self, read: ReadBytes) -> None:
        if read.changes.touched:
            self._errands.changed.emit(read.changes)
        FileViewer(self, read=read, errands=self._errands, questions=self._questions).open()

    def _order(self, ids: tuple[UUID, ...]) -> None:
        asked = OrderAttachments(about=self._of.about, attachments=ids)
        self._run(partial(order_attachments, self._desk, asked), self._ordered)

    def _ordered(self, _changes: Changes) -> None:
        self.shelf.again()

    def _undone(self, _changes: Changes) -> None:
        self.said.say(_("Taken back."), "good")
        self.take_back.hide()
        self.shelf.again()

    def _done(self, changes: Changes, *, said: str) -> None:
        self._last = changes
        self.said.say(said, "good")
        self.take_back.setVisible(changes.piece is not None)
        touched = changes.of(Attachment.TABLE)
        self.shelf.again(choose=touched[0] if touched else None)

    def _offer(self) -> None:
        """Offer what can be done with the chosen file."""
        count, one = self.shelf.count(), self.shelf.chosen()
        self._count.setText(n_("{count} file", "{count} files", count).format(count=count))
        add = Verb(text=_("&Add files …"), do=self.ask_files, primary=True, icon="plus")
        verbs = [add]
        if one is not None:
            verbs += [
                Verb(text=_("&Look at it"), do=self.look, icon="search", why_not=self._why(one)),
                Verb(text=_("&Describe …"), do=self.describe, icon="pen"),
                Verb(text=_("&Put aside"), do=self.remove),
            ]
        verbs += [
            Verb(text=_("Only a paper cop&y …"), do=self.note_paper),
            Verb(text=_("Pa&ste"), do=self.paste, hint=_("Ctrl+V")),
        ]
        if one is not None:
            verbs.append(Verb(text=_("&Replace by a better scan …"), do=self.replace_it))
        self.verbs.show_verbs(verbs)
        if self.focusWidget() in (None, self.shut):
            (self.verbs.buttons()[0] if one is None else self.shelf.list).setFocus()

    def _why(self, one: Attachment) -> str:
        if one.on_paper:
            return _("Only the paper copy is kept; look into the volume.")
        return "" if self.shelf.is_here(one) else _("It is on its way from another station.")

    def _run(self, job: Callable[[], _T], then: Callable[[_T], object]) -> None:
        self._errands.run(job, owner=self, then=then, refused=self._refuse)

    def _refuse(self, sentence: str) -> None:
        self.take_back.hide()
        self.said.say(sentence, "danger")

    def _lay_out(self) -> None:
        for button in (self.shut, self.take_back):
            button.setAutoDefault(False)
        self.take_back.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        title = _("Files, {number}").format(number=self._of.number)
        head.addWidget(ElidedLabel(title, scale=HEADING, strong=True), 1)
        head.addWidget(self._count)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self.said, 1)
        told.addWidget(self.take_back)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.verbs, 1)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self.shelf, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(50), room.width() - 24), min(worn().em(38), round(room.height() * 0.94))
        )

    def _wire(self) -> None:
        self.shut.clicked.connect(self.reject)
        self.shelf.list.opened.connect(lambda _id: self.look())
        self.shelf.list.moved.connect(self._order)
        self.shelf.shown.connect(self._offer)
        FileDrop(self, self.add)
        FileDrop(self.shelf.list.viewport(), self.add)
        for keys, do in (
            ("Ctrl+V", self.paste),
            ("Alt+Up", partial(self.shelf.list.step, -1)),
            ("Alt+Down", partial(self.shelf.list.step, 1)),
            ("Delete", self.remove),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

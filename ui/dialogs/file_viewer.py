"""One kept file, page by page, as large as one likes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.rules.file_types import tidy_name
from mediator_desk.usecases.attachments.reading import ReadBytes
from mediator_desk.words import _, n_
from ui.errands import Errands, Lane
from ui.file_pictures import Pages, pages_of
from ui.files import FileQuestions
from ui.printing import save_bytes
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.preview import PreviewView
from ui.widgets.verb import Verb, VerbButton


class FileViewer(QDialog):
    """Shows a picture or a PDF; Ctrl+S saves it as a file, Esc closes."""

    def __init__(
        self, parent: QWidget, *, read: ReadBytes, errands: Errands, questions: FileQuestions
    ) -> None:
        """Lay out the window and make the pages ready."""
        super().__init__(parent)
        self.setWindowTitle(read.attachment.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read, self._errands, self._questions = read, errands, questions
        self.view = PreviewView(errands)
        self.view.setAccessibleName(_("Pages of the file"))
        self.said = Banner(_("The file is being opened …"), "accent")
        self._pages = Label(tone="quiet")
        self.save = VerbButton(Verb(text=_("&Save as …"), do=self.save_as, icon="save"))
        self.shut = PressButton(_("&Close"))
        self._lay_out()
        self._wire()
        one = read.attachment
        errands.run(
            partial(pages_of, one.media_type, read.data),
            owner=self,
            then=self._show,
            refused=self._refuse,
            lane=Lane.PAPER,
        )

    def save_as(self) -> None:
        """Ask for a place and save the file there."""
        one = self._read.attachment
        ending = Path(tidy_name(one.name, one.media_type)).suffix.lstrip(".")
        name = tidy_name(one.title, one.media_type)
        file = self._questions.to_save(self, _("Save the file"), name, (_("File"), ending))
        if file is not None:
            self._errands.run(
                partial(save_bytes, self._read.data, file),
                owner=self,
                then=lambda saved: self.said.say(_("Saved as {file}").format(file=saved), "good"),
                refused=self._refuse,
                lane=Lane.PAPER,
            )

    def _show(self, pages: Pages) -> None:
        self.said.say("")
        self.view.show_pages(pages.sizes, pages.render, whole=len(pages.sizes) == 1)
        self._count(1)
        self.view.setFocus()

    def _count(self, page: int) -> None:
        count = self.view.pages()
        said = n_("Page {page} of {count}", "Page {page} of {count}", count)
        self._pages.setText(said.format(page=page, count=count) if count > 1 else "")

    def _refuse(self, sentence: str) -> None:
        self.said.say(sentence, "danger")

    def _lay_out(self) -> None:
        self.shut.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = self._read.attachment.title
        head.addWidget(ElidedLabel(title, scale=HEADING, strong=True), 1)
        head.addWidget(self._pages)
        for words, said, do in (
            ("−", _("Smaller (Ctrl+-)"), partial(self.view.zoom, False)),
            ("+", _("Larger (Ctrl++)"), partial(self.view.zoom, True)),
            (_("&Width"), _("As wide as the window (Ctrl+0)"), self.view.fit),
        ):
            button = PressButton(words)
            button.setAutoDefault(False)
            button.setToolTip(said)
            button.setAccessibleName(said)
            button.clicked.connect(do)
            if len(words) == 1:
                button.setFixedWidth(worn().target)
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(56), room.width() - 24), round(room.height() * 0.94))

    def _wire(self) -> None:
        self.shut.clicked.connect(self.reject)
        self.view.turned.connect(self._count)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_as)

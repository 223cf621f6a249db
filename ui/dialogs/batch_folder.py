"""A batch into a folder, a file for each: how far it is, and at the end what was left out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.usecases.batch_files import BatchReport, print_into_folder
from mediator_desk.usecases.print_batch import PrintBatch, Step
from mediator_desk.words import N_, _, n_
from ui.dialogs.left_out import LeftOut, OpenCase, left_out_words
from ui.errands import Errands, Lane
from ui.files import FileQuestions
from ui.theme import HEADING, worn
from ui.widgets.card import Banner
from ui.widgets.going_row import Going, GoingRow
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton


class BatchFolder(QDialog):
    """Prints into a folder at once; Esc stops first, then closes. Whole files stay."""

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        desk: Desk,
        asked: PrintBatch,
        fonts: Path,
        folder: Path,
        errands: Errands,
        files: FileQuestions,
        open_case: OpenCase,
    ) -> None:
        """Lay out the window and begin."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder, self._errands, self._open_case = folder, errands, open_case
        self.going = Going()
        self.progress = GoingRow(N_("{row} of {of}: {name}"))
        self.said = Banner(_("The papers are being made …"), "accent")
        self.left = LeftOut(errands=errands, files=files, open_case=self._go)
        self.left.hide()
        self.see = VerbButton(
            Verb(text=_("Open the &folder"), do=self._show_folder, icon="folder", primary=True)
        )
        self.see.hide()
        self.shut = PressButton(_("S&top"))
        self.shut.setAutoDefault(False)
        self.report: BatchReport | None = None
        self._lay_out(title)
        self.shut.clicked.connect(self.reject)
        self.progress.follow(self.going)
        errands.run(
            partial(
                print_into_folder,
                desk,
                asked,
                fonts,
                folder,
                watch=partial(_note, self.going),
                cancelled=self.going.stop,
            ),
            owner=self,
            then=self._made,
            refused=self._broke,
            lane=Lane.BATCH,
        )

    @override
    def reject(self) -> None:
        if self.report is None and not self.going.stopped:
            self.going.stopped = True
            return
        self.going.stopped = True
        super().reject()

    def _made(self, report: BatchReport) -> None:
        self.report = report
        said = n_("{count} file was written.", "{count} files were written.", len(report.files))
        words = said.format(count=f"{len(report.files):,}")
        if report.cancelled:
            words = _("Stopped. {words}").format(words=words)
        if report.refused:
            words = _("{first} {second}.").format(
                first=words, second=left_out_words(len(report.refused))
            )
            self.left.show_steps(report.refused)
            self.left.show()
        self._rest()
        self.said.say(words, "warning" if report.refused or report.cancelled else "good")
        self.see.setVisible(bool(report.files))

    def _broke(self, sentence: str) -> None:
        self.report = BatchReport()
        self._rest()
        self.said.say(sentence, "danger")

    def _rest(self) -> None:
        self.progress.follow(None)
        self.shut.setText(_("&Close"))

    def _go(self, asked: str) -> None:
        self.done(0)
        self._open_case(asked)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _lay_out(self, title: str) -> None:
        where = ElidedLabel(tone="quiet")
        where.say(str(self._folder))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.progress, 1)
        foot.addWidget(self.see)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(title, scale=HEADING, strong=True))
        column.addWidget(where)
        column.addWidget(self.said)
        column.addWidget(self.left, 1)
        column.addStretch(0)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(46), room.width() - 24), min(worn().em(28), room.height() - 24))


def _note(going: Going, step: Step) -> None:
    """Take note of how far it is; the worker does that."""
    going.name = step.number
    going.tell(step.place, step.count)

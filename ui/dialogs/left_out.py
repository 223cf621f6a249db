"""What a batch could not print, each with its reason and the way to its case."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.troubles import DiskTrouble
from mediator_desk.usecases.print_batch import Step
from mediator_desk.words import N_, _, n_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.models.column import Column
from ui.theme import HEADING, worn
from ui.widgets.card import Banner, Card
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton

OpenCase = Callable[[str], object]


class LeftOut(QWidget):
    """The list, and below it: open the case, save the list."""

    def __init__(
        self, *, errands: Errands, files: FileQuestions, open_case: OpenCase | None = None
    ) -> None:
        """Begin with nothing left out."""
        super().__init__()
        self._errands, self._files, self._open_case = errands, files, open_case
        self.table: TableView[Step] = TableView(
            _columns(), key=lambda step: step.place, name=_("What could not be printed")
        )
        self.why = Label(tone="quiet", wrap=True)
        self.said = Banner()
        self.see = VerbButton(Verb(text=_("&Open the case"), do=self._open, icon="dispute"))
        self.save = VerbButton(Verb(text=_("Save the &list …"), do=self.save_as, icon="save"))
        self.see.setVisible(open_case is not None)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.see)
        foot.addWidget(self.save)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(card, 1)
        column.addWidget(self.why)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.table.chosen.connect(lambda step: self.why.setText(str(step.error or "")))
        self.table.opened.connect(lambda _step: self._open())

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these."""
        self.table.show_rows(steps)
        if steps:
            self.table.choose_place(0)

    def save_as(self) -> None:
        """Ask for a file and write the list into it."""
        kind = (_("Text files"), "txt")
        file = self._files.to_save(self, _("Save the list"), _("Not printed") + ".txt", kind)
        if file is not None:
            self.save_to(file)

    def save_to(self, file: Path) -> None:
        """Write the list into a file, a line for each."""
        line = _("{number}: {why}")
        rows = [line.format(number=one.number, why=one.error) for one in self.table.rows.rows()]
        self._errands.run(
            partial(_write, file, "\n".join(rows) + "\n"),
            owner=self,
            then=lambda _done: self.said.say(_("Saved as {file}").format(file=file), "good"),
            refused=lambda sentence: self.said.say(sentence, "danger"),
        )

    def _open(self) -> None:
        step = self.table.current_row()
        if step is not None and self._open_case is not None:
            self._open_case(step.asked)


class LeftOutDialog(QDialog):
    """The list in a window of its own."""

    def __init__(
        self,
        parent: QWidget,
        *,
        steps: Sequence[Step],
        errands: Errands,
        files: FileQuestions,
        open_case: OpenCase | None = None,
    ) -> None:
        """Lay out the window."""
        super().__init__(parent)
        self.setWindowTitle(_("What could not be printed"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = LeftOut(errands=errands, files=files, open_case=open_case)
        self.list.show_steps(steps)
        close = PressButton(_("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(left_out_words(len(steps)), scale=HEADING, strong=True))
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(46), room.width() - 24), min(worn().em(28), room.height() - 24))
        self.list.table.setFocus()


def left_out_words(count: int) -> str:
    """Say how many could not be printed."""
    said = n_("{count} could not be printed", "{count} could not be printed", count)
    return said.format(count=f"{count:,}")


def _columns() -> tuple[Column[Step], ...]:
    return (
        Column(title=_("Number"), text=lambda step: step.number, width=9),
        Column(title=_("Why"), text=lambda step: str(step.error or ""), width=20, stretch=True),
    )


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DiskTrouble(
            N_("{file} could not be written: {why}. Choose another folder."),
            file=str(file),
            why=error.strerror or "",
        ) from error

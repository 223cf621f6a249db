"""Taking a ledger in: what its columns mean, what it would do, then row by row into the store."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.ledger import LedgerLook
from mediator_desk.ports import Desk
from mediator_desk.usecases.intake_ledger import IntakeLedger
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.ledger_columns import FIELDS, ColumnCard
from ui.forms.ledger_reading import (
    Seen,
    TakenIn,
    see_ledger,
    take_ledger,
    what_became,
    would_do,
)
from ui.forms.ledger_rows import Line, ledger_columns, ledger_lines
from ui.notices import Notices
from ui.theme import TITLE, worn
from ui.widgets.card import Banner, Card
from ui.widgets.drop_list import DropList
from ui.widgets.empty_state import EmptyState
from ui.widgets.going_row import Going, GoingRow
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton


class LedgerDialog(QDialog):
    """Leads from a file to its rows in the store: ``read`` looks, ``take_in`` keeps."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
    ) -> None:
        """Begin with the question for a file."""
        super().__init__(parent)
        self.setWindowTitle(_("Take a ledger in"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._errands, self._notices, self._files = desk, errands, notices, files
        self._file: Path | None = None
        self._going: Going | None = None
        self._seen: Seen | None = None
        self._filling = False
        self._copy: Path | None = None
        self.said = Banner()
        self.card = ColumnCard()
        self.sheets = DropList()
        self.table: TableView[Line] = TableView(
            ledger_columns(), key=lambda line: line.row, name=_("Rows of the ledger")
        )
        self.progress = GoingRow()
        self._make_verbs()
        self._lay_out()
        self._wire()
        self._show_state()

    def choose(self) -> None:
        """Ask for the file."""
        kind = (_("Excel ledgers"), "xlsx")
        found = self._files.to_open(self, _("Take a ledger in"), [kind])
        if found:
            self.read(found[0])

    def read(self, file: Path) -> None:
        """Look at a ledger: its columns, and what taking it in would do."""
        self._file, self._seen = file, None
        self._name.say(file.name)
        self._look({}, None)

    def take_in(self) -> None:
        """Take the rows in; the ones done stay, even if it is stopped."""
        if self._file is None or self._seen is None:
            return
        asked = IntakeLedger(
            file=self._file, columns=self.card.columns(), sheet=self._seen.look.sheet
        )
        going = self._go()
        self._errands.run(
            partial(take_ledger, self._desk, asked, going),
            owner=self,
            then=self._taken,
            refused=self._refuse,
        )

    def stop(self) -> None:
        """Stop what is under way, or close the window."""
        if self._going is None:
            self.close()
        else:
            self._going.stopped = True

    @override
    def reject(self) -> None:
        # Esc stops first; a second one closes.
        self.stop()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._going is not None:
            self._going.stopped = True
        event.accept()

    def _look(self, columns: Mapping[Field, str], sheet: str | None) -> None:
        if self._file is None:
            return
        going = self._go()
        asked = IntakeLedger(file=self._file, columns=columns, sheet=sheet)
        self._errands.run(
            partial(see_ledger, self._desk, asked, going),
            owner=self,
            then=partial(self._show_seen, going),
            refused=self._refuse,
        )

    def _go(self) -> Going:
        if self._going is not None:
            self._going.stopped = True
        going = self._going = Going()
        self.said.say("")
        self.progress.follow(going)
        self._show_state()
        return going

    def _rest(self) -> None:
        self._going = None
        self.progress.follow(None)
        self._show_state()

    def _show_seen(self, going: Going, seen: Seen) -> None:
        if going is not self._going:
            return
        self._seen = seen
        self._fill(seen.look)
        self._rest()
        self.press.setFocus()
        self.card.to_the_top()
        if seen.intake is None:
            missing = p_("list mark", ", ").join(
                _(FIELDS[one]) for one in seen.look.mapping.missing
            )
            self.said.say(_("Choose the column for: {fields}").format(fields=missing), "warning")
            self.table.show_rows(())
            return
        self.table.show_rows(ledger_lines(seen.intake))
        self.said.say(would_do(seen.intake), "warning" if seen.intake.refused else "accent")

    def _fill(self, look: LedgerLook) -> None:
        self._filling = True
        self.card.fill(look)
        self.sheets.clear()
        for sheet in (look.sheet, *look.other_sheets):
            self.sheets.addItem(sheet, sheet)
        self.sheets.setVisible(bool(look.other_sheets))
        self._filling = False

    def _column_chosen(self) -> None:
        if self._seen is not None:
            self._look(self.card.columns(), self._seen.look.sheet)

    def _sheet_chosen(self) -> None:
        if not self._filling and self._file is not None:
            self._look({}, str(self.sheets.currentData()))

    def _taken(self, taken: TakenIn) -> None:
        self._errands.changed.emit(taken.intake.changes)
        self._copy = taken.copy
        self._rest()
        self.said.say(what_became(taken), "warning" if taken.intake.refused else "good")
        if taken.intake.refused:
            self.table.show_rows(taken.intake.refused)
        self.press.hide()
        self.open_copy.setVisible(taken.copy is not None)
        self.shut.setText(_("&Close"))
        logged = taken.intake.logged
        said = n_("{count} dispute was taken in.", "{count} disputes were taken in.", logged)
        self._notices.say(said.format(count=f"{logged:,}"))

    def _refuse(self, sentence: str) -> None:
        self._rest()
        self.said.say(sentence, "danger")

    def _show_copy(self) -> None:
        if self._copy is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._copy)))

    def _show_state(self) -> None:
        """Show what can be done now."""
        busy, chosen = self._going is not None, self._file is not None
        ready = self._seen is not None and self._seen.intake is not None
        self._stack.setCurrentIndex(1 if chosen else 0)
        self.again.setVisible(chosen)
        self.again.setEnabled(not busy)
        intake = self._seen.intake if self._seen is not None else None
        self.press.setEnabled(ready and not busy and intake is not None and intake.logged > 0)
        self.shut.setText(_("S&top") if busy else _("&Cancel"))
        self.card.setEnabled(not busy)
        self.sheets.setEnabled(not busy)

    def _make_verbs(self) -> None:
        self.pick = Verb(text=_("&Choose a ledger …"), do=self.choose, icon="table", primary=True)
        self.again = VerbButton(Verb(text=_("&Another file …"), do=self.choose))
        self.press = VerbButton(
            Verb(text=_("&Take the rows in"), do=self.take_in, icon="import", primary=True)
        )
        self.open_copy = VerbButton(Verb(text=_("&Open the rows left out"), do=self._show_copy))
        self.open_copy.hide()
        self.shut = PressButton(_("&Cancel"))
        self.shut.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._name = ElidedLabel(tone="quiet")
        empty = EmptyState(
            "table",
            _("Which ledger is to be taken in?"),
            _("An Excel workbook (.xlsx), such as the list of hotline 12345. Nothing is kept yet."),
            self.pick,
        )
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.card, 2)
        rows = Card(margin=1)
        rows.column.addWidget(self.table)
        beside.addWidget(rows, 5)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)
        column.addLayout(self._foot())
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(64), room.width() - 24), min(worn().em(38), round(room.height() * 0.94))
        )

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(_("Take a ledger in"), scale=TITLE, strong=True))
        head.addWidget(self._name, 1)
        head.addWidget(self.sheets)
        head.addWidget(self.again)
        self.sheets.hide()
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.progress, 1)
        for button in (self.open_copy, self.shut, self.press):
            foot.addWidget(button)
        return foot

    def _wire(self) -> None:
        self.shut.clicked.connect(self.stop)
        self.sheets.currentIndexChanged.connect(self._sheet_chosen)
        self.card.changed.connect(self._column_chosen)

"""Taking a ledger in: what its columns mean, what it would do, then row by row into the store."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ledgers.error_copy import write_error_copy
from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.ledger import LedgerLook, peek_ledger
from mediator_desk.ledgers.mapping import NEEDED
from mediator_desk.ledgers.rows import BadRow
from mediator_desk.ports import Desk
from mediator_desk.rules.durations import local_day
from mediator_desk.troubles import Trouble
from mediator_desk.usecases.intake_ledger import (
    SHELF,
    Intake,
    IntakeLedger,
    RowPlan,
    intake_ledger,
    preview_ledger,
)
from mediator_desk.words import N_, _, n_, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.models.column import Column
from ui.notices import Notices
from ui.theme import SMALL, TITLE, worn
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.drop_list import DropList
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.reading import ReadingArea
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton

FIELDS: dict[Field, str] = {
    Field.LOGGED_ON: N_("Day"),
    Field.TEXT: N_("What happened"),
    Field.TITLE: N_("Title"),
    Field.TOPIC: N_("Topic"),
    Field.PLACE: N_("Place"),
    Field.NAME: N_("Name"),
    Field.PHONE: N_("Phone"),
    Field.ID_NUMBER: N_("ID number"),
    Field.CHANNEL: N_("Came by"),
    Field.REPLY: N_("Reply"),
    Field.REPLIED_ON: N_("Day of the reply"),
    Field.REPLIED_BY: N_("Who replied"),
    Field.REF: N_("Number in the ledger"),
}
_SHOWN = 300
_EVERY = 120
_Line = RowPlan | BadRow


@dataclass(slots=True)
class _Going:
    """How far the worker is; it writes, the window looks, nobody waits."""

    row: int = 0
    of: int = 0
    stopped: bool = False

    def tell(self, row: int, of: int) -> None:
        """Take note of a row that was reached."""
        self.row, self.of = row, of

    def stop(self) -> bool:
        """Tell the worker whether to stop."""
        return self.stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A ledger that was looked at; without an intake a needed column is still missing."""

    look: LedgerLook
    intake: Intake | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of a ledger, and where its refused rows are."""

    intake: Intake
    copy: Path | None = None
    trouble: str = ""


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
        self._going: _Going | None = None
        self._seen: Seen | None = None
        self._filling = False
        self._copy: Path | None = None
        self.said = Banner()
        self.lists = {one: DropList() for one in FIELDS}
        self.sheets = DropList()
        self.table: TableView[_Line] = TableView(
            _columns(), key=lambda line: line.row, name=_("Rows of the ledger")
        )
        self.progress = QProgressBar()
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

    def columns(self) -> dict[Field, str]:
        """Give the columns as they are chosen now; an empty one leaves the field out."""
        return {one: str(self.lists[one].currentData() or "") for one in FIELDS}

    def take_in(self) -> None:
        """Take the rows in; the ones done stay, even if it is stopped."""
        if self._file is None or self._seen is None:
            return
        asked = IntakeLedger(file=self._file, columns=self.columns(), sheet=self._seen.look.sheet)
        self._go(_("Row {row} of {of} …"))
        assert self._going is not None
        self._errands.run(
            partial(_take_in, self._desk, asked, self._going),
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
        self._go(_("Row {row} of {of} …"))
        assert self._going is not None
        asked = IntakeLedger(file=self._file, columns=columns, sheet=sheet)
        self._errands.run(
            partial(_see, self._desk, asked, self._going),
            owner=self,
            then=partial(self._show_seen, self._going),
            refused=self._refuse,
        )

    def _go(self, words: str) -> None:
        if self._going is not None:
            self._going.stopped = True
        self._going = _Going()
        self._words = words
        self.said.say("")
        self._watch.start()
        self._show_state()

    def _rest(self) -> None:
        self._going = None
        self._watch.stop()
        self._show_state()

    def _show_seen(self, going: _Going, seen: Seen) -> None:
        if going is not self._going:
            return
        self._seen = seen
        self._fill_lists(seen.look)
        self._rest()
        self.press.setFocus()
        self._area.verticalScrollBar().setValue(0)
        if seen.intake is None:
            missing = p_("list mark", ", ").join(
                _(FIELDS[one]) for one in seen.look.mapping.missing
            )
            self.said.say(_("Choose the column for: {fields}").format(fields=missing), "warning")
            self.table.show_rows(())
            return
        self.table.show_rows(_lines(seen.intake))
        self.said.say(would_do(seen.intake), "warning" if seen.intake.refused else "accent")

    def _fill_lists(self, look: LedgerLook) -> None:
        self._filling = True
        for one, drop in self.lists.items():
            drop.clear()
            drop.addItem(p_("column", "— none —"), "")
            for heading in dict.fromkeys(heading for heading in look.headings if heading):
                drop.addItem(heading, heading)
            drop.setCurrentIndex(max(0, drop.findData(look.mapping.heading(one))))
        self.sheets.clear()
        for sheet in (look.sheet, *look.other_sheets):
            self.sheets.addItem(sheet, sheet)
        self.sheets.setVisible(bool(look.other_sheets))
        self._filling = False

    def _column_chosen(self) -> None:
        if not self._filling and self._seen is not None:
            self._look(self.columns(), self._seen.look.sheet)

    def _sheet_chosen(self) -> None:
        if not self._filling and self._file is not None:
            self._look({}, str(self.sheets.currentData()))

    def _taken(self, taken: TakenIn) -> None:
        self._errands.changed.emit(taken.intake.changes)
        self._copy = taken.copy
        self._rest()
        self.said.say(_done_words(taken), "warning" if taken.intake.refused else "good")
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

    def _tick(self) -> None:
        going = self._going
        if going is not None:
            self.progress.setRange(0, going.of)
            self.progress.setValue(min(going.row, going.of))
            self._row.setText(
                self._words.format(row=f"{going.row:,}", of=f"{going.of:,}") if going.of else ""
            )

    def _show_state(self) -> None:
        """Show what can be done now."""
        busy, chosen = self._going is not None, self._file is not None
        ready = self._seen is not None and self._seen.intake is not None
        self._stack.setCurrentIndex(1 if chosen else 0)
        self.again.setVisible(chosen)
        self.again.setEnabled(not busy)
        self.progress.setVisible(busy)
        self._row.setVisible(busy)
        intake = self._seen.intake if self._seen is not None else None
        self.press.setEnabled(ready and not busy and intake is not None and intake.logged > 0)
        self.shut.setText(_("S&top") if busy else _("&Cancel"))
        for drop in (*self.lists.values(), self.sheets):
            drop.setEnabled(not busy)

    def _make_verbs(self) -> None:
        self.pick = Verb(text=_("&Choose a ledger …"), do=self.choose, icon="table", primary=True)
        self.again = VerbButton(Verb(text=_("&Another file …"), do=self.choose))
        self.press = VerbButton(
            Verb(text=_("&Take the rows in"), do=self.take_in, icon="import", primary=True)
        )
        self.open_copy = VerbButton(Verb(text=_("&Open the rows left out"), do=self._show_copy))
        self.open_copy.hide()
        self.shut = QPushButton(_("&Cancel"))
        self.shut.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._name = ElidedLabel(tone="quiet")
        self._row = Label(tone="quiet", scale=SMALL)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(worn().em(10))
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
        beside.addWidget(self._column_card(), 2)
        rows = Card(margin=1)
        rows.column.addWidget(self.table)
        beside.addWidget(rows, 5)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(both)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(_("Take a ledger in"), scale=TITLE, strong=True))
        head.addWidget(self._name, 1)
        head.addWidget(self.sheets)
        head.addWidget(self.again)
        self.sheets.hide()
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.progress)
        foot.addWidget(self._row, 1)
        foot.addStretch(1)
        for button in (self.open_copy, self.shut, self.press):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(64), room.width() - 24), min(worn().em(38), round(room.height() * 0.94))
        )

    def _column_card(self) -> Card:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, (one, drop) in enumerate(self.lists.items()):
            words = _(FIELDS[one])
            name = _("{label} *").format(label=words) if one in NEEDED else words
            label_ = Label(name, wrap=True)
            label_.setBuddy(drop)
            drop.setAccessibleName(words)
            grid.addWidget(label_, row, 0)
            grid.addWidget(drop, row, 1)
        area = self._area = ReadingArea()
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        card = Card(_("Which column says what"), margin=14)
        card.column.addWidget(area)
        return card

    def _wire(self) -> None:
        self._watch = QTimer(self)
        self._watch.setInterval(_EVERY)
        self._watch.timeout.connect(self._tick)
        self.shut.clicked.connect(self.stop)
        self.sheets.currentIndexChanged.connect(self._sheet_chosen)
        for drop in self.lists.values():
            drop.currentIndexChanged.connect(self._column_chosen)


def would_do(intake: Intake) -> str:
    """Say what taking a ledger in would do, and which topics its rows are proposed to."""
    logged = n_("{count} row would be logged.", "{count} rows would be logged.", intake.logged)
    parts = [logged.format(count=f"{intake.logged:,}")]
    if intake.already:
        already = n_("{count} is here already.", "{count} are here already.", intake.already)
        parts.append(already.format(count=f"{intake.already:,}"))
    if intake.refused:
        parts.append(_left_out(intake))
    topics = sorted(intake.topics.items(), key=lambda one: -one[1])[:6]
    if topics:
        said = [f"{label(topic)} {count:,}" for topic, count in topics]
        shown = _("Topics: {topics}").format(topics=p_("list mark", ", ").join(said))
        return "\n".join((" ".join(parts), shown))
    return " ".join(parts)


def _done_words(taken: TakenIn) -> str:
    intake = taken.intake
    logged = n_("{count} row was logged.", "{count} rows were logged.", intake.logged)
    parts = [logged.format(count=f"{intake.logged:,}")]
    if intake.already:
        already = n_("{count} was here already.", "{count} were here already.", intake.already)
        parts.append(already.format(count=f"{intake.already:,}"))
    if intake.stopped:
        parts.append(_("It was stopped; take the same ledger in again for the rest."))
    if intake.refused:
        parts.append(_left_out(intake))
    if taken.copy is not None:
        parts.append(_("They are in {file}; correct them there.").format(file=taken.copy.name))
    return " ".join([*parts, *([taken.trouble] if taken.trouble else [])])


def _left_out(intake: Intake) -> str:
    count = len(intake.refused)
    said = n_("{count} row is left out.", "{count} rows are left out.", count)
    return said.format(count=f"{count:,}")


def _see(desk: Desk, asked: IntakeLedger, going: _Going) -> Seen:
    """Look at a ledger from outside, and at its rows if its columns are known."""
    shelved = desk.queries.shelved(SHELF)
    remembered = (
        {str(key): str(value) for key, value in shelved.items()}
        if isinstance(shelved, dict)
        else {}
    )
    look = peek_ledger(asked.file, asked.columns, remembered, sheet=asked.sheet)
    if look.mapping.missing:
        return Seen(look=look, intake=None)
    return Seen(look=look, intake=preview_ledger(desk, asked, progress=going.tell, stop=going.stop))


def _take_in(desk: Desk, asked: IntakeLedger, going: _Going) -> TakenIn:
    """Take the ledger in; a copy of the refused rows that cannot be written undoes nothing."""
    intake = intake_ledger(desk, asked, progress=going.tell, stop=going.stop)
    if not intake.refused:
        return TakenIn(intake=intake)
    name = _("{ledger} - left out").format(ledger=asked.file.stem)
    copy = asked.file.with_name(f"{name}.xlsx")
    try:
        write_error_copy(copy, intake.headings, intake.refused)
    except Trouble as trouble:
        return TakenIn(intake=intake, trouble=trouble.words())
    return TakenIn(intake=intake, copy=copy)


def _lines(intake: Intake) -> list[_Line]:
    """Put the first rows in their order, those left out among them and all of those."""
    lines: list[_Line] = [*intake.refused, *intake.plans[:_SHOWN]]
    return sorted(lines, key=lambda line: line.row)


def _columns() -> tuple[Column[_Line], ...]:
    return (
        Column(title=_("Row"), text=lambda line: str(line.row), width=2.5, right=True),
        Column(title=_("What happens"), text=_state, tone=_tone, pill=True, width=4.5),
        Column(title=_("Day"), text=_day, width=5.6, fold=2),
        Column(title=_("Topic"), text=_topic, width=7, fold=1),
        Column(title=_("What happened"), text=_text, tone=_text_tone, width=12, stretch=True),
        Column(title=_("Name"), text=_who, width=5, fold=4),
        Column(title=_("Place"), text=_place, width=6, fold=3),
    )


def _state(line: _Line) -> str:
    if isinstance(line, BadRow):
        return p_("ledger", "left out")
    return p_("ledger", "known") if line.already else p_("ledger", "new")


def _tone(line: _Line) -> Tone:
    if isinstance(line, BadRow):
        return "danger"
    return "quiet" if line.already else "good"


def _text_tone(line: _Line) -> Tone:
    return "danger" if isinstance(line, BadRow) else "plain"


def _day(line: _Line) -> str:
    if isinstance(line, BadRow) or line.asked.logged_at is None:
        return ""
    return f"{local_day(line.asked.logged_at):%Y-%m-%d}"


def _topic(line: _Line) -> str:
    return "" if isinstance(line, BadRow) else label(line.asked.topic)


def _text(line: _Line) -> str:
    return line.why.words() if isinstance(line, BadRow) else line.asked.title or line.asked.text


def _who(line: _Line) -> str:
    if isinstance(line, BadRow):
        return ""
    return p_("list mark", ", ").join(party.name for party in line.asked.parties)


def _place(line: _Line) -> str:
    if isinstance(line, BadRow):
        return ""
    asked = line.asked
    return "".join(one for one in (asked.estate, asked.building, asked.unit) if one)

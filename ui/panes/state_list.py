"""A place that lists records by their state: chips, search, the list, one record beside it."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID

from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.pinyin import initials
from mediator_desk.rules.search_words import fold
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import _, p_
from ui.clock_section import ChangeClock, HasClocks
from ui.errands import Errands
from ui.forms.clock_dialogs import clock_changer, clock_notice
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.files_beside import FilesBeside
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane, nothing_found
from ui.widgets.side_pane import Detail, SidePane
from ui.widgets.table import TableView

Row = TypeVar("Row")
File = TypeVar("File")
EVERY = ""
LATE = "late"


class StateListPane(Pane, Generic[Row, File]):
    """Holds every row at once, for there are hundreds of topics and whistles, never thousands."""

    TABLES: tuple[str, ...] = ()
    SIGN = "document"

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        columns: Sequence[Column[Row]],
        hint: str,
    ) -> None:
        """Lay out the pane; rows are asked for when it is opened."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._rows: tuple[Row, ...] = ()
        self._text = ""
        self._wanted: UUID | None = None
        self._asked_for: UUID | None = None
        self._file: File | None = None
        self._quiet = False
        self.chips = ChipBar(_("States"))
        self.table: TableView[Row] = TableView(columns, key=self.id_of, name=self.title())
        self.empty = EmptyState(self.SIGN, "")
        self.side = SidePane(self.SIGN, hint)
        self.files = FilesBeside(desk=desk, errands=errands, notices=notices, side=self.side)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        card.column.addWidget(self.empty)
        card.setFocusProxy(self.table)
        self.empty.hide()
        self.both = MasterDetail(card, self.side, above=self.chips)
        self.column.addWidget(self.both, 1)
        self._wire()

    @abstractmethod
    def read_rows(self) -> tuple[Row, ...]:
        """Ask the store for every row."""

    @abstractmethod
    def read_file(self, id: UUID) -> File:
        """Ask the store for one record, whole."""

    @abstractmethod
    def id_of(self, row: Row) -> UUID:
        """Name a row."""

    @abstractmethod
    def id_in(self, file: File) -> UUID:
        """Name the record of a file."""

    @abstractmethod
    def words_of(self, row: Row) -> tuple[str, ...]:
        """Give the words a search looks through."""

    @abstractmethod
    def chips_of(self, rows: Sequence[Row]) -> list[Chip]:
        """Make the chips with their counts; ``EVERY`` shows all."""

    @abstractmethod
    def fits(self, row: Row, chip: str) -> bool:
        """Tell whether a row belongs under a chip."""

    @abstractmethod
    def detail_of(self, file: File) -> Detail:
        """Put a record into words, with its verbs."""

    @abstractmethod
    def do_next(self) -> bool:
        """Begin the step the desk advises for the record shown; tell whether there is one."""

    @abstractmethod
    def say_empty(self) -> None:
        """Say why nothing is listed yet, and what to do."""

    @override
    def search(self, text: str) -> None:
        self._text = text
        self._show_rows()

    @override
    def open(self, id: UUID | None = None) -> None:
        self._text = ""
        if id is not None:
            self.chips.choose(EVERY)
            self.both.enter()
        self._wanted = id
        self._ask()

    @override
    def begin(self, id: UUID, instead: Callable[[], object]) -> None:
        self._asked_for = self._wanted = id
        self._errands.run(
            partial(self.read_file, id), owner=self, then=partial(self._begin, instead)
        )

    def _begin(self, instead: Callable[[], object], file: File) -> None:
        self._show_file(file)
        if self._file is not file or not self.do_next():
            instead()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*self.TABLES):
            self._ask()

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def change_dates(self, file: HasClocks, named: str) -> ChangeClock:
        """Make what the side pane calls to extend or pause a date of the record it shows."""
        return clock_changer(
            self,
            desk=self._desk,
            errands=self._errands,
            file=file,
            named=named,
            done=lambda changes, said: self.done(clock_notice(named, said))(changes),
        )

    def shown(self) -> File | None:
        """Give the record shown at the side."""
        return self._file

    def rows(self) -> tuple[Row, ...]:
        """Give every row, those a filter hides too."""
        return self._rows

    def done(self, said: str) -> Callable[[Changes], None]:
        """Make what follows a step: say it, and offer to take it back."""
        return partial(self._done, said)

    def after_raising(self, table: str, said: str) -> Callable[[Changes], None]:
        """Make what follows a new record: say it, and show it."""

        def follow(changes: Changes) -> None:
            born = changes.of(table)
            self._wanted = born[0] if born else None
            self._done(said, changes)
            self._ask()

        return follow

    def _done(self, said: str, changes: Changes) -> None:
        self._notices.say(said, undo=partial(self._undo, said, changes))

    def _undo(self, said: str, changes: Changes) -> None:
        if changes.piece is not None:
            sentence = _("Taken back: {what}").format(what=said)
            self._errands.run(
                partial(undo, self._desk, Undo(piece=changes.piece)),
                owner=self,
                then=lambda _changes: self._notices.say(sentence),
            )

    def _ask(self) -> None:
        self._errands.run(self.read_rows, owner=self, then=self._take)

    def _take(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        if self._wanted is None and self._file is not None:
            # A step may move a record out of the chip that is chosen; it stays in sight.
            shown = self.id_in(self._file)
            self._wanted = shown if any(self.id_of(row) == shown for row in rows) else None
        self._quiet = True
        self.chips.show_chips(self.chips_of(rows))
        self._quiet = False
        self._show_rows()

    def _show_rows(self) -> None:
        chip, asked = self.chips.current(), fold(self._text).strip()
        fitting = [row for row in self._rows if self.fits(row, chip)]
        rows = [row for row in fitting if not asked or _holds(self.words_of(row), asked)]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not rows:
            self._say_why_empty()
        self._choose([self.id_of(row) for row in rows])
        self.header_changed.emit()

    def _choose(self, known: Sequence[UUID]) -> None:
        """Put the bar on the wanted row, leave it where it was, or put it on the first."""
        wanted, self._wanted = self._wanted, None
        current = self.table.current_row()
        if wanted is not None and wanted not in known:
            self.table.clearSelection()
            self._read(wanted)
        elif wanted is not None and (current is None or self.id_of(current) != wanted):
            self.table.choose(wanted)
        elif current is None and known:
            self.table.choose(known[0])
        elif not known:
            self._show_nothing()

    def _say_why_empty(self) -> None:
        if self._text:
            self.empty.say("search", nothing_found(self._text))
        elif self._rows:
            self.empty.say(self.SIGN, _("Nothing is in this state."))
        else:
            self.say_empty()

    def _read(self, id: UUID) -> None:
        self._asked_for = id
        self._errands.run(
            partial(self.read_file, id), owner=self, then=self._show_file, refused=self._gone
        )

    def _show_file(self, file: File) -> None:
        if self.id_in(file) != self._asked_for:
            return
        self._file = file
        self.files.show(self.id_in(file), self.detail_of(file))

    def _gone(self, _sentence: str) -> None:
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._file = None
        self.files.leave()
        self.side.show_detail(None)

    def _chosen(self, row: Any) -> None:
        self._read(self.id_of(row))

    def _opened(self, _row: Any) -> None:
        if self.both.narrow():
            self.both.enter()
        else:
            self.do_next()

    def _chip_chosen(self, _code: str) -> None:
        if not self._quiet:
            self._show_rows()

    def _wire(self) -> None:
        self.chips.chosen.connect(self._chip_chosen)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)


def state_chips(
    counts: Sequence[tuple[str, str, int]], total: int, *, late: int | None = None
) -> list[Chip]:
    """Make chips of code, word and count: all, the late ones, then each state that occurs."""
    chips = [Chip(EVERY, p_("chip", "All"), total)]
    if late:
        chips.append(Chip(LATE, p_("chip", "Late"), late))
    chips.extend(Chip(code, words, count) for code, words, count in counts if count)
    return chips


def _holds(words: Sequence[str], asked: str) -> bool:
    """Tell whether the words hold what is asked for, as it is written or in pinyin initials."""
    return any(asked in fold(one) or asked in initials(one) for one in words if one)

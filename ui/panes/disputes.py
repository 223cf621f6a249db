"""The disputes of the station: filters, search, the list, and one dispute beside it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from mediator_desk import rows
from mediator_desk.ports import Desk
from mediator_desk.rows import Changes, DisputeFilter, DisputeRow
from mediator_desk.rules.roles import may
from mediator_desk.words import _, n_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.batch_form import BatchDesk, open_batch_form
from ui.forms.log_form import LogForm, open_log_form
from ui.notices import Notices
from ui.panes.case_side import BlowWhistle, CaseSide, RaiseTopic
from ui.panes.dispute_columns import dispute_columns
from ui.panes.dispute_filters import DisputeFilters
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane, nothing_found
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton, without_mnemonic

_PAGE = 50
_COUNTED = 1000
_CASE_TABLES = (
    "dispute", "party", "consent", "sitting", "agreement", "obligation", "follow_up", "closing",
    "reopening", "note", "deadline", "whistle", "agenda_topic", "person", "place",
    "instalment", "payment", "amendment", "urging", "lawsuit", "confirmation", "recusal",
    "risk_report", "undisputed_facts", "application", "power_of_attorney", "investigation",
    "volume_note", "volume_filing", "attachment",
)  # fmt: skip
_Answer = tuple[tuple[DisputeRow, ...], int, dict[str, tuple[rows.Chip, ...]], dict[str, str]]


class DisputesPane(Pane):
    """Lists disputes by key, page by page; the chosen one stands at the right.

    ``fonts`` is where the carried fonts are unpacked; ``open_ledger`` takes a ledger in;
    ``raise_topic`` and ``blow_whistle`` open the dialogs of the council and of the whistles.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        fonts: Path,
        open_ledger: Callable[[], object] | None = None,
        raise_topic: RaiseTopic,
        blow_whistle: BlowWhistle,
    ) -> None:
        """Lay out the pane; rows are asked for when it is opened."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._open_ledger, self._fonts = open_ledger, fonts
        self._text, self._found, self._total = "", 0, 0
        self._round = 0
        self._settled, self._anew = True, True
        self._wanted: UUID | None = None
        self.filters = DisputeFilters(desk.person.id)
        self.table: TableView[DisputeRow] = TableView(
            dispute_columns(desk.now), key=lambda row: row.id, name=_("Disputes")
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState("dispute", "")
        self.print_many = _print_verb(self.print_batch, may(desk.person.role, "print-batch"))
        self._files = FileQuestions()
        self.side = CaseSide(
            desk=desk,
            errands=errands,
            notices=notices,
            fonts=fonts,
            raise_topic=raise_topic,
            blow_whistle=blow_whistle,
            print_many=self.print_many,
        )
        self._lay_out()
        self._wire()

    @override
    def title(self) -> str:
        return _("Disputes")

    @override
    def count(self) -> str:
        if not (self._text or self.filters.narrows()):
            said = n_("{count} dispute", "{count} disputes", self._total)
            return said.format(count=f"{self._total:,}")
        if self._found >= _COUNTED:
            return _("{count}+ found").format(count=f"{_COUNTED:,}")
        return n_("{count} found", "{count} found", self._found).format(count=self._found)

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "log-dispute"):
            return None
        return Verb(text=_("&New dispute"), do=self.log, icon="plus", primary=True)

    @override
    def secondary(self) -> Verb | None:
        if self._open_ledger is None or not may(self._desk.person.role, "intake-ledger"):
            return None
        return Verb(text=_("Take in a &ledger"), do=self._open_ledger, icon="import")

    @override
    def search_hint(self) -> str:
        return _("Search names, numbers, words, pinyin initials (Ctrl+F)")

    @override
    def search(self, text: str) -> None:
        self._text = text
        self._ask_anew()

    @override
    def print_out(self) -> None:
        if len(self.selected()) > 1:
            self.print_batch()
        else:
            self.side.print_case()

    @override
    def open(self, id: UUID | None = None) -> None:
        self._text = ""
        self._wanted = id
        if id is not None:
            self.filters.clear(quietly=True)
            self.side.show_case(id)
            self.both.enter()
        self._ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_CASE_TABLES):
            self._ask()

    @override
    def take_focus(self) -> None:
        self.table.setFocus()

    def log(self) -> LogForm:
        """Open the log form."""
        return open_log_form(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            notices=self._notices,
            open_dispute=self.open,
        )

    def print_batch(self) -> None:
        """Ask what is to be printed of the chosen disputes, or of all that match."""
        if self.print_many.why_not or not self.table.rows.rowCount():
            return
        open_batch_form(
            BatchDesk(
                window=self.window(),
                desk=self._desk,
                errands=self._errands,
                notices=self._notices,
                fonts=self._fonts,
                rows=self.selected(),
                wanted=self._asked(),
                matching=self._matching(),
                open_case=self.open,
                files=self._files,
            )
        )

    def _matching(self) -> str:
        """Say how many disputes meet the filters; a search counts up to a limit."""
        count = self._found if self._counts() else self._total
        return f"{count:,}+" if self._counts() and count >= _COUNTED else f"{count:,}"

    def selected(self) -> tuple[DisputeRow, ...]:
        """Give the rows that are marked, in the order of the list."""
        places = sorted({one.row() for one in self.table.selectionModel().selectedRows()})
        return tuple(self.table.rows.row(place) for place in places)

    def _asked(self) -> DisputeFilter:
        return replace(self.filters.asked(), text=self._text, limit=_PAGE)

    def _ask(self) -> None:
        """Ask for as many rows as are shown, at least one page."""
        self._round += 1
        shown = max(_PAGE, self.table.rows.rowCount())
        self._errands.run(
            partial(_read, self._desk, replace(self._asked(), limit=shown), self._counts()),
            owner=self,
            then=partial(self._take, self._round, shown),
        )

    def _ask_anew(self) -> None:
        """Ask for another list; the side pane shows what that one holds."""
        self._anew = True
        self._ask()

    def _counts(self) -> bool:
        return bool(self._text) or self.filters.narrows()

    def _take(self, asked_in: int, limit: int, answer: _Answer) -> None:
        if asked_in != self._round:
            return
        rows, self._found, chips, added = answer
        self._total = sum(chip.count for chip in chips["stage"])
        self.filters.show_counts(chips, self._place_names(chips["division"], added))
        self._settled = False
        self.table.show_rows(rows, more=len(rows) == limit)
        self._choose(rows)
        self._settled = True
        self._show_emptiness(bool(rows))
        self._show_selected()
        self.header_changed.emit()

    def _choose(self, rows: tuple[DisputeRow, ...]) -> None:
        """Keep the bar where it was, put it on the wanted row, or else on the first."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            if not self.table.choose(wanted):
                # It is shown although the list does not hold it: no row may stand for it.
                self.table.setCurrentIndex(QModelIndex())
                self.table.clearSelection()
        # A dispute that left the list by the step just taken stays beside it.
        elif rows and not self.table.current_row() and (self._anew or not self.side.asked()):
            self.table.choose(rows[0].id)
        self._anew = False

    def _show_emptiness(self, any_rows: bool) -> None:
        self.table.setVisible(any_rows)
        self.empty.setVisible(not any_rows)
        if any_rows:
            return
        if self._text:
            self.empty.say("search", nothing_found(self._text))
        elif self.filters.narrows():
            clear = Verb(text=_("Sh&ow all"), do=self.filters.clear)
            self.empty.say("dispute", _("No dispute fits these filters."), verb=clear)
        else:
            first = self.secondary() or self.primary()
            self.empty.say(
                "dispute",
                _("No dispute has been logged yet."),
                _("Log the first one, or take in the ledger you have."),
                first and first.again(),
            )

    def _place_names(self, chips: tuple[rows.Chip, ...], added: dict[str, str]) -> dict[str, str]:
        divisions = self._desk.books.divisions
        return {
            one.key: divisions[one.key].name
            if one.key in divisions
            else added.get(one.key, one.key)
            for one in chips
        }

    def _more(self, last: DisputeRow) -> None:
        self._errands.run(
            partial(self._desk.queries.disputes, replace(self._asked(), before=last.key)),
            owner=self,
            then=partial(self._append, self._round),
        )

    def _append(self, asked_in: int, rows: tuple[DisputeRow, ...]) -> None:
        if asked_in == self._round:
            self.table.rows.append(rows, more=len(rows) == _PAGE)

    def _selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if self._settled and self.selected():
            self._show_selected()

    def _show_selected(self) -> None:
        """Show what is marked, or else what was asked for by its id, if the list holds anything."""
        rows = self.selected()
        if len(rows) > 1:
            self.side.show_several(rows)
        elif rows:
            self.side.show_case(rows[0].id)
        elif self.table.rows.rowCount():
            self.side.again()
        else:
            self.side.show_case(None)

    def _opened(self, _row: DisputeRow) -> None:
        if self.both.narrow():
            self.both.enter()
        else:
            self.side.do_next()

    def _lay_out(self) -> None:
        card = Card(margin=1)
        card.column.addWidget(self.table)
        card.column.addWidget(self.empty)
        card.setFocusProxy(self.table)
        self.empty.hide()
        button = VerbButton(
            replace(self.print_many, text="", hint=without_mnemonic(self.print_many.text))
        )
        button.setAccessibleName(without_mnemonic(self.print_many.text))
        self.filters.stand_at_the_end(button)
        self.both = MasterDetail(card, self.side, above=self.filters)
        self.column.addWidget(self.both, 1)

    def _wire(self) -> None:
        self.filters.changed.connect(self._ask_anew)
        self.table.opened.connect(self._opened)
        self.table.rows.wanted.connect(self._more)
        self.table.selectionModel().selectionChanged.connect(self._selection)
        self.side.go.connect(self.go)


def _print_verb(do: Callable[[], object], allowed: bool) -> Verb:
    why = "" if allowed else _("Many disputes at once are printed by the team lead.")
    return Verb(text=_("Print &many …"), do=do, icon="print", why_not=why)


def _read(desk: Desk, asked: DisputeFilter, count: bool) -> _Answer:
    """Read one page, the number of hits, the counts of the chips, the names of added places."""
    queries = desk.queries
    chips = {name: queries.chips(name) for name in ("stage", "topic", "division", "mediator")}
    added = {str(one.id): one.name for one in queries.added_places()}
    found = queries.found(replace(asked, limit=_COUNTED), _COUNTED) if count else 0
    return queries.disputes(asked), found, chips, added

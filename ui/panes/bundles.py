"""Bundles: the stations we trust, what went and came, and the conflicts that are left to settle."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from mediator_desk.ports import BundleRow, Changes, Desk, Made, PeerRow, Taken
from mediator_desk.rules.roles import may
from mediator_desk.usecases.exchange import MakeBundle, make_bundle
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.fields_said import field_said
from ui.files import FileQuestions
from ui.forms.bundle_forms import (
    BUNDLE,
    CARD,
    CardDialog,
    OpenedBundle,
    TakeDialog,
    TrustDialog,
    card_of,
    counted,
    opened_bundle,
    read_card,
)
from ui.forms.settle_form import SettleDialog, Weighed, weigh
from ui.notices import Notice, Notices
from ui.panes.bundle_columns import (
    clash_columns,
    concerns,
    direction,
    move_columns,
    peer_columns,
    said_at,
    waiting,
    when,
)
from ui.said import moment_said
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton

PEERS, MOVES, CLASHES = "peers", "moves", "clashes"
_Rows = tuple[tuple[PeerRow, ...], tuple[BundleRow, ...], tuple[Weighed, ...]]


class BundlesPane(Pane):
    """Three lists under three chips; bundles and cards can be dropped onto it."""

    def __init__(
        self, *, desk: Desk, errands: Errands, notices: Notices, files: FileQuestions
    ) -> None:
        """Lay out the pane; rows are asked for when it is opened."""
        super().__init__()
        self._desk, self._errands, self._notices, self._files = desk, errands, notices, files
        self._peers: tuple[PeerRow, ...] = ()
        self._clashes: tuple[Weighed, ...] = ()
        self._wanted: UUID | None = None
        self._queue: list[Path] = []
        self.chips = ChipBar(_("Stations, bundles, conflicts"))
        self.peers: TableView[PeerRow] = TableView(
            peer_columns(desk.now), key=lambda row: row.id, name=_("Stations")
        )
        self.moves: TableView[BundleRow] = TableView(
            move_columns(desk.now),
            key=lambda row: (row.made, row.peer, row.number, row.at),
            name=_("Bundles made and taken"),
        )
        self.clashes: TableView[Weighed] = TableView(
            clash_columns(desk.now), key=lambda row: row.key, name=_("To settle")
        )
        self.empty = EmptyState("bundle")
        self.side = SidePane("bundle", _("Choose a line to see it here"))
        self.setAcceptDrops(True)
        self._lay_out()
        self._wire()

    @override
    def title(self) -> str:
        return p_("place", "Bundles")

    @override
    def count(self) -> str:
        count = len(self._clashes)
        if not count:
            return ""
        said = n_("{count} conflict to settle", "{count} conflicts to settle", count)
        return said.format(count=count)

    @override
    def primary(self) -> Verb | None:
        if not self._may("take-bundle"):
            return None
        return Verb(text=_("&Take a bundle in"), do=self.take_in, icon="import", primary=True)

    @override
    def open(self, id: UUID | None = None) -> None:
        self._wanted = id
        self._ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        self._ask()

    @override
    def take_focus(self) -> None:
        table = self.stack.currentWidget()
        if isinstance(table, TableView):
            table.setFocus()
        else:
            self.chips.step(0)

    def take_in(self) -> None:
        """Choose bundles, and take them in one after the other."""
        kinds = [(_("Bundles"), BUNDLE)]
        self.take_files(self._files.to_open(self, _("Take a bundle in"), kinds))

    def take_files(self, files: Sequence[Path]) -> None:
        """Take files in, bundles and cards, each after a look at what it brings."""
        self._queue.extend(files)
        self._next_file()

    def trust(self) -> None:
        """Choose a card and compare its figures."""
        kinds = [(_("Cards of stations"), CARD)]
        self.take_files(self._files.to_open(self, _("Trust a station"), kinds))

    def make_for(self, peer: PeerRow) -> None:
        """Write a bundle for a station into a folder or onto a stick."""
        title = _("Where is the bundle for {station} to go?").format(station=peer.name)
        folder = self._files.to_fill(self, title)
        if folder is not None:
            self._errands.run(
                partial(make_bundle, self._desk, MakeBundle(peer=str(peer.id), folder=folder)),
                owner=self,
                then=partial(self._made, peer, folder),
            )

    def show_card(self) -> None:
        """Show the own card with its figures."""
        self._errands.run(partial(card_of, self._desk), owner=self, then=self._show_own_card)

    def settle(self, weighed: Weighed) -> SettleDialog:
        """Open the dialog that settles a conflict."""
        dialog = SettleDialog(
            self.window(), weighed, desk=self._desk, errands=self._errands, then=self._settled
        )
        dialog.open()
        return dialog

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(_dropped(event))

    def _may(self, usecase: str) -> bool:
        return may(self._desk.person.role, usecase)

    def _next_file(self) -> None:
        if not self._queue:
            return
        file = self._queue.pop(0)
        if file.suffix == f".{CARD}":
            self._errands.run(
                partial(read_card, self._desk, file), owner=self, then=self._compare,
                refused=self._refused,
            )  # fmt: skip
        else:
            self._errands.run(
                partial(opened_bundle, self._desk, file), owner=self, then=self._look,
                refused=self._refused,
            )  # fmt: skip

    def _look(self, opened: OpenedBundle) -> None:
        dialog = TakeDialog(
            self.window(), opened, desk=self._desk, errands=self._errands, then=self._taken
        )
        dialog.finished.connect(self._next_file)
        dialog.open()

    def _compare(self, card: tuple[Path, str, str]) -> None:
        dialog = TrustDialog(
            self.window(), *card, desk=self._desk, errands=self._errands, then=self._trusted
        )
        dialog.finished.connect(self._next_file)
        dialog.open()

    def _show_own_card(self, card: tuple[bytes, str, str]) -> None:
        CardDialog(self.window(), *card, errands=self._errands, files=self._files).open()

    def _taken(self, taken: Taken) -> None:
        said = _("Bundle no. {number} from {station} is in: {what}.")
        self._notices.say(
            said.format(number=taken.number, station=taken.sender, what=counted(taken))
        )
        if taken.to_settle:
            self.chips.choose(CLASHES)
        self._ask()

    def _made(self, peer: PeerRow, folder: Path, made: Made) -> None:
        if not made.files:
            self._notices.say(
                _("{station} has everything already; nothing was written.").format(
                    station=peer.name
                )
            )
            return
        said = n_(
            "{count} change for {station} is in {file}.",
            "{count} changes for {station} are in {file}.",
            made.changes,
        )
        files = p_("list mark", ", ").join(file.name for file in made.files)
        self._notices.posted.emit(
            Notice(
                text=said.format(count=f"{made.changes:,}", station=peer.name, file=files),
                verb=_("&Open the folder"),
                do=partial(_show_folder, folder),
                icon="folder",
            )
        )
        self._ask()

    def _trusted(self, name: str) -> None:
        self._notices.say(_("{station} is trusted from now on.").format(station=name))
        self._ask()

    def _settled(self, _changes: Changes) -> None:
        self._notices.say(_("Settled. The decision goes out with the next bundle."))

    def _refused(self, sentence: str) -> None:
        self._notices.warn(sentence)
        self._next_file()

    def _ask(self) -> None:
        self._errands.run(partial(_read, self._desk), owner=self, then=self._take)

    def _take(self, rows: _Rows) -> None:
        self._peers, moves, self._clashes = rows
        self.chips.show_chips(
            [
                Chip(PEERS, _("Stations"), len(self._peers)),
                Chip(MOVES, _("Made and taken"), len(moves)),
                Chip(CLASHES, _("To settle"), len(self._clashes)),
            ]
        )
        self.peers.show_rows(self._peers)
        self.moves.show_rows(moves)
        self.clashes.show_rows(self._clashes)
        wanted = next((one for one in self._clashes if one.clash.group == self._wanted), None)
        if self._wanted is not None and self._clashes:
            self.chips.choose(CLASHES)
            self.clashes.choose((wanted or self._clashes[0]).key)
        self._wanted = None
        self._show()
        self.header_changed.emit()

    def _show(self) -> None:
        """Show the list of the chosen chip and the line under its bar."""
        chip = self.chips.current() or PEERS
        tables: dict[str, TableView[Any]] = {
            PEERS: self.peers,
            MOVES: self.moves,
            CLASHES: self.clashes,
        }
        table = tables[chip]
        if not table.rows.rowCount():
            self._say_empty(chip)
            self.stack.setCurrentWidget(self.empty)
            self.side.show_detail(None)
            return
        self.stack.setCurrentWidget(table)
        if table.currentIndex().row() < 0:
            table.selectRow(0)
        self._show_detail(chip)

    def _show_detail(self, chip: str) -> None:
        peer, move, clash = (
            self.peers.current_row(),
            self.moves.current_row(),
            self.clashes.current_row(),
        )
        if chip == PEERS and peer is not None:
            self.side.show_detail(self._of_peer(peer))
        elif chip == MOVES and move is not None:
            self.side.show_detail(self._of_move(move))
        elif chip == CLASHES and clash is not None:
            self.side.show_detail(self._of_clash(clash))

    def _of_peer(self, row: PeerRow) -> Detail:
        now = self._desk.now()
        make = Verb(
            text=_("&Make a bundle"), do=partial(self.make_for, row), icon="export", primary=True
        )
        banner = ""
        if row.waiting:
            said = n_(
                "{count} change from there waits for earlier ones. Ask for the missing bundle.",
                "{count} changes from there wait for earlier ones. Ask for the missing bundle.",
                row.waiting,
            )
            banner = said.format(count=row.waiting)
        return Detail(
            title=row.name,
            state=_("hub") if row.hub else _("trusted"),
            state_tone="good",
            subtitle=row.team,
            banner=banner,
            sections=(
                Section(
                    facts=(
                        (_("Last made for it"), when(row.last_made_at, now)),
                        (_("Last taken from it"), when(row.last_taken_at, now)),
                        (_("Waiting"), waiting(row)),
                        (_("Trusted since"), moment_said(row.trusted_at, now)),
                    )
                ),
                Section(heading=_("Figures of its card"), text=row.fingerprint),
            ),
            verbs=(make,) if self._may("make-bundle") else (),
        )

    def _of_move(self, row: BundleRow) -> Detail:
        return Detail(
            title=_("Bundle no. {number} · {station}").format(number=row.number, station=row.peer),
            state=direction(row),
            state_tone="accent" if row.made else "good",
            sections=(
                Section(
                    facts=(
                        (_("When"), moment_said(row.at, self._desk.now())),
                        (_("Changes"), f"{row.changes:,}"),
                        (_("File"), row.file),
                        (_("Result"), _(row.result)),
                    )
                ),
            ),
        )

    def _of_clash(self, weighed: Weighed) -> Detail:
        clash, now = weighed.clash, self._desk.now()
        verbs = []
        if self._may("settle-clash"):
            verbs.append(Verb(text=_("&Settle …"), do=partial(self.settle, weighed), primary=True))
        if clash.dispute is not None:
            go = partial(self.go.emit, "disputes", clash.dispute)
            verbs.append(Verb(text=_("&Open the dispute"), do=go))
        return Detail(
            title=field_said(clash.table, clash.field),
            state=_("to settle"),
            state_tone="warning",
            subtitle=concerns(clash),
            sections=(
                Section(
                    heading=_("First: shown for now"),
                    text=weighed.in_force,
                    aside=said_at(clash.in_force_at, now),
                    facts=((_("Written by"), clash.in_force_by),),
                ),
                Section(
                    heading=_("Second"),
                    text=weighed.other,
                    aside=said_at(clash.other_at, now),
                    facts=((_("Written by"), clash.other_by),),
                ),
            ),
            verbs=verbs,
        )

    def _say_empty(self, chip: str) -> None:
        if chip == PEERS:
            self.empty.say(
                "bundle",
                _("No other station is trusted here yet."),
                _("Give them your card, take theirs in, and compare the figures on the phone."),
                Verb(text=_("&My card"), do=self.show_card),
            )
        elif chip == MOVES:
            self.empty.say("bundle", _("No bundle has been made or taken yet."))
        else:
            self.empty.say("check", _("There is nothing to settle."))

    def _offer(self) -> list[Verb]:
        verbs = [Verb(text=_("M&y card"), do=self.show_card, icon="shield")]
        if self._may("trust-card"):
            verbs.append(Verb(text=_("Trust a stati&on …"), do=self.trust, icon="check"))
        return verbs

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        for widget in (self.peers, self.moves, self.clashes, self.empty):
            self.stack.addWidget(widget)
        card = Card(margin=1)
        card.column.addWidget(self.stack)
        above = QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.chips, 1)
        for verb in self._offer():
            row.addWidget(VerbButton(verb))
        self.both = MasterDetail(card, self.side, above=above)
        self.column.addWidget(self.both, 1)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._show)
        for table in (self.peers, self.moves, self.clashes):
            table.chosen.connect(self._row_chosen)
            table.opened.connect(self._row_opened)

    def _row_chosen(self, _row: object) -> None:
        self._show_detail(self.chips.current())

    def _row_opened(self, row: object) -> None:
        self.both.enter()
        if isinstance(row, Weighed) and self._may("settle-clash"):
            self.settle(row)


def _read(desk: Desk) -> _Rows:
    return desk.queries.peers(), desk.queries.bundles(), weigh(desk)


def _dropped(event: QDropEvent) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix in (f".{BUNDLE}", f".{CARD}")]


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

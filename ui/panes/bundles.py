"""Bundles: the stations we trust, what went and came, and the conflicts that are left to settle."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes, Made, PeerRow, Taken
from mediator_desk.rules.roles import may
from mediator_desk.usecases.exchange import MakeBundle, make_bundle
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.bundle_forms import BUNDLE, counted
from ui.forms.card_forms import CARD, CardDialog, card_of
from ui.forms.incoming import Incoming
from ui.forms.settle_form import SettleDialog, Weighed
from ui.notices import Notice, Notices
from ui.panes.bundle_details import of_clash, of_move, of_peer
from ui.panes.bundle_lists import CLASHES, MOVES, PEERS, BundleLists, Lists, read_lists
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane
from ui.widgets.side_pane import SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbButton


class BundlesPane(Pane):
    """Three lists under three chips; bundles and cards can be dropped onto it."""

    def __init__(
        self, *, desk: Desk, errands: Errands, notices: Notices, files: FileQuestions
    ) -> None:
        """Lay out the pane; rows are asked for when it is opened."""
        super().__init__()
        self._desk, self._errands, self._notices, self._files = desk, errands, notices, files
        self._clashes: tuple[Weighed, ...] = ()
        self._wanted: UUID | None = None
        self.incoming = Incoming(
            self,
            desk=desk,
            errands=errands,
            notices=notices,
            taken=self._taken,
            trusted=self._trusted,
        )
        self.chips = ChipBar(_("Stations, bundles, conflicts"))
        self.lists = BundleLists(desk.now)
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
        table = self.lists.currentWidget()
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
        self.incoming.take(files)

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

    def _ask(self) -> None:
        self._errands.run(partial(read_lists, self._desk), owner=self, then=self._take)

    def _take(self, lists: Lists) -> None:
        peers, moves, self._clashes = lists
        self.chips.show_chips(
            [
                Chip(PEERS, _("Stations"), len(peers)),
                Chip(MOVES, _("Made and taken"), len(moves)),
                Chip(CLASHES, _("To settle"), len(self._clashes)),
            ]
        )
        self.lists.show_lists(lists)
        if self._wanted is not None and self._clashes:
            of_it = [one for one in self._clashes if one.clash.group == self._wanted]
            self.chips.choose(CLASHES)
            self.lists.clashes.choose((of_it or self._clashes)[0].key)
        self._wanted = None
        self._show()
        self.header_changed.emit()

    def _show(self) -> None:
        """Show the list of the chosen chip and the line under its bar."""
        if self.lists.turn(self.chips.current() or PEERS, self.show_card):
            self._show_detail()
        else:
            self.side.show_detail(None)

    def _show_detail(self) -> None:
        now, shown = self._desk.now(), self.lists.currentWidget()
        peer, move, clash = (
            self.lists.peers.current_row(),
            self.lists.moves.current_row(),
            self.lists.clashes.current_row(),
        )
        if shown is self.lists.peers and peer is not None:
            self.side.show_detail(of_peer(peer, now, self._verbs_for_peer(peer)))
        elif shown is self.lists.moves and move is not None:
            self.side.show_detail(of_move(move, now))
        elif shown is self.lists.clashes and clash is not None:
            self.side.show_detail(of_clash(clash, now, self._verbs_for_clash(clash)))

    def _verbs_for_peer(self, row: PeerRow) -> list[Verb]:
        if not self._may("make-bundle"):
            return []
        make = partial(self.make_for, row)
        return [Verb(text=_("&Make a bundle"), do=make, icon="export", primary=True)]

    def _verbs_for_clash(self, weighed: Weighed) -> list[Verb]:
        verbs = []
        if self._may("settle-clash"):
            settle = partial(self.settle, weighed)
            verbs.append(Verb(text=_("&Settle …"), do=settle, primary=True))
        if weighed.clash.dispute is not None:
            go = partial(self.go.emit, "disputes", weighed.clash.dispute)
            verbs.append(Verb(text=_("&Open the dispute"), do=go))
        return verbs

    def _offer(self) -> list[Verb]:
        verbs = [Verb(text=_("M&y card"), do=self.show_card, icon="shield")]
        if self._may("trust-card"):
            verbs.append(Verb(text=_("Trust a stati&on …"), do=self.trust, icon="check"))
        return verbs

    def _lay_out(self) -> None:
        card = Card(margin=1)
        card.column.addWidget(self.lists)
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
        self.lists.chosen.connect(self._show_detail)
        self.lists.opened.connect(self._row_opened)

    def _row_opened(self, row: object) -> None:
        self.both.enter()
        if isinstance(row, Weighed) and self._may("settle-clash"):
            self.settle(row)


def _dropped(event: QDropEvent) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix in (f".{BUNDLE}", f".{CARD}")]


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

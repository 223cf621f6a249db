"""The three lists of the bundles pane; one is in sight, or a sentence where it is empty."""

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import BundleRow, PeerRow
from mediator_desk.words import _
from ui.forms.settle_form import Weighed, weigh
from ui.models.column import Column
from ui.panes.bundle_columns import clash_columns, move_columns, peer_columns
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import TableView
from ui.widgets.verb import Verb

PEERS, MOVES, CLASHES = "peers", "moves", "clashes"

Row = TypeVar("Row")
Lists = tuple[tuple[PeerRow, ...], tuple[BundleRow, ...], tuple[Weighed, ...]]


def read_lists(desk: Desk) -> Lists:
    """Read all three; an errand."""
    return desk.queries.peers(), desk.queries.bundles(), weigh(desk)


class BundleLists(QStackedWidget):
    """Shows stations, bundles made and taken, or conflicts."""

    chosen = Signal()
    opened = Signal(object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Begin with empty lists."""
        super().__init__()
        self.peers = self._table(peer_columns(now), lambda row: row.id, _("Stations"))
        self.moves = self._table(
            move_columns(now),
            lambda row: (row.made, row.peer, row.number, row.at),
            _("Bundles made and taken"),
        )
        self.clashes = self._table(clash_columns(now), lambda row: row.key, _("To settle"))
        self.empty = EmptyState("bundle")
        self.addWidget(self.empty)

    def show_lists(self, lists: Lists) -> None:
        """Show these lines; the ones chosen before stay chosen."""
        peers, moves, clashes = lists
        self.peers.show_rows(peers)
        self.moves.show_rows(moves)
        self.clashes.show_rows(clashes)

    def turn(self, chip: str, show_card: Callable[[], object]) -> bool:
        """Bring a list into sight; tell whether there is a line in it."""
        tables: dict[str, TableView[Any]] = {
            PEERS: self.peers,
            MOVES: self.moves,
            CLASHES: self.clashes,
        }
        table = tables[chip]
        if not table.rows.rowCount():
            self._say_empty(chip, show_card)
            self.setCurrentWidget(self.empty)
            return False
        self.setCurrentWidget(table)
        if table.currentIndex().row() < 0:
            table.choose(table.rows.key(table.rows.row(0)))
        return True

    def _table(
        self, columns: tuple[Column[Row], ...], key: Callable[[Row], Hashable], name: str
    ) -> TableView[Row]:
        table = TableView(columns, key=key, name=name)
        table.chosen.connect(self._chosen)
        table.opened.connect(self.opened)
        self.addWidget(table)
        return table

    def _chosen(self, _row: object) -> None:
        self.chosen.emit()

    def _say_empty(self, chip: str, show_card: Callable[[], object]) -> None:
        if chip == PEERS:
            self.empty.say(
                "bundle",
                _("No other station is trusted here yet."),
                _("Give them your card, take theirs in, and compare the figures on the phone."),
                Verb(text=_("&My card"), do=show_card),
            )
        elif chip == MOVES:
            self.empty.say("bundle", _("No bundle has been made or taken yet."))
        else:
            self.empty.say("check", _("There is nothing to settle."))

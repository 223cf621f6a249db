"""The disputes behind one figure, in the place of the figures until one goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import DisputeRow
from mediator_desk.usecases.statistics_view import CasesBehind
from mediator_desk.words import _, n_, p_
from ui.panes.dispute_columns import dispute_columns
from ui.theme import HEADING
from ui.widgets.card import Card
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView


class FigureCases(QWidget):
    """Lists disputes; ``opened`` carries the one entered, ``left`` comes when one goes back."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Lay out the list."""
        super().__init__(parent)
        self.back = PressButton(p_("figures", "Bac&k"))
        self.back.setIcon(icon("arrow-left"))
        self.back.setAutoDefault(False)
        self.name = ElidedLabel(scale=HEADING, strong=True)
        self.count = Label(tone="quiet")
        self.table: TableView[DisputeRow] = TableView(
            dispute_columns(desk.now), key=lambda row: row.id, name=_("Disputes")
        )
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(card, 1)
        self.back.clicked.connect(self.left)
        self.table.opened.connect(self.opened)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    def show_cases(self, name: str, found: CasesBehind) -> None:
        """Show the disputes behind a figure, and say so where they are only the newest."""
        self.name.say(name)
        said = n_("{count} dispute", "{count} disputes", found.count)
        if found.count > len(found.rows):
            said = _("{count} disputes, the newest {shown} of them")
        self.count.setText(said.format(count=f"{found.count:,}", shown=f"{len(found.rows):,}"))
        self.table.show_rows(found.rows)
        if found.rows:
            self.table.choose_place(0)
        self.table.setFocus()

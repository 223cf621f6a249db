"""Which column of a ledger says what: proposed by its headings, each to be changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.ledger import LedgerLook
from mediator_desk.ledgers.mapping import NEEDED
from mediator_desk.words import N_, _, p_
from ui.widgets.card import Card
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.reading import ReadingArea

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


class ColumnCard(Card):
    """A list of headings for each field; ``changed`` tells that a person chose another one."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin with empty lists."""
        super().__init__(_("Which column says what"), margin=14)
        self.lists = {one: DropList() for one in FIELDS}
        self._filling = False
        self._area = ReadingArea()
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
            called = Label(name, wrap=True)
            called.setBuddy(drop)
            drop.setAccessibleName(words)
            drop.currentIndexChanged.connect(self._chosen)
            grid.addWidget(called, row, 0)
            grid.addWidget(drop, row, 1)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.column.addWidget(self._area)

    def columns(self) -> dict[Field, str]:
        """Give the headings as they are chosen now; an empty one leaves the field out."""
        return {one: str(drop.currentData() or "") for one, drop in self.lists.items()}

    def fill(self, look: LedgerLook) -> None:
        """Offer the headings of a ledger, and choose those that are proposed."""
        self._filling = True
        for one, drop in self.lists.items():
            drop.clear()
            drop.addItem(p_("column", "— none —"), "")
            for heading in dict.fromkeys(heading for heading in look.headings if heading):
                drop.addItem(heading, heading)
            drop.setCurrentIndex(max(0, drop.findData(look.mapping.heading(one))))
        self._filling = False

    def to_the_top(self) -> None:
        """Show the first fields."""
        self._area.verticalScrollBar().setValue(0)

    def _chosen(self) -> None:
        if not self._filling:
            self.changed.emit()

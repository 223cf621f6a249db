"""Fields that repeat: parties, obligations, members. Each has its own small sheet in a card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.words import _, p_
from ui.forms.fields import Choice, Field, Remark, Text, silent
from ui.forms.grid import FieldGrid
from ui.forms.inputs import Input
from ui.widgets.icon import icon
from ui.widgets.label import Label
from ui.widgets.press import PressButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows(Field):
    """A field that holds any number of rows of fields. The value is a list of dictionaries.

    ``one`` names a row (``_("Obligation {number}")``); ``add`` is the verb of the button;
    ``first`` rows are there from the beginning. Rows with nothing in them are left out;
    ``given`` says what a row begins with (the last one is for all rows after it).
    """

    fields: Sequence[Field]
    one: str
    add: str
    first: int = 1
    given: Sequence[Mapping[str, Any]] = ()

    def make(self) -> Input:
        """Make the cards."""
        return RowsInput(self.fields, self.one, self.add, self.first, self.given)


class RowsInput(Input):
    """Cards of fields, with a button that adds one more."""

    labelled = False

    def __init__(
        self,
        fields: Sequence[Field],
        one: str,
        add: str,
        first: int,
        given: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        """Begin with the first rows, empty but for what is given."""
        super().__init__()
        self._fields, self._one, self._first = tuple(fields), one, first
        self._given = tuple(given)
        self._cards: list[_RowCard] = []
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(10)
        self.column.setSpacing(10)
        self.column.addLayout(self._cards_column)
        self._add = PressButton(icon("plus", "accent"), add)
        self._add.setProperty("flat", True)
        self._add.setAutoDefault(False)
        self._add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(self._add_pressed)
        self._set_count(first)
        # After the first rows, for Tab walks in the order things were put in.
        self.column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._order()

    @override
    def value(self) -> list[dict[str, Any]]:
        return [card.grid.values() for card in self._cards if not card.grid.untouched()]

    @override
    def fill(self, value: Any) -> None:
        rows: Sequence[Mapping[str, Any]] = value or ()
        self._set_count(max(len(rows), self._first))
        self._order()
        for place, card in enumerate(self._cards):
            card.grid.fill(rows[place] if place < len(rows) else {})

    @override
    def wrong(self) -> str:
        for card in self._cards:
            if not card.grid.untouched():
                problems = card.grid.problems()
                if problems:
                    return f"{card.name()}: {problems[0][1]}"
        return ""

    def grids(self) -> list[FieldGrid]:
        """Give the fields of each row."""
        return [card.grid for card in self._cards]

    def _add_pressed(self) -> None:
        self._set_count(len(self._cards) + 1)
        self._order()
        self._cards[-1].grid.focus_first()
        self.changed.emit()

    def _set_count(self, count: int) -> None:
        while len(self._cards) > count:
            self._drop(self._cards[-1])
        while len(self._cards) < count:
            card = _RowCard(self._fields)
            if self._given:
                card.grid.begin_with(self._given[min(len(self._cards), len(self._given) - 1)])
            card.grid.changed.connect(self.changed)
            card.dropped.connect(self._dropped)
            self._cards.append(card)
            self._cards_column.addWidget(card)
        self._renumber()

    def _dropped(self, card: "_RowCard") -> None:
        self._drop(card)
        self._renumber()
        self._add.setFocus()
        self.changed.emit()

    def _drop(self, card: "_RowCard") -> None:
        self._cards.remove(card)
        self._cards_column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _renumber(self) -> None:
        for number, card in enumerate(self._cards, start=1):
            card.rename(self._one.format(number=number), can_go=len(self._cards) > self._first)
        if self._cards:
            self.setFocusProxy(self._cards[0])

    def _order(self) -> None:
        """Let Tab walk through the rows, each field by field, and then to the button."""
        for one, other in pairwise([*self._cards, self._add]):
            QWidget.setTabOrder(one, other)


class _RowCard(QFrame):
    """One row."""

    dropped = Signal(object)

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self.setProperty("inset", True)
        self._name = Label(strong=True)
        self._go = PressButton(_("Remove"))
        self._go.setProperty("flat", True)
        self._go.setAutoDefault(False)
        self.grid = FieldGrid(fields)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(6)
        # The fields first, for Tab walks in the order things were put in.
        column.addWidget(self.grid)
        column.insertLayout(0, head)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.grid)
        self._go.clicked.connect(self._ask_to_go)

    def name(self) -> str:
        """Name the row."""
        return self._name.text()

    def rename(self, name: str, *, can_go: bool) -> None:
        """Show its number, and whether it may be removed."""
        self._name.setText(name)
        self._go.setVisible(can_go)
        self._go.setAccessibleName(_("Remove {name}").format(name=name))

    def _ask_to_go(self) -> None:
        self.dropped.emit(self)


def people(
    key: str,
    label: str,
    roles: Sequence[tuple[str, str]],
    *,
    check_name: Remark = silent,
    check_phone: Remark = silent,
    check_id: Remark = silent,
    first: int = 2,
    also: Sequence[Field] = (),
) -> Rows:
    """Make a field for parties: person or organisation, where they stand, how to reach them."""
    person, organisation = ("kind", ("person",)), ("kind", ("organisation",))
    kinds = (("person", p_("party", "Person")), ("organisation", p_("party", "Organisation")))
    fields: tuple[Field, ...] = (
        Choice(key="side", label=_("Stands as"), choices=roles, half=True),
        Choice(key="kind", label=_("Kind"), choices=kinds, half=True),
        Text(key="name", label=_("Name"), required=True, remark=check_name, half=True),
        Text(key="phone", label=_("Phone"), remark=check_phone, half=True),
        Text(key="id_number", label=_("ID number"), remark=check_id, half=True, when=person),
        Text(
            key="legal_representative",
            label=_("Legal representative"),
            half=True,
            when=organisation,
        ),
        Text(key="address", label=_("Address"), half=True),
        Text(key="agent", label=_("Authorised agent"), hint=_("If there is one"), half=True),
        *also,
    )
    return Rows(
        key=key,
        label=label,
        fields=fields,
        one=_("Party {number}"),
        add=_("Add a party"),
        first=first,
    )

"""Which way: how often people chose another way than proposed, and why; the desk's own memory."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Route
from mediator_desk.rows import Changes, OverrideRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.usecases.advice import SetLearning, learning, set_learning
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.sheet import Choice, Sheet
from ui.models.column import Column
from ui.said import begun, day_said, wide
from ui.widgets.card import Card
from ui.widgets.chips import Chip, ChipBar
from ui.widgets.label import Label
from ui.widgets.table import TableView

_EVERY, _OUTSIDE = "all", "outside"
_WAYS = (Route.SETTLE, Route.COUNCIL, Route.WHISTLE)
_ON, _OFF = "on", "off"


class AdviceSection(QWidget):
    """A table for the team lead: proposed, chosen, and the reason; filtered by the way proposed."""

    def __init__(self, *, desk: Desk, errands: Errands) -> None:
        """Lay out the table; ``ask`` fills it."""
        super().__init__()
        self._desk, self._errands = desk, errands
        self._rows: tuple[OverrideRow, ...] = ()
        self.learns = Sheet(
            (
                Choice(
                    key="on",
                    label=_("What this station &decided before"),
                    choices=[(_ON, _("Has its say in the advice")), (_OFF, _("Stays silent"))],
                ),
            )
        )
        self.chips = ChipBar(_("Way proposed"))
        self.table: TableView[OverrideRow] = TableView(
            override_columns(desk.now),
            key=lambda row: (row.dispute, row.decided_at),
            name=_("Another way than proposed"),
        )
        self.why = Label(tone="quiet", wrap=True)
        self._lay_out()
        self._wire()

    def ask(self) -> None:
        """Ask again what was decided and whether the station's memory speaks."""
        self._errands.run(self._desk.queries.overrides, owner=self, then=self._take)
        self._errands.run(partial(learning, self._desk), owner=self, then=self._show_learning)

    def _take(self, rows: tuple[OverrideRow, ...]) -> None:
        self._rows = rows
        counts = Counter(map(_code, rows))
        chips = [Chip(_EVERY, p_("chip", "All"), len(rows))]
        names = {way.value: begun(label(way)) for way in _WAYS}
        names[_OUTSIDE] = _("Not for mediation")
        chips += [Chip(code, name, counts[code]) for code, name in names.items() if counts[code]]
        self.chips.show_chips(chips)
        self._filter(self.chips.current() or _EVERY)
        if not rows:
            self.why.setText(_("Nobody chose another way than proposed yet."))

    def _filter(self, way: str) -> None:
        shown = [row for row in self._rows if way in (_EVERY, _code(row))]
        self.table.show_rows(shown)

    def _explain(self, row: OverrideRow) -> None:
        said = " ".join(row.because)
        self.why.setText(_("The desk had said: {reasons}").format(reasons=said) if said else "")

    def _show_learning(self, on: bool) -> None:
        self.learns.fill({"on": _ON if on else _OFF})
        self.learns.settle()

    def _choose_learning(self) -> None:
        asked = SetLearning(on=self.learns.values()["on"] == _ON)
        self._errands.run(
            partial(set_learning, self._desk, asked), owner=self, then=self._chosen_learning
        )

    def _chosen_learning(self, _changes: Changes) -> None:
        self.learns.settle()

    def _lay_out(self) -> None:
        card = Card(_("When people chose another way than the desk proposed"), margin=14)
        card.column.addWidget(self.chips)
        card.column.addWidget(self.table, 1)
        card.column.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card, 1)
        memory = Card(margin=14)
        memory.column.addWidget(self.learns)
        memory.setEnabled(may(self._desk.person.role, "set-learning"))
        column.addWidget(memory)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._filter)
        self.table.chosen.connect(self._explain)
        self.learns.changed.connect(self._choose_learning)


def override_columns(now: Callable[[], datetime]) -> Sequence[Column[OverrideRow]]:
    """Give the columns of the table; ``now`` says which year needs no saying."""
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=6.6),
        Column(
            title=p_("column", "When"),
            text=lambda row: day_said(local_day(row.decided_at), now()),
            width=6.0,
            fold=2,
        ),
        Column(title=_("Topic"), text=lambda row: begun(label(row.topic)), width=5.0, fold=1),
        Column(
            title=_("Proposed"),
            text=_proposed,
            tone=lambda row: "danger" if row.outside else "quiet",
            width=wide(7.0, 8.4),
        ),
        Column(title=_("Chosen"), text=lambda row: begun(label(row.chosen)), width=5.0),
        Column(title=_("Reason"), text=lambda row: row.reason, width=8.0, stretch=True),
        Column(title=_("Decided by"), text=lambda row: row.by, width=4.0, fold=3),
    )


def _code(row: OverrideRow) -> str:
    return _OUTSIDE if row.outside else row.proposed.value


def _proposed(row: OverrideRow) -> str:
    return _("Not for mediation") if row.outside else begun(label(row.proposed))

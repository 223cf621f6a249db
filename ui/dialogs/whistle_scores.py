"""How departments answered the whistles of a period: exact counts with their formulas, no rank."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.rows import WhistleRow
from mediator_desk.rules.durations import after_months, local_day
from mediator_desk.rules.scorecards import DepartmentScore, Scorecard, StreetScore
from mediator_desk.usecases.score_whistles import score_whistles
from mediator_desk.words import N_, _, p_
from ui.errands import Errands
from ui.models.column import Column
from ui.theme import HEADING, SMALL, worn
from ui.widgets.card import Card
from ui.widgets.drop_list import DropList
from ui.widgets.label import Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView

_QUARTER, _YEAR = 3, 12
_PERIOD = 12  # letters
_FORMULAS = (
    N_("In touch in time: whistles met in time / whistles whose time for it was met or is over."),
    N_("Reported in in time: likewise; finished in time where the kind has no reporting in."),
    N_("Solved: seen as solved on the spot / verified on the spot."),
    N_("Satisfied: satisfied or fairly so / residents who answered."),
)


class WhistleScores(QDialog):
    """Shows the counts of a period; Enter on a department goes to its whistles below."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        rows: Sequence[WhistleRow],
        go: Callable[[UUID], object],
    ) -> None:
        """Begin with the present month; ``go`` shows a whistle in its place."""
        super().__init__(parent)
        self.setWindowTitle(_("Scores of the departments"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._errands, self._go = desk, errands, go
        self._rows: Mapping[UUID, WhistleRow] = {one.id: one for one in rows}
        self._periods = periods(local_day(desk.now()))
        self.period = DropList()
        self.period.setAccessibleName(_("Whistles blown in"))
        self.period.setMinimumContentsLength(_PERIOD)
        self.period.addItems([words for words, _first, _last in self._periods])
        self.scores: TableView[DepartmentScore] = TableView(
            _columns(), key=lambda one: one.department, name=_("Scores of the departments")
        )
        self.whistles: TableView[WhistleRow] = TableView(
            _whistle_columns(), key=lambda one: one.id, name=_("Whistles of the department")
        )
        self.said = Label(wrap=True)
        self.street = Label(wrap=True)
        self._lay_out()
        self._wire()
        self._count()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Label(self.windowTitle(), scale=HEADING, strong=True))
        top.addStretch(1)
        top.addWidget(Label(_("Whistles blown in"), tone="quiet"))
        top.addWidget(self.period)
        close = PressButton(_("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(Label("\n".join(_(one) for one in _FORMULAS), tone="quiet", scale=SMALL), 1)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(top)
        for table, share in ((self.scores, 3), (self.whistles, 2)):
            card = Card(margin=1)
            card.column.addWidget(table)
            column.addWidget(card, share)
            if table is self.scores:
                column.addWidget(self.street)
                column.addWidget(self.said)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(worn().em(56), room.width() - 40), min(worn().em(42), room.height() - 40))
        self.scores.setFocus()

    def _wire(self) -> None:
        self.period.currentIndexChanged.connect(lambda _place: self._count())
        self.scores.chosen.connect(self._list)
        self.scores.opened.connect(lambda _row: self._enter())
        self.whistles.opened.connect(self._leave)

    def _count(self) -> None:
        _words, first, last = self._periods[self.period.currentIndex()]
        count = partial(score_whistles, self._desk, first, last)
        self._errands.run(count, owner=self, then=self._show)

    def _show(self, found: Scorecard) -> None:
        self.scores.show_rows(found.departments)
        self.street.setText(street_said(found.street))
        if found.departments:
            self.scores.choose_place(0)
            self._list(found.departments[0])
        else:
            self.whistles.show_rows(())
            self.said.setText(_("No whistle went out in this time. Choose another one above."))

    def _list(self, one: DepartmentScore) -> None:
        """List what was counted for a department."""
        counted = [self._rows[id] for id in one.whistles if id in self._rows]
        self.whistles.show_rows(counted)
        self.said.setText(_("Whistles of {department}:").format(department=one.department))

    def _enter(self) -> None:
        if self._rows and self.whistles.current_row() is None:
            self.whistles.choose_place(0)
        self.whistles.setFocus()

    def _leave(self, row: WhistleRow) -> None:
        self.accept()
        self._go(row.id)


def periods(today: date) -> list[tuple[str, date, date]]:
    """Offer this and the last month, quarter and year, with their first and last days."""
    month = today.replace(day=1)
    quarter = date(today.year, (today.month - 1) // _QUARTER * _QUARTER + 1, 1)
    year = date(today.year, 1, 1)
    starts = ((month, 1), (quarter, _QUARTER), (year, _YEAR))
    return [
        (_named(first, months), first, after_months(first, months) - timedelta(days=1))
        for start, months in starts
        for first in (start, _before(start, months))
    ]


def street_said(street: StreetScore) -> str:
    """Say what the street has to answer for itself."""
    said = _(
        "The street itself: blown {blown}, false {false}, approved late {late}, "
        "taken back {cancelled}, residents not asked {unanswered}"
    )
    return said.format(
        blown=street.blown,
        false=street.false,
        late=street.approved_late,
        cancelled=street.cancelled,
        unanswered=street.unanswered,
    )


def _before(start: date, months: int) -> date:
    """Give the first day of the period before."""
    place = start.year * _YEAR + start.month - 1 - months
    return date(place // _YEAR, place % _YEAR + 1, 1)


def _named(first: date, months: int) -> str:
    if months == _YEAR:
        return _("the year {year}").format(year=first.year)
    if months == _QUARTER:
        quarter = (first.month - 1) // _QUARTER + 1
        return _("quarter {quarter} of {year}").format(quarter=quarter, year=first.year)
    return _("month {month} of {year}").format(month=first.month, year=first.year)


def _columns() -> tuple[Column[DepartmentScore], ...]:
    return (
        Column(title=_("Department"), text=lambda one: one.department, width=12.0, stretch=True),
        Column(
            title=p_("score", "In touch in time"),
            text=lambda one: str(one.contacted),
            width=6.0,
            right=True,
        ),
        Column(
            title=p_("score", "Reported in in time"),
            text=lambda one: str(one.reported),
            width=6.4,
            right=True,
        ),
        Column(
            title=p_("score", "Solved"), text=lambda one: str(one.solved), width=5.0, right=True
        ),
        Column(
            title=p_("score", "Satisfied"),
            text=lambda one: str(one.satisfied),
            width=5.0,
            right=True,
        ),
        Column(title=p_("score", "Returned"), text=_returned, width=6.0, right=True, fold=1),
    )


def _returned(one: DepartmentScore) -> str:
    if not one.refused_returns:
        return str(one.returned or "")
    said = _("{returned}, {refused} refused")
    return said.format(returned=one.returned, refused=one.refused_returns)


def _whistle_columns() -> tuple[Column[WhistleRow], ...]:
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.6),
        Column(title=_("Matter"), text=lambda row: row.title, width=8.0, stretch=True),
        Column(title=_("Lead department"), text=lambda row: row.lead, width=9.0, fold=1),
        Column(title=_("State"), text=lambda row: label(row.state), width=5.6),
    )

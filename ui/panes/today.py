"""Today: what is late, due, coming and waiting, and the one step that takes each on."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.records.people import Role
from mediator_desk.rows import Changes, TodayRow
from mediator_desk.rules.roles import may
from mediator_desk.rules.whose_turn import When
from mediator_desk.usecases.gathering import PutAsideGathering, put_aside_gathering
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.log_form import open_log_form
from ui.notices import Notices
from ui.panes.case_side import BlowWhistle, CaseSide, RaiseTopic
from ui.panes.today_people import EVERYBODY, MINE, people_chips, whose
from ui.panes.today_read import TodayRead, read_offer, read_today
from ui.panes.today_rows import (
    PLACES,
    bands_of,
    chips_of,
    count_said,
    name_of,
    steps_of,
    today_columns,
    when,
)
from ui.panes.today_side import read_detail
from ui.widgets.card import Card
from ui.widgets.chips import ChipBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.grouped_table import GroupedTable
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb


class TodayPane(Pane):
    """Lists what there is to do; Enter takes the step of the line, the button says which."""

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        fonts: Path,
        raise_topic: RaiseTopic,
        blow_whistle: BlowWhistle,
    ) -> None:
        """Lay out the pane; rows are asked for when it is opened."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._raise_topic = raise_topic
        self._read = TodayRead()
        self._round = 0
        self._quiet = False
        self.chips = ChipBar(_("What is due"))
        self.whose = ChipBar(_("Whose work"))
        self.table: GroupedTable[TodayRow] = GroupedTable(
            today_columns(desk), key=_key, name=_("What there is to do")
        )
        self.empty = EmptyState("check", "")
        self.side = CaseSide(
            desk=desk,
            errands=errands,
            notices=notices,
            fonts=fonts,
            raise_topic=raise_topic,
            blow_whistle=blow_whistle,
        )
        self._lay_out()
        self._show_people()
        self.whose.choose(MINE if desk.person.role is Role.MEDIATOR else EVERYBODY)
        self._wire()

    @override
    def title(self) -> str:
        return p_("place", "Today")

    @override
    def count(self) -> str:
        return count_said(self._groups(self.rows()))

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "log-dispute"):
            return None
        return Verb(text=_("&New dispute"), do=self.log, icon="plus", primary=True)

    @override
    def print_out(self) -> None:
        self.side.print_case()

    @override
    def open(self, id: UUID | None = None) -> None:
        self._ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touched:
            self._ask()

    @override
    def take_focus(self) -> None:
        (self.table if self.table.isVisibleTo(self) else self.chips).setFocus()

    def tick(self, _now: datetime) -> None:
        """Look at the clock: what has become late shows by itself."""
        self._show()

    def log(self) -> None:
        """Open the log form; what was logged is shown among the disputes."""
        open_log_form(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            notices=self._notices,
            open_dispute=partial(self.go.emit, "disputes"),
        )

    def rows(self) -> tuple[TodayRow, ...]:
        """Give what the chosen person has to do, whatever group is chosen."""
        chosen, me = self.whose.current(), self._desk.person.id
        return tuple(row for row in self._read.rows if whose(row, chosen, me))

    def _ask(self) -> None:
        self._round += 1
        self._errands.run(
            partial(read_today, self._desk, self.whose.current()),
            owner=self,
            then=partial(self._take, self._round),
        )

    def _take(self, asked_in: int, read: TodayRead) -> None:
        if asked_in != self._round:
            return
        self._read = read
        self._show_people()
        self._show()

    def _whose_chosen(self, _code: str) -> None:
        if not self._quiet:
            self._ask()

    def _show_people(self) -> None:
        """Offer the people; those of a lead say what is late with each."""
        desk = self._desk
        leads = desk.person.role is not Role.MEDIATOR
        chips = people_chips(
            self._read.team,
            self._groups(self._read.team),
            self._read.people,
            desk.person.id,
            leads=leads,
        )
        self._quiet = True
        self.whose.show_chips(chips)
        self._quiet = False
        self.whose.setVisible(len(self._read.people) > 1 or len(chips) > 2)

    def _groups(self, rows: Sequence[TodayRow]) -> list[When]:
        return [when(self._desk, row) for row in rows]

    def _show(self) -> None:
        """Show the rows of the chosen chip under the names of their groups."""
        rows = self.rows()
        groups = self._groups(rows)
        self.chips.show_chips(chips_of(groups))
        chosen = When(self.chips.current())
        bands = bands_of(rows, groups, chosen)
        shown = [row for band in bands for row in band.rows]
        self.table.show_bands(bands)
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if not shown:
            self._say_empty(chosen)
            self.side.show_case(None)
        elif self.table.current_row() is None:
            self.table.choose(_key(shown[0]))
        self.header_changed.emit()

    def _say_empty(self, group: When) -> None:
        if group is not When.ALL:
            said = _("Nothing here: {group}.").format(group=name_of(group))
            self.empty.say("check", said)
            return
        self.empty.say(
            "check",
            _("Everything is done for today."),
            _("New disputes, deadlines and conflicts will show here by themselves."),
            self.primary_again(),
        )

    def _chosen(self, row: TodayRow) -> None:
        """Show the dispute of a row, or the topic or whistle, whole."""
        if row.kind == "dispute":
            self.side.show_case(row.id)
            return
        self.side.show_case(None)
        offer = self._read.offer(row)
        if offer is not None:
            self._errands.run(
                partial(read_offer, self._desk, offer, self._verbs(row), self.go.emit),
                owner=self,
                then=lambda read: self._show_detail(_key(row), read[0]),
            )
            return
        self._errands.run(
            partial(read_detail, self._desk, row, self._verbs(row), self.go.emit),
            owner=self,
            then=partial(self._show_detail, _key(row)),
        )

    def _show_detail(self, key: Hashable, detail: Detail) -> None:
        current = self.table.current_row()
        if current is not None and _key(current) == key:
            self.side.show_detail(detail)

    def _verbs(self, row: TodayRow) -> list[Verb]:
        """Offer the step of the line, and to go to its record."""
        go = Verb(text=_("&Open it"), do=partial(self.go.emit, PLACES[row.kind], row.id))
        if row.kind == "clash":
            return [replace(go, primary=True)]
        if self._read.offer(row) is not None:
            raising = Verb(text=_("&Raise as one topic"), do=partial(self._opened, row))
            aside = Verb(text=_("Not n&ow"), do=partial(self._put_aside, row))
            return [replace(raising, primary=True, icon="council"), aside]
        step = Verb(text=_("Take the &step"), do=partial(self._opened, row), primary=True)
        return [step, go]

    def _opened(self, row: TodayRow) -> None:
        """Take the step of a line; where there is room for the list only, show it first."""
        if self.both.narrow() and not self.side.isVisible():
            self.both.enter()
        elif row.kind == "dispute":
            self._begin_step(row)
        elif row.kind == "clash":
            self.go.emit(PLACES[row.kind], row.id)
        elif (offer := self._read.offer(row)) is not None:
            self._errands.run(
                partial(self._desk.queries.dispute_rows, offer.cluster.disputes),
                owner=self,
                then=self._raise_topic,
            )
        else:
            self.step.emit(PLACES[row.kind], row.id)

    def _begin_step(self, row: TodayRow) -> None:
        """Open the dialog the line asks for, or the step the desk advises."""
        step = self.side.fitting(steps_of(row))
        if not step or self.side.do(step) is None:
            self.side.do_next()

    def _put_aside(self, row: TodayRow) -> None:
        """Leave the disputes of an offer apart until there are more of them."""
        said = _("Put aside; it is offered again when another dispute like these is logged.")

        def after(_changes: Changes) -> None:
            self._notices.say(said)
            self._ask()

        asked = PutAsideGathering(dispute=row.id)
        self._errands.run(partial(put_aside_gathering, self._desk, asked), owner=self, then=after)

    def _lay_out(self) -> None:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.chips)
        column.addWidget(self.whose)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        card.column.addWidget(self.empty)
        card.setFocusProxy(self.table)
        self.empty.hide()
        self.both = MasterDetail(card, self.side, above=above)
        self.column.addWidget(self.both, 1)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._show)
        self.whose.chosen.connect(self._whose_chosen)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.side.go.connect(self.go)


def _key(row: TodayRow) -> tuple[str, UUID, str, str]:
    """Name a row: one dispute may have several clocks."""
    return row.kind, row.id, row.rule, str(row.due_at)

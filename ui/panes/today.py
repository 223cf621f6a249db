"""Today: what is late, due, coming and waiting, and the one step that takes each on."""

from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.records.people import Role
from mediator_desk.rows import Changes, TodayRow
from mediator_desk.rules.roles import may
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.forms.log_form import open_log_form
from ui.forms.segments import Segments
from ui.notices import Notices
from ui.panes.case_side import BlowWhistle, CaseSide, RaiseTopic
from ui.panes.today_rows import (
    PLACES,
    When,
    chips_of,
    count_said,
    name_of,
    to_do,
    today_columns,
    when,
)
from ui.said import due_long, due_tone, first_line
from ui.widgets.card import Card
from ui.widgets.chips import ChipBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.master_detail import MasterDetail
from ui.widgets.pane import Pane
from ui.widgets.side_pane import Detail
from ui.widgets.table import TableView
from ui.widgets.verb import Verb

_MINE, _TEAM = "mine", "team"


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
        self._rows: tuple[TodayRow, ...] = ()
        self._text = ""
        self._round = 0
        self.chips = ChipBar(_("What is due"))
        self.whose = Segments(((_MINE, _("M&ine")), (_TEAM, _("All of &us"))))
        self.whose.choose(_MINE if desk.person.role is Role.MEDIATOR else _TEAM)
        self.table: TableView[TodayRow] = TableView(
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
        self._wire()

    @override
    def title(self) -> str:
        return p_("place", "Today")

    @override
    def count(self) -> str:
        return count_said(self._rows, self._desk.now())

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
        """Give everything asked for, whatever chip is chosen."""
        return self._rows

    def _ask(self) -> None:
        self._round += 1
        mine = self.whose.chosen() == _MINE
        person = self._desk.person.id if mine else None
        self._errands.run(
            partial(self._desk.queries.today, person),
            owner=self,
            then=partial(self._take, self._round),
        )

    def _take(self, asked_in: int, rows: tuple[TodayRow, ...]) -> None:
        if asked_in == self._round:
            self._rows = rows
            self._show()

    def _show(self) -> None:
        """Show the rows of the chosen chip, the latest first, then what waits."""
        now = self._desk.now()
        self.chips.show_chips(chips_of(self._rows, now))
        group = When(self.chips.current())
        shown = [row for row in self._rows if group is When.ALL or when(row, now) is group]
        self.table.show_rows(shown)
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if not shown:
            self._say_empty(group)
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
        """Show the dispute of a row, or what a whistle, a topic or a conflict asks for."""
        if row.kind == "dispute":
            self.side.show_case(row.id)
            return
        self.side.show_case(None)
        now = self._desk.now()
        due = due_long(row.due_at, now, self._desk.books.calendar) if row.due_at else ""
        self.side.show_detail(
            Detail(
                title=first_line(row.title, 40) or row.number,
                state=name_of(when(row, now)),
                state_tone=due_tone(row.due_at, now) if row.due_at else "accent",
                subtitle=" · ".join(one for one in (row.number, row.who_name) if one),
                banner="\n".join(one for one in (to_do(self._desk, row), due) if one),
                banner_tone=due_tone(row.due_at, now) if row.due_at else "accent",
                verbs=(Verb(text=_("&Open it"), do=partial(self._go, row), primary=True),),
            )
        )

    def _opened(self, row: TodayRow) -> None:
        if self.both.narrow():
            self.both.enter()
        elif row.kind == "dispute":
            self.side.do_next()
        else:
            self._go(row)

    def _go(self, row: TodayRow) -> None:
        if row.kind == "clash":
            self.go.emit("bundles", row.id)
        else:
            self.go.emit(PLACES[row.kind], row.id)

    def _lay_out(self) -> None:
        above = QWidget()
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chips, 1)
        row.addWidget(self.whose)
        self.whose.setSizePolicy(
            self.whose.sizePolicy().Policy.Fixed, self.whose.sizePolicy().verticalPolicy()
        )
        card = Card(margin=1)
        card.column.addWidget(self.table)
        card.column.addWidget(self.empty)
        card.setFocusProxy(self.table)
        self.empty.hide()
        self.both = MasterDetail(card, self.side, above=above)
        self.column.addWidget(self.both, 1)

    def _wire(self) -> None:
        self.chips.chosen.connect(self._show)
        self.whose.changed.connect(self._ask)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)
        self.side.go.connect(self.go)


def _key(row: TodayRow) -> tuple[str, UUID, str, str]:
    """Name a row: one dispute may have several clocks."""
    return row.kind, row.id, row.rule, str(row.due_at)

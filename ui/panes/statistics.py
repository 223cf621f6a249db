"""The statistics: a period, its figures as pictures and as the official table, and their cases."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.papers.of_statistics import print_statistics_brief
from mediator_desk.usecases.pictures import Behind
from mediator_desk.usecases.place_pictures import OpenAt
from mediator_desk.usecases.reporting import SetReporting, reporting
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.usecases.statistics_view import (
    CasesBehind,
    StatisticsView,
    disputes_behind,
    statistics_view,
)
from mediator_desk.words import _, p_
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.forms.fields import Day
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices
from ui.panes.figure_cases import FigureCases
from ui.panes.statistics_map import MapPage
from ui.panes.statistics_pages import GlancePage, TopicPage
from ui.panes.statistics_period import PeriodBar, days
from ui.panes.statistics_table import TablePage
from ui.widgets.chips import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.pane import Pane
from ui.widgets.reading import ReadingArea
from ui.widgets.segments import SegmentBar
from ui.widgets.verb import Verb

GLANCE, TABLE, TOPICS, MAP = "glance", "table", "topics", "map"
_TABLES = (
    "dispute", "party", "sitting", "agreement", "obligation", "payment", "follow_up", "closing",
    "reopening", "confirmation", "case_marks", "reported_figure", "place", "committee",
)  # fmt: skip


class StatisticsPane(Pane):
    """Shows the figures of a period; every figure leads to the disputes behind it."""

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        fonts: Path,
        save_table: Callable[[QWidget, AskStatistics], object],
    ) -> None:
        """Lay out the pane; figures are asked for when it is opened.

        ``fonts`` is where fonts are unpacked; ``save_table`` asks for a table and a file for it.
        """
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._fonts, self._save_table = fonts, save_table
        self._round = 0
        self.view: StatisticsView | None = None
        self.period = PeriodBar(local_day(desk.now()))
        self.sections = SegmentBar(_("Parts of the statistics"))
        self.glance, self.table, self.topics, self.map = (
            GlancePage(),
            TablePage(),
            TopicPage(),
            MapPage(),
        )
        self._pages: dict[str, GlancePage | TablePage | TopicPage | MapPage] = {
            GLANCE: self.glance,
            TABLE: self.table,
            TOPICS: self.topics,
            MAP: self.map,
        }
        self.stack, self.whole = QStackedWidget(), QStackedWidget()
        self.cases = FigureCases(desk)
        self.empty = EmptyState("chart", _("The figures are being counted …"))
        self._lay_out()
        self._wire()

    @override
    def title(self) -> str:
        return p_("place", "Statistics")

    @override
    def count(self) -> str:
        return "" if self.view is None else self.view.found.unit

    @override
    def primary(self) -> Verb | None:
        return Verb(text=_("Print the &brief"), do=self.print_out, icon="print", primary=True)

    @override
    def secondary(self) -> Verb | None:
        return Verb(text=_("Sa&ve a table …"), do=self.save, icon="export")

    @override
    def print_out(self) -> None:
        self.preview()

    @override
    def open(self, id: UUID | None = None) -> None:
        if self.view is None:
            self._errands.run(partial(reporting, self._desk), owner=self, then=self._begin)
        else:
            self._ask()

    @override
    def refresh(self, changes: Changes | None = None) -> None:
        if changes is None or changes.touches(*_TABLES):
            self._ask()

    @override
    def take_focus(self) -> None:
        if self.whole.currentWidget() is self.cases:
            self.cases.table.setFocus()
        else:
            self.sections.step(0)

    def save(self) -> None:
        """Ask for a table of the period and for a file, and write it."""
        self._save_table(self, self.period.asked())

    def preview(self) -> PreviewDialog:
        """Show the brief of the period before it is printed."""
        asked = self.period.asked()
        shown = PreviewDialog(
            self.window(),
            title=_("Brief of the statistics · {period}").format(period=asked.period),
            make=partial(print_statistics_brief, self._desk, asked, self._fonts),
            errands=self._errands,
            notices=self._notices,
        )
        shown.open()
        return shown

    def show_cases(self, key: Behind | OpenAt) -> None:
        """Show the disputes behind a figure."""
        asked = self.period.asked()
        self._errands.run(
            partial(disputes_behind, self._desk, key, written_only=asked.written_only),
            owner=self,
            then=partial(self._show_cases, key.name),
        )

    def ask_days(self) -> SheetDialog:
        """Ask for the first and the last day of a period of one's own."""
        before, today = self.period.period(), partial(local_day, self._desk.now())
        sheet = Sheet(
            (
                Day(key="first", label=_("&First day"), required=True, today=today, past=True),
                Day(key="last", label=_("&Last day"), required=True, today=today, past=True),
            )
        )
        sheet.fill({"first": before.first_day, "last": min(before.last_day, today())})
        sheet.settle()
        dialog = SheetDialog(
            self.window(),
            title=_("Certain days"),
            explain=_("Both days are counted in."),
            sheet=sheet,
            verb=_("&Show"),
            errands=self._errands,
            job=lambda values: partial(days, values["first"], values["last"]),
            then=self.period.go_to,
        )
        dialog.rejected.connect(self.period.stay)
        dialog.open()
        return dialog

    def leave_cases(self) -> None:
        """Go back to the figures."""
        self.whole.setCurrentWidget(self._figures)
        self.take_focus()

    def _begin(self, kept: SetReporting) -> None:
        """Count as this station reports; a person may look otherwise from then on."""
        self.period.begin(cut_off=kept.cut_off, written_only=kept.written_only)
        self._ask()

    def _ask(self) -> None:
        self._round += 1
        self._errands.run(
            partial(statistics_view, self._desk, self.period.asked()),
            owner=self,
            then=partial(self._take, self._round),
        )

    def _take(self, asked_in: int, view: StatisticsView) -> None:
        if asked_in != self._round:
            return
        self.view = view
        nothing = not view.open_now and not any(one.logged or one.total for one in view.found.trend)
        self.empty.say(
            "chart",
            _("There is nothing to count yet."),
            _("Figures come by themselves from the disputes that are logged and closed."),
        )
        if nothing and not view.found.topics[0].value:
            self.stack.setCurrentWidget(self._nothing)
        else:
            self._turn(self.sections.current())
        self.header_changed.emit()

    def _turn(self, code: str) -> None:
        """Show a part; it is drawn when it comes into sight."""
        page = self._pages[code]
        if self.view is not None:
            page.show_view(self.view)
            self.stack.setCurrentWidget(page)

    def _show_cases(self, name: str, found: CasesBehind) -> None:
        self.whole.setCurrentWidget(self.cases)
        self.cases.show_cases(f"{name} · {self.period.period()}", found)

    def _lay_out(self) -> None:
        self.sections.show_chips(
            [
                Chip(GLANCE, _("At a glance")),
                Chip(TABLE, _("Official table")),
                Chip(TOPICS, _("Topics and places")),
                Chip(MAP, _("Map of concerns")),
            ]
        )
        # It scrolls, or its wrapped words would keep the window from becoming low.
        self._nothing = ReadingArea()
        self._nothing.lay([self.empty])
        for page in (self._nothing, *self._pages.values()):
            self.stack.addWidget(page)
        self._figures = QWidget()
        column = QVBoxLayout(self._figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.period, self.sections):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.whole.addWidget(self._figures)
        self.whole.addWidget(self.cases)
        self.column.addWidget(self.whole, 1)

    def _wire(self) -> None:
        self.period.changed.connect(self._ask)
        self.period.days_asked.connect(self.ask_days)
        self.sections.chosen.connect(self._turn)
        for page in self._pages.values():
            page.opened.connect(self.show_cases)
        self.cases.left.connect(self.leave_cases)
        self.cases.opened.connect(lambda row: self.go.emit("disputes", row.id))

"""Calendars and rules: which hold, where they come from, and taking new ones in from a stick."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.paper.form import is_paper_text
from mediator_desk.ports import Desk
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.roles import may
from mediator_desk.usecases.rule_files import (
    RuleFileRow,
    list_rule_files,
)
from mediator_desk.words import _, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.rule_file_steps import RuleFileSteps
from ui.said import moment_said
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.master_detail import MasterDetail
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb

_NEXT_YEAR_FROM = 11
"""The month in which the notice for the next year usually comes out."""


class RulesSection(QWidget):
    """Lists the files of rules that hold; ``ask`` fills it."""

    def __init__(
        self, *, desk: Desk, errands: Errands, notices: Notices, files: FileQuestions
    ) -> None:
        """Lay out the list and what is said of one."""
        super().__init__()
        self._desk, self._errands, self._files = desk, errands, files
        self.years = Banner()
        self.table: TableView[RuleFileRow] = TableView(
            _columns(), key=lambda row: row.about.name, name=_("Calendars and rules")
        )
        self.side = SidePane("calendar", _("Choose a calendar or a rule set to see it here"))
        self.steps = RuleFileSteps(
            self, desk=desk, errands=errands, notices=notices, refuse=self._refuse
        )
        card = Card(margin=1)
        card.column.addWidget(self.table)
        self.both = MasterDetail(card, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.years)
        column.addWidget(self.both, 1)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._opened)

    def primary(self) -> Verb | None:
        """Give the verb that takes a file in."""
        if not may(self._desk.person.role, "take-rule-file"):
            return None
        return Verb(text=_("&Take in a file …"), do=self.take_in, icon="import", primary=True)

    def ask(self) -> None:
        """Ask again which files hold."""
        self._errands.run(partial(list_rule_files, self._desk), owner=self, then=self._take)

    def take_in(self) -> None:
        """Ask for a file, and show what it would change before it is taken in."""
        kinds = [(_("Calendars and rules"), "toml")]
        for file in self._files.to_open(self, _("Take in a calendar or rules"), kinds)[:1]:
            self.look_at(file)

    def look_at(self, file: Path) -> None:
        """Show what a file would change."""
        self.steps.look_at(file)

    def drop(self, row: RuleFileRow) -> None:
        """Ask, then go back to the file that came with the program."""
        explain = (
            _("What came with the program holds again; the dates reckoned by it move back.")
            if row.carried
            else _("Nothing else is known here for it; the dates in it become provisional.")
        )
        self.steps.drop(row, explain)

    def _refuse(self, sentence: str) -> None:
        if sentence:
            self.years.say(sentence, "danger")
        else:
            self._show_years()

    def _take(self, rows: tuple[RuleFileRow, ...]) -> None:
        self.table.show_rows(tuple(row for row in rows if not is_paper_text(row.about.name)))
        if self.table.current_row() is None:
            self.table.choose_place(0)
        self._show_years()
        self._show_one()

    def _show_years(self) -> None:
        """Say which years' holidays are known, and that the next one is missing when it is time."""
        calendar, today = self._desk.books.calendar, local_day(self._desk.now())
        known = p_("list mark", ", ").join(str(year) for year in sorted(calendar.years))
        soon = today.year + (today.month >= _NEXT_YEAR_FROM)
        missing = [year for year in (today.year, soon) if not calendar.knows(year)]
        if missing:
            said = _(
                "The holidays of {year} are not known yet: dates in it are provisional. "
                "Take the notice in when it is out."
            )
            self.years.say(said.format(year=missing[0]), "warning")
        else:
            self.years.say(_("Holidays are known for {years}.").format(years=known), "accent")

    def _show_one(self) -> None:
        row = self.table.current_row()
        self.side.show_detail(None if row is None else self._detail(row))

    def _detail(self, row: RuleFileRow) -> Detail:
        """Say everything about one file."""
        taken_in, now = row.taken_in, self._desk.now()
        facts = [
            (_("Source"), row.about.source),
            (_("Holds from"), _day(row)),
            (_("File"), f"{row.about.name}.toml"),
        ]
        if taken_in is not None:
            facts += [
                (_("Taken in at"), moment_said(taken_in.taken_in_at, now)),
                (_("Comes from"), taken_in.source),
                (_("Signed by"), taken_in.signed_by),
            ]
        drop = Verb(text=_("D&rop it …"), do=partial(self.drop, row), danger=True)
        allowed = may(self._desk.person.role, "drop-rule-file")
        state, tone = state_of(row)
        return Detail(
            title=str(row.about.title),
            state=state,
            state_tone=tone,
            banner=unfit_words(row),
            banner_tone="danger",
            sections=[Section(facts=facts)],
            verbs=[drop] if taken_in is not None and allowed else [],
        )

    def _chosen(self, _row: RuleFileRow) -> None:
        self._show_one()

    def _opened(self, _row: RuleFileRow) -> None:
        self.both.enter()


def _columns() -> tuple[Column[RuleFileRow], ...]:
    return (
        Column(title=_("What"), text=lambda row: str(row.about.title), width=9, stretch=True),
        Column(title=_("Source"), text=lambda row: row.about.source, tone=_quiet, width=12, fold=2),
        Column(title=_("Holds from"), text=_day, width=8, fold=1),
        Column(
            title=_("State"),
            text=lambda row: state_of(row)[0],
            tone=lambda row: state_of(row)[1],
            pill=True,
            width=6,
        ),
    )


def state_of(row: RuleFileRow) -> tuple[str, Tone]:
    """Say whether it came with the program, was taken in, or cannot be read."""
    if row.unfit is not None:
        return p_("rules", "not readable"), "danger"
    if row.taken_in is not None:
        return p_("rules", "taken in"), "good"
    return p_("rules", "carried"), "quiet"


def unfit_words(row: RuleFileRow) -> str:
    """Say why what was taken in does not hold, or nothing."""
    if row.unfit is None:
        return ""
    held = _("What was taken in cannot be read, so what came with the program holds.")
    return f"{held}\n{row.unfit.words()}"


def _day(row: RuleFileRow) -> str:
    since = row.about.effective_from
    return "" if since is None else str(Day(since))


def _quiet(_row: RuleFileRow) -> Tone:
    return "quiet"

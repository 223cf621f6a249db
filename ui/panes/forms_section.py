"""The forms of the desk: how sure we are of each, a look at it, and the district's own instead."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.paper.form import is_paper_text
from mediator_desk.ports import Desk
from mediator_desk.rules.roles import may
from mediator_desk.usecases.form_files import EVIDENCE
from mediator_desk.usecases.rule_files import RuleFileRow, list_rule_files, show_rule_file
from mediator_desk.usecases.specimens import specimen_of, specimen_of_file
from mediator_desk.words import N_, _, p_
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.files import FileQuestions
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.rule_file_steps import RuleFileSteps
from ui.panes.rules_section import state_of, unfit_words
from ui.said import moment_said
from ui.tokens import Tone
from ui.widgets.card import Banner, Card
from ui.widgets.master_detail import MasterDetail
from ui.widgets.side_pane import Detail, Section, SidePane
from ui.widgets.table import TableView
from ui.widgets.verb import Verb


class FormsSection(QWidget):
    """Lists the forms and the measures of the sheets; ``ask`` fills it."""

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        fonts: Path,
    ) -> None:
        """Lay out the list and what is said of one."""
        super().__init__()
        self._desk, self._errands, self._notices = desk, errands, notices
        self._files, self._fonts = files, fonts
        self.said = Banner()
        self.table: TableView[RuleFileRow] = TableView(
            _columns(), key=lambda row: row.about.name, name=_("Forms")
        )
        self.side = SidePane("document", _("Choose a form to see it here"))
        self.steps = RuleFileSteps(
            self,
            desk=desk,
            errands=errands,
            notices=notices,
            refuse=lambda sentence: self.said.say(sentence, "danger"),
        )
        card = Card(margin=1)
        card.column.addWidget(self.table)
        self.both = MasterDetail(card, self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.both, 1)
        self.table.chosen.connect(lambda _row: self._show_one())
        self.table.opened.connect(lambda _row: self.both.enter())

    def primary(self) -> Verb | None:
        """Give the verb that takes a form in."""
        if not may(self._desk.person.role, "take-rule-file"):
            return None
        return Verb(text=_("&Take in a form …"), do=self.take_in, icon="import", primary=True)

    def ask(self) -> None:
        """Ask again which forms hold."""
        self._errands.run(partial(list_rule_files, self._desk), owner=self, then=self._take)

    def take_in(self) -> None:
        """Ask for a file, and show what it would change before it is taken in."""
        kinds = [(_("Forms"), "yaml")]
        for file in self._files.to_open(self, _("Take in a form"), kinds)[:1]:
            self.look_at(file)

    def look_at(self, file: Path) -> None:
        """Print a file once with made-up facts; only what can be printed is offered."""
        make = partial(specimen_of_file, self._desk, file, self._fonts)
        look = partial(self._preview, file.stem, make)
        self._errands.run(
            make,
            owner=self,
            then=lambda _printed: self.steps.look_at(file, look),
            refused=lambda sentence: self.said.say(sentence, "danger"),
        )

    def see(self, row: RuleFileRow) -> None:
        """Show a form that holds as a paper, with made-up facts."""
        make = partial(specimen_of, self._desk, row.about.name, self._fonts)
        self._preview(str(row.about.title), make)

    def save_copy(self, row: RuleFileRow) -> None:
        """Write the text of a form into a file, to be changed there."""
        stem = row.about.name.rpartition("/")[2]
        kind = (_("Forms"), "yaml")
        file = self._files.to_save(self, _("Save a copy"), f"{stem}.yaml", kind)
        if file is not None:
            self._errands.run(
                partial(_write_copy, self._desk, row.about.name, file),
                owner=self,
                then=lambda _done: self._notices.say(_("Saved as {file}").format(file=file)),
                refused=lambda sentence: self.said.say(sentence, "danger"),
            )

    def _preview(self, title: str, make: partial) -> None:  # type: ignore[type-arg]
        PreviewDialog(
            self.window(),
            title=_("{paper} · with made-up facts").format(paper=title),
            make=make,
            errands=self._errands,
            notices=self._notices,
        ).open()

    def _take(self, rows: tuple[RuleFileRow, ...]) -> None:
        self.table.show_rows(tuple(row for row in rows if is_paper_text(row.about.name)))
        if self.table.current_row() is None:
            self.table.choose_place(0)
        self._show_one()

    def _show_one(self) -> None:
        row = self.table.current_row()
        self.side.show_detail(None if row is None else self._detail(row))

    def _detail(self, row: RuleFileRow) -> Detail:
        """Say everything about one form."""
        taken_in, now = row.taken_in, self._desk.now()
        facts = [
            (_("How sure"), _(EVIDENCE[row.about.evidence])),
            (_("File"), f"{row.about.name}.yaml"),
        ]
        if taken_in is not None:
            facts += [
                (_("Taken in at"), moment_said(taken_in.taken_in_at, now)),
                (_("Comes from"), taken_in.source),
                (_("Signed by"), taken_in.signed_by),
            ]
        state, tone = state_of(row)
        return Detail(
            title=str(row.about.title),
            state=state,
            state_tone=tone,
            banner=unfit_words(row),
            banner_tone="danger",
            sections=[Section(facts=facts), Section(text=_(_MAY_CHANGE[row.about.evidence]))],
            verbs=self._verbs(row),
        )

    def _verbs(self, row: RuleFileRow) -> list[Verb]:
        verbs = [
            Verb(text=_("&See it as a paper"), do=partial(self.see, row), icon="print"),
            Verb(text=_("Save a cop&y …"), do=partial(self.save_copy, row), icon="save"),
        ]
        if row.taken_in is not None and may(self._desk.person.role, "drop-rule-file"):
            explain = _("The form that came with the program is printed again.")
            drop = partial(self.steps.drop, row, explain)
            verbs.append(Verb(text=_("D&rop it …"), do=drop, danger=True))
        return verbs


_MAY_CHANGE = {
    "": N_("Its measures may be replaced by a file."),
    "verified": N_(
        "The official blank stays as it is. Only a file that the district signed replaces it."
    ),
    "partial": N_("Titles, labels and sentences may be replaced by a file; its fields stay."),
    "memory": N_("The whole form may be replaced by a file of the district."),
    "proposed": N_("The whole form may be replaced by a file of the district."),
}


def _write_copy(desk: Desk, name: str, file: Path) -> None:
    file.write_text(show_rule_file(desk, name), encoding="utf-8")


def _columns() -> tuple[Column[RuleFileRow], ...]:
    return (
        Column(
            title=p_("paper", "Form"), text=lambda row: str(row.about.title), width=12, stretch=True
        ),
        Column(
            title=_("How sure"),
            text=lambda row: _(EVIDENCE[row.about.evidence]),
            tone=_quiet,
            width=12,
            fold=1,
        ),
        Column(
            title=_("State"),
            text=lambda row: state_of(row)[0],
            tone=lambda row: state_of(row)[1],
            pill=True,
            width=6,
        ),
    )


def _quiet(_row: RuleFileRow) -> Tone:
    return "quiet"

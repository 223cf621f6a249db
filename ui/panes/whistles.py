"""The whistles: calls to the departments by state, and one of them with both its clocks."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.ids import WhistleId
from mediator_desk.records.whistle import WhistleState
from mediator_desk.rows import WhistleFile, WhistleRow
from mediator_desk.rules.roles import may
from mediator_desk.rules.whistle_codes import typed_code
from mediator_desk.usecases.open_by_code import whistle_by_code
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.usecases.score_whistles import SCORES
from mediator_desk.words import _, n_, p_
from ui.dialogs.whistle_scores import WhistleScores
from ui.errands import Errands
from ui.forms.note_form import NoteDialog
from ui.forms.whistle_dialogs import WhistleStepDialog
from ui.forms.whistle_forms import BlowWhistleDialog
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import LATE, StateListPane, state_chips
from ui.panes.whistle_columns import whistle_columns
from ui.said import late
from ui.whistle_detail import whistle_detail
from ui.whistle_steps import VERBS, next_for_whistle, whistle_steps
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb


class WhistlesPane(StateListPane[WhistleRow, WhistleFile]):
    """Lists whistles; ``print_paper`` prints a paper of one."""

    TABLES = ("whistle", "whistle_step", "dispute", "note", "deadline")
    SIGN = "whistle"

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        print_paper: PrintPaper,
    ) -> None:
        """Lay out the pane."""
        self._print_paper = print_paper
        super().__init__(
            desk=desk,
            errands=errands,
            notices=notices,
            columns=whistle_columns(desk),
            hint=_("Choose a whistle to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Whistles")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} whistle", "{count} whistles", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Matter, department, number (Ctrl+F)")

    @override
    def search(self, text: str) -> None:
        if not typed_code(text):
            super().search(text)
            return
        self._errands.run(
            partial(whistle_by_code, self._desk, text),
            owner=self,
            then=self._answer,
            refused=self._notices.say,
        )

    def _answer(self, id: WhistleId) -> None:
        """Show the whistle whose slip came back and begin to write its answer down."""
        self.open(id)
        self.begin(id, lambda: None)

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "blow-whistle"):
            return None
        return Verb(text=_("&New whistle"), do=self.blow, icon="whistle", primary=True)

    @override
    def secondary(self) -> Verb | None:
        if not may(self._desk.person.role, SCORES):
            return None
        return Verb(text=_("S&cores"), do=self.show_scores)

    def show_scores(self) -> QDialog:
        """Show how the departments answered, in exact counts."""
        dialog = WhistleScores(
            self.window(), desk=self._desk, errands=self._errands, rows=self.rows(), go=self.open
        )
        dialog.open()
        return dialog

    @override
    def print_out(self) -> None:
        self._print(PaperName.WHISTLE_SLIP)

    def _print(self, paper: PaperName) -> None:
        file = self.shown()
        if file is not None:
            self._print_paper(file.whistle, paper)

    @override
    def read_rows(self) -> tuple[WhistleRow, ...]:
        return self._desk.queries.whistles()

    @override
    def read_file(self, id: UUID) -> WhistleFile:
        return self._desk.queries.whistle_file(id)

    @override
    def id_of(self, row: WhistleRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: WhistleFile) -> UUID:
        return file.whistle.id

    @override
    def words_of(self, row: WhistleRow) -> tuple[str, ...]:
        return (row.number, row.title, row.lead, row.place)

    @override
    def chips_of(self, rows: Sequence[WhistleRow]) -> list[Chip]:
        counts = [
            (state.value, label(state), sum(row.state is state for row in rows))
            for state in WhistleState
        ]
        return state_chips(counts, len(rows), late=sum(self._late(row) for row in rows))

    @override
    def fits(self, row: WhistleRow, chip: str) -> bool:
        return self._late(row) if chip == LATE else chip in ("", row.state.value)

    @override
    def detail_of(self, file: WhistleFile) -> Detail:
        named = f"{file.whistle.number} {file.whistle.title}"
        change = self.change_dates(file, named)
        return whistle_detail(self._desk, file, self._verbs(file), self.go.emit, change)

    @override
    def do_next(self) -> bool:
        file = self.shown()
        step = "" if file is None else next_for_whistle(file.whistle.state)
        if file is None or step not in self._steps(file):
            return False
        self.do(step)
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "whistle",
            _("No whistle has been blown yet."),
            _("When only a department can solve it, blow a whistle and watch its clocks."),
            self.primary_again(),
        )

    def blow(self) -> QDialog:
        """Open the dialog for a whistle that comes from no dispute."""
        dialog = BlowWhistleDialog(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            then=self.after_raising("whistle", _("The whistle is written down.")),
        )
        dialog.open()
        return dialog

    def do(self, step: str) -> QDialog | None:
        """Begin one step of the whistle that is shown."""
        file = self.shown()
        if file is None:
            return None
        named = f"{file.whistle.number} {file.whistle.title}"
        if step == "blow-whistle":
            dialog: QDialog = BlowWhistleDialog(
                self.window(),
                desk=self._desk,
                errands=self._errands,
                again=file,
                then=self.after_raising("whistle", _("The whistle is written down.")),
            )
        elif step == "note":
            dialog = NoteDialog(
                self.window(),
                desk=self._desk,
                errands=self._errands,
                subject=file.whistle.id,
                named=named,
                then=self.done(_("{whistle}: the note is kept.").format(whistle=named)),
            )
        else:
            dialog = WhistleStepDialog(
                self.window(),
                desk=self._desk,
                errands=self._errands,
                file=file,
                step=step,
                done=self.done,
            )
        dialog.open()
        return dialog

    def _steps(self, file: WhistleFile) -> tuple[str, ...]:
        return whistle_steps(self._desk, file)

    def _verbs(self, file: WhistleFile) -> list[Verb]:
        first = next_for_whistle(file.whistle.state)
        verbs = [
            Verb(text=_(VERBS[step]), do=partial(self.do, step), primary=step == first)
            for step in self._steps(file)
        ]
        slip = Verb(text=_("&Print the slip"), do=self.print_out, icon="print")
        if file.whistle.turn:
            sheet = partial(self._print, PaperName.WHISTLE_REPLY)
            verbs.append(Verb(text=_("Print the rep&ly sheet"), do=sheet, icon="print"))
        verbs.insert(1 if verbs and verbs[0].primary else 0, slip)
        return verbs

    def _late(self, row: WhistleRow) -> bool:
        return row.due_at is not None and late(row.due_at, self._desk.now())

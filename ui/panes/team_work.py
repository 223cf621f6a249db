"""The team's own papers: sweeps, claims of awards, volumes handed over."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.award import ClaimState
from mediator_desk.records.people import Person
from mediator_desk.rows.team_work import (
    AwardFile,
    HandoverFile,
    SweepFile,
    TeamPaperFile,
    TeamPaperKind,
    TeamPaperRow,
)
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import AWARD_STEPS, possible
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.forms.award_dialogs import ask_period, step_dialog
from ui.forms.team_dialogs import TeamDesk
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import StateListPane, state_chips
from ui.said import day_said, wide
from ui.team_detail import STEPS, claim_tone, record_of, team_detail
from ui.tokens import Tone
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest, widest_pill

_PAPERS = {
    SweepFile: PaperName.SWEEP_REPORT,
    HandoverFile: PaperName.HANDOVER_LIST,
    AwardFile: PaperName.AWARD_CLAIM,
}


class TeamWorkPane(StateListPane[TeamPaperRow, TeamPaperFile]):
    """Lists what a team keeps about itself; which one is new depends on the chip in use."""

    TABLES = ("sweep", "handover", "award_claim", "award_line", "dispute", "risk_report")
    SIGN = "people"

    def __init__(
        self, *, desk: Desk, errands: Errands, notices: Notices, print_paper: PrintPaper
    ) -> None:
        """Lay out the pane; ``print_paper`` shows one as it is handed in."""
        self._print_paper = print_paper
        super().__init__(
            desk=desk,
            errands=errands,
            notices=notices,
            columns=_columns(desk),
            hint=_("Choose a paper of the team to see it here"),
        )
        self.chips.chosen.connect(lambda _chip: self.header_changed.emit())

    @override
    def title(self) -> str:
        return p_("pane", "Team work")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} paper", "{count} papers", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Number, person (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        texts = {
            TeamPaperKind.SWEEP: (_("&New sweep"), "record-sweep", self.begin_sweep),
            TeamPaperKind.AWARD: (_("&New claim"), "draft-award-claim", self.begin_claim),
            TeamPaperKind.HANDOVER: (_("&New handover"), "hand-over-volumes", self.begin_handover),
        }
        text, usecase, do = texts[self._kind()]
        if not may(self._desk.person.role, usecase):
            return None
        return Verb(text=text, do=do, icon="plus", primary=True)

    @override
    def read_rows(self) -> tuple[TeamPaperRow, ...]:
        return self._desk.queries.team_papers()

    @override
    def read_file(self, id: UUID) -> TeamPaperFile:
        return self._desk.queries.team_paper(id)

    @override
    def id_of(self, row: TeamPaperRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: TeamPaperFile) -> UUID:
        return record_of(file).id

    @override
    def words_of(self, row: TeamPaperRow) -> tuple[str, ...]:
        return (row.number, row.who, label(row.kind))

    @override
    def chips_of(self, rows: Sequence[TeamPaperRow]) -> list[Chip]:
        counts = [
            (kind.value, label(kind), sum(row.kind is kind for row in rows))
            for kind in TeamPaperKind
        ]
        chips = state_chips(counts, len(rows), late=0)
        known = {chip.code for chip in chips}
        # A kind of which there is none yet is offered all the same: there the first one begins.
        return chips + [Chip(code, name, 0) for code, name, _count in counts if code not in known]

    @override
    def fits(self, row: TeamPaperRow, chip: str) -> bool:
        return chip in ("", row.kind.value)

    @override
    def detail_of(self, file: TeamPaperFile) -> Detail:
        return team_detail(self._desk, file, self._verbs(file))

    @override
    def do_next(self) -> bool:
        file = self.shown()
        if not isinstance(file, AwardFile):
            return False
        steps = self._steps(file)
        if not steps:
            return False
        self.step_claim(steps[0])
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "people",
            _("The team has no papers of its own yet."),
            _("Sweeps, handovers and claims of awards are made of what is logged already."),
            self.primary_again(),
        )

    @override
    def print_out(self) -> None:
        file = self.shown()
        if file is not None:
            self._print_paper(record_of(file), _PAPERS[type(file)])

    def begin_sweep(self) -> QDialog:
        """Ask from when to when the team went round."""
        return self._at(()).sweep(self.after_raising("sweep", _("The sweep is recorded.")))

    def begin_handover(self) -> None:
        """Ask who hands over to whom; the people are read first."""
        self._errands.run(self._desk.queries.people, owner=self, then=self._ask_handover)

    def _ask_handover(self, people: tuple[Person, ...]) -> QDialog:
        then = self.after_raising("handover", _("The handover is recorded."))
        return self._at(people).handover(then)

    def begin_claim(self) -> QDialog:
        """Ask for the period, then show what can be paid and what stands against the others."""
        last = local_day(self._desk.now()).replace(day=1) - timedelta(days=1)
        return ask_period(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            first=last.replace(day=1),
            last=last,
            then=self.after_raising("award_claim", _("The claim is drafted.")),
        )

    def step_claim(self, step: str) -> QDialog | None:
        """Take one step of the claim that is shown."""
        file = self.shown()
        if not isinstance(file, AwardFile):
            return None
        return step_dialog(
            self.window(),
            step,
            file,
            desk=self._desk,
            errands=self._errands,
            then=self.done(_("The claim has moved on.")),
        )

    def _kind(self) -> TeamPaperKind:
        chip = self.chips.current()
        return TeamPaperKind(chip) if chip in set(TeamPaperKind) else TeamPaperKind.SWEEP

    def _at(self, people: tuple[Person, ...]) -> TeamDesk:
        return TeamDesk(parent=self.window(), desk=self._desk, errands=self._errands, people=people)

    def _steps(self, file: AwardFile) -> list[str]:
        role = self._desk.person.role
        return [one for one in possible(AWARD_STEPS, file.claim.state) if may(role, one)]

    def _verbs(self, file: TeamPaperFile) -> list[Verb]:
        steps = self._steps(file) if isinstance(file, AwardFile) else []
        verbs = [
            Verb(text=_(STEPS[step]), do=partial(self.step_claim, step), primary=at == 0)
            for at, step in enumerate(steps)
        ]
        verbs.insert(min(1, len(verbs)), Verb(text=_("P&rint it"), do=self.print_out, icon="print"))
        return verbs


def _columns(desk: Desk) -> tuple[Column[TeamPaperRow], ...]:
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=11.0, stretch=True),
        Column(
            title=_("Kind"),
            text=lambda row: label(row.kind),
            tone=_quiet,
            width=widest(label(kind) for kind in TeamPaperKind),
        ),
        Column(
            title=_("Period"), text=lambda row: _period(row, desk), width=wide(7.6, 9.0), fold=1
        ),
        Column(
            title=_("Disputes"),
            text=lambda row: str(row.count) if row.count else p_("sweep", "none"),
            width=4.0,
            right=True,
        ),
        Column(title=_("By"), text=lambda row: row.who, tone=_quiet, width=7.0, fold=2),
        Column(
            title=_("State"),
            text=lambda row: "" if row.state is None else label(row.state),
            tone=lambda row: "quiet" if row.state is None else claim_tone(row.state),
            pill=True,
            width=widest_pill([label(one) for one in ClaimState]),
        ),
    )


def _period(row: TeamPaperRow, desk: Desk) -> str:
    first, last = day_said(row.first_on, desk.now()), day_said(row.last_on, desk.now())
    return first if row.first_on == row.last_on else f"{first} – {last}"


def _quiet(_row: TeamPaperRow) -> Tone:
    return "quiet"

"""The conventions of residents and stairwells: which hold, what they say, what comes next."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.convention import ConventionKind, VersionState
from mediator_desk.records.council import TopicState
from mediator_desk.rows import TopicRow
from mediator_desk.rows.conventions import ConventionFile, ConventionRow
from mediator_desk.rules.roles import may
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _, n_, p_
from ui.convention_detail import (
    VERBS,
    convention_detail,
    convention_steps,
    next_for_convention,
    version_tone,
)
from ui.dialogs.compare import CompareDialog, comparable
from ui.errands import Errands
from ui.forms.convention_dialogs import ConventionDesk
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import StateListPane, state_chips
from ui.said import day_said, wide
from ui.tokens import Tone
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest, widest_pill

# Topics whose matter the residents decide, before and after they did.
_RESIDENTS = (TopicState.TO_RESIDENTS_MEETING, TopicState.OTHERS_DECIDED)


class ConventionsPane(StateListPane[ConventionRow, ConventionFile]):
    """Lists conventions; ``print_paper`` prints one for the board."""

    TABLES = ("convention", "convention_version", "public_notice", "objection", "deadline")
    SIGN = "agreement"

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
            columns=_columns(desk),
            hint=_("Choose a convention to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Conventions")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} convention", "{count} conventions", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Name, place, number (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "draft-convention"):
            return None
        return Verb(text=_("&New convention"), do=self.draft, icon="plus", primary=True)

    @override
    def print_out(self) -> None:
        file = self.shown()
        if file is not None:
            self._print_paper(file.convention, PaperName.CONVENTION)

    @override
    def read_rows(self) -> tuple[ConventionRow, ...]:
        return self._desk.queries.conventions()

    @override
    def read_file(self, id: UUID) -> ConventionFile:
        return self._desk.queries.convention_file(id)

    @override
    def id_of(self, row: ConventionRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: ConventionFile) -> UUID:
        return file.convention.id

    @override
    def words_of(self, row: ConventionRow) -> tuple[str, ...]:
        return (row.number, row.title, row.scope, label(row.kind))

    @override
    def chips_of(self, rows: Sequence[ConventionRow]) -> list[Chip]:
        counts = [
            (state.value, label(state), sum(self.fits(row, state.value) for row in rows))
            for state in VersionState
        ]
        return state_chips(counts, len(rows))

    @override
    def fits(self, row: ConventionRow, chip: str) -> bool:
        # One in force whose next version is under way stands under both.
        return chip in ("", row.state.value, _shown(row).value)

    @override
    def detail_of(self, file: ConventionFile) -> Detail:
        return convention_detail(self._desk, file, self._verbs(file), self.go.emit)

    @override
    def do_next(self) -> bool:
        file = self.shown()
        step = "" if file is None else next_for_convention(self._desk, file)
        if file is None or step not in convention_steps(self._desk, file, self._desk.person.role):
            return False
        self.do(step)
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "agreement",
            _("There is no convention yet."),
            _("What a stairwell or all residents agree on is kept here with every version."),
            self.primary_again(),
        )

    def draft(self) -> None:
        """Ask for a new convention; topics the residents decide are offered."""
        self._errands.run(self._desk.queries.topics, owner=self, then=self._draft)

    def _draft(self, topics: tuple[TopicRow, ...]) -> QDialog:
        waiting = [one for one in topics if one.state in _RESIDENTS]
        return self._at().draft(self.after_raising("convention", _("The draft is kept.")), waiting)

    def do(self, step: str) -> QDialog | None:
        """Begin one step of the convention that is shown."""
        file = self.shown()
        if file is None:
            return None
        named = f"{file.convention.number} {file.convention.title}"
        said = _("{convention}: kept.").format(convention=named)
        return self._at().step(file, step, self.done(said))

    def compare(self) -> CompareDialog | None:
        """Show what changed between two versions of the convention shown."""
        file = self.shown()
        if file is None or not comparable(file.versions):
            return None
        dialog = CompareDialog(self.window(), file)
        dialog.open()
        return dialog

    def _at(self) -> ConventionDesk:
        return ConventionDesk(parent=self.window(), desk=self._desk, errands=self._errands)

    def _verbs(self, file: ConventionFile) -> list[Verb]:
        first = next_for_convention(self._desk, file)
        steps = convention_steps(self._desk, file, self._desk.person.role)
        verbs = [
            Verb(text=_(VERBS[step]), do=partial(self.do, step), primary=step == first)
            for step in steps
        ]
        looks = [Verb(text=_("&Print for the board"), do=self.print_out, icon="print")]
        if comparable(file.versions):
            looks.insert(0, Verb(text=_("&Compare versions"), do=self.compare))
        at = 1 if verbs and verbs[0].primary else 0
        return [*verbs[:at], *looks, *verbs[at:]]


def _columns(desk: Desk) -> tuple[Column[ConventionRow], ...]:
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.6, fold=2),
        Column(title=p_("convention", "Name"), text=lambda row: row.title, width=8.0, stretch=True),
        Column(
            title=_("Kind"),
            text=lambda row: label(row.kind),
            tone=_quiet,
            width=widest(label(kind) for kind in ConventionKind),
            fold=4,
        ),
        Column(title=_("Place"), text=lambda row: row.scope, tone=_quiet, width=7.0, fold=3),
        Column(
            title=p_("column", "In force since"),
            text=lambda row: "" if row.since is None else day_said(row.since, now()),
            tone=_quiet,
            width=wide(6.0, 6.4),
            fold=5,
        ),
        Column(
            title=p_("column", "Next version"),
            text=_next_version,
            tone=_quiet,
            width=widest(label(state) for state in VersionState),
            fold=1,
        ),
        Column(
            title=_("State"),
            text=lambda row: label(_shown(row)),
            tone=lambda row: version_tone(_shown(row)),
            pill=True,
            width=widest_pill(label(state) for state in VersionState),
        ),
    )


def _next_version(row: ConventionRow) -> str:
    """Say how far the next version is, while one is under way."""
    over = row.state is VersionState.DROPPED or _shown(row) is row.state
    return "" if over else label(row.state)


def _shown(row: ConventionRow) -> VersionState:
    """Say how a convention stands: in force, or else how far its newest version is."""
    over = row.state in (VersionState.REPEALED, VersionState.REPLACED)
    return VersionState.IN_FORCE if row.holding and not over else row.state


def _quiet(_row: ConventionRow) -> Tone:
    return "quiet"

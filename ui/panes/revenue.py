"""The common revenue: the accounts by quarter, and one of them with its sums and its way."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.revenue import RevenueState
from mediator_desk.rows.revenue import RevenueFile, RevenueRow
from mediator_desk.rows.votes import VoteRow
from mediator_desk.rules.roles import may
from mediator_desk.usecases.print_papers import PaperName, printable
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.forms.revenue_desk import RevenueDesk
from ui.forms.revenue_dialogs import DIALOGS, open_account
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import LATE, StateListPane, state_chips
from ui.revenue_detail import revenue_detail, revenue_tone
from ui.revenue_steps import VERBS, next_for_revenue, revenue_steps
from ui.said import due_short, due_tone, late, wide
from ui.tokens import Tone
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest_pill

_TABLES = (
    "revenue_account", "revenue_line", "revenue_unit", "deliberation_step", "public_notice",
    "objection", "owners_vote", "deadline", "clock_extension", "clock_pause",
)  # fmt: skip


class RevenuePane(StateListPane[RevenueRow, RevenueFile]):
    """Lists accounts; ``print_paper`` prints one with the shares of its units."""

    TABLES = _TABLES
    SIGN = "document"

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
            hint=_("Choose an account to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Common revenue")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} account", "{count} accounts", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Estate, quarter, number (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "open-revenue"):
            return None
        return Verb(text=_("&New account"), do=self.begin_account, icon="plus", primary=True)

    @override
    def print_out(self) -> None:
        file = self.shown()
        if file is not None and printable(file):
            self._print_paper(file.account, PaperName.REVENUE_ACCOUNT)

    @override
    def read_rows(self) -> tuple[RevenueRow, ...]:
        return self._desk.queries.revenue_accounts()

    @override
    def read_file(self, id: UUID) -> RevenueFile:
        return self._desk.queries.revenue_file(id)

    @override
    def id_of(self, row: RevenueRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: RevenueFile) -> UUID:
        return file.account.id

    @override
    def words_of(self, row: RevenueRow) -> tuple[str, ...]:
        return (row.number, row.title)

    @override
    def chips_of(self, rows: Sequence[RevenueRow]) -> list[Chip]:
        counts = [
            (state.value, label(state), sum(row.state is state for row in rows))
            for state in RevenueState
        ]
        return state_chips(counts, len(rows), late=sum(self._late(row) for row in rows))

    @override
    def fits(self, row: RevenueRow, chip: str) -> bool:
        return self._late(row) if chip == LATE else chip in ("", row.state.value)

    @override
    def detail_of(self, file: RevenueFile) -> Detail:
        named = f"{file.account.number} {file.account.title}"
        change = self.change_dates(file, named)
        return revenue_detail(self._desk, file, self._verbs(file), self.go.emit, change)

    @override
    def do_next(self) -> bool:
        file = self.shown()
        if file is None or next_for_revenue(file) not in self._steps(file):
            return False
        self.do(next_for_revenue(file))
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "document",
            _("No account of common revenue is kept yet."),
            _("Parking, advertisements, stalls: what the common parts earn belongs to the owners."),
            self.primary_again(),
        )

    def begin_account(self) -> QDialog:
        """Ask which quarter of which estate."""
        return open_account(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            then=self.after_raising("revenue_account", _("The account is open.")),
        )

    def do(self, step: str) -> None:
        """Begin one step of the account that is shown; the owners' votes are read first."""
        file = self.shown()
        if file is not None:
            self._errands.run(
                self._desk.queries.votes, owner=self, then=partial(self._ask_step, step, file)
            )

    def _ask_step(self, step: str, file: RevenueFile, votes: tuple[VoteRow, ...]) -> QDialog:
        at = RevenueDesk(
            parent=self.window(),
            desk=self._desk,
            errands=self._errands,
            file=file,
            votes=votes,
            done=self.done,
        )
        return DIALOGS[step](at)

    def _steps(self, file: RevenueFile) -> tuple[str, ...]:
        return revenue_steps(file, self._desk.person.role)

    def _verbs(self, file: RevenueFile) -> list[Verb]:
        first = next_for_revenue(file)
        verbs = [
            Verb(text=_(VERBS[step]), do=partial(self.do, step), primary=step == first)
            for step in self._steps(file)
        ]
        if printable(file):
            verbs.insert(
                min(1, len(verbs)),
                Verb(
                    text=_("P&rint the account"),
                    do=partial(self._print_paper, file.account, PaperName.REVENUE_ACCOUNT),
                    icon="print",
                ),
            )
        return verbs

    def _late(self, row: RevenueRow) -> bool:
        return row.due_at is not None and late(row.due_at, self._desk.now())


def _columns(desk: Desk) -> tuple[Column[RevenueRow], ...]:
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.4, fold=1),
        Column(title=_("Estate"), text=lambda row: row.estate, width=6.0, stretch=True),
        Column(title=_("Quarter"), text=_quarter, width=wide(6.2, 4.6)),
        Column(
            title=_("For the owners (yuan)"),
            text=lambda row: f"{row.left:,.2f}",
            width=wide(6.2, 9.0),
            right=True,
            fold=2,
        ),
        Column(
            title=_("State"),
            text=lambda row: label(row.state),
            tone=lambda row: revenue_tone(row.state),
            pill=True,
            width=widest_pill(label(state) for state in RevenueState),
        ),
        Column(
            title=_("Due"),
            text=lambda row: "" if row.due_at is None else due_short(row.due_at, now()),
            tone=_due_tone(desk),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=wide(5.2, 7.0),
        ),
    )


def _quarter(row: RevenueRow) -> str:
    return p_("quarter", "{year} Q{quarter}").format(year=row.year, quarter=row.quarter)


def _due_tone(desk: Desk) -> Callable[[RevenueRow], Tone]:
    return lambda row: due_tone(row.due_at, desk.now())

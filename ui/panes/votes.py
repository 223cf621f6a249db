"""The owners' votes: the list by state, and one vote with its meter by heads and by area."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.council import TopicState
from mediator_desk.records.owners_vote import VoteState
from mediator_desk.rows import TopicRow, VoteFile, VoteRow
from mediator_desk.rules.roles import may
from mediator_desk.usecases.owners_votes.entering import OpenVote, open_vote
from mediator_desk.usecases.print_papers import PaperName, printable
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.note_form import NoteDialog
from ui.forms.vote_calling import ask_vote
from ui.forms.vote_desk import VoteDesk
from ui.forms.vote_dialogs import DIALOGS
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import LATE, StateListPane, state_chips
from ui.said import due_short, due_tone, late
from ui.tokens import Tone
from ui.vote_detail import vote_detail, vote_tone
from ui.vote_steps import VERBS, next_for_vote, vote_steps
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest, widest_pill

_FAR = (-99, 99)
_TABLES = (
    "owners_vote", "voting_unit", "ballot_entry", "agenda_topic", "note", "deadline",
    "clock_extension", "clock_pause", "public_notice", "objection",
)  # fmt: skip


class VotesPane(StateListPane[VoteRow, VoteFile]):
    """Lists votes; ``print_paper`` prints the ballots or the result of one."""

    TABLES = _TABLES
    SIGN = "vote"

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        print_paper: PrintPaper,
    ) -> None:
        """Lay out the pane."""
        self._print_paper, self._files = print_paper, files
        super().__init__(
            desk=desk,
            errands=errands,
            notices=notices,
            columns=_columns(desk),
            hint=_("Choose a vote to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Votes")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} vote", "{count} votes", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Matter, place, number (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "call-vote"):
            return None
        return Verb(text=_("&New vote"), do=self.call, icon="plus", primary=True)

    @override
    def print_out(self) -> None:
        file = self.shown()
        papers = printable(file) if file is not None else ()
        if file is not None and papers:
            self._print_paper(file.vote, papers[-1])

    @override
    def read_rows(self) -> tuple[VoteRow, ...]:
        return self._desk.queries.votes()

    @override
    def read_file(self, id: UUID) -> VoteFile:
        return self._desk.queries.vote_file(id)

    @override
    def id_of(self, row: VoteRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: VoteFile) -> UUID:
        return file.vote.id

    @override
    def words_of(self, row: VoteRow) -> tuple[str, ...]:
        return (row.number, row.title, row.place)

    @override
    def chips_of(self, rows: Sequence[VoteRow]) -> list[Chip]:
        counts = [
            (state.value, label(state), sum(row.state is state for row in rows))
            for state in VoteState
        ]
        return state_chips(counts, len(rows), late=sum(self._late(row) for row in rows))

    @override
    def fits(self, row: VoteRow, chip: str) -> bool:
        return self._late(row) if chip == LATE else chip in ("", row.state.value)

    @override
    def detail_of(self, file: VoteFile) -> Detail:
        named = f"{file.vote.number} {file.vote.title}"
        change = self.change_dates(file, named)
        return vote_detail(self._desk, file, self._verbs(file), self.go.emit, change)

    @override
    def do_next(self) -> bool:
        file = self.shown()
        if file is None or next_for_vote(file) not in self._steps(file):
            return False
        self.do(next_for_vote(file))
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "vote",
            _("No matter has been put to the owners yet."),
            _("Civil Code 278 leaves the great matters of a building to its owners."),
            self.primary_again(),
        )

    def call(self) -> None:
        """Ask what is put to the owners; topics that wait for them are offered."""
        self._errands.run(self._desk.queries.topics, owner=self, then=self._call)

    def _call(self, topics: tuple[TopicRow, ...]) -> QDialog:
        return ask_vote(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            topics=[one for one in topics if one.state is TopicState.TO_OWNER_VOTE],
            then=self.after_raising("owners_vote", _("The vote is prepared.")),
        )

    def do(self, step: str) -> QDialog | None:
        """Begin one step of the vote that is shown."""
        file = self.shown()
        if file is None:
            return None
        at = VoteDesk(
            parent=self.window(),
            desk=self._desk,
            errands=self._errands,
            file=file,
            done=self.done,
            files=self._files,
            earlier=tuple(row for row in self.rows() if row.units and row.id != file.vote.id),
        )
        if step == "open-vote":
            self._errands.run(
                partial(open_vote, self._desk, OpenVote(vote=file.vote.id)),
                owner=self,
                then=at.then(_("{vote} is open.")),
            )
            return None
        if step == "note":
            return self._note(at)
        return DIALOGS[step](at)

    def _note(self, at: VoteDesk) -> QDialog:
        dialog = NoteDialog(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            subject=at.file.vote.id,
            named=at.named,
            then=at.then(_("{vote}: the note is kept.")),
        )
        dialog.open()
        return dialog

    def _steps(self, file: VoteFile) -> tuple[str, ...]:
        return vote_steps(file, self._desk.person.role)

    def _verbs(self, file: VoteFile) -> list[Verb]:
        first = next_for_vote(file)
        verbs = [
            Verb(text=_(VERBS[step]), do=partial(self.do, step), primary=step == first)
            for step in self._steps(file)
        ]
        prints = {
            PaperName.OWNERS_BALLOTS: _("&Print the ballots"),
            PaperName.VOTE_RESULT: _("Print the sheet of the co&unt"),
        }
        for paper in printable(file):
            verbs.insert(
                min(1, len(verbs)),
                Verb(
                    text=prints[paper],
                    do=partial(self._print_paper, file.vote, paper),
                    icon="print",
                ),
            )
        return verbs

    def _late(self, row: VoteRow) -> bool:
        return row.due_at is not None and late(row.due_at, self._desk.now())


def _columns(desk: Desk) -> tuple[Column[VoteRow], ...]:
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=8.6, fold=1),
        Column(title=_("Matter"), text=lambda row: row.title, width=8.0, stretch=True),
        Column(title=_("Place"), text=lambda row: row.place, tone=_quiet, width=7.0, fold=3),
        Column(title=_("Ballots"), text=_returned, width=4.4, right=True, fold=2),
        Column(
            title=_("State"),
            text=lambda row: label(row.state),
            tone=lambda row: vote_tone(row.state),
            pill=True,
            width=widest_pill(label(state) for state in VoteState),
        ),
        Column(
            title=_("Due"),
            text=lambda row: "" if row.due_at is None else due_short(row.due_at, now()),
            tone=lambda row: due_tone(row.due_at, now()),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=_widest_due(now()),
        ),
    )


def _widest_due(now: datetime) -> float:
    """Leave room for as late as a vote is likely to be."""
    return widest([due_short(now + timedelta(days=days), now) for days in _FAR], strong=True)


def _returned(row: VoteRow) -> str:
    return f"{row.returned}/{row.units}" if row.units else ""


def _quiet(_row: VoteRow) -> Tone:
    return "quiet"

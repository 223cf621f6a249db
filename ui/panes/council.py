"""The residents' council: its topics by state, and one topic with what is next for it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.ports import Desk
from mediator_desk.records.council import TopicState
from mediator_desk.rows import DisputeRow, Gathering, TopicFile, TopicRow
from mediator_desk.rules.roles import may
from mediator_desk.usecases.gathering import offered
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _, n_, p_
from ui.council_steps import VERBS, next_for_topic, topic_steps
from ui.errands import Errands
from ui.forms.case_papers import topic_papers_menu
from ui.forms.council_forms import RaiseTopicDialog
from ui.forms.gathering_offers import OffersDialog
from ui.forms.note_form import NoteDialog
from ui.forms.topic_desk import TopicDesk
from ui.forms.topic_dialogs import DIALOGS
from ui.models.column import Column
from ui.notices import Notices
from ui.panes.state_list import LATE, StateListPane, state_chips
from ui.said import due_short, due_tone, late
from ui.tokens import Tone
from ui.topic_detail import topic_detail
from ui.topic_words import state_words, topic_tone
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest, widest_pill

_FAR = (-99, 99)
_OVER = (TopicState.SHARED, TopicState.WITHDRAWN)


class CouncilPane(StateListPane[TopicRow, TopicFile]):
    """Lists agenda topics; ``blow_whistle`` and ``call_vote`` open those windows for a topic."""

    TABLES = (
        "agenda_topic", "meeting", "agenda_item", "attendance", "others_decision", "task",
        "rating", "dispute", "note", "deadline", "whistle", "public_notice", "objection",
        "owners_vote",
    )  # fmt: skip
    SIGN = "council"

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        blow_whistle: Callable[[TopicFile], object],
        call_vote: Callable[[TopicFile], object],
        print_paper: Callable[[TopicFile, PaperName], object],
    ) -> None:
        """Lay out the pane."""
        self._blow_whistle, self._print_paper = blow_whistle, print_paper
        self._call_vote = call_vote
        super().__init__(
            desk=desk,
            errands=errands,
            notices=notices,
            columns=_columns(desk),
            hint=_("Choose a topic to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Council")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} topic", "{count} topics", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Topic, place, number (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        if not may(self._desk.person.role, "raise-topic"):
            return None
        return Verb(text=_("&New topic"), do=self.raise_topic, icon="plus", primary=True)

    @override
    def secondary(self) -> Verb | None:
        if not may(self._desk.person.role, "raise-topic"):
            return None
        return Verb(text=_("&Gather similar"), do=self.offer_gathering)

    @override
    def read_rows(self) -> tuple[TopicRow, ...]:
        return self._desk.queries.topics()

    @override
    def read_file(self, id: UUID) -> TopicFile:
        return self._desk.queries.topic_file(id)

    @override
    def id_of(self, row: TopicRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: TopicFile) -> UUID:
        return file.topic.id

    @override
    def words_of(self, row: TopicRow) -> tuple[str, ...]:
        return (row.number, row.title, row.place)

    @override
    def chips_of(self, rows: Sequence[TopicRow]) -> list[Chip]:
        counts = [
            (state.value, state_words(state), sum(row.state is state for row in rows))
            for state in TopicState
        ]
        return state_chips(counts, len(rows), late=sum(self._late(row) for row in rows))

    @override
    def fits(self, row: TopicRow, chip: str) -> bool:
        return self._late(row) if chip == LATE else chip in ("", row.state.value)

    @override
    def detail_of(self, file: TopicFile) -> Detail:
        named = f"{file.topic.number} {file.topic.title}"
        change = self.change_dates(file, named)
        return topic_detail(self._desk, file, self._verbs(file), self.go.emit, change)

    @override
    def do_next(self) -> bool:
        file = self.shown()
        if file is None or next_for_topic(file) not in self._steps(file):
            return False
        self.do(next_for_topic(file))
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "council",
            _("No topic has been raised yet."),
            _("When several disputes tell of the same matter, raise them as one topic."),
            self.primary_again(),
        )

    def offer_gathering(self) -> None:
        """Look for disputes that could be one topic, and offer them."""
        self._errands.run(partial(offered, self._desk), owner=self, then=self._offer)

    def _offer(self, offers: Sequence[Gathering]) -> None:
        OffersDialog(self.window(), self._desk, offers, self._gather).open()

    def _gather(self, offer: Gathering) -> None:
        self._errands.run(
            partial(self._desk.queries.dispute_rows, offer.cluster.disputes),
            owner=self,
            then=self.raise_topic,
        )

    def raise_topic(self, disputes: tuple[DisputeRow, ...] = ()) -> QDialog:
        """Open the dialog for a topic, made of disputes or of none."""
        dialog = RaiseTopicDialog(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            disputes=disputes,
            then=self.after_raising("agenda_topic", _("The topic is raised.")),
        )
        dialog.open()
        return dialog

    def do(self, step: str) -> QDialog | None:
        """Begin one step of the topic that is shown."""
        file = self.shown()
        if file is None:
            return None
        if step == "blow-whistle":
            self._blow_whistle(file)
            return None
        if step == "call-vote":
            self._call_vote(file)
            return None
        named = f"{file.topic.number} {file.topic.title}"
        if step == "print":
            menu = topic_papers_menu(self, file, partial(self._print_paper, file))
            menu.popup(self.side.verbs().mapToGlobal(QPoint(0, -menu.sizeHint().height())))
            return None
        if step == "note":
            dialog: QDialog = NoteDialog(
                self.window(),
                desk=self._desk,
                errands=self._errands,
                subject=file.topic.id,
                named=named,
                then=self.done(_("{topic}: the note is kept.").format(topic=named)),
            )
            dialog.open()
            return dialog
        at = TopicDesk(
            parent=self.window(),
            desk=self._desk,
            errands=self._errands,
            file=file,
            done=self.done,
        )
        return DIALOGS[step](at)

    def _steps(self, file: TopicFile) -> tuple[str, ...]:
        return topic_steps(file, self._desk.person.role)

    def _verbs(self, file: TopicFile) -> list[Verb]:
        first = next_for_topic(file)
        return [
            Verb(text=_(VERBS[step]), do=partial(self.do, step), primary=step == first)
            for step in self._steps(file)
        ]

    def _late(self, row: TopicRow) -> bool:
        return row.due_at is not None and late(row.due_at, self._desk.now())


def _columns(desk: Desk) -> tuple[Column[TopicRow], ...]:
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.6, fold=1),
        Column(title=_("Topic"), text=lambda row: row.title, width=9.0, stretch=True),
        Column(title=_("Place"), text=lambda row: row.place, tone=_quiet, width=6.0, fold=2),
        Column(title=_("Households"), text=_households, width=4.0, right=True, fold=3),
        Column(title=_("Disputes"), text=_disputes, width=4.0, right=True, fold=4),
        Column(
            title=_("State"),
            text=lambda row: state_words(row.state),
            tone=lambda row: topic_tone(row.state),
            pill=True,
            width=widest_pill(state_words(state) for state in TopicState),
        ),
        Column(
            title=p_("column", "Due"),
            text=lambda row: "" if row.state in _OVER else due_short(row.due_at, now()),
            tone=lambda row: due_tone(row.due_at, now()),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=_widest_due(now()),
        ),
    )


def _widest_due(now: datetime) -> float:
    """Leave room for as late as a topic is likely to be."""
    return widest([due_short(now + timedelta(days=days), now) for days in _FAR], strong=True)


def _households(row: TopicRow) -> str:
    return f"{row.households:,}" if row.households else ""


def _disputes(row: TopicRow) -> str:
    return str(row.disputes) if row.disputes else ""


def _quiet(_row: TopicRow) -> Tone:
    return "quiet"

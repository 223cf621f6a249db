"""What is made public: the notices on the boards, how long they hang, and their objections."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.public_notice import NoticeKind, NoticeState
from mediator_desk.rows.notices import NoticeFile, NoticeRow
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.usecases.notice_offers import NoticeOffer, notice_offers
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _, n_, p_
from ui.errands import Errands
from ui.forms.notice_dialogs import NoticeDesk, waiting_of
from ui.models.column import Column
from ui.notice_detail import notice_detail
from ui.notices import Notices
from ui.panes.printing import PrintPaper
from ui.panes.state_list import LATE, StateListPane, state_chips
from ui.said import day_said, due_short, due_tone, late, wide
from ui.tokens import Tone
from ui.widgets.chips import Chip
from ui.widgets.side_pane import Detail
from ui.widgets.verb import Verb
from ui.widgets.widest import widest, widest_pill


class PublicNoticesPane(StateListPane[NoticeRow, NoticeFile]):
    """Lists public notices."""

    TABLES = ("public_notice", "objection", "deadline", "agenda_topic")
    SIGN = "document"

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        print_paper: PrintPaper,
    ) -> None:
        """Lay out the pane; ``print_paper`` shows the notice as it is hung up."""
        self._print_paper = print_paper
        super().__init__(
            desk=desk,
            errands=errands,
            notices=notices,
            columns=_columns(desk),
            hint=_("Choose a notice to see it here"),
        )

    @override
    def title(self) -> str:
        return p_("pane", "Public notices")

    @override
    def count(self) -> str:
        count = len(self.rows())
        return n_("{count} notice", "{count} notices", count).format(count=f"{count:,}")

    @override
    def search_hint(self) -> str:
        return _("Title, kind, number (Ctrl+F)")

    @override
    def primary(self) -> Verb | None:
        return Verb(text=_("&New notice"), do=self.post, icon="plus", primary=True)

    @override
    def read_rows(self) -> tuple[NoticeRow, ...]:
        return self._desk.queries.notices()

    @override
    def read_file(self, id: UUID) -> NoticeFile:
        return self._desk.queries.notice_file(id)

    @override
    def id_of(self, row: NoticeRow) -> UUID:
        return row.id

    @override
    def id_in(self, file: NoticeFile) -> UUID:
        return file.notice.id

    @override
    def words_of(self, row: NoticeRow) -> tuple[str, ...]:
        return (row.number, row.title, label(row.kind))

    @override
    def chips_of(self, rows: Sequence[NoticeRow]) -> list[Chip]:
        counts = [
            (state.value, label(state), sum(row.state is state for row in rows))
            for state in NoticeState
        ]
        return state_chips(counts, len(rows), late=sum(self._late(row) for row in rows))

    @override
    def fits(self, row: NoticeRow, chip: str) -> bool:
        return self._late(row) if chip == LATE else chip in ("", row.state.value)

    @override
    def detail_of(self, file: NoticeFile) -> Detail:
        return notice_detail(self._desk, file, self._verbs(file))

    @override
    def do_next(self) -> bool:
        file = self.shown()
        if file is None or not waiting_of(file):
            return False
        self.answer()
        return True

    @override
    def say_empty(self) -> None:
        self.empty.say(
            "document",
            _("Nothing was made public yet."),
            _("Write down what hangs on the boards; its days and objections are counted here."),
            self.primary_again(),
        )

    def post(self) -> None:
        """Look for what waits to be made known, then open the dialog for a new notice."""
        self._errands.run(partial(notice_offers, self._desk), owner=self, then=self._post)

    def _post(self, offers: Sequence[NoticeOffer]) -> QDialog:
        then = self.after_raising("public_notice", _("The notice is kept."))
        return self._at().post(offers, then)

    def answer(self) -> QDialog | None:
        """Answer an objection to the notice that is shown."""
        file = self.shown()
        return (
            None if file is None else self._at().answer(file, self.done(_("The answer is kept.")))
        )

    def take_objection(self) -> QDialog | None:
        """Take an objection to the notice that is shown."""
        file = self.shown()
        return (
            None
            if file is None
            else self._at().take_objection(file, self.done(_("The objection is kept.")))
        )

    def take_down(self) -> QDialog | None:
        """Write down that the notice shown was taken down."""
        file = self.shown()
        return (
            None
            if file is None
            else self._at().take_down(file, self.done(_("The notice is taken down.")))
        )

    @override
    def print_out(self) -> None:
        file = self.shown()
        if file is not None:
            self._print_paper(file.notice, PaperName.PUBLIC_NOTICE)

    def _at(self) -> NoticeDesk:
        return NoticeDesk(parent=self.window(), desk=self._desk, errands=self._errands)

    def _verbs(self, file: NoticeFile) -> list[Verb]:
        """Offer the answer that waits first, then taking down when its day has come."""
        waiting, notice = bool(waiting_of(file)), file.notice
        first = notice.may_come_down_on
        over = first is None or local_day(self._desk.now()) >= first
        verbs = []
        if waiting:
            verbs.append(Verb(text=_("&Answer the objection"), do=self.answer, primary=True))
        if notice.state is NoticeState.POSTED:
            ready = over and not waiting
            verbs.append(Verb(text=_("Take &down"), do=self.take_down, primary=ready))
        verbs.append(Verb(text=_("Take an &objection"), do=self.take_objection))
        if not may(self._desk.person.role, "raise-objection"):
            verbs = []
        return [*verbs, Verb(text=_("&Print the notice"), do=self.print_out, icon="print")]

    def _late(self, row: NoticeRow) -> bool:
        return row.due_at is not None and late(row.due_at, self._desk.now())


def _columns(desk: Desk) -> tuple[Column[NoticeRow], ...]:
    now = desk.now
    return (
        Column(title=_("Number"), text=lambda row: row.number, width=7.6, fold=1),
        Column(title=_("Title"), text=lambda row: row.title, width=8.0, stretch=True),
        Column(
            title=_("Kind"),
            text=lambda row: label(row.kind),
            tone=_quiet,
            width=widest(label(kind) for kind in NoticeKind),
            fold=2,
        ),
        Column(
            title=_("State"),
            text=lambda row: label(row.state),
            tone=lambda row: "accent" if row.state is NoticeState.POSTED else "quiet",
            pill=True,
            width=widest_pill(label(state) for state in NoticeState),
        ),
        Column(
            title=p_("column", "Down from"),
            text=lambda row: day_said(row.may_come_down_on, now()) if row.may_come_down_on else "",
            tone=_quiet,
            width=wide(6.0, 6.4),
            fold=3,
        ),
        Column(
            title=_("Answer due"),
            text=lambda row: due_short(row.due_at, now()) if row.due_at else "",
            tone=lambda row: due_tone(row.due_at, now()),
            strong=lambda row: due_tone(row.due_at, now()) == "danger",
            width=wide(5.6, 7.0),
        ),
    )


def _quiet(_row: NoticeRow) -> Tone:
    return "quiet"

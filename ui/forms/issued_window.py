"""The issued papers of a record: as they left the desk, and what came back signed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.paper.pdf import Printed, kept
from mediator_desk.ports import Desk
from mediator_desk.records.issued_paper import SignedPage
from mediator_desk.rules.issued_papers import PaperState, paper_states
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.attachments.reading import ReadAttachment, ReadBytes, read_attachment
from mediator_desk.usecases.issuing.issue import issued_content
from mediator_desk.usecases.issuing.scans import (
    Match,
    ScannedPage,
    ScansTaken,
    keep_scans,
    read_scans,
)
from mediator_desk.words import _, n_
from ui.dialogs.file_viewer import FileViewer
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands, Lane
from ui.files import FileQuestions
from ui.forms.issued_forms import ink_dialog, match_dialog
from ui.issued_lines import issued_columns, missing_said, page_said
from ui.notices import Notices
from ui.theme import HEADING, worn
from ui.widgets.card import Banner, Card
from ui.widgets.file_drop import FileDrop
from ui.widgets.label import ElidedLabel, Label
from ui.widgets.press import PressButton
from ui.widgets.table import TableView
from ui.widgets.verb import Verb, VerbBar

_T = TypeVar("_T")
_ENDINGS = " *.".join(("jpg", "jpeg", "png", "webp", "bmp", "tif", "tiff", "pdf"))
_TOLD = 8  # pages of a scan that are told one by one


class IssuedDialog(QDialog):
    """Lists issued papers, shows them as they were, and takes signed pages in (drop them here)."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        about: UUID,
        number: str,
        show_paper: Callable[[PaperState], object],
        questions: FileQuestions | None = None,
    ) -> None:
        """Lay out the window and read the papers."""
        super().__init__(parent)
        self._title = _("Issued papers, {number}").format(number=number)
        self.setWindowTitle(self._title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._errands, self._about = desk, errands, about
        self._show_paper, self._questions = show_paper, questions or FileQuestions()
        self._came: Sequence[SignedPage] = ()
        self._unknown: list[ScannedPage] = []
        self.table: TableView[PaperState] = TableView(
            issued_columns(desk.now), key=lambda row: row.issued.id, name=_("Issued papers")
        )
        self.said, self.missing = Banner(), Banner()
        self.verbs = VerbBar()
        self.shut = PressButton(_("&Close"))
        self._count = Label(tone="quiet")
        self._lay_out()
        self._wire()
        self.again()

    def again(self) -> None:
        """Read the papers and pages again."""
        queries = self._desk.queries

        def read() -> tuple[tuple[PaperState, ...], tuple[SignedPage, ...]]:
            came = queries.signed_pages(self._about)
            return paper_states(queries.issued_papers(self._about), came), came

        self._run(read, self._take)

    def ask_scans(self) -> None:
        """Ask for scans of signed pages."""
        kinds = [(_("Pictures and PDFs"), _ENDINGS)]
        files = self._questions.to_open(self, _("Choose scans of signed pages"), kinds)
        self.take_in(tuple(GivenFile(path=str(one)) for one in files))

    def take_in(self, files: tuple[GivenFile, ...]) -> None:
        """Read scans beside the store, then keep what was found."""
        if files:
            self.said.say(_("The pages are being read …"), "accent")
            self._errands.run(
                lambda: tuple(read_scans(self._desk, files)),
                owner=self,
                then=self._keep,
                refused=self._refuse,
                lane=Lane.PAPER,
            )

    def show_it(self) -> None:
        """Show the chosen paper as it left the desk."""
        state = self.table.current_row()
        if state is not None:
            self._show_paper(state)

    def look(self) -> None:
        """Show the signed pages of the chosen paper, the newest scan first."""
        page = self._page()
        if page is not None:
            asked = ReadAttachment(attachment=page.attachment)
            self._run(partial(read_attachment, self._desk, asked), self._view)

    def correct(self) -> QDialog | None:
        """Say what stands on the signed page."""
        state, page = self.table.current_row(), self._page()
        if state is None or page is None:
            return None
        return self._open(
            ink_dialog(
                self,
                desk=self._desk,
                errands=self._errands,
                state=state,
                page=page,
                done=lambda _changes: self._corrected(),
            )
        )

    def match(self) -> QDialog | None:
        """Say which page the first unread one is."""
        states = self.table.rows.rows()
        if not self._unknown or not states:
            return None
        return self._open(
            match_dialog(
                self,
                desk=self._desk,
                errands=self._errands,
                states=states,
                page=self._unknown[0],
                done=self._matched,
            )
        )

    def _open(self, dialog: QDialog) -> QDialog:
        dialog.open()
        return dialog

    def _page(self) -> SignedPage | None:
        """Give the page that matters most: one with something missing, else the newest."""
        state = self.table.current_row()
        if state is None:
            return None
        missing = {one.place.page for one in state.missing}
        pages = [one for one in self._came if one.issued == state.issued.id]
        return max(pages, key=lambda one: (one.page in missing, one.taken_at, one.id), default=None)

    def _take(self, read: tuple[tuple[PaperState, ...], tuple[SignedPage, ...]]) -> None:
        states, self._came = read
        self.table.show_rows(states)
        if states and self.table.current_row() is None:
            self.table.choose_place(0)
        count = len(states)
        self._count.setText(n_("{count} paper", "{count} papers", count).format(count=count))
        self._offer()

    def _keep(self, pages: tuple[ScannedPage, ...]) -> None:
        self._run(partial(keep_scans, self._desk, pages), self._kept)

    def _kept(self, taken: ScansTaken) -> None:
        """Tell what became of every page; what nobody knows waits to be matched."""
        self._unknown = [one for one in taken.pages if one.match is Match.NO_MARK]
        told = [page_said(one) for one in taken.pages]
        lines = [words for words, _tone in told[:_TOLD]]
        if len(told) > _TOLD:
            more = len(told) - _TOLD
            lines.append(
                n_("and {count} more page", "and {count} more pages", more).format(count=more)
            )
        good = all(tone in ("good", "quiet") for _words, tone in told)
        self.said.say("\n".join(lines), "good" if good else "warning")
        self.again()

    def _matched(self, taken: ScansTaken) -> None:
        rest = self._unknown[1:]
        self._kept(taken)
        self._unknown = rest
        self._offer()

    def _corrected(self) -> None:
        self.said.say(_("What you saw is kept."), "good")
        self.again()

    def _view(self, read: ReadBytes) -> None:
        FileViewer(self, read=read, errands=self._errands, questions=self._questions).open()

    def _offer(self) -> None:
        """Offer what can be done with the chosen paper."""
        state, page = self.table.current_row(), self._page()
        self.missing.say("" if state is None else missing_said(state), "warning")
        none = "" if page is not None else _("No page of it came back yet.")
        verbs = [
            Verb(text=_("&Take signed pages in …"), do=self.ask_scans, primary=True, icon="import")
        ]
        if self._unknown:
            verbs.append(Verb(text=_("Say &which page it is …"), do=self.match, icon="pen"))
        if state is not None:
            verbs += [
                Verb(text=_("&Open as issued"), do=self.show_it, icon="document"),
                Verb(text=_("&Look at the scan"), do=self.look, icon="search", why_not=none),
                Verb(text=_("Check si&gnatures …"), do=self.correct, icon="pen", why_not=none),
            ]
        self.verbs.show_verbs(verbs)

    def _run(self, job: Callable[[], _T], then: Callable[[_T], object]) -> None:
        self._errands.run(job, owner=self, then=then, refused=self._refuse)

    def _refuse(self, sentence: str) -> None:
        self.said.say(sentence, "danger")

    def _lay_out(self) -> None:
        self.shut.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(ElidedLabel(self._title, scale=HEADING, strong=True), 1)
        head.addWidget(self._count)
        card = Card(margin=1)
        card.column.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.verbs, 1)
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addWidget(card, 1)
        column.addWidget(self.missing)
        column.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(
            min(worn().em(56), room.width() - 24), min(worn().em(36), round(room.height() * 0.94))
        )

    def _wire(self) -> None:
        self.shut.clicked.connect(self.reject)
        self.table.opened.connect(lambda _row: self.show_it())
        self.table.chosen.connect(lambda _row: self._offer())
        FileDrop(self, self.take_in)
        FileDrop(self.table.viewport(), self.take_in)


def issued_window(
    parent: QWidget, *, desk: Desk, errands: Errands, notices: Notices, about: UUID, number: str
) -> IssuedDialog:
    """Make the window of the issued papers of a record; an old issue opens as it was."""

    def as_issued(state: PaperState) -> Printed:
        issue, pdf = issued_content(desk, state.issued.mark)
        return kept(issue.title, issue.pages, pdf)

    def show(state: PaperState) -> None:
        title = _("{title}, issue {number}").format(
            title=state.issued.title, number=state.issued.issue
        )
        PreviewDialog(
            parent,
            title=title,
            make=partial(as_issued, state),
            errands=errands,
            notices=notices,
            desk=desk,
        ).open()

    return IssuedDialog(
        parent, desk=desk, errands=errands, about=about, number=number, show_paper=show
    )

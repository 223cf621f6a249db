"""A dispute beside a list: read when it is chosen, shown in words, with the steps that fit it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.people import Person
from mediator_desk.records.place import Place
from mediator_desk.rows import CaseFile, Changes, DisputeRow, Gathering
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.gathering import offered
from mediator_desk.usecases.next_step import may_follow
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.words import _, p_
from ui.alike_section import alike_section
from ui.case_detail import detail_of, named, several_detail
from ui.case_row import row_of
from ui.dialogs.preview import PreviewDialog
from ui.errands import Errands
from ui.forms.case_desk import CaseDesk
from ui.forms.case_dialogs import DIALOGS
from ui.forms.case_papers import papers_menu, preview_of
from ui.forms.case_whole_volume import with_volume
from ui.forms.clock_dialogs import clock_changer
from ui.forms.files_window import FilesDialog, FilesOf
from ui.forms.issued_window import IssuedDialog, issued_window
from ui.next_step import VERBS, next_step
from ui.notices import Notices
from ui.widgets.file_drop import FileDrop, pasted
from ui.widgets.side_pane import SidePane
from ui.widgets.verb import Verb

RaiseTopic = Callable[[tuple[DisputeRow, ...]], object]
BlowWhistle = Callable[[CaseFile], object]
_Read = tuple[CaseFile, tuple[Person, ...], tuple[Place, ...], Gathering | None]


class CaseSide(SidePane):
    """Shows one dispute and opens the dialogs of its steps; ``go`` asks for another place.

    ``shown_case`` carries the file each time one was read, or None when there is none.
    """

    go = Signal(str, object)
    shown_case = Signal(object)

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        fonts: Path,
        raise_topic: RaiseTopic,
        blow_whistle: BlowWhistle,
        print_many: Verb | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with no dispute; ``print_many`` is offered where several are chosen."""
        super().__init__("dispute", _("Choose a dispute to see it here"), parent)
        self._desk, self._errands, self._notices = desk, errands, notices
        self._raise_topic, self._blow_whistle = raise_topic, blow_whistle
        self._fonts, self._print_many = fonts, print_many
        self._wanted: UUID | None = None
        self._file: CaseFile | None = None
        self._people: tuple[Person, ...] = ()
        FileDrop(self, self.open_files)
        paste = QShortcut(QKeySequence("Ctrl+V"), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(lambda: self.open_files(pasted()))

    def show_case(self, id: UUID | None) -> None:
        """Read a dispute and show it; None shows nothing."""
        self._wanted = id
        if id is None:
            self._show_nothing()
            return
        self._errands.run(
            partial(_read, self._desk, id), owner=self, then=self._take, refused=self._gone
        )

    def show_several(self, rows: tuple[DisputeRow, ...]) -> None:
        """Say what can be done with several disputes at once."""
        self._wanted, self._file = None, None
        verb = Verb(
            text=_("Raise as one &topic"),
            do=partial(self._raise_topic, rows),
            primary=True,
            icon="council",
        )
        allowed = may(self._desk.person.role, "gather-disputes")
        verbs = [verb] if allowed else []
        verbs += [self._print_many] if self._print_many is not None else []
        self.show_detail(several_detail(rows, verbs))

    def again(self) -> None:
        """Read the same dispute again."""
        self.show_case(self._wanted)

    def asked(self) -> UUID | None:
        """Name the dispute that is shown or being read."""
        return self._wanted

    def case(self) -> CaseFile | None:
        """Give the file shown now."""
        return self._file

    def do(self, usecase: str) -> QDialog | None:
        """Begin one step of the dispute that is shown."""
        file = self._file
        if file is None:
            return None
        if usecase == "files":
            return self.open_files()
        if usecase == "look-papers":
            return self.open_papers()
        if usecase == "gather-disputes":
            self._raise_topic((row_of(file),))
        elif usecase == "blow-whistle":
            self._blow_whistle(file)
        elif usecase == "look-council" and file.agenda_topic is not None:
            self.go.emit("council", file.agenda_topic.id)
        elif usecase == "look-whistle" and file.whistles:
            self.go.emit("whistles", file.whistles[-1].id)
        elif usecase in DIALOGS:
            dialog = DIALOGS[usecase](self._at(file))
            dialog.open()
            return dialog
        return None

    def do_next(self) -> None:
        """Begin the step the desk recommends."""
        if self._file is not None:
            self.do(self._first(self._file))

    def fitting(self, steps: Sequence[str]) -> str:
        """Give the first of some steps that fits the dispute shown; empty when none does."""
        if self._file is None:
            return ""
        today = local_day(self._desk.now())
        allowed = may_follow(self._file, self._desk.person.role, today)
        return next((one for one in steps if one in allowed), "")

    def open_files(self, given: tuple[GivenFile, ...] = ()) -> FilesDialog | None:
        """Show the files of the dispute that is shown, and ask what those given are."""
        if self._file is None:
            return None
        dispute = self._file.dispute
        parties = [(str(party.id), party.name) for party in self._file.parties]
        of = FilesOf(about=dispute.id, number=dispute.number, parties=parties)
        dialog = FilesDialog(self.window(), desk=self._desk, errands=self._errands, of=of)
        dialog.open()
        dialog.add(given)
        return dialog

    def open_papers(self) -> IssuedDialog | None:
        """Show the issued papers of the dispute that is shown."""
        if self._file is None:
            return None
        dialog = issued_window(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            notices=self._notices,
            about=self._file.dispute.id,
            number=self._file.dispute.number,
        )
        dialog.open()
        return dialog

    def print_case(self) -> None:
        """Offer the papers of the dispute that is shown."""
        if self._file is None or not may(self._desk.person.role, "print"):
            return
        menu = papers_menu(self, self._file, self.preview)
        menu.popup(self.verbs().mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def preview(self, paper: PaperName) -> PreviewDialog | None:
        """Show one paper of the dispute before it is saved or printed."""
        if self._file is None:
            return None
        dialog = preview_of(
            self.window(),
            desk=self._desk,
            errands=self._errands,
            notices=self._notices,
            fonts=self._fonts,
            number=self._file.dispute.number,
            paper=paper,
        )
        dialog.open()
        return dialog

    def _at(self, file: CaseFile) -> CaseDesk:
        return CaseDesk(
            parent=self.window(),
            desk=self._desk,
            errands=self._errands,
            file=file,
            people=self._people,
            done=partial(self._done, named(file)),
        )

    def _verbs(self, file: CaseFile) -> list[Verb]:
        """List the verbs: the recommended step first, printing and notes near at hand."""
        today = local_day(self._desk.now())
        first = self._first(file)
        verbs: list[Verb] = []
        if first == "look-council" and file.agenda_topic is not None:
            verbs.append(self._verb(_("See the &topic"), first, primary=True))
        if first == "look-whistle" and file.whistles:
            verbs.append(self._verb(_("See the w&histle"), first, primary=True))
        if file.clashes and may(self._desk.person.role, "settle-clash"):
            settle = partial(self.go.emit, "bundles", file.dispute.id)
            verbs.append(Verb(text=_("Settle the conflict"), do=settle, primary=True))
            first = ""
        fitting = may_follow(file, self._desk.person.role, today)
        if first in fitting:
            verbs.append(self._verb(_(VERBS[first]), first, primary=True))
        print_verb = Verb(text=_("&Print"), do=self.print_case, icon="print")
        rest = [one for one in fitting if one != first]
        rest.sort(key=lambda one: one != "note")
        verbs += [self._verb(_(VERBS[one]), one) for one in rest if one == "note"]
        verbs.append(print_verb)
        verbs += [self._verb(_(VERBS[one]), one) for one in rest if one != "note"]
        return verbs

    def _first(self, file: CaseFile) -> str:
        """Name the step the desk recommends."""
        return next_step(file, local_day(self._desk.now()), self._desk.books.routing).usecase

    def _verb(self, text: str, usecase: str, *, primary: bool = False) -> Verb:
        return Verb(text=text, do=partial(self.do, usecase), primary=primary)

    def _take(self, read: _Read) -> None:
        file, people, added, alike = read
        if file.dispute.id != self._wanted:
            return
        self._file, self._people = file, people
        change = clock_changer(
            self,
            desk=self._desk,
            errands=self._errands,
            file=file,
            named=named(file),
            done=partial(self._done, named(file)),
            parties=file.parties,
        )
        detail = detail_of(
            self._desk,
            file,
            self._verbs(file),
            added,
            change,
            open_files=self.open_files,
            open_papers=self.open_papers,
        )
        if alike is not None:
            gather = partial(self._gather, alike)
            detail = replace(
                detail, sections=[alike_section(self._desk, alike, gather), *detail.sections]
            )
        steps = may_follow(file, self._desk.person.role, local_day(self._desk.now()))
        preview = partial(self.preview, PaperName.VOLUME)
        self.show_detail(with_volume(self._desk, file, detail, steps, self.do, preview))
        self.shown_case.emit(file)

    def _gather(self, offer: Gathering) -> None:
        """Raise this dispute and those like it as one topic."""
        self._errands.run(
            partial(self._desk.queries.dispute_rows, offer.cluster.disputes),
            owner=self,
            then=self._raise_topic,
        )

    def _gone(self, _sentence: str) -> None:
        self._wanted = None
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._file = None
        self.show_detail(None)
        self.shown_case.emit(None)

    def _done(self, case: str, changes: Changes, said: str) -> None:
        sentence = p_("notice", "{case}: {done}").format(case=case, done=said)
        self._notices.say(sentence, undo=partial(self._undo, case, changes))

    def _undo(self, case: str, changes: Changes) -> None:
        if changes.piece is not None:
            self._errands.run(
                partial(undo, self._desk, Undo(piece=changes.piece)),
                owner=self,
                then=lambda _changes: self._notices.say(_("{case}: taken back").format(case=case)),
            )


def _read(desk: Desk, id: UUID) -> _Read:
    """Read the file, who could take it over, the places without a code, and what is like it."""
    people, added = desk.queries.people(), desk.queries.added_places()
    return desk.queries.case_file(id), people, added, _alike(desk, id)


def _alike(desk: Desk, id: UUID) -> Gathering | None:
    """Find the offer a dispute belongs to, for those who may gather."""
    if not may(desk.person.role, "raise-topic"):
        return None
    return next((one for one in offered(desk) if id in one.cluster.disputes), None)

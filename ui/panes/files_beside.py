"""The files of the record beside a list: counted, opened, and dropped onto it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.rows import Changes
from mediator_desk.rules.issued_papers import PaperState, paper_states
from mediator_desk.usecases.attachments.door import GivenFile
from ui.errands import Errands
from ui.file_lines import files_section
from ui.forms.files_window import FilesDialog, FilesOf
from ui.forms.issued_window import IssuedDialog, issued_window
from ui.issued_lines import issued_section
from ui.notices import Notices
from ui.widgets.file_drop import FileDrop
from ui.widgets.side_pane import Detail, SidePane

_Kept = tuple[Sequence[Attachment], Sequence[PaperState]]
_TOUCHING = (Attachment.TABLE, IssuedPaper.TABLE, SignedPage.TABLE)


class FilesBeside(QObject):
    """Adds the section of files to whatever a side pane shows of a record."""

    def __init__(self, *, desk: Desk, errands: Errands, notices: Notices, side: SidePane) -> None:
        """Begin with no record."""
        super().__init__(side)
        self._desk, self._errands, self._side = desk, errands, side
        self._notices = notices
        self._of: FilesOf | None = None
        self._detail: Detail | None = None
        errands.changed.connect(self._changed)
        FileDrop(side, self.open)

    def show(self, about: UUID, detail: Detail) -> None:
        """Show a record at once, and its files as soon as they are read."""
        if self._of is None or self._of.about != about:
            self._side.show_detail(detail)
        self._of, self._detail = FilesOf(about=about, number=detail.title), detail
        self._read()

    def open(self, given: tuple[GivenFile, ...] = ()) -> FilesDialog | None:
        """Open the files of the record shown, and ask what those given are."""
        if self._of is None:
            return None
        dialog = FilesDialog(
            self._side.window(), desk=self._desk, errands=self._errands, of=self._of
        )
        dialog.open()
        dialog.add(given)
        return dialog

    def open_papers(self) -> IssuedDialog | None:
        """Open the issued papers of the record shown."""
        if self._of is None:
            return None
        dialog = issued_window(
            self._side.window(),
            desk=self._desk,
            errands=self._errands,
            notices=self._notices,
            about=self._of.about,
            number=self._of.number,
        )
        dialog.open()
        return dialog

    def leave(self) -> None:
        """Show no record any more."""
        self._of = None

    def _changed(self, changes: Changes) -> None:
        if self._of is not None and changes.touches(*_TOUCHING):
            self._read()

    def _read(self) -> None:
        if self._of is not None:
            about = self._of.about
            self._errands.run(
                partial(_read, self._desk, about), owner=self, then=partial(self._take, about)
            )

    def _take(self, about: UUID, kept: _Kept) -> None:
        if self._of is None or self._of.about != about or self._detail is None:
            return
        sections = list(self._detail.sections)
        course = [place for place, one in enumerate(sections) if one.happenings is not None]
        files, states = kept
        added = [files_section(files, self.open)]
        added += [issued_section(states, self.open_papers)] if states else []
        place = course[0] if course else len(sections)
        sections[place:place] = added
        self._side.show_detail(replace(self._detail, sections=sections))


def _read(desk: Desk, about: UUID) -> _Kept:
    """Read the files of a record, and what was issued of it."""
    queries = desk.queries
    states = paper_states(queries.issued_papers(about), queries.signed_pages(about))
    return queries.attachments(about), states

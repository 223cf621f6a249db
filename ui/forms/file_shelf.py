"""The list of a record's files, read from the store; small pictures follow a few at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.attachment import Attachment, AttachmentView
from mediator_desk.usecases.attachments.attaching import in_order
from mediator_desk.words import _, n_, p_
from ui.errands import Errands, Lane
from ui.file_lines import line_of
from ui.file_pictures import small_pictures
from ui.said import moment_said
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_list import FileList

_AT_ONCE = 8
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """The files of a record in their order, which bytes are here, and who saw which of them."""

    files: tuple[Attachment, ...]
    here: frozenset[str]
    views: tuple[AttachmentView, ...]
    people: Mapping[UUID, str]


class FileShelf(QWidget):
    """Shows the files of one record; ``shown`` says that they were read or another was chosen."""

    shown = Signal()

    def __init__(
        self, *, desk: Desk, errands: Errands, about: UUID, parties: Sequence[tuple[str, str]]
    ) -> None:
        """Begin with an empty shelf."""
        super().__init__()
        self._desk, self._errands, self._about = desk, errands, about
        self._parties = dict(parties)
        self._files: dict[UUID, Attachment] = {}
        self._wanted: UUID | None = None
        self._read = _Read(files=(), here=frozenset(), views=(), people={})
        self._pictures: dict[UUID, tuple[str, QImage]] = {}
        self.list = FileList(_("Files"))
        self._empty = EmptyState(
            "document",
            _("No files yet"),
            _("Drop photos, scans and PDFs here, paste a picture with Ctrl+V, or choose files."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        self.list.hide()
        self.list.currentRowChanged.connect(lambda _row: self.shown.emit())

    def again(self, choose: UUID | None = None) -> None:
        """Read the files anew; ``choose`` names the one to be chosen then."""
        self._wanted = choose
        self._errands.run(partial(_read, self._desk, self._about), owner=self, then=self._show)

    def count(self) -> int:
        """Count the files."""
        return len(self._files)

    def chosen(self) -> Attachment | None:
        """Give the file that is chosen."""
        id = self.list.chosen()
        return None if id is None else self._files.get(id)

    def is_here(self, one: Attachment) -> bool:
        """Tell whether the bytes of a file came already."""
        return one.sha256 in self._read.here

    def seen(self, one: Attachment) -> str:
        """Say who looked at an identity paper, the newest first."""
        now = self._desk.now()
        views = [view for view in self._read.views if view.attachment == one.id][::-1]
        told = [
            f"{self._read.people.get(view.by, '')} {moment_said(view.at, now)}"
            for view in views[:_NAMED]
        ]
        if not told:
            return ""
        said = n_("Seen once: {who}", "Seen {count} times, last: {who}", len(views))
        return said.format(count=len(views), who=p_("list mark", ", ").join(told))

    def _show(self, read: _Read) -> None:
        self._read = read
        self._files = {one.id: one for one in read.files}
        self._pictures = {
            id: kept
            for id, kept in self._pictures.items()
            if id in self._files and kept[0] == _look(self._files[id])
        }
        self._say_lines()
        self._draw_some()

    def _say_lines(self) -> None:
        lines = []
        for id, one in self._files.items():
            picture = self._pictures[id][1] if id in self._pictures else None
            party = "" if one.party is None else self._parties.get(str(one.party), "")
            here = self.is_here(one)
            lines.append(line_of(one, self._desk.now(), party=party, here=here, picture=picture))
        self.list.show_lines(lines)
        if self._wanted in self._files:
            self.list.choose(self._wanted)
            self._wanted = None
        self.list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self.shown.emit()

    def _draw_some(self) -> None:
        wanted = [
            one
            for one in self._files.values()
            if self.is_here(one) and one.id not in self._pictures
        ][:_AT_ONCE]
        if wanted:
            self._errands.run(
                partial(small_pictures, self._desk, wanted),
                owner=self,
                then=partial(self._take, wanted),
                lane=Lane.PAPER,
            )

    def _take(self, asked: Sequence[Attachment], drawn: dict[UUID, QImage]) -> None:
        for one in asked:
            self._pictures[one.id] = (_look(one), drawn.get(one.id, QImage()))
        self._say_lines()
        self._draw_some()


def _read(desk: Desk, about: UUID) -> _Read:
    queries = desk.queries
    return _Read(
        files=in_order(queries.attachments(about)),
        here=queries.contents_here(about),
        views=queries.attachment_views(about),
        people={one.id: one.name for one in queries.people()},
    )


def _look(one: Attachment) -> str:
    """Say what a small picture depends on: the bytes, and whether they are to be blurred."""
    return f"{one.sha256} {one.kind}"

"""The note: a line in the course of events of a topic or a whistle."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.records.follow_up import NoteKind
from mediator_desk.rows import Changes
from mediator_desk.usecases.close_dispute import AddNote, add_note
from mediator_desk.words import _
from ui.errands import Errands
from ui.forms.sheet import Choice, Sheet, Text
from ui.forms.sheet_dialog import Job, SheetDialog

_KINDS = (NoteKind.NOTE, NoteKind.CALL, NoteKind.SITE_VISIT, NoteKind.REPLY)


class NoteDialog(SheetDialog):
    """Asks for a few words on the record ``named``."""

    def __init__(
        self,
        parent: QWidget,
        *,
        desk: Desk,
        errands: Errands,
        subject: UUID,
        named: str,
        then: Callable[[Changes], object],
    ) -> None:
        """Lay out the kind of the note and its words."""
        self._desk, self._subject = desk, subject
        kinds = [(kind.value, label(kind)) for kind in _KINDS]
        sheet = Sheet(
            (
                Choice(key="kind", label=_("K&ind"), choices=kinds),
                Text(key="text", label=_("What &happened"), lines=5, required=True),
                Text(key="author", label=_("From whom, if not from you")),
            )
        )
        sheet.fill({"kind": NoteKind.NOTE.value})
        sheet.settle()
        super().__init__(
            parent,
            title=_("Add a note"),
            explain=named,
            sheet=sheet,
            verb=_("&Keep the note"),
            errands=errands,
            job=self._asked,
            then=then,
            width=32.0,
        )

    def _asked(self, values: dict[str, str]) -> Job:
        asked = AddNote(
            subject=self._subject,
            text=values["text"],
            kind=NoteKind(values["kind"]),
            author=values["author"],
        )
        return partial(add_note, self._desk, asked)

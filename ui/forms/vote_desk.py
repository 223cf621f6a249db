"""What every dialog about one owners' vote stands on: the desk, the file, and what follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes, VoteFile, VoteRow
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.fields import Field
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog
from ui.widgets.completing import Candidate

Done = Callable[[str], Callable[[Changes], None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteDesk:
    """One vote at the desk. ``done`` makes what follows a step from the words of its notice.

    ``earlier`` are the other votes that have a roster.
    """

    parent: QWidget
    desk: Desk
    errands: Errands
    file: VoteFile
    done: Done
    files: FileQuestions
    earlier: tuple[VoteRow, ...] = ()

    @property
    def named(self) -> str:
        """Name the vote in a title or a notice."""
        return f"{self.file.vote.number} {self.file.vote.title}"

    def then(self, said: str) -> Callable[[Changes], None]:
        """Make what follows a step, from a sentence that names the vote."""
        return self.done(said.format(vote=self.named))

    def units(self) -> tuple[Candidate, ...]:
        """Offer the units, to be found by their number, owner or ballot."""
        return tuple(
            Candidate(key=one.id, text=one.unit, hint=" ".join((one.owner, one.serial)).strip())
            for one in self.file.units
        )

    def ask(
        self,
        fields: tuple[Field, ...],
        title: str,
        verb: str,
        asked: Callable[[dict[str, Any]], Callable[[], Changes]],
        said: str,
        *,
        explain: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> SheetDialog:
        """Open a sheet about the vote; ``said`` names it in the notice that follows."""
        sheet = Sheet(fields)
        sheet.fill(values or {})
        sheet.settle()
        dialog = SheetDialog(
            self.parent,
            title=title,
            explain="\n".join(one for one in (self.named, explain) if one),
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=asked,
            then=self.then(said),
            width=34.0,
        )
        dialog.open()
        return dialog

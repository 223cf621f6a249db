"""What every dialog about one topic stands on: the desk, the file, and what follows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes, TopicFile
from ui.errands import Errands
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog

Done = Callable[[str], Callable[[Changes], None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicDesk:
    """One topic at the desk. ``done`` makes what follows a step from the words of its notice."""

    parent: QWidget
    desk: Desk
    errands: Errands
    file: TopicFile
    done: Done

    @property
    def named(self) -> str:
        """Name the topic in a title or a notice."""
        return f"{self.file.topic.number} {self.file.topic.title}"

    def then(self, said: str) -> Callable[[Changes], None]:
        """Make what follows a step, from a sentence that names the topic."""
        return self.done(said.format(topic=self.named))

    def ask(
        self,
        sheet: Sheet,
        title: str,
        verb: str,
        asked: Callable[[dict[str, Any]], Callable[[], Changes]],
        said: str,
        *,
        explain: str = "",
        aside: QWidget | None = None,
        width: float = 34.0,
    ) -> QDialog:
        """Open a sheet about the topic; ``said`` names it in the notice that follows."""
        dialog = SheetDialog(
            self.parent,
            title=title,
            explain="\n".join(one for one in (self.named, explain) if one),
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=asked,
            then=self.then(said),
            aside=aside,
            width=width,
        )
        dialog.open()
        return dialog

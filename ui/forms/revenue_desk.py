"""What every dialog about an account of common revenue stands on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rows.votes import VoteRow
from mediator_desk.rules.durations import local_day
from ui.errands import Errands
from ui.forms.fields import Day, Field
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog

Values = dict[str, Any]
Job = Callable[[], Changes]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueDesk:
    """One account at the desk, with the owners' votes it may lean on.

    ``done`` makes what follows a step from the words of its notice.
    """

    parent: QWidget
    desk: Desk
    errands: Errands
    file: RevenueFile
    votes: tuple[VoteRow, ...]
    done: Callable[[str], Callable[[Changes], None]]

    @property
    def named(self) -> str:
        """Name the account in a title or a notice."""
        return f"{self.file.account.number} {self.file.account.title}"

    def today(self) -> date:
        """Give the day it is."""
        return local_day(self.desk.now())

    def day(self, words: str) -> Day:
        """Ask for a day that is not ahead."""
        return Day(key="on", label=words, required=True, past=True, today=self.today)

    def ask(
        self,
        fields: tuple[Field, ...],
        title: str,
        verb: str,
        asked: Callable[[Values], Job],
        said: str,
        *,
        explain: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> QDialog:
        """Open a sheet about the account; ``said`` names it in the notice that follows."""
        sheet = Sheet(fields)
        sheet.fill({"on": self.today()} if values is None else values)
        sheet.settle()
        return self.open(sheet, title, verb, asked, said, explain=explain)

    def open(
        self,
        sheet: Sheet,
        title: str,
        verb: str,
        asked: Callable[[Values], Job],
        said: str,
        *,
        explain: str = "",
        aside: QWidget | None = None,
    ) -> QDialog:
        """Open a sheet that is filled already."""
        dialog = SheetDialog(
            self.parent,
            title=title,
            explain="\n".join(one for one in (self.named, explain) if one),
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=asked,
            then=self.done(said.format(account=self.named)),
            width=36.0,
            aside=aside,
        )
        dialog.open()
        return dialog

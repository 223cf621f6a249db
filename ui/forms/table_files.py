"""Saving a table of the statistics: which one, into which file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.rules.remarks import Named
from mediator_desk.usecases.save_table import SaveTable, save_table, tables
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.words import _
from ui.errands import Errands
from ui.files import FileQuestions
from ui.forms.fields import Choice
from ui.forms.sheet import Sheet
from ui.forms.sheet_dialog import SheetDialog
from ui.notices import Notices

Offered = tuple[tuple[str, Named], ...]


class TableFiles:
    """Asks for a table and a file, and writes it; the notices say where it is.

    ``check`` refuses to write over a file of the station itself.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        errands: Errands,
        notices: Notices,
        files: FileQuestions,
        check: Callable[[Path], object],
    ) -> None:
        """Remember how to ask and where to say it."""
        self._desk, self._errands, self._notices = desk, errands, notices
        self._files, self._check = files, check

    def choose(self, owner: QWidget, asked: AskStatistics) -> None:
        """Ask which table of these figures is to be saved; ours come first."""
        self._errands.run(
            partial(tables, self._desk), owner=owner, then=partial(self.offer, owner, asked)
        )

    def offer(self, owner: QWidget, asked: AskStatistics, offered: Offered) -> SheetDialog:
        """Offer the tables there are."""
        choices = [(code, str(name)) for code, name in offered]
        table = Choice(key="table", label=_("&Table"), choices=choices, required=True, as_list=True)
        sheet = Sheet((table,))
        sheet.fill({"table": choices[0][0]})
        sheet.settle()
        said = _("It is written for {period}, in the layout of who asks for it.")
        dialog = SheetDialog(
            owner.window(),
            title=_("Save a table"),
            explain=said.format(period=asked.period),
            sheet=sheet,
            verb=_("&Save as …"),
            errands=self._errands,
            job=lambda values: partial(str, values["table"]),
            then=partial(self.save, owner, asked),
        )
        dialog.open()
        return dialog

    def save(self, owner: QWidget, asked: AskStatistics, table: str) -> None:
        """Ask for a file and write the table into it."""
        name = f"{asked.period.code()}-{table}.xlsx"
        kind = (_("Excel workbooks"), "xlsx")
        file = self._files.to_save(owner.window(), _("Save a table"), name, kind)
        if file is not None:
            request = SaveTable(table=table, asked=asked, file=file)
            self._errands.run(partial(self._write, request), owner=owner, then=self._saved)

    def _write(self, request: SaveTable) -> Path:
        self._check(request.file)
        return save_table(self._desk, request)

    def _saved(self, file: Path) -> None:
        self._notices.say(_("Saved as {file}").format(file=file))

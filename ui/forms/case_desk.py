"""What every dialog about one dispute stands on: the desk, the file, and what to do afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediator_desk.ports import Desk
from mediator_desk.records.people import Person
from mediator_desk.rows import CaseFile, Changes
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.durations import local_day
from ui.errands import Errands
from ui.forms.sheet import Field, Sheet
from ui.forms.sheet_dialog import SheetDialog

Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDesk:
    """One dispute at the desk. ``done`` gets the changes and the words for the notice."""

    parent: QWidget
    desk: Desk
    errands: Errands
    file: CaseFile
    people: tuple[Person, ...]
    done: Callable[[Changes, str], object]

    @property
    def today(self) -> date:
        """Give the day at the desk."""
        return local_day(self.desk.now())

    @property
    def calendar(self) -> Calendar:
        """Give the calendar of the desk."""
        return self.desk.books.calendar

    @property
    def number(self) -> str:
        """Give the number people call the dispute by."""
        return self.file.dispute.number

    def sheet(
        self,
        *,
        title: str,
        fields: Sequence[Field],
        verb: str,
        usecase: Callable[[Desk, Any], Changes],
        request: Callable[[Values], Any],
        said: str,
        values: Mapping[str, Any] | None = None,
        explain: str = "",
        width: float = 34.0,
    ) -> SheetDialog:
        """Make the dialog of one use case: ``request`` builds what it asks from the values."""
        sheet = Sheet(fields)
        sheet.fill(values or {})
        sheet.settle()
        return SheetDialog(
            self.parent,
            title=title,
            sheet=sheet,
            verb=verb,
            errands=self.errands,
            job=lambda typed: partial(usecase, self.desk, request(typed)),
            then=partial(self._tell, said),
            explain=explain,
            width=width,
        )

    def moment(self, typed: datetime | None) -> datetime | None:
        """Take a typed moment; the minute of now, left as it was shown, means now itself."""
        now = self.desk.now()
        return now if typed == now.replace(second=0, microsecond=0) else typed

    def parties(self) -> list[tuple[str, str]]:
        """List the parties to choose from."""
        return [(str(party.id), party.name) for party in self.file.parties]

    def mediators(self, *, registered: bool = False) -> list[tuple[str, str]]:
        """List the active people to choose from."""
        return [
            (str(one.id), one.name)
            for one in self.people
            if one.active and (one.registered or not registered)
        ]

    def _tell(self, said: str, changes: Changes) -> None:
        self.done(changes, said)


def choices_of(codes: Any, name: Callable[[Any], str]) -> list[tuple[str, str]]:
    """List codes with their names, leaving out the empty one."""
    return [(code.value, name(code)) for code in codes if code.value]


def uuid_of(value: Any) -> UUID | None:
    """Read the id of a choice; none was made when it is empty."""
    return UUID(value) if value else None

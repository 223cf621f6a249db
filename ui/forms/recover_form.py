"""The way in with the code of the recovery card, when a password was forgotten."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediator_desk.words import _
from ui.dialogs.unlock import Entrant
from ui.errands import Errands
from ui.forms.passwords import PasswordSheet, password_fields
from ui.forms.sheet import Choice, Text
from ui.forms.sheet_dialog import SheetDialog

Recover = Callable[[str, UUID, str], Any]


def recover_form(
    parent: QWidget,
    entrants: Sequence[Entrant],
    chosen: str,
    *,
    errands: Errands,
    recover: Recover,
    then: Callable[[Any], object],
) -> SheetDialog:
    """Ask for the code and a new password; ``recover`` opens the station with them."""
    sheet = _sheet(entrants, chosen)
    return SheetDialog(
        parent,
        title=_("Open the station with the recovery code"),
        explain=_(
            "The code stands on the recovery card that was printed or written down when the "
            "station was set up. Capitals, spaces and dashes do not matter."
        ),
        sheet=sheet,
        verb=_("&Open"),
        errands=errands,
        job=lambda values: partial(
            recover, values["code"], UUID(values["person"]), values["password"]
        ),
        then=then,
        width=34.0,
    )


def _sheet(entrants: Sequence[Entrant], chosen: str) -> PasswordSheet:
    sheet = PasswordSheet(
        (
            Choice(
                key="person",
                label=_("&Who gets a new password"),
                choices=[(entrant.code, entrant.name) for entrant in entrants],
                required=True,
                as_list=True,
            ),
            Text(
                key="code",
                label=_("Recovery &code"),
                hint="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX",
                required=True,
            ),
            *password_fields(),
        )
    )
    sheet.fill({"person": chosen})
    sheet.settle()
    return sheet

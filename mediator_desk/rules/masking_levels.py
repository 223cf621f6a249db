"""For whom a sheet is: what its level hides, and which columns a list may have on it.

Domain 7.1: what hangs on a board names nobody without a separate consent (PIPL 25); what goes to
another body carries no more than it needs (PIPL 6, 23).
"""

from enum import StrEnum

from mediator_desk.refusals import Refusal
from mediator_desk.rules.remarks import Listed
from mediator_desk.words import N_


class Masking(StrEnum):
    """Who will read a sheet: those who handle the case, another body, or everybody."""

    INTERNAL = "internal"
    DEPARTMENT = "department"
    PUBLIC = "public"


class ListColumn(StrEnum):
    """A column of a list of disputes, in the order they stand in."""

    NUMBER = "number"
    LOGGED_ON = "logged_on"
    TOPIC = "topic"
    PLACE = "place"
    PARTIES = "parties"
    PHONES = "phones"
    ID_NUMBERS = "id_numbers"
    WHAT = "what"
    ROUTE = "route"
    MEDIATOR = "mediator"
    STATE = "state"
    CLOSED_ON = "closed_on"


# Free words may name somebody whom the desk does not know, so no mask can be trusted with them.
NEVER_PUBLIC = (ListColumn.PHONES, ListColumn.ID_NUMBERS, ListColumn.WHAT)

USUAL_COLUMNS: dict[Masking, tuple[ListColumn, ...]] = {
    Masking.INTERNAL: (
        ListColumn.NUMBER, ListColumn.LOGGED_ON, ListColumn.TOPIC, ListColumn.PLACE,
        ListColumn.PARTIES, ListColumn.PHONES, ListColumn.WHAT, ListColumn.MEDIATOR,
        ListColumn.STATE,
    ),
    Masking.DEPARTMENT: (
        ListColumn.NUMBER, ListColumn.LOGGED_ON, ListColumn.TOPIC, ListColumn.PLACE,
        ListColumn.PARTIES, ListColumn.WHAT, ListColumn.STATE,
    ),
    Masking.PUBLIC: (
        ListColumn.NUMBER, ListColumn.TOPIC, ListColumn.PLACE, ListColumn.ROUTE,
        ListColumn.STATE, ListColumn.CLOSED_ON,
    ),
}  # fmt: skip


def check_columns(level: Masking, columns: tuple[ListColumn, ...], names: Listed) -> None:
    """Refuse a column that must not stand on a public sheet; ``names`` says them in words.

    Raises ``Refusal``.
    """
    if level is Masking.PUBLIC and any(one in NEVER_PUBLIC for one in columns):
        raise Refusal(
            N_(
                "Everybody can read a public sheet: it cannot have the column “{columns}”. "
                "Take it out, or print the list for a department."
            ),
            columns=names,
        )

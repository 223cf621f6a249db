"""Open the whistle whose slip came back: by the code that was typed or scanned."""

from mediator_desk.ports import Desk
from mediator_desk.records.ids import WhistleId
from mediator_desk.refusals import NotFound
from mediator_desk.rules.whistle_codes import code_of, typed_code
from mediator_desk.words import N_


def whistle_by_code(desk: Desk, typed: str) -> WhistleId:
    """Find a whistle by the code of its present call. Raises ``NotFound``."""
    code = typed_code(typed)
    if not code:
        raise NotFound(
            N_("“{typed}” is no code of a slip. Type the 8 letters and figures beside the square."),
            typed=typed,
        )
    for row in desk.queries.whistles():
        if code_of(row.id, row.turn) == code:
            return row.id
        if any(code_of(row.id, turn) == code for turn in range(1, row.turn)):
            raise NotFound(
                N_(
                    "This slip of {number} is out of date: the whistle has been handed on since. "
                    "It is with {lead} now; open it by its number."
                ),
                number=row.number,
                lead=row.lead,
            )
    raise NotFound(N_("No whistle of this station has the code {typed}."), typed=typed)

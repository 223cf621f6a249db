"""What a list of many disputes says, as plain words.

The names of the fields are the keys of ``resources/forms/forms.yaml``.
"""

from dataclasses import dataclass
from datetime import date

from mediator_desk.paper.facts_revenue import GridFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFacts:
    """What the list for the board (F30L), or for a department or ourselves (F30D), says."""

    title: str
    issuer: str
    cases: GridFacts
    total: str
    made: str
    made_on: date
    opening: str = ""
    period: str = ""
    posted: str = ""
    contact: str = ""
    masking: str = ""

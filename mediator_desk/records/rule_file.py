"""A file of rules taken in from a stick: a calendar or a rule set in place of a carried one."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """The text that holds in place of the carried file ``name``, such as ``calendars/2027``.

    Of several of one name the last taken in holds. ``source`` is where the person who took it in
    has it from; ``signed_by`` is the district whose signature lay beside it and was right.
    """

    TABLE: ClassVar[str] = "rule_file"
    OWNER: ClassVar[str] = ""

    id: UUID
    name: str
    text: str
    source: str
    signed_by: str = ""
    taken_in_at: datetime
    by: PersonId
    version: int = 0

"""The rows of Today: one thing to do, or one thing waited for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediator_desk.rules.whose_turn import Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """One thing to do. ``kind`` is the table of its subject; ``rule`` says which clock it is.

    ``waiting`` is the state of the subject, as a code such as ``whistle.replied``: it says which
    step is to be taken. ``turn`` says whose turn it is and ``whom`` their name, where it is known.
    A row with no ``due_at`` has no clock, only a step that waits.
    """

    kind: str
    id: UUID
    number: str
    title: str
    rule: str
    due_at: datetime | None
    waiting: str = ""
    who: UUID | None = None
    who_name: str = ""
    provisional: bool = False
    turn: Turn = Turn.OURS
    whom: str = ""
    rule_set: str = "national"
    starts_at: datetime | None = None
    paused: bool = False

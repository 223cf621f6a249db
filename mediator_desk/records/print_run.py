"""The log of printing: what was printed of many cases or for others, and what was refused."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRun:
    """One print that gave data out, or the attempt; who may see it later asks for it here.

    ``paper`` and ``level`` are codes, ``columns`` those of a list. ``cases`` counts what was
    asked for, ``printed`` what came out; ``refused`` says why nothing did, in words.
    """

    TABLE: ClassVar[str] = "print_run"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    at: datetime
    by: PersonId
    paper: str
    level: str
    columns: tuple[str, ...] = ()
    cases: int = 0
    printed: int = 0
    refused: str = ""
    version: int = 0

"""What comes after: return visits, closings, reopenings, and notes on the way."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.dispute import Outcome
from mediator_desk.records.ids import DisputeId, PersonId


class Satisfaction(StrEnum):
    """How content somebody is."""

    UNASKED = ""
    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    UNSATISFIED = "unsatisfied"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A return visit: is it performed, are they content, is anything brewing."""

    TABLE: ClassVar[str] = "follow_up"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    visited_on: date
    by: PersonId
    visited: str = ""
    situation: str
    performed: bool
    satisfaction: Satisfaction = Satisfaction.UNASKED
    risk: str = ""
    next_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing with its outcome; a reopened dispute keeps the old one and gets another."""

    TABLE: ClassVar[str] = "closing"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    closed_at: datetime
    by: PersonId
    outcome: Outcome
    reason: str = ""
    routes_explained: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopening:
    """Why a closed dispute was taken up again."""

    TABLE: ClassVar[str] = "reopening"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    reopened_at: datetime
    by: PersonId
    reason: str
    version: int = 0


class NoteKind(StrEnum):
    """What a line in the course of events is about."""

    NOTE = "note"
    CALL = "call"
    SITE_VISIT = "site_visit"
    REPLY = "reply"
    RISK_REPORTED = "risk_reported"
    PERFORMANCE_URGED = "performance_urged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line in the course of events of a dispute, an agenda topic or a whistle."""

    TABLE: ClassVar[str] = "note"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    at: datetime
    by: PersonId
    kind: NoteKind = NoteKind.NOTE
    author: str = ""
    text: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day or moment by which something must happen, under a rule of ``rules/deadlines.py``.

    ``due_at``, ``first_due_at``, ``provisional`` and ``paused_at`` are what ``reckon_clock`` of
    ``rules/clocks.py`` makes of its start, its rule, its extensions and its pauses; the date
    before any extension is kept in ``first_due_at``. It is met, or called off, but never
    'overdue': that is a question asked with the present moment.
    """

    TABLE: ClassVar[str] = "deadline"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    rule: str
    rule_set: str = "national"
    starts_at: datetime
    due_at: datetime
    first_due_at: datetime
    provisional: bool = False
    paused_at: datetime | None = None
    met_at: datetime | None = None
    called_off: bool = False
    version: int = 0

    def running(self) -> bool:
        """Tell whether it still waits to be met, paused or not."""
        return self.met_at is None and not self.called_off

    def overdue(self, now: datetime) -> bool:
        """Tell whether the moment has passed with nothing done; a paused one waits."""
        return self.running() and self.paused_at is None and self.due_at < now

"""What windows show of public notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.public_notice import NoticeKind, NoticeState, Objection, PublicNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One line of the list of notices; ``due_at`` is when the next answer is due."""

    id: UUID
    number: str
    kind: NoticeKind
    title: str
    state: NoticeState
    posted_on: date
    may_come_down_on: date | None
    waiting: int
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFile:
    """One notice, whole, with its objections and the clocks of their answers."""

    notice: PublicNotice
    about: str = ""
    objections: tuple[Objection, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)

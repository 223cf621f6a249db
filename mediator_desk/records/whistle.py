"""A whistle: a call to the departments, and every step they and we take on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.ids import DisputeId, PersonId, TeamId, TopicId, WhistleId


class WhistleSource(StrEnum):
    """What made us blow it."""

    DISPUTE = "dispute"
    AGENDA_TOPIC = "agenda_topic"
    GRID = "grid"
    HOTLINE = "hotline"
    PETITION = "petition"
    RESIDENT = "resident"


class WhistleState(StrEnum):
    """Where a whistle stands (domain.md 4.3)."""

    DRAFT = "draft"
    APPROVED = "approved"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    REPORTED_IN = "reported_in"
    HANDLING = "handling"
    REPLIED = "replied"
    VERIFIED = "verified"
    EVALUATED = "evaluated"
    RETURNED = "returned"
    PENDING_DESIGNATION = "pending_designation"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ReturnReason(StrEnum):
    """Why a department sends a whistle back."""

    UNSAID = ""
    WRONG_AREA = "wrong_area"
    UNCLEAR_TITLE = "unclear_title"
    NOT_OUR_DUTY = "not_our_duty"
    SEVERAL_DEPARTMENTS = "several_departments"
    BEYOND_DUTY = "beyond_duty"
    PAPERS_MISSING = "papers_missing"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Whistle:
    """A call to one lead department and those who assist it.

    The resident's clock runs from ``first_dispatched_at`` and never starts anew; ``dispatched_at``
    is when the department now in charge was called, and ``turn`` counts the calls. ``kind`` is a
    code of ``rule_set`` in ``rules/whistle_kinds.py``; ``again_of`` is the whistle it repeats.
    """

    TABLE: ClassVar[str] = "whistle"
    OWNER: ClassVar[str] = ""

    id: WhistleId
    team: TeamId
    number: str
    dispute: DisputeId | None = None
    agenda_topic: TopicId | None = None
    kind: str
    source: WhistleSource
    title: str
    division: str
    place: str = ""
    content: str
    legal_basis: str = ""
    lead: str
    assisting: tuple[str, ...] = ()
    request: str = ""
    blown_by: PersonId
    blown_at: datetime
    approver: str = ""
    state: WhistleState = WhistleState.DRAFT
    first_dispatched_at: datetime | None = None
    dispatched_at: datetime | None = None
    reassigned: int = 0
    turn: int = 0
    again_of: WhistleId | None = None
    escalated_at: datetime | None = None
    rule_set: str
    closed_at: datetime | None = None
    version: int = 0


class StepKind(StrEnum):
    """What happened to a whistle."""

    APPROVED = "approved"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    REPORTED_IN = "reported_in"
    HANDLING = "handling"
    REPLIED = "replied"
    VERIFIED = "verified"
    EVALUATED = "evaluated"
    EXTENDED = "extended"
    ESCALATED = "escalated"
    RETURNED = "returned"
    RETURN_REFUSED = "return_refused"
    REASSIGNED = "reassigned"
    DESIGNATED = "designated"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Solved(StrEnum):
    """Whether the matter is solved, as the street sees it."""

    UNSAID = ""
    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not_solved"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleStep:
    """One step, written once by whoever recorded it: ``at`` is when it happened.

    ``turn`` is the call it belongs to, ``written_at`` when it was kept; a paper answer is kept
    later than it was given.
    """

    TABLE: ClassVar[str] = "whistle_step"
    OWNER: ClassVar[str] = "whistle"

    id: UUID
    whistle: WhistleId
    kind: StepKind
    at: datetime
    written_at: datetime
    by: PersonId
    turn: int = 0
    department: str = ""
    contact: str = ""
    text: str = ""
    reason: ReturnReason = ReturnReason.UNSAID
    legal_basis: str = ""
    measures: str = ""
    promised: str = ""
    solved: Solved = Solved.UNSAID
    street_rating: Satisfaction = Satisfaction.UNASKED
    department_rating: Satisfaction = Satisfaction.UNASKED
    resident_rating: Satisfaction = Satisfaction.UNASKED
    version: int = 0

"""Public notices (公示): what hangs on the boards, how long, and what people object to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId


class NoticeKind(StrEnum):
    """What a notice makes known."""

    AGENDA = "agenda"
    MEETING = "meeting"
    RESULT = "result"
    CARRIED_OUT = "carried_out"
    OWNERS_MEETING = "owners_meeting"
    OWNERS_DECISION = "owners_decision"
    CONVENTION_DRAFT = "convention_draft"
    CONVENTION = "convention"
    REVENUE_ACCOUNT = "revenue_account"
    PROPERTY_INFORMATION = "property_information"
    PROPERTY_CONTRACT = "property_contract"


class NoticeState(StrEnum):
    """Whether a notice still hangs."""

    POSTED = "posted"
    TAKEN_DOWN = "taken_down"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicNotice:
    """A notice on one or several boards, about a record of the desk or about itself alone.

    ``least_rule`` names the limit that says how long it hangs at least, and ``may_come_down_on``
    the first day after that; both are empty when nothing says so. ``early_reason`` says why it
    came down before, where its limit is not a hard one.
    """

    TABLE: ClassVar[str] = "public_notice"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    team: TeamId
    number: str
    kind: NoticeKind
    title: str
    text: str
    issuer: str
    contact: str = ""
    boards: tuple[str, ...]
    posted_on: date
    posted_by: PersonId
    least_rule: str = ""
    least_rule_set: str = ""
    may_come_down_on: date | None = None
    photo: str = ""
    state: NoticeState = NoticeState.POSTED
    taken_down_on: date | None = None
    early_reason: str = ""
    version: int = 0


class ObjectionState(StrEnum):
    """Whether an objection was answered."""

    RAISED = "raised"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What somebody objects to a notice, and the answer given to it.

    ``who`` may be empty. ``clock`` is the date by which the answer is due, on the same subject.
    """

    TABLE: ClassVar[str] = "objection"
    OWNER: ClassVar[str] = "subject"

    id: UUID
    subject: UUID
    notice: UUID
    who: str = ""
    raised_on: date
    taken_by: PersonId
    text: str
    clock: UUID | None = None
    state: ObjectionState = ObjectionState.RAISED
    answer: str = ""
    answered_on: date | None = None
    answered_by: PersonId | None = None
    version: int = 0

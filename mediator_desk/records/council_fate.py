"""What others made of a topic the council may not decide, and why a topic was taken up again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.council import DecisionBody
from mediator_desk.records.ids import PersonId, TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class OthersDecision:
    """What those whom the law names decided: ``due``, ``present``, ``agreeing`` where counted.

    ``reason`` says why it stands though a figure of the rules in force was not reached.
    """

    TABLE: ClassVar[str] = "others_decision"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    body: DecisionBody
    passed: bool
    decided_on: date
    words: str
    due: int = 0
    present: int = 0
    agreeing: int = 0
    reason: str = ""
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReopening:
    """Why a topic that was over was taken up again."""

    TABLE: ClassVar[str] = "topic_reopening"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    reopened_at: datetime
    by: PersonId
    reason: str
    version: int = 0

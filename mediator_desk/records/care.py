"""What a mediation owes its parties on the way: another mediator, a warning, a plain record."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PartyId, PersonId


class RecusalAnswer(StrEnum):
    """What the committee said to a wish for another mediator."""

    ASKED = "asked"
    REPLACED = "replaced"
    KEPT = "kept"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recusal:
    """A party's wish for another mediator (回避), and what came of it."""

    TABLE: ClassVar[str] = "recusal"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    mediator: PersonId
    asked_by: PartyId
    asked_on: date
    reason: str
    answer: RecusalAnswer = RecusalAnswer.ASKED
    answered_on: date | None = None
    answered_by: PersonId | None = None
    replacement: PersonId | None = None
    words: str = ""
    version: int = 0


class RiskLevel(StrEnum):
    """How near a quarrel is to boiling over, in the three colours of the report."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskReport:
    """A risk that was reported to the police or a department (Mediation Law 25)."""

    TABLE: ClassVar[str] = "risk_report"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    level: RiskLevel
    signs: str
    measures: str
    reported_to: str
    reported_at: datetime
    received_by: str
    means: str
    handled: str = ""
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class UndisputedFacts:
    """What both sides hold to be true although no agreement came about (Shandong 2016, art. 24)."""

    TABLE: ClassVar[str] = "undisputed_facts"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    facts: str
    agreed_by: tuple[PartyId, ...]
    signed_on: date
    by: PersonId
    version: int = 0

"""What follows a decision: tasks carried out, the residents' rating, and what came of it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing a resolution asks for: what, who, until when, for how much, from which money.

    ``clock`` is the deadline that runs for it; ``dropped`` says why it is no longer to be done.
    """

    TABLE: ClassVar[str] = "task"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    what: str
    who: str
    due_on: date
    budget: Decimal | None = None
    fund: str = ""
    clock: UUID | None = None
    done_on: date | None = None
    proof: str = ""
    spent: Decimal | None = None
    dropped: str = ""
    version: int = 0

    @property
    def open(self) -> bool:
        """Tell whether it still waits to be done."""
        return self.done_on is None and not self.dropped


class Respondents(StrEnum):
    """Who was asked how they find the result (民评)."""

    CONCERNED = "concerned"
    HOUSEHOLDS = "households"
    REPRESENTATIVES = "representatives"
    PARTY_MEMBERS = "party_members"
    OTHERS = "others"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How one group of respondents finds the result, in heads."""

    TABLE: ClassVar[str] = "rating"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    group: Respondents
    asked_on: date
    satisfied: int
    fairly: int
    unsatisfied: int
    comments: str = ""
    by: PersonId
    version: int = 0

    @property
    def asked(self) -> int:
        """Count those who answered."""
        return self.satisfied + self.fairly + self.unsatisfied

    def __post_init__(self) -> None:
        """Refuse a rating by nobody."""
        if min(self.satisfied, self.fairly, self.unsatisfied) < 0 or not self.asked:
            raise Refusal(N_("Write how many are satisfied, fairly satisfied and not satisfied."))


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitReport:
    """What came of it for everybody (民享): the result, how many gain, what was spent."""

    TABLE: ClassVar[str] = "benefit_report"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    shared_on: date
    result: str
    households: int
    budget: Decimal = Decimal("0.00")
    spent: Decimal = Decimal("0.00")
    where: str = ""
    by: PersonId
    version: int = 0

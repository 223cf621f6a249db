"""What was decided about the way of a dispute, beside what the desk had proposed and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.dispute import Route, Topic
from mediator_desk.records.ids import DisputeId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteDecision:
    """One decision on the way of a dispute; a later one stands beside it, not in its place.

    ``because`` are the reasons of the desk as they were read at that moment; ``outside`` tells
    that the desk took it for no matter of mediation.
    """

    TABLE: ClassVar[str] = "route_decision"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    decided_at: datetime
    by: PersonId
    topic: Topic
    proposed: Route
    chosen: Route
    reason: str = ""
    because: tuple[str, ...] = ()
    outside: str = ""
    version: int = 0

    @property
    def other(self) -> bool:
        """Tell whether another way was chosen than the desk proposed."""
        return self.chosen is not self.proposed

"""The rows of routing: decided cases to learn from, and decisions other than proposed."""

from dataclasses import dataclass
from datetime import datetime

from mediator_desk.records.dispute import Route, Topic
from mediator_desk.records.ids import DisputeId


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideRow:
    """A decision that was another one than the desk proposed."""

    dispute: DisputeId
    number: str
    decided_at: datetime
    by: str
    topic: Topic
    proposed: Route
    chosen: Route
    reason: str
    because: tuple[str, ...]
    outside: str

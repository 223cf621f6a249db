"""An open conflict between stations."""

from dataclasses import dataclass
from uuid import UUID

from mediator_desk.records.entry import Json
from mediator_desk.records.ids import DisputeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An open conflict in words a person can weigh: the value in force and the other side."""

    table: str
    id: UUID
    field: str
    in_force: Json
    in_force_by: str
    in_force_at: str
    other: Json
    other_by: str
    other_at: str
    dispute: DisputeId | None
    number: str
    group: UUID

"""Every record of a dispute, as it travels with its volume."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mediator_desk.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecords:
    """A dispute with all that belongs to it and to its whistles, and when the last of it changed.

    What was put aside or erased is not among them.
    """

    dispute: UUID
    changed_at: datetime
    records: tuple[Record, ...]

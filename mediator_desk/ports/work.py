"""What use cases write with: one piece of work, kept whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from mediator_desk.records import R, Record
from mediator_desk.records.entry import Json, Stamp
from mediator_desk.records.ids import DisputeId
from mediator_desk.rows import (
    Changes,
)
from mediator_desk.rules.merging import Side


class Work(Protocol):
    """One piece of work: it is kept whole by ``commit``, or not at all."""

    def get(self, kind: type[R], id: UUID) -> R:
        """Read a record. Raises ``NotFound``."""

    def find(self, kind: type[R], id: UUID) -> R | None:
        """Read a record if it is here."""

    def of(self, kind: type[R], owner: UUID) -> tuple[R, ...]:
        """Read the records that belong to another, oldest first."""

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """Read a whole common table (people, places, teams), oldest first."""

    def add(self, record: R) -> R:
        """Keep a new record."""

    def put(self, record: R) -> R:
        """Keep a changed record. Raises ``Overtaken`` when it changed since it was read."""

    def remove(self, record: Record) -> None:
        """Put a record aside; it can be brought back."""

    def restore(self, before: "Before") -> None:
        """Bring a record back to what it was, as a new change; nothing is erased."""

    def settle(self, kind: type[R], id: UUID, field: str, value: Json) -> R:
        """Decide a conflict: the value stands, and every side of it counts as seen."""

    def clashes(self, id: UUID) -> tuple[Side, ...]:
        """Name the other sides of the open conflicts of a record."""

    def next_number(self, series: str) -> int:
        """Draw the next number of a series; it is never drawn again."""

    def logged_from(self, ledger_key: str) -> DisputeId | None:
        """Name the dispute that was logged from this row of a ledger."""

    def earlier(self, piece: Stamp) -> tuple["Before", ...]:
        """Say what each record was before a piece of work, for undoing it."""

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC (drafts, remembered choices); never journalled."""

    def shelve(self, key: str, value: Json) -> None:
        """Keep a private note of this PC; nothing takes it away."""

    def keep_content(self, data: bytes) -> str:
        """Keep the bytes of an attachment; give their SHA-256."""

    def commit(self) -> Changes:
        """Keep it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One record's fields as they were before a piece of work; ``values`` is None if unborn.

    ``moved_on`` tells that somebody changed it again since, so that it cannot be undone; ``by``
    is who did the piece of work.
    """

    table: str
    id: UUID
    values: Mapping[str, Json] | None
    moved_on: bool
    by: UUID | None

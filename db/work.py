"""One piece of work is one transaction: journal lines, record rows and lists change together."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, bindparam, select

from db import contents, journal, lines
from db.engine import said_in_words
from db.seal import StationKeys, new_salt, seal_entry
from db.tables import RECORD_TABLES, keeping, meta, shelf
from mediator_desk.ports import Before, Work
from mediator_desk.records import KINDS, R, Record, group_of
from mediator_desk.records.entry import GONE, Entry, Json, Kind, Stamp, next_stamp
from mediator_desk.records.ids import DisputeId, GroupId, StationId
from mediator_desk.records.values import from_values, to_values
from mediator_desk.refusals import NotFound, Overtaken
from mediator_desk.rows import Changes, Touched
from mediator_desk.rules.merging import SCHEMA, Reading, Side, fold
from mediator_desk.words import N_

_EVERY = {
    code: select(table).where(~table.c.gone).order_by(table.c.id)
    for code, table in RECORD_TABLES.items()
}
_ONE = {
    code: select(table).where(table.c.id == bindparam("of"), ~table.c.gone)
    for code, table in RECORD_TABLES.items()
}
_OWNED = {
    code: _EVERY[code].where(RECORD_TABLES[code].c[kind.OWNER] == bindparam("of"))
    for code, kind in KINDS.items()
    if kind.OWNER
}
_LOGGED_FROM = (
    select(RECORD_TABLES["dispute"].c.id)
    .where(RECORD_TABLES["dispute"].c.ledger_key == bindparam("of"))
    .limit(1)
)
_LAST_STAMP = select(meta.c.value).where(meta.c.key == "last_stamp")
_KEEP_META, _SHELVE = keeping(meta), keeping(shelf)
_SHELVED = select(shelf.c.value).where(shelf.c.key == bindparam("of"))
"""Built once: building a statement anew costs more than SQLite needs to carry it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who writes, on which station, with which keys and clock."""

    station: StationId
    person: UUID | None
    keys: StationKeys
    now: Callable[[], datetime]


@contextmanager
def open_work(engine: Engine, author: Author, readings: lines.Readings) -> Iterator[Work]:
    """Open a piece of work; leaving without ``commit`` keeps nothing of it."""
    with said_in_words(), engine.connect().execution_options(write=True) as connection:
        transaction = connection.begin()
        try:
            yield SqlWork(connection=connection, author=author, readings=readings)
        finally:
            if transaction.is_active:
                transaction.rollback()


@dataclass(slots=True, kw_only=True)
class SqlWork:
    """One piece of work on the store (the promises are those of ``ports.Work``)."""

    connection: Connection
    author: Author
    readings: lines.Readings
    _piece: Stamp | None = None
    _last: Stamp | None = None
    _touched: dict[UUID, Touched] = field(default_factory=dict)
    _numbers: dict[GroupId, int] = field(default_factory=dict)

    def get(self, kind: type[R], id: UUID) -> R:
        """Read a record."""
        return get_record(self.connection, kind, id)

    def find(self, kind: type[R], id: UUID) -> R | None:
        """Read a record if it is here."""
        return find_record(self.connection, kind, id)

    def of(self, kind: type[R], owner: UUID) -> tuple[R, ...]:
        """Read the records that belong to another, oldest first."""
        found = self.connection.execute(_OWNED[kind.TABLE], {"of": str(owner)})
        return tuple(record_from(kind, row) for row in found)

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """Read a whole common table, oldest first."""
        found = self.connection.execute(_EVERY[kind.TABLE])
        return tuple(record_from(kind, row) for row in found)

    def add(self, record: R) -> R:
        """Keep a new record."""
        values = journal.lean(to_values(record), type(record))
        return self._write(record, Kind.BIRTH, values, {})

    def put(self, record: R) -> R:
        """Keep a changed record."""
        reading = fold(journal.entries_of(self.connection, record.id))
        if not reading.born or reading.erased:
            raise NotFound(N_("This record is not here (any more). Refresh the list."))
        if reading.entries != record.version:
            raise Overtaken
        before = to_values(from_values(type(record), str(record.id), reading.values, 0))
        values = {name: value for name, value in to_values(record).items() if value != before[name]}
        if not values:
            return record
        return self._write(record, Kind.CHANGE, values, _stamps(reading, values))

    def remove(self, record: Record) -> None:
        """Put a record aside."""
        self.rewrite(record, {GONE: True})

    def erase(self, record: Record) -> None:
        """Erase a record for ever: every line of it is emptied, here and wherever it is carried."""
        self._append(record, Kind.ERASE, {}, {})
        journal.empty(self.connection, record.id)
        journal.refold(self.connection, record.id)
        contents.sweep(self.connection)

    def restore(self, before: Before) -> None:
        """Bring a record back to what it was."""
        reading = fold(journal.entries_of(self.connection, before.id))
        kind = KINDS[before.table]
        record = from_values(kind, str(before.id), reading.values, reading.entries)
        if before.values is None:
            self.remove(record)
            return
        now = to_values(record)
        then = to_values(from_values(kind, str(before.id), before.values, 0))
        values = {name: value for name, value in then.items() if value != now[name]}
        if bool(before.values.get(GONE)) != bool(reading.values.get(GONE)):
            values[GONE] = bool(before.values.get(GONE))
        if values:
            self.rewrite(record, values)

    def rewrite(self, record: R, values: Mapping[str, Json]) -> R:
        """Write these fields of a record as one change that has seen what they were."""
        reading = fold(journal.entries_of(self.connection, record.id))
        return self._write(record, Kind.CHANGE, dict(values), _stamps(reading, values))

    def settle(self, kind: type[R], id: UUID, field: str, value: Json) -> R:
        """Decide a conflict."""
        reading = fold(journal.entries_of(self.connection, id))
        marks = [side.stamp for side in reading.clashes if side.field == field]
        seen = (*_stamps(reading, {field: value}).get(field, ()), *marks)
        record = from_values(kind, str(id), reading.values, reading.entries)
        return self._write(record, Kind.CHANGE, {field: value}, {field: seen})

    def clashes(self, id: UUID) -> tuple[Side, ...]:
        """Name the other sides of the open conflicts of a record."""
        return fold(journal.entries_of(self.connection, id)).clashes

    def next_number(self, series_name: str) -> int:
        """Draw the next number of a series."""
        return lines.draw(self.connection, series_name)

    def logged_from(self, ledger_key: str) -> DisputeId | None:
        """Name the dispute that was logged from this row of a ledger."""
        found = self.connection.scalar(_LOGGED_FROM, {"of": ledger_key})
        return None if found is None else DisputeId(UUID(found))

    def earlier(self, piece: Stamp) -> tuple[Before, ...]:
        """Say what each record was before a piece of work."""
        found: dict[UUID, Before] = {}
        for one in reversed(journal.entries_of_piece(self.connection, piece)):
            every = journal.entries_of(self.connection, one.record)
            older = [each for each in every if each.stamp < piece]
            newest = max(each.stamp for each in every)
            in_piece = max(each.stamp for each in every if each.piece == piece)
            before = fold(older) if older else None
            found[one.record] = Before(
                table=one.table,
                id=one.record,
                values=before.values if before is not None and before.born else None,
                moved_on=newest > in_piece,
                by=one.who,
            )
        return tuple(found.values())

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC."""
        return self.connection.scalar(_SHELVED, {"of": key})

    def shelve(self, key: str, value: Json) -> None:
        """Keep a private note of this PC."""
        if value is None:
            self.connection.execute(shelf.delete().where(shelf.c.key == key))
            return
        self.connection.execute(_SHELVE, {"key": key, "value": value})

    def keep_content(self, data: bytes) -> str:
        """Keep the bytes of an attachment; give their SHA-256."""
        return contents.keep(self.connection, data)

    def commit(self) -> Changes:
        """Keep it all."""
        changes = self.changes()
        lines.refresh(self.connection, lines.touched_by(self.connection, changes), self.readings)
        if self._last is not None:
            keep_stamp(self.connection, self._last)
        self.connection.get_transaction().commit()  # type: ignore[union-attr]
        return changes

    def changes(self) -> Changes:
        """Say what this work touched so far."""
        return Changes(piece=self._piece, touched=tuple(self._touched.values()))

    def _write(
        self, record: R, kind: Kind, values: dict[str, Any], seen: Mapping[str, tuple[Stamp, ...]]
    ) -> R:
        """Write one line of the journal and make the record's row agree."""
        one = self._append(record, kind, values, seen)
        if kind is Kind.BIRTH:
            # There is nothing else to read of it yet.
            reading = fold([one])
            journal.project(self.connection, record.id, reading, newborn=True)
        else:
            reading = journal.refold(self.connection, record.id)
        return from_values(type(record), str(record.id), reading.values, reading.entries)

    def _append(
        self,
        record: Record,
        kind: Kind,
        values: dict[str, Any],
        seen: Mapping[str, tuple[Stamp, ...]],
    ) -> Entry:
        """Add one sealed line to the journal."""
        group = group_of(record)
        if self._last is None:
            self._last = last_stamp(self.connection)
        moment = self.author.now()
        mark = next_stamp(self._last, int(moment.timestamp() * 1000), self.author.station)
        self._last, self._piece = mark, self._piece or mark
        if group not in self._numbers:
            self._numbers[group] = journal.last_number(self.connection, group, self.author.station)
        self._numbers[group] += 1
        one = Entry(
            group=group,
            station=self.author.station,
            number=self._numbers[group],
            stamp=mark,
            record=record.id,
            table=record.TABLE,
            kind=kind,
            values=values,
            seen=seen,
            schema=SCHEMA,
            who=self.author.person,
            at=moment.astimezone().isoformat(timespec="seconds"),
            piece=self._piece,
            salt=new_salt(),
        )
        sealed = seal_entry(one, self.author.keys)
        journal.append(self.connection, [sealed])
        self._touched[record.id] = Touched(table=record.TABLE, id=record.id, group=group)
        return sealed


def record_from(kind: type[R], row: Any) -> R:
    """Read a record out of its row."""
    return from_values(kind, row.id, row._mapping, row.version)


def find_record(connection: Connection, kind: type[R], id: UUID | None) -> R | None:
    """Read a record if it is here."""
    row = connection.execute(_ONE[kind.TABLE], {"of": str(id)}).one_or_none()
    return None if row is None else record_from(kind, row)


def get_record(connection: Connection, kind: type[R], id: UUID) -> R:
    """Read a record that must be here. Raises ``NotFound``."""
    found = find_record(connection, kind, id)
    if found is None:
        raise NotFound(N_("This record is not here (any more). Refresh the list."))
    return found


def read_all(connection: Connection, kind: type[R], *conditions: Any) -> tuple[R, ...]:
    """Read the records of a kind that meet the conditions, oldest first."""
    found = connection.execute(_EVERY[kind.TABLE].where(*conditions))
    return tuple(record_from(kind, row) for row in found)


def last_stamp(connection: Connection) -> Stamp | None:
    """Read the largest stamp this store has seen."""
    found = connection.scalar(_LAST_STAMP)
    return None if found is None else Stamp(found)


def keep_stamp(connection: Connection, mark: Stamp) -> None:
    """Remember the largest stamp this store has seen."""
    connection.execute(_KEEP_META, {"key": "last_stamp", "value": mark})


def _stamps(reading: Reading, values: Mapping[str, Json]) -> dict[str, tuple[Stamp, ...]]:
    """Say which values the writer had before her, field by field."""
    return {name: reading.agreeing[name] for name in values if name in reading.agreeing}

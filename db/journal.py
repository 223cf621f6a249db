"""The journal in its table: lines are added, read back, and folded into the record tables."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    null,
    select,
    update,
)

from db.tables import RECORD_TABLES, clash, entry, keeping
from mediator_desk.records import KINDS, Record
from mediator_desk.records.entry import GONE, Entry, Kind, Stamp
from mediator_desk.records.ids import GroupId, StationId
from mediator_desk.records.values import from_values, to_values
from mediator_desk.rules.merging import Reading, fold

_OF_RECORD = select(entry).where(entry.c.record == bindparam("of"))
_OF_PIECE = select(entry).where(entry.c.piece == bindparam("of")).order_by(entry.c.stamp)
_LAST = select(func.max(entry.c.number)).where(
    entry.c.group_id == bindparam("of"), entry.c.station == bindparam("by")
)
_DIGESTS = select(entry.c.station, entry.c.number, entry.c.digest).where(
    entry.c.group_id == bindparam("of")
)
# Written out, so that SQLite sees that the small index of erasures is enough.
_ERASED = select(entry.c.record).where(literal_column("kind") == literal_column("'erase'"))
_EMPTY = (
    update(entry)
    .where(entry.c.record == bindparam("of"), entry.c.kind != Kind.ERASE.value)
    .values(vals=null(), salt="")
)
_NO_CLASHES = delete(clash).where(clash.c.record == bindparam("of"))
_NO_ROW = {
    code: delete(table).where(table.c.id == bindparam("of"))
    for code, table in RECORD_TABLES.items()
}
_ROW = {code: keeping(table) for code, table in RECORD_TABLES.items()}
"""Statements are built once: building one anew costs more than SQLite needs to carry it out."""


def to_row(one: Entry) -> dict[str, Any]:
    """Write an entry as a row of the journal."""
    return {
        "group_id": str(one.group),
        "station": str(one.station),
        "number": one.number,
        "stamp": one.stamp,
        "record": str(one.record),
        "kind_of_record": one.table,
        "kind": one.kind.value,
        "vals": None if one.values is None else dict(one.values),
        "seen": {name: list(stamps) for name, stamps in one.seen.items()},
        "schema": one.schema,
        "who": None if one.who is None else str(one.who),
        "at": one.at,
        "piece": one.piece,
        "salt": one.salt,
        "digest": one.digest,
        "seal": one.seal,
    }


def from_row(row: Any) -> Entry:
    """Read an entry back from a row of the journal."""
    return Entry(
        group=GroupId(UUID(row.group_id)),
        station=StationId(UUID(row.station)),
        number=row.number,
        stamp=Stamp(row.stamp),
        record=UUID(row.record),
        table=row.kind_of_record,
        kind=Kind(row.kind),
        values=row.vals,
        seen={name: tuple(stamps) for name, stamps in row.seen.items()},
        schema=row.schema,
        who=None if row.who is None else UUID(row.who),
        at=row.at,
        piece=Stamp(row.piece),
        salt=row.salt,
        digest=row.digest,
        seal=row.seal,
    )


def append(connection: Connection, entries: Iterable[Entry]) -> None:
    """Add lines to the journal."""
    rows = [to_row(one) for one in entries]
    if rows:
        connection.execute(insert(entry), rows)


def entries_of(connection: Connection, record: UUID) -> list[Entry]:
    """Read every line about one record."""
    return [from_row(row) for row in connection.execute(_OF_RECORD, {"of": str(record)})]


def entries_of_piece(connection: Connection, piece: Stamp) -> list[Entry]:
    """Read every line of one piece of work, in the order it was written."""
    return [from_row(row) for row in connection.execute(_OF_PIECE, {"of": piece})]


def last_number(connection: Connection, group: UUID, station: UUID) -> int:
    """Give the highest number a station has in a group here."""
    return connection.scalar(_LAST, {"of": str(group), "by": str(station)}) or 0


def digests(connection: Connection, group: UUID) -> dict[tuple[UUID, int], str]:
    """Give the digest of every entry of a group, by its station and number."""
    found = connection.execute(_DIGESTS, {"of": str(group)})
    return {(UUID(row.station), row.number): row.digest for row in found}


def erased(connection: Connection) -> frozenset[UUID]:
    """Name the records that were erased."""
    return frozenset(UUID(one) for one in connection.scalars(_ERASED))


def empty(connection: Connection, record: UUID) -> None:
    """Empty payloads and salts of all entries of a record; what remains says that it was there."""
    connection.execute(_EMPTY, {"of": str(record)})


def project(
    connection: Connection, record: UUID, reading: Reading, *, newborn: bool = False
) -> None:
    """Make the record's row and its open conflicts say what the journal says."""
    if reading.table not in RECORD_TABLES:
        return
    key = str(record)
    if not newborn:
        connection.execute(_NO_CLASHES, {"of": key})
    if reading.erased or not reading.born:
        connection.execute(_NO_ROW[reading.table], {"of": key})
        return
    kept = from_values(KINDS[reading.table], key, reading.values, reading.entries)
    row = {**to_values(kept), "version": reading.entries, "gone": bool(reading.values.get(GONE))}
    connection.execute(_ROW[reading.table], {"id": key, **row})
    if reading.clashes:
        group = connection.scalar(select(entry.c.group_id).where(entry.c.record == key).limit(1))
        connection.execute(
            insert(clash),
            [
                {
                    "record": key,
                    "field": side.field,
                    "stamp": side.stamp,
                    "kind_of_record": reading.table,
                    "group_id": group,
                    "value": side.value,
                    "station": str(side.station),
                    "who": None if side.who is None else str(side.who),
                    "at": side.at,
                }
                for side in reading.clashes
            ],
        )


def refold(connection: Connection, record: UUID) -> Reading:
    """Read a record anew from the journal and make its row agree."""
    reading = fold(entries_of(connection, record))
    project(connection, record, reading)
    return reading


def lean(values: dict[str, Any], kind: type[Record]) -> dict[str, Any]:
    """Leave out of a birth what is empty by default: it says nothing and would be carried far."""
    defaults = {
        name: field.default
        for name, field in kind.__dataclass_fields__.items()  # type: ignore[attr-defined]
    }
    return {
        name: value
        for name, value in values.items()
        if value or _says_something(value, defaults.get(name, ...))
    }


def _says_something(empty: Any, default: Any) -> bool:
    """Tell whether an empty value is another one than the default: a no is more than no answer."""
    return default is ... or bool(default) or (empty is None) != (default is None)

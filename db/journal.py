"""The journal in its table: lines are added, read back, and folded into the record tables."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, null, select, update

from db.tables import RECORD_TABLES, clash, entry
from mediator_desk.records import KINDS, Record
from mediator_desk.records.entry import GONE, Entry, Kind, Stamp
from mediator_desk.records.ids import GroupId, StationId
from mediator_desk.records.values import from_values, to_values
from mediator_desk.rules.merging import Reading, fold


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
    found = connection.execute(select(entry).where(entry.c.record == str(record)))
    return [from_row(row) for row in found]


def entries_of_piece(connection: Connection, piece: Stamp) -> list[Entry]:
    """Read every line of one piece of work, in the order it was written."""
    found = connection.execute(select(entry).where(entry.c.piece == piece).order_by(entry.c.stamp))
    return [from_row(row) for row in found]


def last_number(connection: Connection, group: UUID, station: UUID) -> int:
    """Give the highest number a station has in a group here."""
    highest = connection.scalar(
        select(func.max(entry.c.number)).where(
            entry.c.group_id == str(group), entry.c.station == str(station)
        )
    )
    return highest or 0


def digests(connection: Connection, group: UUID) -> dict[tuple[UUID, int], str]:
    """Give the digest of every entry of a group, by its station and number."""
    found = connection.execute(
        select(entry.c.station, entry.c.number, entry.c.digest).where(
            entry.c.group_id == str(group)
        )
    )
    return {(UUID(row.station), row.number): row.digest for row in found}


def erased(connection: Connection, group: UUID | None = None) -> frozenset[UUID]:
    """Name the records that were erased, here or in one group."""
    asked = select(entry.c.record).where(entry.c.kind == Kind.ERASE.value)
    if group is not None:
        asked = asked.where(entry.c.group_id == str(group))
    return frozenset(UUID(one) for one in connection.scalars(asked))


def empty(connection: Connection, record: UUID) -> None:
    """Empty the payloads of all entries of a record; what remains says that it was there."""
    connection.execute(
        update(entry)
        .where(entry.c.record == str(record), entry.c.kind != Kind.ERASE.value)
        .values(vals=null())
    )


def project(connection: Connection, record: UUID, reading: Reading) -> None:
    """Make the record's row and its open conflicts say what the journal says."""
    table = RECORD_TABLES.get(reading.table)
    if table is None:
        return
    key = str(record)
    connection.execute(delete(clash).where(clash.c.record == key))
    if reading.erased or not reading.born:
        connection.execute(delete(table).where(table.c.id == key))
        return
    kept = from_values(KINDS[reading.table], key, reading.values, reading.entries)
    row = {**to_values(kept), "version": reading.entries, "gone": bool(reading.values.get(GONE))}
    changed = connection.execute(update(table).where(table.c.id == key).values(row))
    if changed.rowcount == 0:
        connection.execute(insert(table).values(id=key, **row))
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
        if value or defaults.get(name, ...) not in (None, "", 0, False, ())
    }

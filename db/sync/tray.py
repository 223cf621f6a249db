"""The tray: entries that wait because earlier ones are missing or their author is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, tuple_
from sqlalchemy.dialects.sqlite import insert as upsert

from db.canonical import entry_line, read_entry_line
from db.tables import tray
from mediator_desk.records.entry import Entry, Kind
from mediator_desk.records.ids import GroupId


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry in the tray, and the station that brought it."""

    entry: Entry
    sender: UUID


_OF_GROUP = (
    select(tray.c.line, tray.c.sender)
    .where(tray.c.group_id == bindparam("of"))
    .order_by(tray.c.station, tray.c.number)
)


def keep(connection: Connection, entries: Iterable[Entry], sender: UUID, why: str) -> None:
    """Let entries wait; the newest bringer and reason count."""
    for one in entries:
        told = {"line": entry_line(one), "sender": str(sender), "why": why}
        statement = upsert(tray).values(
            group_id=str(one.group), station=str(one.station), number=one.number, **told
        )
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["group_id", "station", "number"], set_=told
            )
        )


def of_group(connection: Connection, group: GroupId) -> list[Waiting]:
    """Read what waits of one group."""
    rows = connection.execute(_OF_GROUP, {"of": str(group)})
    return [Waiting(read_entry_line(row.line), UUID(row.sender)) for row in rows]


def groups(connection: Connection) -> tuple[GroupId, ...]:
    """Name the groups of which something waits."""
    found = connection.scalars(select(tray.c.group_id).distinct().order_by(tray.c.group_id))
    return tuple(GroupId(UUID(one)) for one in found)


def drop(connection: Connection, entries: Iterable[Entry]) -> None:
    """Take entries out of the tray."""
    for one in entries:
        connection.execute(
            delete(tray).where(
                tuple_(tray.c.group_id, tray.c.station, tray.c.number)
                == (str(one.group), str(one.station), one.number)
            )
        )


def empty(connection: Connection, group: GroupId, records: Iterable[UUID]) -> None:
    """Empty the payloads of records that were erased: the duty reaches what waits, too."""
    erased = set(records)
    for one in of_group(connection, group):
        held = one.entry
        if held.record in erased and held.kind is not Kind.ERASE and held.values is not None:
            connection.execute(
                tray.update()
                .where(
                    tray.c.group_id == str(group),
                    tray.c.station == str(held.station),
                    tray.c.number == held.number,
                )
                .values(line=entry_line(held.emptied()))
            )

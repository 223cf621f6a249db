"""Open conflicts, with both sides as a person can weigh them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from db import journal
from db.tables import RECORD_TABLES, clash
from mediator_desk.records.ids import DisputeId
from mediator_desk.rows import Clash
from mediator_desk.rules.merging import fold


def read_clashes(connection: Connection, group: UUID | None = None) -> tuple[Clash, ...]:
    """Read every open conflict, or those of one group, oldest first."""
    asked = select(clash).order_by(clash.c.stamp)
    if group is not None:
        asked = asked.where(clash.c.group_id == str(group))
    stations = _stations(connection)
    return tuple(_weigh(connection, row, stations) for row in connection.execute(asked))


def _weigh(connection: Connection, row: Any, stations: Mapping[str, str]) -> Clash:
    """Put the value in force and the other side next to each other."""
    entries = journal.entries_of(connection, UUID(row.record))
    reading = fold(entries)
    winner = next(one for one in entries if one.stamp == reading.stamps[row.field])
    disputes = RECORD_TABLES["dispute"]
    number = connection.scalar(select(disputes.c.number).where(disputes.c.id == row.group_id))
    return Clash(
        table=row.kind_of_record,
        id=UUID(row.record),
        field=row.field,
        in_force=reading.values[row.field],
        in_force_by=_who(connection, winner.who, str(winner.station), stations),
        in_force_at=winner.at,
        other=row.value,
        other_by=_who(connection, row.who, row.station, stations),
        other_at=row.at,
        dispute=None if number is None else DisputeId(UUID(row.group_id)),
        number=number or "",
        group=UUID(row.group_id),
    )


def _who(connection: Connection, person: object, station: str, stations: Mapping[str, str]) -> str:
    """Name the writer and the station."""
    people = RECORD_TABLES["person"]
    name = connection.scalar(select(people.c.name).where(people.c.id == str(person)))
    return " · ".join(one for one in (name, stations.get(station, station[:8])) if one)


def _stations(connection: Connection) -> Mapping[str, str]:
    """Name every station known here."""
    table = RECORD_TABLES["station"]
    return {row.id: row.name for row in connection.execute(select(table.c.id, table.c.name))}

"""Lines: what the lists, the chips and the search know of each dispute.

All of it is derived from the record tables in the same transaction as the change, and
``rebuild`` makes it anew.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db import search
from db.tables import RECORD_TABLES, chip, clash, keeping, line, series
from mediator_desk.records import KINDS
from mediator_desk.rows import Changes
from mediator_desk.rules.search_words import fold

_EPOCH_DAY = datetime(1900, 1, 1).toordinal()  # noqa: DTZ001 - a day, not a moment
_A_DAY = 1 << 20

_SAID_IN_LINES = {"note", "deadline", "dispute"} | {
    kind.TABLE for kind in KINDS.values() if kind.OWNER == "dispute"
}

_DISPUTES, _PARTIES = RECORD_TABLES["dispute"], RECORD_TABLES["party"]
_DEADLINES, _PLACES = RECORD_TABLES["deadline"], RECORD_TABLES["place"]

_LINE = select(line).where(line.c.id == bindparam("of"))
_DISPUTE = select(_DISPUTES).where(_DISPUTES.c.id == bindparam("of"), ~_DISPUTES.c.gone)
_ITS_PARTIES = (
    select(_PARTIES.c.name, _PARTIES.c.phone, _PARTIES.c.agent, _PARTIES.c.agent_phone)
    .where(_PARTIES.c.dispute == bindparam("of"), ~_PARTIES.c.gone)
    .order_by(_PARTIES.c.side, _PARTIES.c.id)
)
# How long a court takes is no clock of ours: it is told, but nothing here is late by it.
_DUE = select(func.min(_DEADLINES.c.due_at)).where(
    _DEADLINES.c.subject == bindparam("of"),
    _DEADLINES.c.met_at.is_(None),
    ~_DEADLINES.c.called_off,
    _DEADLINES.c.paused_at.is_(None),
    ~_DEADLINES.c.rule.startswith("D03"),
    ~_DEADLINES.c.gone,
)
_CLASHES = select(func.count()).select_from(clash).where(clash.c.group_id == bindparam("of"))
_PLACE = select(_PLACES.c.name).where(_PLACES.c.id == bindparam("of"))
_KEEP = keeping(line)
_FORGET = delete(line).where(line.c.id == bindparam("of"))
_COUNTING = upsert(chip)
_COUNT = _COUNTING.on_conflict_do_update(
    index_elements=[chip.c.dimension, chip.c.key],
    set_={"count": chip.c.count + _COUNTING.excluded.count},
)
_DRAW = (
    upsert(series)
    .values(name=bindparam("of"), last=1)
    .on_conflict_do_update(index_elements=[series.c.name], set_={"last": series.c.last + 1})
    .returning(series.c.last)
)
"""Built once: a refresh is a dozen small statements, and there are many refreshes."""

Readings = Callable[[str], Sequence[str]]


def touched_by(connection: Connection, changes: Changes) -> tuple[UUID, ...]:
    """Name the disputes whose lines may say something else after these changes."""
    found = {one.group: None for one in changes.touched if one.table in _SAID_IN_LINES}
    disputes = RECORD_TABLES["dispute"]
    for place in changes.of("place"):
        there = connection.scalars(select(disputes.c.id).where(disputes.c.estate == str(place)))
        found.update({UUID(one): None for one in there})
    return tuple(found)


def refresh(connection: Connection, disputes: Iterable[UUID], readings: Readings) -> None:
    """Make the lines of these disputes say what their records say."""
    for one in disputes:
        _refresh(connection, str(one), readings)


def rebuild(connection: Connection, readings: Readings) -> int:
    """Make every line, every chip and the whole index anew; give the number of lines."""
    search.drop_index(connection)
    search.create_index(connection)
    connection.execute(delete(chip))
    keys = {row.id: row.n for row in connection.execute(select(line.c.id, line.c.n))}
    connection.execute(delete(line))
    every = list(connection.execute(select(RECORD_TABLES["dispute"].c.id)).scalars())
    for one in every:
        _refresh(connection, one, readings, keys.get(one))
    return len(every)


def place_words(connection: Connection, dispute: Any) -> str:
    """Say where a dispute is: estate, building, unit."""
    estate = ""
    if dispute.estate:
        estate = connection.scalar(_PLACE, {"of": dispute.estate}) or ""
    return " ".join(one for one in (estate, dispute.building, dispute.unit) if one)


def draw(connection: Connection, name: str) -> int:
    """Draw the next number of a series."""
    return int(connection.scalar(_DRAW, {"of": name}) or 1)


def _refresh(connection: Connection, id: str, readings: Readings, key: int | None = None) -> None:
    """Make one line anew from its records."""
    old = connection.execute(_LINE, {"of": id}).one_or_none()
    new, phones = _read(connection, id)
    if new is None:
        if old is not None:
            connection.execute(_FORGET, {"of": id})
            search.forget(connection, old.n)
            _count(connection, old._mapping, -1)
        return
    n = old.n if old is not None else key or _next_key(connection, str(new["logged_at"]))
    connection.execute(_KEEP, {"n": n, "id": id, **new})
    if old is None:
        _count(connection, new, +1)
    elif any(old._mapping[one] != new[one] for one in search.DIMENSIONS):
        _count(connection, old._mapping, -1)
        _count(connection, new, +1)
    if old is not None:
        search.forget(connection, n)
    search.index(connection, n, new, phones, readings)


def _read(connection: Connection, id: str) -> tuple[dict[str, Any] | None, list[str]]:
    """Gather what a line says from the record tables."""
    row = connection.execute(_DISPUTE, {"of": id}).one_or_none()
    if row is None:
        return None, []
    found = connection.execute(_ITS_PARTIES, {"of": id}).all()
    due_at = connection.scalar(_DUE, {"of": id})
    clashes = connection.scalar(_CLASHES, {"of": id})
    place = place_words(connection, row)
    names = [one.name for one in found]
    agents = [one.agent for one in found if one.agent]
    phones = [one for pair in found for one in (pair.phone, pair.agent_phone) if one]
    said = [row.title, row.text, row.number, row.volume_no, place, *names, *agents, *phones]
    return {
        "number": row.number,
        "volume_no": row.volume_no,
        "title": row.title,
        "text": row.text[:200],
        "parties": names,
        "place": place,
        "words": fold(" | ".join(one for one in said if one)),
        "topic": row.topic,
        "division": row.division,
        "estate": row.estate,
        "stage": row.stage,
        "outcome": row.outcome,
        "route": row.route,
        "mediator": row.mediator,
        "logged_at": row.logged_at,
        "due_at": due_at if row.stage not in ("closed", "archived") else None,
        "clashes": clashes or 0,
    }, phones


def _next_key(connection: Connection, logged_at: str) -> int:
    """Draw the list key: the day it was logged, then the order of arrival on this PC."""
    day = max(datetime.fromisoformat(logged_at).toordinal() - _EPOCH_DAY, 0)
    return day * _A_DAY + draw(connection, f"line/{day}")


def _count(connection: Connection, row: Any, by: int) -> None:
    """Keep the chips' counters in step with one line that came or went."""
    counted = [
        {"dimension": one, "key": row[one], "count": by} for one in search.DIMENSIONS if row[one]
    ]
    connection.execute(_COUNT, counted)

"""Lists of disputes: a page by key, newest first, narrowed by filters and by a search."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, text

from mediator_desk.records.dispute import Outcome, Route, Stage, Topic
from mediator_desk.records.ids import DisputeId
from mediator_desk.rows import DisputeFilter, DisputeRow
from mediator_desk.rules.search_words import (
    Query,
    filter_token,
    fold,
    match_expression,
    name_expression,
)

COLUMNS = (
    "line.n, line.id, line.number, line.volume_no, line.title, line.text, line.parties,"
    " line.topic, line.place, line.division, line.stage, line.outcome, line.route,"
    " line.mediator, line.logged_at, line.due_at, line.clashes, person.name AS mediator_name"
)
PERSON = "LEFT JOIN person ON person.id = line.mediator"
_NEWEST = 3000
"""How many of the newest rows are looked through for a single character before the index is."""


def page(connection: Connection, asked: DisputeFilter) -> tuple[DisputeRow, ...]:
    """List one page of disputes."""
    keys = find_keys(connection, asked, asked.limit)
    if not keys:
        return ()
    places = ", ".join(str(int(key)) for key in keys)
    found = connection.execute(
        text(f"SELECT {COLUMNS} FROM line {PERSON} WHERE line.n IN ({places}) ORDER BY line.n DESC")
    )
    return tuple(row_from(one) for one in found.mappings())


def find_keys(connection: Connection, asked: DisputeFilter, limit: int | None) -> list[int]:
    """Give the keys of the disputes that meet the filter, newest first; ``None`` gives all."""
    if not fold(asked.text):
        return _listed(connection, asked, limit)
    query = match_expression(asked.text, _filters(asked))
    if query.single and limit is not None:
        found = _scanned(connection, asked, limit, _NEWEST)
        if len(found) >= limit:
            return found
    if query.match is None:
        return _scanned(connection, asked, limit, None)
    found = _matched(connection, "dispute_texts", query, asked, limit)
    if fold(asked.text).isascii():
        named = name_expression(asked.text, _filters(asked))
        if named.match is not None:
            more = _matched(connection, "dispute_names", named, asked, limit)
            found = sorted({*found, *more}, reverse=True)[:limit]
    return found


def row_from(one: RowMapping) -> DisputeRow:
    """Read one line of the list."""
    return DisputeRow(
        key=one["n"],
        id=DisputeId(UUID(one["id"])),
        number=one["number"],
        volume_no=one["volume_no"],
        title=one["title"],
        text=one["text"],
        parties=tuple(json.loads(one["parties"])),
        topic=Topic(one["topic"]),
        place=one["place"],
        division=one["division"],
        stage=Stage(one["stage"]),
        outcome=Outcome(one["outcome"]),
        route=Route(one["route"]),
        mediator=None if one["mediator"] is None else UUID(one["mediator"]),
        mediator_name=one["mediator_name"] or "",
        logged_at=datetime.fromisoformat(one["logged_at"]),
        due_at=None if one["due_at"] is None else datetime.fromisoformat(one["due_at"]),
        clashes=one["clashes"],
    )


def _filters(asked: DisputeFilter) -> Iterable[list[str]]:
    """Say the filters as words of the index: one group a filter."""
    if asked.stages:
        yield [filter_token("stage", stage.value) for stage in asked.stages]
    if asked.topic is not None:
        yield [filter_token("topic", asked.topic.value)]
    if asked.mediator is not None:
        yield [filter_token("mediator", str(asked.mediator))]


def _conditions(asked: DisputeFilter) -> tuple[list[str], dict[str, Any]]:
    """Say the filters as conditions on the lines."""
    said: list[str] = []
    places: dict[str, Any] = {}
    if asked.before is not None:
        said.append("line.n < :before")
        places["before"] = asked.before
    if asked.stages:
        names = {f"stage{at}": stage.value for at, stage in enumerate(asked.stages)}
        said.append(f"line.stage IN ({', '.join(f':{name}' for name in names)})")
        places |= names
    if asked.topic is not None:
        said.append("line.topic = :topic")
        places["topic"] = asked.topic.value
    if asked.mediator is not None:
        said.append("line.mediator = :mediator")
        places["mediator"] = str(asked.mediator)
    if asked.division:
        said.append("line.division >= :division AND line.division < :division_end")
        places |= {"division": asked.division, "division_end": asked.division + "\uffff"}
    return said, places


def _listed(connection: Connection, asked: DisputeFilter, limit: int | None) -> list[int]:
    """List without a search: each filter has its own index in list order."""
    said, places = _conditions(asked)
    where = f"WHERE {' AND '.join(said)}" if said else ""
    found = connection.execute(
        text(f"SELECT line.n FROM line {where} ORDER BY line.n DESC LIMIT :limit"),
        {**places, "limit": _most(limit)},
    )
    return list(found.scalars())


def _scanned(
    connection: Connection, asked: DisputeFilter, limit: int | None, newest: int | None
) -> list[int]:
    """Look for the typed text in the lines themselves, at most the newest so many."""
    said, places = _conditions(asked)
    where = f"WHERE {' AND '.join(said)}" if said else ""
    inner = f"SELECT line.n, line.words FROM line {where} ORDER BY line.n DESC"
    found = connection.execute(
        text(
            f"SELECT n FROM ({inner} LIMIT :newest) WHERE instr(words, :needle)"
            " ORDER BY n DESC LIMIT :limit"
        ),
        {**places, "needle": fold(asked.text), "limit": _most(limit), "newest": _most(newest)},
    )
    return list(found.scalars())


def _matched(
    connection: Connection, index: str, query: Query, asked: DisputeFilter, limit: int | None
) -> list[int]:
    """Ask the index, and check in the lines what it cannot prove."""
    said = [f"{index} MATCH :match"]
    places: dict[str, Any] = {"match": query.match, "limit": _most(limit)}
    if asked.before is not None:
        said.append(f"{index}.rowid < :before")
        places["before"] = asked.before
    join = ""
    if query.verify or asked.division:
        join = f"CROSS JOIN line ON line.n = {index}.rowid"
    if query.verify:
        said.append("instr(line.words, :verify)")
        places["verify"] = query.verify
    if asked.division:
        said.append("line.division >= :division AND line.division < :division_end")
        places |= {"division": asked.division, "division_end": asked.division + "\uffff"}
    found = connection.execute(
        text(
            f"SELECT {index}.rowid FROM {index} {join} WHERE {' AND '.join(said)}"
            f" ORDER BY {index}.rowid DESC LIMIT :limit"
        ),
        places,
    )
    return list(found.scalars())


def _most(limit: int | None) -> int:
    """Say a limit to SQLite, for which a negative one is none."""
    return -1 if limit is None else limit

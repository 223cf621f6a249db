"""Lists of disputes: a page by key, newest first, narrowed by filters and by a search.

A list is asked for at every key that is typed, so it goes past SQLAlchemy: one statement on the
driver's own cursor, and its rows straight into ``DisputeRow`` (measured in docs/performance.md).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mediator_desk.rows import DisputeFilter, DisputeRow
from mediator_desk.rules.search_words import (
    Query,
    filter_token,
    fold,
    match_expression,
    name_expression,
)

# In the order of the fields of ``DisputeRow``.
COLUMNS = (
    "line.n, line.id, line.number, line.volume_no, line.title, line.text, line.parties,"
    " line.topic, line.place, line.division, line.stage, line.outcome, line.route,"
    " line.mediator, coalesce(person.name, '') AS mediator_name,"
    " line.logged_at, line.due_at, line.clashes"
)
PERSON = "LEFT JOIN person ON person.id = line.mediator"
_NEWEST = 3000
"""How many of the newest rows are looked through for a single character before the index is."""

_PARTIES = DisputeRow.__struct_fields__.index("parties")
_names = msgspec.json.Decoder(tuple[str, ...]).decode


def page(cursor: Any, asked: DisputeFilter) -> tuple[DisputeRow, ...]:
    """List one page of disputes; the cursor is the driver's."""
    found: tuple[DisputeRow, ...] = ()
    for keys in _ways(asked, asked.limit):
        found = rows_from(
            cursor.execute(
                f"SELECT {COLUMNS} FROM ({keys.sql}) AS found CROSS JOIN line ON line.n = found.n"
                f" {PERSON} ORDER BY found.n DESC",
                keys.places,
            ).fetchall()
        )
        if len(found) >= asked.limit:
            break
    return found


def find_keys(cursor: Any, asked: DisputeFilter, limit: int | None) -> list[int]:
    """Give the keys of the disputes that meet the filter, newest first; ``None`` gives all."""
    found: list[int] = []
    for keys in _ways(asked, limit):
        found = [row[0] for row in cursor.execute(keys.sql, keys.places)]
        if limit is not None and len(found) >= limit:
            break
    return found


def rows_from(found: Iterable[Sequence[Any]]) -> tuple[DisputeRow, ...]:
    """Read lines of the list."""
    return msgspec.convert(
        [(*one[:_PARTIES], _names(one[_PARTIES]), *one[_PARTIES + 1 :]) for one in found],
        tuple[DisputeRow, ...],
    )


@dataclass(frozen=True, slots=True)
class _Keys:
    """A statement that gives the keys of a list, newest first, as its column ``n``."""

    sql: str
    places: dict[str, Any] = field(default_factory=dict)


def _ways(asked: DisputeFilter, limit: int | None) -> Iterable[_Keys]:
    """Say how to find a list: the next way is tried if the one before filled no page."""
    if not fold(asked.text):
        yield _listed(asked, limit)
        return
    query = match_expression(asked.text, _filters(asked))
    if query.single and limit is not None:
        yield _scanned(asked, limit, _NEWEST)
    if query.match is None:
        yield _scanned(asked, limit, None)
        return
    texts = _matched("dispute_texts", query, asked, limit)
    named = name_expression(asked.text, _filters(asked)) if fold(asked.text).isascii() else None
    if named is None or named.match is None:
        yield texts
        return
    names = _matched("dispute_names", named, asked, limit)
    yield _Keys(
        f"SELECT n FROM (SELECT n FROM ({texts.sql}) UNION SELECT n FROM ({names.sql}))"
        " ORDER BY n DESC LIMIT :limit",
        {**texts.places, **names.places},
    )


def _filters(asked: DisputeFilter) -> Iterable[list[str]]:
    """Say the filters as words of the index: one group a filter."""
    if asked.stages:
        yield [filter_token("stage", stage.value) for stage in asked.stages]
    if asked.topic is not None:
        yield [filter_token("topic", asked.topic.value)]
    if asked.mediator is not None:
        yield [filter_token("mediator", str(asked.mediator))]


def _conditions(asked: DisputeFilter) -> tuple[str, dict[str, Any]]:
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
        said.append(_UNDER)
        places |= _under(asked.division)
    return f"WHERE {' AND '.join(said)}" if said else "", places


def _listed(asked: DisputeFilter, limit: int | None) -> _Keys:
    """List without a search: each filter has its own index in list order."""
    where, places = _conditions(asked)
    return _Keys(
        f"SELECT line.n FROM line {where} ORDER BY line.n DESC LIMIT :limit",
        {**places, "limit": _most(limit)},
    )


def _scanned(asked: DisputeFilter, limit: int | None, newest: int | None) -> _Keys:
    """Look for the typed text in the lines themselves, at most the newest so many."""
    where, places = _conditions(asked)
    inner = f"SELECT line.n, line.words FROM line {where} ORDER BY line.n DESC LIMIT :newest"
    return _Keys(
        f"SELECT n FROM ({inner}) WHERE instr(words, :needle) ORDER BY n DESC LIMIT :limit",
        {**places, "needle": fold(asked.text), "limit": _most(limit), "newest": _most(newest)},
    )


def _matched(index: str, query: Query, asked: DisputeFilter, limit: int | None) -> _Keys:
    """Ask the index, and check in the lines what it cannot prove."""
    said = [f"{index} MATCH :{index}"]
    places: dict[str, Any] = {index: query.match, "limit": _most(limit)}
    if asked.before is not None:
        said.append(f"{index}.rowid < :before")
        places["before"] = asked.before
    join = ""
    if query.verify or asked.division:
        join = f"CROSS JOIN line ON line.n = {index}.rowid"
    if query.verify:
        said.append(f"instr(line.words, :verify_{index})")
        places[f"verify_{index}"] = query.verify
    if asked.division:
        said.append(_UNDER)
        places |= _under(asked.division)
    return _Keys(
        f"SELECT {index}.rowid AS n FROM {index} {join} WHERE {' AND '.join(said)}"
        f" ORDER BY {index}.rowid DESC LIMIT :limit",
        places,
    )


_UNDER = "line.division >= :division AND line.division < :division_end"


def _under(division: str) -> dict[str, str]:
    """Say which places lie in a place: their codes begin with its own."""
    return {"division": division, "division_end": division + "\uffff"}


def _most(limit: int | None) -> int:
    """Say a limit to SQLite, for which a negative one is none."""
    return -1 if limit is None else limit

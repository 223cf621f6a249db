"""Reading the journal: what a record's entries say together, in whatever order they came.

This is the one definition of the merge. It is a function of the *set* of entries, so order and
repetition cannot matter; the write path, taking a bundle in, and the hub all call ``fold``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import msgspec

from mediator_desk.records.entry import Entry, Json, Kind, Stamp

SCHEMA = 1
"""The newest schema this program reads; later entries wait in the journal until it is upgraded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The other side of a conflict: a value that somebody wrote without seeing the one in force."""

    field: str
    value: Json
    stamp: Stamp
    station: UUID
    who: UUID | None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the entries of one record say together.

    ``values`` and ``stamps`` hold each field in force; ``clashes`` the values that lost without
    having been seen. ``agreeing`` holds, for each field in force, its stamp and those of the
    writers who wrote the same without seeing it: whoever sees the value in force has seen them
    all. A record that is not ``born`` here yet is not shown.
    """

    table: str
    born: bool
    erased: bool
    values: Mapping[str, Json]
    stamps: Mapping[str, Stamp]
    clashes: tuple[Side, ...]
    entries: int
    agreeing: Mapping[str, tuple[Stamp, ...]]


class _Write(NamedTuple):
    """One field that one entry writes."""

    by: Entry
    field: str
    value: Json


def fold(entries: Iterable[Entry]) -> Reading:
    """Read a record out of its entries (all of one record, in any order, repeated or not)."""
    every = _once(entries)
    readable = [one for one in every if one.schema <= SCHEMA]
    table = readable[0].table if readable else ""
    # An erasure is a duty to a person: it counts even if a newer program wrote it.
    erased = any(one.kind is Kind.ERASE for one in every)
    born = any(one.kind is Kind.BIRTH and one.values is not None for one in readable)
    if erased or not born:
        return Reading(
            table=table,
            born=erased,
            erased=erased,
            values={},
            stamps={},
            clashes=(),
            entries=len(readable),
            agreeing={},
        )
    cleared = _cleared(readable)
    writes = _standing(readable, cleared)
    values: dict[str, Json] = dict.fromkeys(cleared)
    stamps = dict(cleared)
    for one in writes:
        values[one.field], stamps[one.field] = one.value, one.by.stamp
    alike, clashes = _unseen(readable, writes, values, stamps)
    return Reading(
        table=table,
        born=True,
        erased=False,
        values=values,
        stamps=stamps,
        clashes=clashes,
        entries=len(readable),
        agreeing={field: (mark, *alike.get(field, ())) for field, mark in stamps.items()},
    )


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Keep one of each entry, by stamp; of two that say they are the same, always the same one."""
    kept: dict[tuple[UUID, int], Entry] = {}
    for one in entries:
        other = kept.setdefault((one.station, one.number), one)
        if other is not one and _weight(one) > _weight(other):
            kept[one.station, one.number] = one
    return sorted(kept.values(), key=lambda one: (one.stamp, one.digest))


def _weight(one: Entry) -> tuple[bool, str, Stamp]:
    """Weigh two copies of an entry: the one with its payload counts."""
    return (one.values is not None, one.digest, one.stamp)


def _cleared(ordered: Iterable[Entry]) -> dict[str, Stamp]:
    """Find the last redaction of each field."""
    cleared: dict[str, Stamp] = {}
    for one in ordered:
        if one.kind is Kind.REDACT:
            cleared.update(dict.fromkeys(one.values or one.seen, one.stamp))
    return cleared


def _standing(ordered: Iterable[Entry], cleared: Mapping[str, Stamp]) -> list[_Write]:
    """List what was written and not redacted, by stamp.

    A redaction clears what is older, and also what was written later by somebody who still had
    nothing but cleared values before her: she may have repeated what had to go.
    """
    gone: set[tuple[str, Stamp]] = set()
    standing: list[_Write] = []
    for one in ordered:
        if one.kind not in (Kind.BIRTH, Kind.CHANGE) or one.values is None:
            continue
        for field, value in one.values.items():
            before = one.seen.get(field, ())
            from_cleared = before and all((field, mark) in gone for mark in before)
            if one.stamp < cleared.get(field, "") or from_cleared:
                gone.add((field, one.stamp))
            else:
                standing.append(_Write(one, field, value))
    return standing


def _unseen(
    ordered: Iterable[Entry],
    writes: Iterable[_Write],
    values: Mapping[str, Json],
    stamps: Mapping[str, Stamp],
) -> tuple[dict[str, tuple[Stamp, ...]], tuple[Side, ...]]:
    """Find the values that lost and that no writer had seen: those alike, and those that clash."""
    seen = {(field, mark) for one in ordered for field, marks in one.seen.items() for mark in marks}
    alike: dict[str, tuple[Stamp, ...]] = {}
    clashes: list[Side] = []
    for by, field, value in writes:
        if by.stamp == stamps[field] or (field, by.stamp) in seen:
            continue
        if _same(value, values[field]):
            alike[field] = (*alike.get(field, ()), by.stamp)
            continue
        clashes.append(
            Side(
                field=field,
                value=value,
                stamp=by.stamp,
                station=by.station,
                who=by.who,
                at=by.at,
            )
        )
    return alike, tuple(clashes)


def _same(one: Json, other: Json) -> bool:
    """Tell whether two values are the same as written; to Python alone, yes and 1 would be."""
    return one == other and _text(one) == _text(other)


def _text(value: Json) -> bytes:
    """Write a value so that its type shows."""
    return msgspec.json.encode(value, order="deterministic")

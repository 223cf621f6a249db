"""Reading the journal: what a record's entries say together, in whatever order they came.

This is the one definition of the merge. It is a function of the *set* of entries, so order and
repetition cannot matter; the write path, taking a bundle in, and the hub all call ``fold``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

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
    having been seen. A record that is not ``born`` here yet is not shown.
    """

    table: str
    born: bool
    erased: bool
    values: Mapping[str, Json]
    stamps: Mapping[str, Stamp]
    clashes: tuple[Side, ...]
    entries: int


def fold(entries: Iterable[Entry]) -> Reading:
    """Read a record out of its entries (all of one record, in any order, repeated or not)."""
    known = {(one.station, one.number): one for one in entries if one.schema <= SCHEMA}
    ordered = sorted(known.values(), key=lambda one: one.stamp)
    table = ordered[0].table if ordered else ""
    if any(one.kind is Kind.ERASE for one in ordered):
        return Reading(
            table=table,
            born=True,
            erased=True,
            values={},
            stamps={},
            clashes=(),
            entries=len(known),
        )
    born = any(one.kind is Kind.BIRTH and one.values is not None for one in ordered)
    cleared = _cleared(ordered)
    values: dict[str, Json] = dict.fromkeys(cleared)
    stamps: dict[str, Stamp] = dict(cleared)
    for one in ordered:
        for field, value in _written(one, cleared):
            values[field], stamps[field] = value, one.stamp
    return Reading(
        table=table,
        born=born,
        erased=False,
        values=values if born else {},
        stamps=stamps if born else {},
        clashes=_clashes(ordered, cleared, values, stamps) if born else (),
        entries=len(known),
    )


def _cleared(ordered: Iterable[Entry]) -> dict[str, Stamp]:
    """Find the last redaction of each field; older edits of it stay cleared, late ones too."""
    cleared: dict[str, Stamp] = {}
    for one in ordered:
        if one.kind is Kind.REDACT:
            cleared.update(dict.fromkeys(one.values or one.seen, one.stamp))
    return cleared


def _written(one: Entry, cleared: Mapping[str, Stamp]) -> Iterable[tuple[str, Json]]:
    """Give the fields an entry writes that no redaction cleared after it."""
    if one.kind in (Kind.BIRTH, Kind.CHANGE) and one.values is not None:
        for field, value in one.values.items():
            if one.stamp > cleared.get(field, ""):
                yield field, value


def _clashes(
    ordered: Iterable[Entry],
    cleared: Mapping[str, Stamp],
    values: Mapping[str, Json],
    stamps: Mapping[str, Stamp],
) -> tuple[Side, ...]:
    """Find the values that lost and differ, and that no later writer had seen."""
    ordered = tuple(ordered)
    seen = {(field, mark) for one in ordered for field, marks in one.seen.items() for mark in marks}
    return tuple(
        Side(
            field=field,
            value=value,
            stamp=one.stamp,
            station=one.station,
            who=one.who,
            at=one.at,
        )
        for one in ordered
        for field, value in _written(one, cleared)
        if one.stamp != stamps[field] and value != values[field] and (field, one.stamp) not in seen
    )

"""The law of the merge as one would say it aloud, over the set of a record's entries.

It is written with "there is" and "for all" and shares nothing with ``fold``.
"""

import json

from mediator_desk.records.entry import Entry, Kind, Stamp

WRITERS = (Kind.BIRTH, Kind.CHANGE)


def text(value: object) -> str:
    """Write a value so that 1 and yes are not the same."""
    return json.dumps(value, sort_keys=True)


def hold(reading, entries: list[Entry], schema: int) -> None:
    """Say the law aloud about one reading."""
    readable = [one for one in entries if one.schema <= schema]
    assert reading.entries == len(readable), "no entry is lost or counted twice"
    if any(one.kind is Kind.ERASE for one in entries):
        assert reading.erased, "erasure wins over everything"
        assert_empty(reading)
        return
    assert not reading.erased
    births = [one for one in readable if one.kind is Kind.BIRTH and one.values is not None]
    assert reading.born == bool(births), "nothing is shown before its birth"
    if not births:
        assert_empty(reading)
        return
    writes = [one for one in readable if one.kind in WRITERS and one.values is not None]
    redactions = [one for one in readable if one.kind is Kind.REDACT]
    fields = {name for one in [*writes, *redactions] for name in one.values}
    assert set(reading.values) == set(reading.stamps) == fields
    for field in fields:
        hold_field(reading, field, readable, writes, redactions)


def assert_empty(reading) -> None:
    """Insist that nothing of the record shows."""
    shown = (reading.values, reading.stamps, reading.clashes, reading.agreeing)
    assert shown == ({}, {}, (), {}), "nothing may show"


def hold_field(reading, field: str, readable, writes, redactions) -> None:
    """Say the law about one field: in force, or visible as the other side, or seen and replaced."""
    marks = {one.stamp: one for one in writes if field in one.values}
    last_cleared = max((one.stamp for one in redactions if field in one.values), default="")

    def cleared(mark: Stamp) -> bool:
        if mark not in marks:
            return False
        before = marks[mark].seen.get(field, ())
        return mark < last_cleared or (before != () and all(cleared(one) for one in before))

    standing = {mark: one.values[field] for mark, one in marks.items() if not cleared(mark)}
    in_force = max(standing, default=last_cleared)
    assert reading.stamps[field] == in_force, "the highest stamp is in force"
    assert text(reading.values[field]) == text(standing.get(in_force)), "and its value is shown"
    lost = {
        mark
        for mark, value in standing.items()
        if mark != in_force
        and text(value) != text(standing[in_force])
        and not any(mark in one.seen.get(field, ()) for one in readable)
    }
    sides = {side.stamp: side for side in reading.clashes if side.field == field}
    assert set(sides) == lost, "what lost unseen is visible, and nothing else"
    for mark, side in sides.items():
        assert text(side.value) == text(standing[mark])
        assert (side.station, side.at) == (marks[mark].station, marks[mark].at)

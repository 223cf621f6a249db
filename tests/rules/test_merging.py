"""Reading the journal: the law over generated histories, and the finds kept as plain tests."""

import os
from dataclasses import replace
from uuid import UUID

from hypothesis import HealthCheck, given, settings

from mediator_desk.records.entry import GONE, Entry, Kind, stamp
from mediator_desk.rules import merging
from mediator_desk.rules.merging import fold
from tests.rules.merging_histories import STEPS, play, play_many

HISTORIES = int(os.environ.get("MEDIATOR_DESK_HISTORIES", "60"))
EAST, WEST, SOUTH = (UUID(int=number) for number in (1, 2, 3))
RECORD = UUID(int=9)


@settings(
    max_examples=HISTORIES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(STEPS)
def test_every_history_of_three_stations_keeps_the_law(steps):
    play(merging, steps)


def test_histories_drawn_by_chance_keep_the_law():
    play_many(merging, range(HISTORIES))


def line(moment, station=EAST, number=1, kind=Kind.CHANGE, seen=None, schema=1, **values):
    """One entry, written at a moment that is also its number on this station by default."""
    mark = stamp(moment, 0, station)
    return Entry(
        group=RECORD,
        station=station,
        number=number,
        stamp=mark,
        record=RECORD,
        table="dispute",
        kind=kind,
        values=values,
        seen=seen or {},
        schema=schema,
        who=None,
        at=str(moment),
        piece=mark,
    )


def birth(**values):
    return line(1, kind=Kind.BIRTH, **(values or {"text": "first"}))


def seen(*entries, field="text"):
    return {field: tuple(one.stamp for one in entries)}


def test_of_two_values_written_unseen_the_later_is_shown_and_the_other_stays_visible():
    start = birth()
    east = line(5, number=2, seen=seen(start), text="east")
    west = line(6, station=WEST, seen=seen(start), text="west")

    reading = fold([start, east, west])

    assert reading.values["text"] == "west"
    assert [(side.value, side.station) for side in reading.clashes] == [("east", EAST)]


def test_a_decision_that_saw_both_sides_ends_the_conflict_whichever_order_it_comes_in():
    start = birth()
    east = line(5, number=2, seen=seen(start), text="east")
    west = line(6, station=WEST, seen=seen(start), text="west")
    decided = line(7, number=3, seen=seen(east, west), text="both")

    readings = [fold([decided, west, east, start]), fold([west, start, decided, east, west])]

    assert readings[0] == readings[1]
    assert readings[0].values["text"] == "both"
    assert readings[0].clashes == ()


def test_the_same_value_written_twice_is_no_conflict_but_must_be_seen_twice():
    start = birth()
    east = line(5, number=2, seen=seen(start), text="same")
    west = line(6, station=WEST, seen=seen(start), text="same")

    reading = fold([start, east, west])

    assert reading.clashes == ()
    assert set(reading.agreeing["text"]) == {east.stamp, west.stamp}


def test_whoever_replaces_a_value_that_two_had_written_replaces_it_for_both():
    start = birth()
    east = line(5, number=2, seen=seen(start), text="same")
    west = line(6, station=WEST, seen=seen(start), text="same")
    before = fold([start, east, west]).agreeing
    replaced = line(7, number=3, seen=dict(before), text="other")

    reading = fold([start, east, west, replaced])

    assert reading.values["text"] == "other"
    assert reading.clashes == ()


def test_yes_and_one_are_different_values():
    start = birth()
    east = line(5, number=2, seen=seen(start), text=True)
    west = line(6, station=WEST, seen=seen(start), text=1)

    reading = fold([start, east, west])

    assert [side.value for side in reading.clashes] == [True]


def test_edits_of_different_fields_never_clash():
    start = birth(text="first", place="here")
    east = line(5, number=2, seen=seen(start), text="east")
    west = line(6, station=WEST, seen=seen(start, field="place"), place="there")

    reading = fold([west, start, east])

    assert reading.values == {"text": "east", "place": "there"}
    assert reading.clashes == ()


def test_an_erasure_wins_over_edits_made_later():
    start = birth()
    erased = line(5, station=WEST, kind=Kind.ERASE)
    late = line(9, number=2, seen=seen(start), text="late")

    reading = fold([start, late, erased])

    assert reading.erased
    assert reading.values == {}
    assert reading.clashes == ()


def test_an_erasure_written_by_a_newer_program_counts_already():
    erased = line(5, station=WEST, kind=Kind.ERASE, schema=merging.SCHEMA + 1)

    assert fold([birth(), erased]).erased


def test_a_redaction_clears_what_is_older_and_leaves_what_was_written_after_seeing_it():
    start = birth()
    cleared = line(5, station=WEST, kind=Kind.REDACT, text=None)
    after = line(6, number=2, seen=seen(cleared), text="new")

    assert fold([start, cleared]).values == {"text": None}
    assert fold([start, cleared, after]).values == {"text": "new"}


def test_a_redaction_also_clears_an_older_edit_that_arrives_late():
    start = birth()
    late = line(4, station=SOUTH, seen=seen(start), text="late")
    cleared = line(5, station=WEST, kind=Kind.REDACT, text=None)

    reading = fold([start, cleared, late])

    assert reading.values == {"text": None}
    assert reading.clashes == ()


def test_a_redaction_also_clears_later_edits_of_what_it_cleared():
    start = birth()
    cleared = line(5, station=WEST, kind=Kind.REDACT, text=None)
    unaware = line(8, number=2, seen=seen(start), text="first, and more")
    again = line(9, number=3, seen=seen(unaware), text="first, and even more")

    reading = fold([start, cleared, unaware, again])

    assert reading.values == {"text": None}
    assert reading.clashes == ()


def test_nothing_is_shown_before_the_birth_arrives():
    edit = line(5, station=WEST, text="early")

    reading = fold([edit])

    assert not reading.born
    assert reading.values == {}


def test_a_birth_whose_payload_was_erased_waits_for_the_erasure():
    emptied = replace(birth(), values=None)
    edit = line(5, station=WEST, text="edit")

    assert not fold([emptied, edit]).born


def test_of_two_copies_of_an_entry_the_one_with_its_payload_counts_in_any_order():
    start = birth()
    emptied = replace(start, values=None)

    assert fold([start, emptied]) == fold([emptied, start])
    assert fold([start, emptied]).values == {"text": "first"}


def test_an_entry_of_a_newer_schema_waits_and_is_read_after_the_upgrade(monkeypatch):
    start = birth()
    newer = line(5, station=WEST, schema=merging.SCHEMA + 1, seen=seen(start), text="new", more=1)

    waiting = fold([start, newer])
    monkeypatch.setattr(merging, "SCHEMA", merging.SCHEMA + 1)
    upgraded = fold([start, newer])

    assert waiting.values == {"text": "first"}
    assert upgraded.values == {"text": "new", "more": 1}


def test_putting_aside_can_be_undone_and_clashes_with_an_opposite_wish():
    start = birth()
    aside = line(5, number=2, **{GONE: True})
    kept = line(6, station=WEST, **{GONE: False})

    reading = fold([start, aside, kept])

    assert reading.values[GONE] is False
    assert [side.value for side in reading.clashes] == [True]

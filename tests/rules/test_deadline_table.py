"""More than 400 deadlines against an independent reckoning; and what always holds of any."""

import csv
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.counting import Stop
from mediator_desk.rules.deadlines import reckon
from mediator_desk.rules.durations import CHINA, Duration, Unit, start_of_day
from mediator_desk.rules.limits import Kind, Limit
from mediator_desk.rules.remarks import Named
from tests.rules.plain_reckoning import TABLE, written

ROWS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
DAYS = st.dates(date(2025, 1, 1), date(2026, 10, 1))
LENGTHS = st.builds(
    Duration,
    length=st.integers(1, 40),
    unit=st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS]),
)
ANY_LENGTH = LENGTHS | st.builds(
    Duration, length=st.integers(1, 6), unit=st.sampled_from([Unit.MONTHS])
)


def limit(duration, kind=Kind.LATEST):
    """Make up a limit of this length."""
    return Limit(
        id="X",
        rule_set="national",
        title=Named("甲", "a"),
        kind=kind,
        duration=duration,
        force="soft",
        source="",
        effective_from=date(2000, 1, 1),
    )


def pause(first, days):
    """Stop from the morning of a day, for so many days."""
    return Stop(from_at=start_of_day(first), until_at=start_of_day(first + timedelta(days=days)))


def test_the_table_is_what_the_independent_reckoning_writes():
    assert len(ROWS) >= 300
    assert TABLE.read_text("utf-8") == written()


def test_every_line_of_the_table_is_reckoned_the_same(calendar):
    assert [_answer(row, calendar) for row in ROWS] == [
        (row["start"], row["due"], row["provisional"]) for row in ROWS
    ]


def _answer(row, calendar):
    """Reckon one line of the table by the program."""
    duration = Duration(length=int(row["length"]), unit=Unit(row["unit"]))
    start = datetime.fromisoformat(row["start"]).replace(tzinfo=CHINA)
    pieces = [one.split(":") for one in row["extended"].split()]
    due = reckon(
        limit(duration, Kind(row["kind"])),
        start,
        calendar,
        longer=[Duration(length=int(one), unit=Unit(unit)) for one, unit in pieces],
    )
    said = f"{due.due_at:%Y-%m-%d %H:%M}" if due.due_at else str(due.due_on)
    return row["start"], said, "yes" if due.provisional else "no"


@given(DAYS, st.integers(0, 60), ANY_LENGTH)
def test_who_starts_later_is_never_due_earlier(calendar, start, later, duration):
    first = reckon(limit(duration), start, calendar)
    second = reckon(limit(duration), start + timedelta(days=later), calendar)

    assert first.due_on <= second.due_on


@given(DAYS, ANY_LENGTH, st.lists(ANY_LENGTH, max_size=3))
def test_a_last_day_is_never_a_day_off(calendar, start, duration, longer):
    due = reckon(limit(duration), start, calendar, longer=longer)

    assert calendar.is_working_day(due.due_on)


@given(DAYS, ANY_LENGTH, st.lists(ANY_LENGTH, max_size=2), ANY_LENGTH)
def test_an_extension_is_never_earlier(calendar, start, duration, before, by):
    first = reckon(limit(duration), start, calendar, longer=before)

    second = reckon(limit(duration), start, calendar, longer=[*before, by])

    assert second.due_on > first.due_on


@given(DAYS, LENGTHS, st.integers(1, 20), st.integers(1, 30))
def test_a_pause_shifts_by_what_it_held_up(start, duration, after, days):
    calendar = Calendar()
    stop = pause(start + timedelta(days=after), days)
    plain = duration.from_day(start, calendar)

    due = reckon(limit(duration), start, calendar, stops=[stop])

    counted = [
        day
        for day in _days(start, due.due_on)
        if day not in stop.days() and (duration.unit is Unit.DAYS or calendar.is_working_day(day))
    ]
    assert len(counted) - duration.length in ((0,) if duration.unit is not Unit.DAYS else range(3))
    assert due.due_on >= plain


@given(DAYS, ANY_LENGTH, st.permutations(range(3)))
def test_the_order_in_which_pauses_are_kept_means_nothing(calendar, start, duration, order):
    stops = [pause(start + timedelta(days=2 + 5 * n), n + 1) for n in range(3)]

    due = reckon(limit(duration), start, calendar, stops=[stops[n] for n in order])

    assert due.due_on == reckon(limit(duration), start, calendar, stops=stops).due_on


@given(DAYS, st.integers(1, 90), st.integers(0, 99))
def test_stopped_hours_are_added_to_the_minute(calendar, start, hours, stopped):
    start = start_of_day(start) + timedelta(minutes=stopped * 14)
    middle = start + timedelta(hours=hours) / 2
    stop = Stop(from_at=middle, until_at=middle + timedelta(minutes=stopped))
    duration = Duration(length=hours, unit=Unit.HOURS)

    due = reckon(limit(duration), start, calendar, stops=[stop])

    assert due.due_at - start == timedelta(hours=hours, minutes=stopped)


@pytest.mark.parametrize("days", [0, 400])
def test_a_pause_after_the_last_day_or_before_the_first_changes_nothing(calendar, days):
    start, duration = date(2026, 3, 2), Duration(length=30, unit=Unit.DAYS)
    stop = pause(start + timedelta(days=days - 30), 20)

    due = reckon(limit(duration), start, calendar, stops=[stop])

    assert due.due_on == reckon(limit(duration), start, calendar).due_on


def _days(start, end):
    return [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]

"""Duty hours are understood as typed, and hold on working days only."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.duty_hours import USUAL, read_duty_hours


def at(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=CHINA)


@pytest.mark.parametrize(
    "typed",
    [
        "8:30-12:00,14:00-18:00",
        "８：３０－１２：００、１４：００－１８：００",
        "8点30至12点 14点到18点",
    ],
)
def test_hours_are_understood_as_people_type_them(typed):
    assert read_duty_hours(typed).words() == USUAL


@pytest.mark.parametrize(
    "typed", ["morning", "12:00-8:30", "8:30-12:00, 11:00-18:00", "25:00-26:00", "8:30-12:00x"]
)
def test_what_is_no_duty_is_refused_with_an_example(typed):
    with pytest.raises(Refusal, match="from early to late"):
        read_duty_hours(typed)


def test_the_desk_is_quiet_at_night_at_noon_and_on_days_off(calendar):
    hours = read_duty_hours(USUAL)
    monday, saturday = 23, 28

    quiet = [at(monday, 7), at(monday, 12), at(monday, 13), at(monday, 22), at(saturday, 10)]

    assert not any(hours.on_duty(moment, calendar) for moment in quiet)
    assert hours.on_duty(at(monday, 8, 30), calendar)
    assert hours.on_duty(at(monday, 17, 59), calendar)


def test_no_hours_mean_no_notices(calendar):
    assert not read_duty_hours(" ").on_duty(at(23, 10), calendar)


@given(st.text(alphabet="0123456789:-, 点至x", max_size=24))
def test_nothing_typed_is_ever_a_mistake_of_ours(typed):
    try:
        hours = read_duty_hours(typed)
    except Refusal:
        return

    assert read_duty_hours(hours.words()) == hours

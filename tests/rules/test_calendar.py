"""Working days, held to an independent table where there is one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.calendar import Calendar, read_calendar

KNOWN_YEARS = (2024, 2025, 2026)


@pytest.mark.parametrize("year", KNOWN_YEARS)
def test_every_day_of_a_known_year_agrees_with_an_independent_table(calendar, year):
    oracle = pytest.importorskip("chinese_calendar")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    disagreed = [day for day in days if calendar.is_working_day(day) != oracle.is_workday(day)]

    assert disagreed == []


def test_a_make_up_workday_is_a_working_day_though_it_is_a_sunday(calendar):
    assert calendar.is_working_day(date(2026, 9, 20))
    assert not calendar.is_working_day(date(2026, 9, 25))
    assert calendar.holiday(date(2026, 2, 17)) == "春节"


def test_a_year_without_a_notice_knows_weekends_and_the_holidays_fixed_by_date(calendar):
    assert not calendar.knows(2027)
    assert not calendar.is_working_day(date(2027, 10, 1))
    assert not calendar.is_working_day(date(2027, 11, 6))
    assert calendar.is_working_day(date(2027, 11, 8))


def test_a_year_that_is_read_in_becomes_known():
    text = 'year = 2027\nworkdays = [2027-02-07]\n[[holiday]]\nname = "春节"\n'
    text += "from = 2027-02-05\nto = 2027-02-06\n"

    calendar = read_calendar(text)

    assert calendar.knows(2027)
    assert calendar.is_working_day(date(2027, 2, 7))
    assert not calendar.is_working_day(date(2027, 2, 5))


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 40))
def test_so_many_working_days_later_so_many_working_days_have_passed(start, count):
    calendar = Calendar()

    end = calendar.after_working_days(start, count)

    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(calendar.is_working_day(day) for day in passed) == count

"""Working days, held to an independent table where there is one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.calendar import Calendar, read_calendar
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.rule_text import RuleFileUnfit

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
    assert calendar.holiday(date(2026, 2, 17)) == Named("春节", "Spring Festival")


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


def test_new_year_may_reach_back_into_december():
    text = 'year = 2027\nworkdays = [2026-12-27]\n[[holiday]]\nname = "元旦"\n'
    text += "from = 2026-12-31\nto = 2027-01-01\n"

    calendar = read_calendar(text)

    assert calendar.is_working_day(date(2026, 12, 27))
    assert not calendar.is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("year = 2027\nworkdays = [2027-02-08]", "2027-02-08 cannot be a make-up workday"),
        ("year = 2027\nworkdays = 3", "“workdays” must be a list"),
        ("year = 2027\n[[holiday]]\nname = '春节'\nto = 2027-02-01", "“from” is missing"),
        (
            "year = 2027\n[[holiday]]\nname = '春节'\nfrom = 2028-02-01\nto = 2028-02-03",
            "holiday 1 · 春节: it must begin and end within 2027",
        ),
        ("year = 2027\n\nworkdays = [2027-02-3]", "Line 3"),
        ("year = true", "“year” must be a whole number"),
        ('every_year = ["02-30"]', "“02-30” is no day"),
    ],
)
def test_a_bad_calendar_says_which_line_or_field_is_wrong(text, said):
    with pytest.raises(RuleFileUnfit, match=said):
        read_calendar(text)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 40))
def test_so_many_working_days_later_so_many_working_days_have_passed(start, count):
    calendar = Calendar()

    end = calendar.after_working_days(start, count)

    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(calendar.is_working_day(day) for day in passed) == count

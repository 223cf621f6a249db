"""Quarters know their days, their names and the one that follows."""

from datetime import date

import pytest

from mediator_desk.refusals import Refusal
from mediator_desk.rules.quarters import Quarter


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        (1, date(2028, 1, 1), date(2028, 3, 31)),
        (2, date(2028, 4, 1), date(2028, 6, 30)),
        (3, date(2028, 7, 1), date(2028, 9, 30)),
        (4, date(2028, 10, 1), date(2028, 12, 31)),
    ],
)
def test_a_quarter_has_its_first_and_last_day(number, first, last):
    quarter = Quarter.of(2028, number)

    assert (quarter.first_day, quarter.last_day) == (first, last)


def test_after_the_fourth_comes_the_first_of_the_next_year():
    assert Quarter.of(2026, 4).next() == Quarter.of(2027, 1)
    assert Quarter.of(2026, 3).next() == Quarter.of(2026, 4)


@pytest.mark.parametrize(
    ("day", "over"), [(date(2026, 10, 8), (2026, 3)), (date(2026, 3, 31), (2025, 4))]
)
def test_the_last_quarter_that_was_over(day, over):
    assert Quarter.before(day) == Quarter.of(*over)


def test_it_is_named_as_papers_name_it():
    assert str(Quarter.of(2026, 3)) == "2026年第三季度"


def test_there_is_no_fifth_quarter():
    with pytest.raises(Refusal, match="quarters 1 to 4"):
        Quarter.of(2026, 5)

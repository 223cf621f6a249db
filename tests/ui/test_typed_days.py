"""Days and times are understood as people type them."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QLabel

from ui.widgets.day_edit import DayEdit
from ui.widgets.typed_day import day_words, typed_day, typed_time

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("11-30", date(2026, 11, 30)),
        ("11/30", date(2026, 11, 30)),
        ("11.30", date(2026, 11, 30)),
        ("11月30日", date(2026, 11, 30)),
        ("2026年11月30日", date(2026, 11, 30)),
        ("20261130", date(2026, 11, 30)),
        ("26-11-30", date(2026, 11, 30)),
        ("1-5", date(2027, 1, 5)),
        ("30", date(2026, 11, 30)),
        ("5", date(2026, 12, 5)),
        ("+5", date(2026, 11, 28)),
        ("-1", date(2026, 11, 22)),
        ("today", TODAY),
        ("今天", TODAY),
        ("明天", date(2026, 11, 24)),
        (" 后天 ", date(2026, 11, 25)),
    ],
)
def test_a_typed_day_is_understood(typed, day):
    assert typed_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "2-30", "13-1", "someday", "32", "1-2-3-4", "--"])
def test_what_is_no_day_is_not_guessed(typed):
    assert typed_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [("12-30", date(2025, 12, 30)), ("11-20", date(2026, 11, 20)), ("30", date(2026, 10, 30))],
)
def test_a_day_that_has_been_is_looked_for_behind_us(typed, day):
    assert typed_day(typed, TODAY, past=True) == day


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", time(9, 30)),
        ("9：30", time(9, 30)),
        ("930", time(9, 30)),
        ("1430", time(14, 30)),
        ("9点半", time(9, 30)),
        ("下午3点", time(15)),
        ("下午3点20分", time(15, 20)),
        ("14", time(14)),
    ],
)
def test_a_typed_time_is_understood(typed, at):
    assert typed_time(typed) == at


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "soon"])
def test_what_is_no_time_is_not_guessed(typed):
    assert typed_time(typed) is None


def test_a_day_is_said_back_with_its_weekday():
    assert day_words(TODAY, TODAY) == "Monday, 23/11"


@pytest.mark.parametrize(("width", "said"), [(600, "Monday, 23/11"), (270, "Monday")])
def test_where_it_is_narrow_only_the_weekday_is_said(keep, width, said):
    edit = keep(DayEdit(lambda: TODAY))
    edit.resize(width, 44)
    edit.show()

    edit.set_day(TODAY)

    assert said in [label.text() for label in edit.findChildren(QLabel)]

"""A typed day is said back: its weekday, how far it is, and a doubt that never blocks."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from db.books import read_books
from ui.widgets.day_edit import DayEdit
from ui.widgets.typed_day import day_words, said_back

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def calendar():
    return read_books().calendar


def labels(edit):
    return [label.text() for label in edit.findChildren(QLabel)]


def test_a_day_is_said_back_with_its_weekday():
    assert day_words(TODAY, TODAY) == "Monday, 23/11"


@pytest.mark.parametrize(
    ("day", "past", "full", "tone"),
    [
        (TODAY, False, "Monday, 23/11 · today", "quiet"),
        (date(2026, 11, 30), False, "Monday, 30/11 · in 5 working days", "quiet"),
        (date(2026, 11, 28), False, "Saturday, 28/11 · a day off", "warning"),
        (date(2026, 11, 20), False, "Friday, 20/11 · this day has passed", "warning"),
        (date(2026, 11, 20), True, "Friday, 20/11 · 3 days ago", "quiet"),
        (date(2026, 11, 21), True, "Saturday, 21/11 · 2 days ago", "quiet"),
        (date(2026, 11, 24), True, "Tuesday, 24/11 · this day is still to come", "warning"),
        (
            date(2027, 10, 2),
            False,
            "Saturday, 2/10/2027 · a day off",
            "warning",
        ),
    ],
)
def test_what_was_understood_is_said_with_its_doubt(calendar, day, past, full, tone):
    said = said_back(day, TODAY, calendar, past=past)

    assert (said.full, said.tone) == (full, tone)


def test_a_public_holiday_is_named(calendar):
    said = said_back(date(2026, 10, 1), date(2026, 9, 23), calendar)

    assert "National Day" in said.full
    assert said.tone == "warning"


def test_without_a_calendar_nothing_is_said_of_working_days():
    assert said_back(date(2026, 11, 28), TODAY, None).full == "Saturday, 28/11"


@pytest.mark.parametrize(("width", "said"), [(700, "Monday, 30/11"), (270, "Monday")])
def test_where_it_is_narrow_only_the_weekday_is_said(keep, width, said):
    edit = keep(DayEdit(lambda: TODAY))
    edit.resize(width, 44)
    edit.show()

    edit.set_day(date(2026, 11, 30))

    assert said in labels(edit)


def test_working_days_are_typed_where_a_calendar_is_at_hand(keep, calendar):
    edit = keep(DayEdit(lambda: TODAY, calendar=calendar))
    edit.resize(700, 44)
    edit.show()

    edit.line.setText("+5工作日")

    assert edit.day() == date(2026, 11, 30)
    assert "Monday, 30/11 · in 5 working days" in labels(edit)

"""A department is warned as its kind says: yellow near the end, red past it."""

from datetime import datetime

import pytest

from db.books import read_books
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.whistle_cards import CardColour, card_of

BOOKS = read_books()
DUE = datetime(2026, 9, 30, tzinfo=CHINA)  # the end of Tuesday the 29th


def card(rule, now, rule_set="gulou", due=DUE):
    return card_of(BOOKS.whistle_kinds, rule, rule_set, due, now, BOOKS.calendar)


@pytest.mark.parametrize(
    ("day", "colour"),
    [(25, CardColour.NONE), (28, CardColour.YELLOW), (29, CardColour.YELLOW), (30, CardColour.RED)],
)
def test_one_working_day_before_the_end_is_yellow_and_past_it_red(day, colour):
    assert card("D08.report", datetime(2026, 9, day, 9, tzinfo=CHINA)) is colour


def test_an_hour_to_sign_is_never_yellow_but_red_when_it_is_over():
    due = datetime(2026, 9, 29, 10, tzinfo=CHINA)

    assert card("D08.sign", datetime(2026, 9, 29, 9, 30, tzinfo=CHINA), due=due) == ""
    assert card("D08.sign", datetime(2026, 9, 29, 11, tzinfo=CHINA), due=due) == "red"


@pytest.mark.parametrize(
    ("rule", "rule_set"), [("D06", "liaocheng"), ("D08.return", "gulou"), ("D01", "national")]
)
def test_no_other_clock_has_a_card(rule, rule_set):
    assert card(rule, datetime(2026, 10, 9, tzinfo=CHINA), rule_set) is CardColour.NONE

"""A27: ID numbers are held against their own date and last digit."""

from datetime import date

from mediator_desk.rules.identity import check_identity

TODAY = date(2026, 11, 26)


def test_a27_two_numbers_are_valid_and_a_day_that_never_was_is_refused():
    numbers = ("371502190001010011", "37150219000101002X", "371522190002290014")

    valid = [check_identity(number, TODAY).valid for number in numbers]

    assert valid == [True, True, False]

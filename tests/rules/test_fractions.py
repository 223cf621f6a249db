"""Shares are exact: two thirds includes two thirds, more than half never includes half."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.fractions import Share, percent

TWO_THIRDS = Share(numerator=2, denominator=3)
MORE_THAN_HALF = Share(numerator=1, denominator=2, strict=True)
COUNTS = st.integers(0, 10**15)


@pytest.mark.parametrize(
    ("share", "part", "whole", "enough"),
    [
        (TWO_THIRDS, 8, 12, True),
        (TWO_THIRDS, 14, 21, True),
        (TWO_THIRDS, 13, 21, False),
        (MORE_THAN_HALF, 7, 14, False),
        (MORE_THAN_HALF, 8, 14, True),
        (TWO_THIRDS, 0, 0, False),
    ],
)
def test_a_share_counts_exactly(share, part, whole, enough):
    assert share.reached(part, whole) is enough


@given(st.sampled_from([TWO_THIRDS, MORE_THAN_HALF]), st.integers(1, 10**15))
def test_what_is_needed_is_enough_and_one_less_is_not(share, whole):
    needed = share.needed(whole)

    assert share.reached(needed, whole)
    assert not share.reached(needed - 1, whole)
    assert share.short_by(needed - 1, whole) == 1


@given(COUNTS, st.integers(1, 10**15))
def test_a_share_agrees_with_the_fraction(part, whole):
    assert TWO_THIRDS.reached(part, whole) is (Fraction(part, whole) >= Fraction(2, 3))
    assert MORE_THAN_HALF.reached(part, whole) is (Fraction(part, whole) > Fraction(1, 2))


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(8, 14, "57.14%"), (1, 3, "33.33%"), (2, 3, "66.67%"), (0, 0, "—")]
)
def test_percents_for_people_are_rounded_half_up(part, whole, said):
    assert percent(part, whole) == said

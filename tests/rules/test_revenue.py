"""Common revenue is shared by area to the cent, exactly, whoever stands first on the list."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediator_desk.refusals import Refusal
from mediator_desk.rules.revenue import UnitArea, distributable, share_of, shares

AMOUNTS = st.integers(0, 10**11).map(lambda cents: Decimal(cents).scaleb(-2))
ROSTERS = st.lists(st.integers(1, 10**6), min_size=1, max_size=60).map(
    lambda areas: tuple(UnitArea(unit=f"{at:03}", area=area) for at, area in enumerate(areas))
)


def _shared(amount, units):
    """Share a sum, leaving aside those too small to be shared."""
    assume(amount >= Decimal("0.01") * len(units))
    try:
        return shares(amount, units)
    except Refusal:
        assume(False)


@given(AMOUNTS, ROSTERS)
def test_the_shares_add_up_exactly(amount, units):
    shared = _shared(amount, units)

    assert sum(one.amount for one in shared) == amount


@given(AMOUNTS, ROSTERS)
def test_no_share_is_a_cent_off_its_exact_quotient_but_the_largest(amount, units):
    shared = _shared(amount, units)

    whole = sum(one.area for one in units)
    largest = max(one.area for one in units)
    off = [
        one
        for one in shared
        if abs(Fraction(one.amount) - Fraction(amount) * one.area / whole) >= Fraction(1, 100)
    ]
    assert all(one.area == largest for one in off)
    assert len(off) <= 1


@given(AMOUNTS, ROSTERS, st.randoms())
def test_the_order_of_the_flats_changes_nothing(amount, units, dice):
    mixed = list(units)
    dice.shuffle(mixed)

    plain, other = _shared(amount, units), _shared(amount, mixed)

    assert sorted(plain, key=lambda one: one.unit) == sorted(other, key=lambda one: one.unit)


def test_half_a_cent_is_rounded_up():
    assert share_of(Decimal("0.01"), 50, 100) == Decimal("0.01")


def test_the_remainder_is_shown_beside_the_largest_share():
    units = [UnitArea(unit="101", area=100), UnitArea(unit="102", area=100)]
    units.append(UnitArea(unit="201", area=101))

    shared = shares(Decimal("100.00"), units)

    assert [one.amount for one in shared] == [Decimal("33.22"), Decimal("33.22"), Decimal("33.56")]
    assert [one.remainder for one in shared] == [Decimal("0.00"), Decimal("0.00"), Decimal("0.01")]


@pytest.mark.parametrize(
    ("amount", "units", "why"),
    [
        ("1.00", [], "no unit"),
        ("1.00", [("101", 0)], "no area"),
        ("1.00", [("101", 10), ("101", 20)], "listed twice"),
        ("0.05", [(str(at), 10) for at in range(9)], "too little"),
        ("-1.00", [("101", 10)], "below zero"),
    ],
)
def test_what_cannot_be_shared_is_refused_in_words(amount, units, why):
    roster = [UnitArea(unit=unit, area=area) for unit, area in units]

    with pytest.raises(Refusal, match=why):
        shares(Decimal(amount), roster)


def test_costs_above_the_income_are_refused():
    with pytest.raises(Refusal, match="above the income"):
        distributable([Decimal("10.00")], [Decimal("10.01")])

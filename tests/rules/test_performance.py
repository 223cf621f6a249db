"""Sums in parts: they add up to the cent, money fills the earliest part, late is asked."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.agreement import Obligation
from mediator_desk.records.performance import Instalment, Payment
from mediator_desk.refusals import Refusal
from mediator_desk.rules.performance import (
    Progress,
    Share,
    check_shares,
    equal_shares,
    parts_of,
    progress_of,
    rest_of,
    totals_of,
)

TODAY = date(2026, 12, 15)
_ONE = UUID(int=1)


def _owed(amount="900.00", **said):
    kept = None if amount is None else Decimal(amount)
    return Obligation(
        id=_ONE, dispute=_ONE, agreement=_ONE, debtor=_ONE, what="赔偿", amount=kept, **said
    )


def _dated(*parts):
    return [
        Instalment(
            id=UUID(int=place), dispute=_ONE, obligation=_ONE, amount=Decimal(sum), due_on=day
        )
        for place, (sum, day) in enumerate(parts, start=10)
    ]


def _paid(*sums):
    return [
        Payment(
            id=UUID(int=place),
            dispute=_ONE,
            obligation=_ONE,
            amount=Decimal(sum),
            paid_on=date(2026, 11, place - 50),
            by=_ONE,
        )
        for place, sum in enumerate(sums, start=60)
    ]


_THREE = _dated(
    ("300.00", date(2026, 11, 30)), ("300.00", date(2026, 12, 31)), ("300.00", date(2027, 1, 31))
)


def test_a_thousand_in_three_parts_adds_up_to_the_cent():
    shares = equal_shares(Decimal(1000), 3, date(2026, 10, 31))

    assert [one.amount for one in shares] == [
        Decimal("333.33"),
        Decimal("333.33"),
        Decimal("333.34"),
    ]
    assert [one.due_on for one in shares] == [
        date(2026, 10, 31),
        date(2026, 11, 30),
        date(2026, 12, 31),
    ]


@given(cents=st.integers(60, 10**10), count=st.integers(1, 60), months=st.integers(1, 12))
def test_equal_parts_always_add_up_and_none_is_empty(cents, count, months):
    total = Decimal(cents).scaleb(-2)

    shares = equal_shares(total, count, date(2026, 1, 31), months)

    check_shares(shares, total)
    assert len(shares) == count
    assert all(a.due_on < b.due_on for a, b in pairwise(shares))


@pytest.mark.parametrize(("total", "count"), [("100", 0), ("100", 61), ("0.02", 3)])
def test_what_cannot_be_split_is_refused(total, count):
    with pytest.raises(Refusal):
        equal_shares(Decimal(total), count, TODAY)


@pytest.mark.parametrize("sums", [("500", "399.99"), ("900", "0"), ("450.001", "449.999")])
def test_parts_that_do_not_add_up_are_refused(sums):
    shares = [Share(amount=Decimal(one), due_on=TODAY) for one in sums]

    with pytest.raises(Refusal):
        check_shares(shares, Decimal("900.00"))


def test_money_fills_the_earliest_part_and_a_part_left_open_too_long_is_late():
    parts = parts_of(_owed(), _THREE, _paid("100.00", "150.00"), TODAY)

    assert [(one.paid, one.progress) for one in parts] == [
        (Decimal("250.00"), Progress.OVERDUE),
        (Decimal("0.00"), Progress.OPEN),
        (Decimal("0.00"), Progress.OPEN),
    ]
    assert progress_of(parts) is Progress.OVERDUE


def test_one_payment_may_fill_a_part_and_begin_the_next():
    parts = parts_of(_owed(), _THREE, _paid("400.00"), TODAY)

    assert [one.progress for one in parts] == [
        Progress.PERFORMED,
        Progress.PARTLY,
        Progress.OPEN,
    ]
    assert parts[0].performed_on == date(2026, 11, 10)


def test_the_totals_of_an_agreement_are_told():
    totals = totals_of(parts_of(_owed(), _THREE, _paid("100.00"), TODAY))

    assert (totals.promised, totals.paid) == (Decimal("900.00"), Decimal("100.00"))
    assert (totals.owed, totals.late) == (Decimal("800.00"), Decimal("200.00"))


def test_a_deed_without_a_sum_is_one_part():
    (open_one,) = parts_of(_owed(None, due_on=TODAY), (), (), TODAY)
    (late,) = parts_of(_owed(None, due_on=TODAY - timedelta(days=1)), (), (), TODAY)
    (done,) = parts_of(_owed(None, due_on=TODAY, performed_on=TODAY), (), (), TODAY)

    assert [one.progress for one in (open_one, late, done)] == [
        Progress.OPEN,
        Progress.OVERDUE,
        Progress.PERFORMED,
    ]


def test_what_was_reported_as_performed_is_paid_in_full():
    parts = parts_of(_owed(performed_on=TODAY), (), (), TODAY)

    assert progress_of(parts) is Progress.PERFORMED
    assert rest_of(parts) == 0

"""Lines and units of an account are read as people type them, and refused by their line."""

from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.records.revenue import RevenueSide
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.common_revenue.pasted import flats_of, lines_of


@pytest.mark.parametrize(
    ("typed", "what", "amount", "proof", "day"),
    [
        ("停车位 12,000.00 合同3号", "停车位", "12000.00", "合同3号", None),
        ("2号楼 广告\t1.2万", "2号楼 广告", "12000.00", "", None),
        ("摊位；800元；票据9；2026-09-30", "摊位", "800.00", "票据9", date(2026, 9, 30)),
    ],
)
def test_a_line_says_what_for_how_much_and_by_what(typed, what, amount, proof, day):
    (line,) = lines_of(typed, RevenueSide.INCOME)

    assert (line.what, line.amount, line.proof) == (what, Decimal(amount), proof)
    assert line.entered_on == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [("停车位", "Line 1"), ("\n停车位 若干", "Line 2"), ("摊位 8 2026-02-30", "is no day")],
)
def test_a_line_that_says_no_sum_is_refused_by_its_number(typed, why):
    with pytest.raises(Refusal, match=why):
        lines_of(typed, RevenueSide.COST)


def test_units_are_pasted_with_their_heading():
    flats = flats_of("房号\t面积\n1-101\t95.00\n\n商铺, 41905")

    assert [(one.unit, one.area) for one in flats] == [
        ("1-101", Decimal("95.00")),
        ("商铺", Decimal("41905.00")),
    ]


def test_a_unit_without_an_area_is_refused_by_its_line():
    with pytest.raises(Refusal, match="Line 2"):
        flats_of("1-101 95\n1-102 无")

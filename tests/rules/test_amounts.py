"""Sums of money, in figures and in capital characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import LARGEST, in_capitals, in_figures, parse_amount

DIGITS = "零壹贰叁肆伍陆柒捌玖"
SCALES = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
        ("107000.53", "壹拾万柒仟元零伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("1200", "壹仟贰佰元整"),
        ("100100000", "壹亿零壹拾万元整"),
        ("100001000", "壹亿零壹仟元整"),
    ],
)
def test_a_sum_is_written_as_the_rules_write_it(amount, written):
    assert in_capitals(Decimal(amount)) == written


@given(st.decimals(min_value=0, max_value=LARGEST, places=2))
def test_a_written_sum_reads_back_as_the_same_sum(amount):
    assert read(in_capitals(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1,409.5", "1409.50"),
        ("¥1409.50", "1409.50"),
        ("１４０９元", "1409.00"),
        ("1.2万元", "12000.00"),
        (" 300 块 ", "300.00"),
        ("人民币500元整", "500.00"),
    ],
)
def test_a_typed_sum_is_read(typed, amount):
    assert parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["", "abc", "-5", "1,20", "1e5", "0.015", "9" * 20, "一百"])
def test_what_is_not_a_sum_is_refused_in_words(typed):
    with pytest.raises(Refusal) as refused:
        parse_amount(typed)

    assert refused.value.words()


@given(st.decimals(min_value=0, max_value=LARGEST, places=2))
def test_figures_read_back_as_the_same_sum(amount):
    assert parse_amount(in_figures(amount)) == amount


def test_a_sum_that_is_no_number_is_refused():
    with pytest.raises(Refusal):
        in_capitals(Decimal("NaN"))


def read(written):
    yuan, _, rest = written.rpartition("元")
    total = Decimal(whole(yuan))
    for sign, worth in (("角", "0.1"), ("分", "0.01")):
        if sign in rest:
            total += DIGITS.index(rest[rest.index(sign) - 1]) * Decimal(worth)
    return total


def whole(written):
    total = 0
    for sign, worth in (("亿", 10**8), ("万", 10**4), ("", 1)):
        part, _, written = written.rpartition(sign) if sign else (written, "", "")
        total += four(part) * worth
    return total


def four(written):
    total = digit = 0
    for sign in written:
        if sign in SCALES:
            total, digit = total + digit * SCALES[sign], 0
        else:
            digit = DIGITS.index(sign)
    return total + digit

"""Awards: classes by conditions, sums by schemes, shares to the cent, and one matter paid once."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.books import carried_texts
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.award import AwardClass
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.dispute import Category, Outcome
from mediator_desk.rules.award_file import read_awards
from mediator_desk.rules.awards import (
    AwardCase,
    award_of,
    class_of,
    equal_shares,
    matters,
    shared,
)
from mediator_desk.rules.rule_text import RuleFileUnfit

TEXT = carried_texts()["rule_sets/awards"]
LIAOCHENG = read_awards(TEXT).schemes[0]
QINGDAO = read_awards(
    TEXT.replace("oral_percent = 100", "oral_percent = 50")
    .replace("pays_failed = false", "pays_failed = true\nfailed_percent = 40")
    .replace('major = "150.00"', 'major = "500.00"')
    + '\n[[scheme.factor]]\nzh = "群体"\nen = "crowd"\npercent = 120\nparties_from = 20\n'
).schemes[0]
ME = UUID(int=7)
MONEY = st.decimals(min_value=0, max_value=100_000, places=2)


def case(**said):
    told = {
        "dispute": UUID(int=1),
        "matter": UUID(int=1),
        "outcome": Outcome.AGREED_WRITTEN,
        "form": AgreementForm.WRITTEN,
        "category": Category.NEIGHBOUR,
        "closed_on": LIAOCHENG.effective_from,
        "performed": True,
        "proof": True,
        "sittings": 1,
        "parties": 2,
        "mediators": (ME,),
    }
    return AwardCase(**told | said)


def reasons(one, scheme=LIAOCHENG):
    return [each.words() for each in award_of(one, scheme).against]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, AwardClass.SIMPLE),
        ({"sittings": 2}, AwardClass.GENERAL),
        ({"amount": Decimal("1000.00")}, AwardClass.GENERAL),
        ({"amount": Decimal("999.99")}, AwardClass.SIMPLE),
        ({"sittings": 3}, AwardClass.DIFFICULT),
        ({"households": 10}, AwardClass.DIFFICULT),
        ({"parties": 10}, AwardClass.MAJOR),
        ({"amount": Decimal("100000.00")}, AwardClass.MAJOR),
        ({"risk": RiskLevel.ORANGE}, AwardClass.MAJOR),
        ({"risk": RiskLevel.YELLOW}, AwardClass.SIMPLE),
    ],
)
def test_the_first_class_whose_conditions_hold_is_taken(said, found):
    assert class_of(case(**said), LIAOCHENG) is found


def test_oral_and_failed_cases_get_their_part_and_factors_are_added():
    oral = award_of(case(form=AgreementForm.ORAL), QINGDAO)
    failed = award_of(case(outcome=Outcome.FAILED, form=None), QINGDAO)
    crowd = award_of(case(parties=20), QINGDAO)

    assert [one.amount for one in (oral, failed, crowd)] == [
        Decimal("75.00"), Decimal("60.00"), Decimal("600.00")
    ]  # fmt: skip
    assert oral.payable
    assert failed.payable


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"closed_on": None}, "not closed"),
        ({"outcome": Outcome.FAILED}, "failed"),
        ({"outcome": Outcome.WITHDRAWN}, "did not end with an agreement"),
        ({"outcome": Outcome.DUPLICATE}, "logged twice"),
        ({"performed": False}, "not performed"),
        ({"proof": False}, "F13"),
        ({"lacking": ("F10",)}, "lacks: F10"),
        ({"mediators": ()}, "No registered mediator"),
        ({"barred": frozenset({ME})}, "barred"),
        ({"claimed_in": "补贴1号"}, "补贴1号"),
    ],
)
def test_what_stands_against_an_award_is_said(said, why):
    (reason,) = reasons(case(**said))

    assert why in reason


@given(MONEY, st.lists(st.integers(0, 100), min_size=1, max_size=9).filter(any))
def test_a_sum_is_shared_to_the_cent_and_nobody_is_off_by_a_cent(amount, shares):
    parts = shared(amount, shares)

    assert sum(parts) == amount
    for part, share in zip(parts, shares, strict=True):
        assert abs(part - amount * share / sum(shares)) < Decimal("0.01")


@given(st.integers(1, 40))
def test_equal_shares_make_a_whole(count):
    shares = equal_shares(count)

    assert sum(shares) == 100
    assert max(shares) - min(shares) <= 1


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_whoever_is_linked_in_any_way_tells_of_one_matter(pairs):
    ids = [UUID(int=number) for number in range(10)]
    links = dict.fromkeys(ids)
    links |= {ids[one]: ids[other] for one, other in pairs}

    found = matters(links)

    for one, other in links.items():
        assert other is None or found[one] == found[other]
    groups = [{one} for one in ids]
    for one, other in links.items():
        if other is not None:
            joined = [group for group in groups if one in group or other in group]
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    assert {frozenset(group) for group in groups} == {
        frozenset(one for one in ids if found[one] == root) for root in set(found.values())
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no scheme"),
        (TEXT.replace('simple = "150.00"', 'simple = "150.001"'), "sum in yuan"),
        (TEXT.replace('simple = "150.00"', 'simple = "many"'), "sum in yuan"),
        (TEXT.replace("oral_percent = 100", "oral_percent = 5000"), "at most 1000"),
        (TEXT.replace('"performed", ', '"beloved", '), "beloved"),
        (TEXT.replace('[[scheme.class]]\nid = "simple"\n', ""), "no condition"),
        (TEXT.replace('risk = ["red", "orange"]', 'risk = ["blue"]'), "blue"),
    ],
)
def test_a_file_of_awards_that_cannot_be_read_is_refused_in_a_sentence(text, why):
    with pytest.raises(RuleFileUnfit, match=why):
        read_awards(text)

"""Courts and doubts of judicial confirmation come from a file, and only from there."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.confirmation import CourtGround
from mediator_desk.records.dispute import CaseSource, Category, Channel, Dispute, Topic
from mediator_desk.records.people import Party, Side
from mediator_desk.rules.confirmation import read_confirmation
from tests.store.stations import the_books

ONE = UUID(int=1)
AGREEMENT = Agreement(
    id=ONE,
    dispute=ONE,
    form=AgreementForm.WRITTEN,
    number="",
    agreed_on=date(2026, 3, 10),
    facts="",
    terms="李四于2026年4月1日前以转账方式付清。",
)
PAID = Obligation(
    id=ONE,
    dispute=ONE,
    agreement=ONE,
    debtor=ONE,
    what="支付修理费",
    amount=Decimal(600),
    due_on=date(2026, 4, 1),
)


def _dispute(**said):
    return Dispute(
        id=ONE,
        team=ONE,
        number="1",
        logged_at=None,
        logged_by=ONE,
        channel=Channel.WALK_IN,
        topic=Topic.PARKING,
        category=Category.NEIGHBOUR,
        text="x",
        **({"division": "371502001001"} | said),
    )


def _party(address):
    return Party(id=ONE, dispute=ONE, side=Side.APPLICANT, name="张三", address=address)


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        ("B区12号车位归甲所有", ["property"]),
        ("B区12号车位由甲使用至2027年底，每月付租金200元", []),
        ("双方自愿离婚", ["identity"]),
        ("商标权归乙", ["intellectual"]),
        ("尽快付清有关费用", ["vague"]),
        ("允许乙继续占用消防通道", ["others"]),
    ],
)
def test_what_a_court_would_not_take_is_found_in_the_words(terms, codes):
    rules = the_books().confirmation

    found = rules.doubts(replace(AGREEMENT, terms=terms), ())

    assert [one.code for one in found] == codes


def test_a_clear_agreement_meets_every_line_of_the_list():
    checks = the_books().confirmation.clarity(AGREEMENT, (PAID,))

    assert [one.code for one in checks if not one.met] == []


@pytest.mark.parametrize(
    ("agreement", "promises", "lacking"),
    [
        (AGREEMENT, (), ["who", "date"]),
        (AGREEMENT, (replace(PAID, amount=None),), ["amount"]),
        (AGREEMENT, (replace(PAID, due_on=None),), ["date"]),
        (replace(AGREEMENT, terms="李四付清。"), (PAID,), ["account"]),
    ],
)
def test_what_is_not_clear_is_named(agreement, promises, lacking):
    checks = the_books().confirmation.clarity(agreement, promises)

    assert [one.code for one in checks if not one.met] == lacking


def test_the_courts_of_a_party_of_the_matter_and_of_the_committee_are_offered():
    rules = the_books().confirmation

    choices = rules.choices(_dispute(), (_party("临清市新华路1号"),), "371526001")

    assert [(one.court, one.ground) for one in choices] == [
        ("临清市人民法院", CourtGround.DOMICILE),
        ("聊城市东昌府区人民法院", CourtGround.SUBJECT_MATTER),
        ("高唐县人民法院", CourtGround.COMMITTEE),
    ]


def test_a_court_that_invited_the_mediation_is_the_one_to_ask():
    choices = the_books().confirmation.choices(_dispute(source=CaseSource.COURT), (), "371502")

    assert {one.ground for one in choices} == {CourtGround.INVITED}
    assert len(choices) == 8


def test_a_court_more_needs_only_a_file():
    file = """
[[court]]
name = "聊城经济技术开发区人民法院"
divisions = ["3715A1"]
names = ["经开区"]
[[doubt]]
id = "odd"
words = ["月亮"]
zh = "一"
en = "one"
advice_zh = "二"
advice_en = "two"
source = "三"
[payment]
words = ["转账"]
"""

    rules = read_confirmation(file)

    assert rules.choices(_dispute(division="3715A1001"), (), "")[0].court.startswith("聊城经济")
    assert rules.doubts(replace(AGREEMENT, terms="月亮归谁"), ())[0].code == "odd"

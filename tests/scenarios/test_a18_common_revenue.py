"""A18: the quarter's common revenue is shared to the cent, and its account hangs thirty days."""

import json
from datetime import date
from decimal import Decimal

import pytest

import main
from mediator_desk.records.public_notice import NoticeKind, NoticeState, PublicNotice
from mediator_desk.refusals import Refusal
from mediator_desk.rules.revenue import UnitArea, distributable, share_of, shares
from mediator_desk.usecases.common_revenue.sums import shares_of
from mediator_desk.usecases.public_notices import TakeDownNotice, take_down_notice
from tests.usecases.noticing import hung, on, read
from tests.usecases.revenues import FLATS, Revenues

INCOME, COST = [Decimal("48600.00")], [Decimal("8100.00")]
ESTATE = 42_000_00


def test_a18_a_flat_of_95_square_metres_gets_91_yuan_61():
    left = distributable(INCOME, COST)

    assert left == Decimal("40500.00")
    assert share_of(left, 95_00, ESTATE) == Decimal("91.61")


def test_a18_the_remainder_goes_to_the_largest_share_so_that_the_sum_is_exact():
    small = [UnitArea(unit=f"1-{at}", area=95_00) for at in range(440)]
    roster = [*small, UnitArea(unit="商铺", area=ESTATE - 440 * 95_00)]

    shared = shares(distributable(INCOME, COST), roster)

    shop = next(one for one in shared if one.unit == "商铺")
    assert {one.amount for one in shared if one is not shop} == {Decimal("91.61")}
    assert shop.amount == Decimal("40500.00") - 440 * Decimal("91.61")
    assert shop.remainder == shop.amount - share_of(Decimal("40500.00"), 200_00, ESTATE)
    assert sum(one.amount for one in shared) == Decimal("40500.00")


def test_a18_posted_on_8_october_it_may_be_taken_down_from_8_november(here):
    on(here, date(2026, 10, 8))
    notice = hung(here, kind=NoticeKind.REVENUE_ACCOUNT, title="第三季度公共收益收支")
    on(here, date(2026, 11, 7))

    with pytest.raises(Refusal, match="from 8 November 2026"):
        take_down_notice(here.desk, TakeDownNotice(notice=notice, reason="栏位不够"))

    on(here, date(2026, 11, 8))
    take_down_notice(here.desk, TakeDownNotice(notice=notice))
    kept = read(here, PublicNotice, notice)
    assert kept.may_come_down_on == date(2026, 11, 8)
    assert kept.state is NoticeState.TAKEN_DOWN


def test_a18_the_account_of_the_quarter_is_kept_posted_and_shared(here):
    revenues = Revenues(here)
    account = revenues.posted(units=FLATS)

    file = revenues.file(account)
    shared = {one.unit: one for one in shares_of(file.lines, file.units)}
    assert sum(one.area for one in file.units) == ESTATE
    assert file.account.distributable == Decimal("40500.00")
    assert shared["1-7"].amount == Decimal("91.61")
    assert sum(one.amount for one in shared.values()) == Decimal("40500.00")
    (notice,) = file.notices
    assert (notice.posted_on, notice.may_come_down_on) == (date(2026, 10, 8), date(2026, 11, 8))


def test_a18_the_command_shares_from_a_roster(tmp_path, capsys):
    roster = tmp_path / "roster.csv"
    roster.write_text("unit,area_m2\n1-101,95.00\n其余,41905.00\n", encoding="utf-8")
    typed = ["revenue", str(roster), "--income", "48,600.00", "--cost", "8100"]

    assert main.main(["--json", "--lang", "en", *typed, "--posted", "2026-10-08"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["distributable"] == "40500.00"
    assert [one["amount"] for one in answer["shares"]] == ["91.61", "40408.39"]
    assert answer["may_come_down_on"] == "2026-11-08"


@pytest.mark.parametrize(
    ("roster", "why"),
    [("unit\n1-101\n", "area_m2"), ("unit,area_m2\n1-101,viele\n", "Line 2")],
)
def test_a_roster_that_cannot_be_read_is_refused_in_words(tmp_path, capsys, roster, why):
    file = tmp_path / "roster.csv"
    file.write_text(roster, encoding="utf-8")

    assert main.main(["--lang", "en", "revenue", str(file), "--income", "100"]) == 1
    assert why in capsys.readouterr().err

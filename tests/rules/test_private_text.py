"""What in a text tells of a person is hidden, however it is written, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.private_text import (
    PrivateKind,
    mask_address,
    mask_private,
    private_details,
    without_building,
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("电话13812341234", "电话138****1234"),
        ("电话138 1234 1234", "电话138****1234"),
        ("电话+86 138-1234-1234", "电话138****1234"),
        ("电话１３８１２３４１２３４", "电话138****1234"),
        ("打0635-8241234", "打063****1234"),
        ("电话：8241234", "电话***1234"),
        ("一三八一二三四一二三四", "***********"),
        ("身份证37150219000101002X", "身份证3715**************"),
        ("身份证371502 19000101 002x", "身份证3715**************"),
        ("旧证371502000101002", "旧证3715***********"),
        ("卡号6222 0216 0200 1234 567", "卡号***************4567"),
        ("邮箱zhang.san@example.com", "邮箱***@***"),
        ("车牌鲁P·A1234", "车牌鲁P*****"),
        ("车牌鲁PD12345停在", "车牌鲁P*****停在"),
        ("微信号：zhang_san88", "微信号*****"),
    ],
)
def test_a_private_detail_is_hidden_however_it_is_written(text, masked):
    assert mask_private(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "赔偿1200元，2026-11-23前付清，共3期",
        "古城-2026-1",
        "社区代码371502001001",
        "面积1234.56平方米，共869件",
        "第一二三楼的住户",
        "12345热线",
    ],
)
def test_other_figures_stay_as_they_are(text):
    assert mask_private(text) == text
    assert private_details(text) == ()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("湖畔花园3号楼2单元501室", "湖畔花园3号楼"),
        ("湖畔花园3号楼 2单元", "湖畔花园3号楼"),
        ("十二号楼501室漏水", "十二号楼漏水"),
        ("12-3-502漏水", "12号楼漏水"),
        ("501室漏水", "某室漏水"),
        ("2026-11-23漏水", "2026-11-23漏水"),
    ],
)
def test_an_address_ends_with_the_building(text, masked):
    assert mask_address(text) == masked


def test_a_place_without_its_building_is_the_estate():
    assert without_building("湖畔花园 3号楼 2单元") == "湖畔花园"


def test_what_is_found_says_its_kind_and_shows_only_the_mask():
    found = private_details("张三 37150219000101002X 电话13812341234")

    assert found == (
        (PrivateKind.ID_NUMBER, "3715**************"),
        (PrivateKind.PHONE, "138****1234"),
    )


@given(st.text(alphabet="张李0123456789xX -·@.鲁PA电话卡号微信楼室单元", max_size=60))
def test_nothing_private_is_found_in_what_was_masked(text):
    masked = mask_private(text)

    left = {kind for kind, _shown in private_details(masked)}

    assert not left & {PrivateKind.ID_NUMBER, PrivateKind.EMAIL, PrivateKind.PLATE}
    assert mask_private(masked) == mask_private(mask_private(masked))

"""The columns of a ledger are recognised by their headings, and remembered."""

import pytest

from mediator_desk.ledgers.heading_row import find_headings
from mediator_desk.ledgers.headings import Field
from mediator_desk.ledgers.mapping import propose, read_overrides
from mediator_desk.refusals import Refusal

NOBODY = frozenset()


def found(*headings, overrides=None, remembered=None):
    mapping = propose(headings, overrides, remembered)
    return {field.value: mapping.heading(field) for field in mapping.columns}


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (
            ("序号", "日期", "内容"),
            {"ref": "序号", "logged_on": "日期", "text": "内容"},
        ),
        (
            ("留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间"),
            {
                "ref": "留言编号",
                "name": "留言用户",
                "title": "留言主题",
                "logged_on": "留言时间",
                "text": "留言详情",
                "reply": "答复意见",
                "replied_on": "答复时间",
            },
        ),
        (
            ("工单编号", "来电时间", "来电人", "来电号码", "诉求内容", "诉求类型", "承办单位"),
            {
                "ref": "工单编号",
                "logged_on": "来电时间",
                "name": "来电人",
                "phone": "来电号码",
                "text": "诉求内容",
                "topic": "诉求类型",
                "replied_by": "承办单位",
            },
        ),
        (
            ("排查日期（年月日）", "当事人\n姓名", "联系 方式", "纠纷简要情况*", "来源渠道"),
            {
                "logged_on": "排查日期（年月日）",
                "name": "当事人\n姓名",
                "phone": "联系 方式",
                "text": "纠纷简要情况*",
                "channel": "来源渠道",
            },
        ),
        (
            ("受理时间", "事由", "社区", "身份证号", "化解时间", "处理结果"),
            {
                "logged_on": "受理时间",
                "text": "事由",
                "place": "社区",
                "id_number": "身份证号",
                "replied_on": "化解时间",
                "reply": "处理结果",
            },
        ),
        (
            ("答复时间", "登记时间", "答复内容", "诉求内容"),
            {
                "replied_on": "答复时间",
                "logged_on": "登记时间",
                "reply": "答复内容",
                "text": "诉求内容",
            },
        ),
    ],
)
def test_headings_are_recognised(headings, expected):
    assert found(*headings) == expected


def test_what_a_person_says_goes_before_what_words_tell():
    overrides = read_overrides(["内容=备注", "时间 = 日期"])

    assert found("日期", "内容", "备注", overrides=overrides)["text"] == "备注"


def test_a_field_can_be_left_out():
    overrides = read_overrides(["topic="])

    assert "topic" not in found("日期", "内容", "类型", overrides=overrides)


def test_a_mapping_is_remembered_by_the_headings():
    overrides = {Field.TEXT: "乙", Field.LOGGED_ON: "甲"}
    first = propose(("甲", "乙", "丙"), overrides)

    again = propose(("甲 ", "乙（必填）", "丙"), None, first.as_json())

    assert again.columns == first.columns
    assert again.key == first.key


def test_other_headings_have_another_key():
    assert propose(("甲", "乙")).key != propose(("乙", "甲")).key


@pytest.mark.parametrize("remembered", ["", "[]", "{broken", '{"text": 3}', '{"nothing": "甲"}'])
def test_a_memory_that_makes_no_sense_is_not_used(remembered):
    assert found("日期", "内容", remembered=remembered) == found("日期", "内容")


@pytest.mark.parametrize("said", ["内容", "天气=内容"])
def test_an_override_that_makes_no_sense_is_refused(said):
    with pytest.raises(Refusal):
        read_overrides([said])


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(Refusal, match="甲、乙"):
        propose(("甲", "乙"), {Field.TEXT: "丙"})


def test_titles_over_the_headings_are_passed_over():
    top = [
        ["2026年矛盾纠纷台账"],
        ["填报单位：柳园社区"],
        ["日期", "内容"],
        ["2026-3-2", "地锁"],
    ]

    headings = find_headings(top, NOBODY)

    assert (headings.row, headings.words) == (3, ("日期", "内容"))


def test_headings_over_two_rows_are_read_together():
    top = [["序号", "日期", "当事人", "", "事由"], ["", "", "姓名", "电话", ""], ["1"]]

    headings = find_headings(top, NOBODY)

    assert (headings.row, headings.words) == (2, ("序号", "日期", "姓名", "电话", "事由"))


def test_columns_asked_for_by_name_show_the_headings():
    top = [["标题", "来源"], ["甲", "乙", "丙"], ["1", "2", "3"]]

    assert find_headings(top, frozenset({"甲", "丙"})).row == 2

"""Lines of Chinese text end where they may."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediator_desk.paper.breaking import NO_END, NO_START, advances, break_lines
from mediator_desk.paper.setting import Align, Span, Style

TEXT = (
    "申请人欧阳𬱖㛃（女，1988年3月15日出生）与被申请人“某某物业服务有限公司”因公共区域漏水发生纠纷："
    "2026年3月3日，5号楼2单元的水管破裂，造成客厅吊顶、墙面、木地板受损；经核对，维修报价合计"
    "￥3,802.00元（大写：叁仟捌佰零贰元整）……双方同意：一次性支付！是否分期？不分期。联系邮箱"
    "wang.miao@example.org，电话0000-8412345；参见《民法典》第1165条、《人民调解法》第29条——"
    "“协议书自各方当事人签名、盖章或者按指印之日起生效”。利率按LPR（3.45%）计付，误差±0.5℃，"
    "面积12.5㎡，比例2/3；备注：① 已现场查看；② 票据№20260303。"
)
ALPHABET = st.sampled_from("申请人㛃𬱖，。、；：！？（）《》“”—…·%ab1,.90 (￥3元第号")


def wide(text):
    return [1.0 if character > "\u2000" else 0.5 for character in text]


def cut(text, room, indent=0.0):
    return [text[start:end] for start, end in break_lines(text, wide(text), room, indent)]


@pytest.mark.parametrize("room", range(8, 100))
def test_no_line_of_any_width_begins_or_ends_with_a_forbidden_mark(room):
    lines = cut(TEXT, room)

    assert "".join(lines) == TEXT
    assert not [line for line in lines[1:] if line[0] in NO_START]
    assert not [line for line in lines[:-1] if line.rstrip()[-1] in NO_END]


@pytest.mark.parametrize("room", range(14, 100))
def test_words_and_amounts_stay_whole(room):
    lines = cut(TEXT, room)

    for word in re.findall(r"￥?[A-Za-z0-9@.,/%-]*[A-Za-z0-9]元?", TEXT):
        assert any(word in line for line in lines), word


@given(text=st.text(ALPHABET, max_size=120), room=st.integers(4, 40))
@example(text="（" * 30, room=5)
@example(text="！" * 30, room=5)
@example(text="申请人wang.miao@example.org，", room=6)
def test_every_text_comes_back_whole_and_inside_the_room(text, room):
    lines = cut(text, room)

    assert "".join(lines) == text
    for line in lines:
        seen = line.rstrip(" ")
        assert sum(wide(seen)) <= room + 0.5 + 0.02


@given(text=st.text(ALPHABET, max_size=120), room=st.integers(8, 40))
def test_a_forbidden_mark_begins_a_line_only_when_marks_fill_the_line(text, room):
    spots = break_lines(text, wide(text), room)

    for (start, end), (head, _) in pairwise(spots):
        if text[head] in NO_START:
            assert all(
                one in NO_START or two in NO_END or two in NO_START or one.isascii()
                for one, two in zip(text[start:end], text[start + 1 : end + 1], strict=False)
            )


def test_two_marks_side_by_side_share_their_blank_halves():
    assert advances("。）字", [1.0, 1.0, 1.0]) == [0.5, 1.0, 1.0]


def test_chinese_and_latin_stand_a_little_apart():
    moved = advances("共3份", [1.0, 0.5, 1.0])

    assert moved == [1.125, 0.625, 1.0]


def test_justified_lines_end_at_the_edge_and_none_runs_over_it(press):
    style = Style(size=14, pitch=25, align=Align.JUSTIFY, indent=2)

    lines = press.set([Span(TEXT * 5, "正文")], style, 440.0)

    ends = [line.left + line.width for line in lines]
    assert max(ends) <= 440.0 + 7.01
    assert sum(abs(end - 440.0) < 0.1 for end in ends) >= len(lines) * 0.8


def test_a_line_may_end_after_a_colon_before_a_number_or_word():
    assert cut("联系电话：0000-8412345", 8) == ["联系电话：", "0000-8412345"]
    assert cut("参见附件；Word文档", 6) == ["参见附件；", "Word文档"]


def test_full_width_digits_are_kept_together():
    assert cut("金额为１２３４元整", 6) == ["金额为", "１２３４元整"]

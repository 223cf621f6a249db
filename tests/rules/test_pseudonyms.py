"""One person is one pseudonym throughout a job, and two persons are never one."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.people import Sex
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.rules.pseudonyms import Known, pseudonyms

ONE, TWO = UUID(int=1), UUID(int=2)


def made(*names, level=Masking.DEPARTMENT):
    return pseudonyms([Known(name=name) for name in names], level)


def test_one_person_of_a_surname_is_somebody_and_several_are_counted():
    masked = made("张三", "李四", "张五", "张三")

    assert [masked.name(one) for one in ("张三", "张五", "李四")] == ["张某甲", "张某乙", "李某"]


def test_on_a_board_a_name_is_its_first_character_and_a_star():
    masked = made("张三", "李四", "欧阳修文", level=Masking.PUBLIC)

    assert [masked.name(one) for one in ("张三", "欧阳修文")] == ["张*", "欧*"]


def test_two_of_one_surname_stay_two_on_a_board():
    masked = made("张三", "张五", level=Masking.PUBLIC)

    assert (masked.name("张三"), masked.name("张五")) == ("张*甲", "张*乙")


def test_a_double_surname_is_kept_whole():
    assert made("欧阳修文").name("欧阳修文") == "欧阳某"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("张三与李四争车位", "张某甲与李某争车位"),
        ("张 三说，张三丰也说", "张某甲说，张某乙也说"),
        ("阿依古丽•买买提来电", "阿某来电"),
        ("JOHN SMITH and Johnsmithson", "J某 and Johnsmithson"),
        ("没有提到谁", "没有提到谁"),
    ],
)
def test_names_inside_a_text_are_replaced_the_longest_first(text, said):
    masked = made("张三", "张三丰", "李四", "阿依古丽·买买提", "John Smith")

    assert masked.text(text) == said


def test_two_of_one_name_are_told_apart_by_what_is_known_of_them():
    people = (
        Known(name="张伟", group=ONE, born=1960, sex=Sex.MALE),
        Known(name="张伟", group=TWO, born=1999, sex=Sex.MALE),
    )

    masked = pseudonyms(people, Masking.DEPARTMENT)

    assert masked.text("张伟说", ONE) == "张某甲说"
    assert masked.text("张伟说", TWO) == "张某乙说"


def test_one_id_number_is_one_person_under_two_names():
    people = (
        Known(name="王㛃", group=ONE, id_number="37150219000101002X"),
        Known(name="王洁", group=TWO, id_number="37150219000101002X"),
    )

    masked = pseudonyms(people, Masking.DEPARTMENT)

    assert masked.name("王㛃", ONE) == masked.name("王洁", TWO) == "王某"


def test_more_than_ten_of_a_surname_go_on_in_figures():
    names = [f"张{sign}" for sign in "一二三四五六七八九十百千"]

    masked = made(*names)

    assert masked.name("张十") == "张某癸"
    assert masked.name("张千") == "张某12"


_NAMES = st.lists(
    st.text(alphabet="张李王三四五六丰伟强", min_size=2, max_size=3), unique=True, max_size=12
)


@given(_NAMES, st.text(alphabet="张李王三四五六丰伟强与、说。", max_size=40))
def test_no_known_name_is_left_and_no_two_names_share_a_pseudonym(names, text):
    masked = made(*names)

    said = masked.text(text)

    assert not [one for one in names if one in said]
    assert len({masked.name(one) for one in names}) == len(names)


@given(_NAMES)
def test_a_pseudonym_does_not_depend_on_the_text_it_stands_in(names):
    masked = made(*names)

    assert [masked.text(f"（{one}）") for one in names] == [
        f"（{masked.name(one)}）" for one in names
    ]

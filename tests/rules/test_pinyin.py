"""How names and places sound."""

import pytest

from mediator_desk.rules.pinyin import (
    SURNAMES,
    full_sounds,
    initials,
    name_keys,
    readings_of,
    sort_key,
    sound,
)
from mediator_desk.rules.surnames import DOUBLE_SURNAMES


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("单志强", "shanzhiqiang"),
        ("仇英", "qiuying"),
        ("曾志伟", "zengzhiwei"),
        ("解晓东", "xiexiaodong"),
        ("翟天临", "zhaitianlin"),
        ("查良", "zhaliang"),
        ("朴树", "piaoshu"),
        ("盖聂", "genie"),
        ("区志", "ouzhi"),
        ("乐嘉", "yuejia"),
        ("乐嘉", "lejia"),
        ("尉迟恭", "yuchigong"),
        ("万俟明", "moqiming"),
        ("欧阳修", "ouyangxiu"),
        ("王㛃", "wangjie"),
        ("李䶮", "liyan"),
        ("吕布", "lubu"),
    ],
)
def test_a_name_is_found_by_the_sound_people_give_it(name, key):
    assert key in name_keys(name)


def test_a_name_is_found_by_given_name_and_initials():
    assert name_keys("曾志伟") == ("zengzhiwei", "zhiwei", "zzw")
    assert "ycg" in name_keys("尉迟恭")


def test_the_dots_of_a_long_name_make_no_difference():
    assert name_keys("阿依古丽·买买提") == name_keys("阿依古丽买买提")


def test_a_character_nobody_knows_how_to_read_is_passed_over():
    assert name_keys("王\U000323a0") == ("wang", "w")
    assert name_keys("Smith") == ()


def test_two_names_that_sound_alike_meet():
    assert full_sounds("张伟") & full_sounds("章玮")
    assert not full_sounds("张伟") & full_sounds("张薇薇")


def test_names_are_ordered_by_sound():
    names = ["曾志伟", "单志强", "阿依古丽·买买提", "王㛃"]

    ordered = sorted(names, key=sort_key)

    assert ordered == ["阿依古丽·买买提", "单志强", "王㛃", "曾志伟"]


@pytest.mark.parametrize(
    ("place", "typed", "spelled"),
    [
        ("聊城经开", "lcjk", "liaochengjingkai"),
        ("东阿县", "dex", "dongexian"),
        ("茌平区", "cpq", "chipingqu"),
        ("柳园街道", "lyjd", "liuyuanjiedao"),
        ("阳光花园 3号楼", "yghy3hl", "yangguanghuayuan3haolou"),
    ],
)
def test_a_place_is_picked_by_its_first_letters(place, typed, spelled):
    assert initials(place) == typed
    assert sound(place) == spelled


def test_every_reading_of_the_surname_table_is_plain_letters():
    readings = [reading for readings in SURNAMES.values() for reading in readings]

    assert all(reading.isascii() and reading.isalpha() for reading in readings)
    assert all(len(surname) == 1 for surname in SURNAMES)
    assert all(len(surname) == 2 for surname in DOUBLE_SURNAMES)
    assert readings_of("𬱖") == ("di",)

"""The one mask."""

import pytest

from mediator_desk.rules.masking import (
    mask_count,
    mask_id_number,
    mask_name,
    mask_phone,
    mask_text,
)


def test_an_id_number_shows_less_to_those_who_do_not_handle_the_case():
    number = "37150219000101002X"

    assert mask_id_number(number, handling=True) == "371502********002X"
    assert mask_id_number(number) == "3715**************"


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13812341234", "138****1234"),
        ("06358241234", "063****1234"),
        ("8241234", "***1234"),
        ("12345", "*****"),
        ("", ""),
    ],
)
def test_a_phone_shows_its_ends(number, masked):
    assert mask_phone(number) == masked


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张三", "张*"), ("欧阳修文", "欧*"), ("阿依古丽·买买提", "阿*"), ("𬱖某", "𬱖*"), ("", "")],
)
def test_a_name_on_a_notice_shows_one_character_and_hides_its_length(name, masked):
    assert mask_name(name) == masked


def test_a_short_number_is_hidden_whole():
    assert mask_id_number("123", handling=True) == "***"


def test_numbers_inside_a_text_are_masked_and_other_figures_are_not():
    text = "身份证37150219000101002X，电话13812341234或0635-8241234，赔偿1200元，2026-11-23"

    masked = mask_text(text)

    assert "3715**************" in masked
    assert "138****1234" in masked
    assert "8241234" not in masked
    assert "赔偿1200元，2026-11-23" in masked


def test_a_count_so_small_that_it_tells_of_persons_is_left_out():
    assert [mask_count(count) for count in (0, 1, 2, 3)] == [0, None, None, 3]

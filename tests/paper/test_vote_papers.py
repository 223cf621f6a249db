"""The ballot and the result sheet of an owners' vote."""

import dataclasses

import pytest

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.preview import page_count, text_of
from mediator_desk.paper.sign_places import places_of
from tests.paper.vote_samples import ballot, tally


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize(("id", "facts"), [("F31", ballot()), ("F32", tally())])
def test_every_fact_of_a_vote_can_be_copied_out_of_its_paper(press, id, facts):
    text = squeezed(text_of(print_form(press, id, facts).pdf))

    for field in dataclasses.fields(facts):
        value = getattr(facts, field.name)
        if isinstance(value, str):
            assert squeezed(value) in text


def test_a_ballot_is_one_sheet_with_its_number_on_both_sides_of_the_tear_line(press):
    printed = print_form(press, "F31", ballot())

    above, below = text_of(printed.pdf).split("沿虚线撕开")

    assert page_count(printed.pdf) == 1
    assert "2026-3-0012" in above
    assert "2026-3-0012" in below


def test_a_ballot_names_each_choice_and_says_what_silence_means(press):
    plain = text_of(print_form(press, "F31", ballot()).pdf)
    clause = "规约第九条：未表决的计入多数意见。"
    bound = text_of(print_form(press, "F31", ballot(clause=clause)).pdf)

    assert all(f"□ {choice}" in plain for choice in ("同意", "不同意", "弃权"))
    assert "未交回的表决票不计入" in squeezed(plain)
    assert clause in squeezed(bound)
    assert "不计入参与" not in squeezed(bound)


def test_the_sheet_says_each_line_of_the_count_by_heads_and_by_area(press):
    text = squeezed(text_of(print_form(press, "F32", tally()).pdf))

    for line in tally().counted:
        assert squeezed(line.heads) in text
        assert squeezed(line.area) in text
    assert "两种计票" not in text


def test_a_sheet_of_a_count_with_its_signatures_and_its_seal_is_one_page(press):
    printed = print_form(
        press, "F32", tally(caution="一层业主未全部表决。", other_count="按套数：15套。" * 4)
    )

    assert page_count(printed.pdf) == 1


def test_two_who_sign_side_by_side_each_have_room_of_their_own(press):
    teller, watcher, _seal = places_of(print_form(press, "F32", tally()))

    assert (teller.label, watcher.label) == ("唱票人、计票人（签名）", "监票人（签名）")
    assert teller.y == watcher.y
    assert teller.x + teller.width < watcher.x
    assert min(teller.width, watcher.width) > 120
    assert min(teller.height, watcher.height) > 40

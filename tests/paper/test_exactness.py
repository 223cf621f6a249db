"""What is typed is what the paper says, and lines end where they may, in the carried fonts.

``python -m bench.exactness`` does the same with 2,000 texts (see docs/performance.md).
"""

import pytest

from bench.exactness import HOSTILE, TEXT, judged, outcome, texts
from mediator_desk.paper.setting import Align, Face, Span, Style


@pytest.mark.parametrize("number", range(7))
def test_texts_of_every_kind_come_out_as_they_went_in_or_are_refused_by_name(press, number):
    told = {text: outcome(press, text) for text in list(texts(42, seed=number))[number::7]}

    assert len(told) == 6
    assert [text for text, came in told.items() if came == "different"] == []


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_comes_out_as_the_text_it_is(press, payload):
    assert outcome(press, payload) == "same"


@pytest.mark.parametrize("face", [Face.TEXT, Face.HEAD])
def test_no_line_of_92_widths_begins_or_ends_with_a_forbidden_mark_or_runs_over(press, face):
    found = judged(press, face)

    assert found.lines > 2000
    assert (found.begin, found.end, found.over) == (0, 0, 0)


def test_no_word_or_amount_is_cut_where_the_line_has_room_for_it(press):
    style = Style(size=14, pitch=22, align=Align.JUSTIFY)
    words = ("wang.miao@example.org", "￥3,802.00元", "2026年", "０４００", "3.45%")

    for width in range(200, 480, 7):
        lines = [line.text for line in press.set([Span(TEXT, "正文")], style, float(width))]
        for word in words:
            assert any(word in line for line in lines), (width, word)


def test_a_name_of_a_hundred_characters_is_set_on_lines_of_its_cell(press):
    name = "阿卜杜热合曼·" * 14 + "王某"

    lines = press.set([Span(name, "姓名")], Style(size=12, pitch=20), 120.0)

    assert "".join(line.text for line in lines) == name
    assert all(line.width <= 120.01 for line in lines)
    assert not any(line.text.startswith("·") for line in lines)

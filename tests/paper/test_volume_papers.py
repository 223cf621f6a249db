"""The papers of a volume hold what was entered, on as few sheets as they should."""

from dataclasses import fields

import pytest

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.preview import text_of
from tests.paper import volume_samples as samples
from tests.paper.samples import many_parties
from tests.paper.test_papers import facts_in, squeezed

# A paper with one party in a part does not say the part again; nor an agent with its authority.
NOT_PRINTED = ("王淼（特别授权）",)
ALL = {
    "F01": samples.cover,
    "F02": samples.index,
    "F03": samples.request,
    "F05": samples.notice,
    "F06": samples.identity,
    "F07": samples.attorney,
    "F08": samples.investigation,
    "F09": samples.evidence,
    "F16": samples.note,
    "F18": samples.closing_report,
}
# The committee and the number are printed where a blank has a place for them.
APART = ("committee", "volume_no", "paste", "pages", "filed_by", "checked_by", "recorder")


@pytest.mark.parametrize("id", ALL)
def test_a_paper_of_the_volume_stands_on_one_sheet(press, id):
    assert print_form(press, id, ALL[id]()).pages == 1


@pytest.mark.parametrize("id", [one for one in ALL if one != "F08"])
def test_every_fact_of_a_volume_paper_can_be_copied(press, id):
    facts = ALL[id]()

    text = squeezed(text_of(print_form(press, id, facts).pdf))

    named = [one.name for one in fields(facts) if one.name not in (*APART, "parties")]
    told = [one for name in named for one in facts_in(getattr(facts, name))]
    assert [one for one in told if squeezed(one) not in text and one not in NOT_PRINTED] == []


def test_a_cover_is_one_sheet_however_much_is_on_it(press):
    printed = print_form(press, "F01", samples.long_cover())

    text = squeezed(text_of(printed.pdf))
    assert printed.pages == 1
    assert "司徒雅文" in text
    assert "𬱖㛃䶮𠮷" in text


def test_questions_and_answers_are_printed_word_for_word(press):
    text = squeezed(text_of(print_form(press, "F08", samples.investigation()).pdf))

    assert squeezed(samples.ASKED) in text


def test_the_index_repeats_its_head_on_every_page(press):
    printed = print_form(press, "F02", samples.index(60))

    assert text_of(printed.pdf).count("文书名称") == printed.pages > 1


def test_sixty_parties_all_have_a_place_on_the_rights_notice(press):
    text = squeezed(text_of(print_form(press, "F05", samples.notice(many_parties(60))).pdf))

    assert all(f"王淼{one}" in text for one in range(1, 61))

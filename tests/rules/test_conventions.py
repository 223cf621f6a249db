"""What holds for conventions, and how two texts are compared article by article."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from db.books import carried_texts, read_books
from mediator_desk.records.convention import ConventionKind
from mediator_desk.rules.conventions import (
    article_number,
    numbered,
    read_conventions,
    split_articles,
)
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.rules.text_changes import Sign, compare_articles

RULES = read_books().conventions
ARTICLES = some.lists(some.text("楼道公约不堆物车", min_size=1, max_size=8), max_size=6)


@pytest.mark.parametrize(
    ("article", "caution"),
    [
        ("乱停车的罚款五十元。", "fines"),
        ("不交物业费的停水停电。", "supply"),
        ("房屋不得出租。", "ownership"),
        ("有意见也不得投诉。", "rights"),
        ("电动车进楼的，由楼长扣押。", "person"),
    ],
)
def test_a_sentence_a_convention_may_not_contain_is_found_with_its_reason(article, caution):
    (doubt,) = RULES.doubts(("不堆物。", article))

    assert (doubt.article, doubt.caution.id) == (2, caution)
    assert doubt.word in article
    assert str(doubt.caution.reason)


def test_an_ordinary_text_gives_no_doubt():
    assert RULES.doubts(("楼道内不堆放杂物。", "遛狗牵绳，随手清理。")) == ()


def test_a_residents_convention_is_filed_and_a_stairwells_is_not():
    assert RULES.kinds[ConventionKind.RESIDENTS].filing
    assert not RULES.kinds[ConventionKind.STAIRWELL].filing


def test_which_kind_is_filed_is_changed_with_a_file_only():
    text = carried_texts()["rule_sets/conventions"]

    changed = read_conventions(text.replace("filing = false", "filing = true"))

    assert changed.kinds[ConventionKind.STAIRWELL].filing


def test_a_file_that_forgets_a_kind_says_which():
    text = carried_texts()["rule_sets/conventions"].replace('id = "stairwell"', 'id = "residents"')

    with pytest.raises(RuleFileUnfit, match="stairwell"):
        read_conventions(text)


@pytest.mark.parametrize(
    ("place", "said"),
    [(1, "第一条"), (10, "第十条"), (11, "第十一条"), (20, "第二十条"), (35, "第三十五条")],
)
def test_articles_are_numbered_as_texts_number_them(place, said):
    assert article_number(place) == said


@given(ARTICLES)
def test_a_numbered_text_is_read_back_as_it_was(articles):
    assert split_articles(numbered(articles)) == tuple(articles)


def test_changed_added_and_removed_articles_are_told_apart():
    changes = compare_articles(
        ("不堆放杂物。", "每月大扫除一次。", "晚十点后安静。"),
        ("不堆放杂物。", "每月大扫除两次。", "装修提前三天告知。"),
    )

    assert [(one.sign, one.before, one.after) for one in changes] == [
        (Sign.SAME, 1, 1),
        (Sign.CHANGED, 2, 2),
        (Sign.ADDED, 0, 3),
        (Sign.REMOVED, 3, 0),
    ]
    assert [(one.sign, one.text) for one in changes[1].pieces] == [
        (Sign.SAME, "每月大扫除"),
        (Sign.REMOVED, "一"),
        (Sign.ADDED, "两"),
        (Sign.SAME, "次。"),
    ]


@given(ARTICLES, ARTICLES)
def test_a_comparison_holds_both_texts_whole(before, after):
    changes = compare_articles(before, after)

    old = [_side(one, Sign.REMOVED) for one in changes if one.before]
    new = [_side(one, Sign.ADDED) for one in changes if one.after]

    assert old == before
    assert new == after
    assert [one.before for one in changes if one.before] == list(range(1, len(before) + 1))
    assert [one.after for one in changes if one.after] == list(range(1, len(after) + 1))


def _side(change, mine):
    return "".join(one.text for one in change.pieces if one.sign in (Sign.SAME, mine))

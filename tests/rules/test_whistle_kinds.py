"""Kinds of whistle come from a file: a new kind with its own limits needs no line of code."""

from datetime import date, datetime

import pytest

from db.books import carried_texts, read_books
from mediator_desk.rules.durations import CHINA
from mediator_desk.rules.rule_text import RuleFileUnfit

KINDS = "rule_sets/whistle_kinds"
QUICK = """
[[kind]]
id = "quick"
rule_set = "liaocheng-whistles"
zh = "快捷哨"
en = "quick whistle"
limits = "liaocheng-whistles"
report = "{limit}"
source = "区县办法"
effective_from = 2026-01-01

[[limit]]
id = "D08.report.quick"
rule_set = "liaocheng-whistles"
zh = "快捷哨报到"
en = "report in for a quick whistle"
length = 2
unit = "working_days"
force = "configurable"
source = "区县办法"
effective_from = 2026-01-01
"""


def with_quick(limit="D08.report.quick"):
    texts = carried_texts()
    return read_books({**texts, KINDS: texts[KINDS] + QUICK.format(limit=limit)})


def test_a_new_kind_with_its_own_limit_needs_a_file_only():
    books = with_quick()

    kind = books.whistle_kinds.find("liaocheng-whistles", "quick", date(2026, 9, 23))

    start = datetime(2026, 9, 23, 15, 20, tzinfo=CHINA)
    (rule,) = kind.clocks.values()
    due = books.deadlines.due(rule, start, books.calendar, kind.limits)
    assert due.due_on == date(2026, 9, 28)


def test_a_kind_that_names_an_unknown_limit_is_refused_with_its_place():
    with pytest.raises(RuleFileUnfit, match=r"kind \d+ · quick.*“report”"):
        with_quick("D08.nothing")


def test_a_kind_whose_file_is_gone_still_has_a_name_and_clocks():
    kinds = read_books().whistle_kinds

    kept = kinds.kept("elsewhere", "loud", date(2026, 9, 23))

    assert (str(kept.title), kept.rules(*kept.clocks)[0]) == ("loud", "D08.sign")


def test_the_default_of_liaocheng_says_that_it_is_to_be_confirmed():
    kinds = read_books().whistle_kinds
    place = kinds.place_of("371502001001")

    assert kinds.title_of(place).zh == "聊城（默认值，待核实）"
    assert all(one.unconfirmed for one in kinds.of_place(place, date(2026, 9, 23)))

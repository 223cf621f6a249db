"""The council's figures are data: by place, by day, with their source and how sure we are."""

from datetime import date

import pytest

from db.books import read_books
from mediator_desk.refusals import NotFound
from mediator_desk.rules.council_rules import Confidence, read_council_rules
from resources import path

SHIPPED = path("rule_sets", "council.toml").read_text(encoding="utf-8")
OURS = """
[[rule_set]]
name = "dongchangfu"
zh = "东昌府区议事规则"
en = "rules of Dongchangfu"
under = "371502"

[[figure]]
id = "council.quorum"
rule_set = "dongchangfu"
zh = "到会"
en = "present"
share = { of = 1, in = 2, more_than = true }
source = "区里通知"
confidence = "high"
effective_from = 2026-12-01
"""


def test_the_shipped_figures_say_where_they_come_from_and_how_sure_they_are():
    rules = read_books().council

    found = rules.all_for("371502001", date(2026, 11, 26))

    assert all(one.source and one.title.zh and one.title.en for one in found)
    assert {one.id for one in found if one.confidence is Confidence.LOW} >= {
        "council.size",
        "council.notice",
        "residents.quorum",
    }


def test_the_old_text_on_the_residents_meeting_ended_with_2025():
    rules = read_books().council

    was = rules.figure("residents.quorum", "371502001", date(2025, 12, 31))
    now = rules.figure("residents.quorum", "371502001", date(2026, 1, 1))

    assert (was.confidence, now.confidence) == (Confidence.HIGH, Confidence.LOW)


@pytest.mark.parametrize(
    ("division", "day", "written"),
    [
        ("371502001", date(2026, 12, 1), "1/2"),
        ("371502001", date(2026, 11, 30), "2/3"),
        ("371525001", date(2026, 12, 1), "2/3"),
    ],
)
def test_a_place_gets_its_own_figure_from_a_file_alone(division, day, written):
    rules = read_council_rules(SHIPPED + OURS)

    assert str(rules.share("council.quorum", division, day)) == written


def test_an_unknown_figure_is_refused_with_those_there_are():
    with pytest.raises(NotFound, match=r"council\.quorum"):
        read_books().council.figure("council.chairs", "3715", date(2026, 11, 26))

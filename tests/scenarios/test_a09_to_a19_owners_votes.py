"""A9 to A16 and A19: owners' votes counted by the law, by the rules and by ``vote`` alike."""

import json
from datetime import date

import pytest

import main
from mediator_desk.rules.fractions import percent
from mediator_desk.rules.heads_and_area import UnitVote, square_metres, tally_area, tally_heads
from mediator_desk.rules.joint_decision import count_vote, judge_demand
from tests.scenarios.rosters import as_csv, estate, flats, tally
from tests.store.stations import the_books

DAY = date(2026, 11, 23)
LIFT = [9250, 9750] * 6


@pytest.fixture
def command(tmp_path, capsys, monkeypatch):
    """Type the ``vote`` command on a roster; give the document it answers with."""
    monkeypatch.setenv("MEDIATOR_DESK_NOW", "2026-11-23T09:00+08:00")

    def typed(votes, *words):
        file = tmp_path / "roster.csv"
        file.write_text(as_csv(votes), encoding="utf-8")
        capsys.readouterr()
        assert main.main(["--lang", "en", "vote", str(file), *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return typed


@pytest.fixture
def count(command):
    """Count a vote by the rules, and see that the command answers the same."""

    def counted(votes, item, rule_set="national"):
        outcome = count_vote(votes, the_books().joint, rule_set, item, DAY)
        told = command(votes, "--item", str(item), "--rule-set", rule_set)
        assert told["passed"] == outcome.passed
        assert told["rule_set"] == rule_set
        assert told["quorum"] == {"heads": outcome.heads.quorum, "area": outcome.area.quorum}
        assert told["majority"] == {"heads": outcome.heads.majority, "area": outcome.area.majority}
        assert tuple(told["heads"].values()) == tally(outcome.heads)
        assert tuple(told["area"].values()) == tuple(map(square_metres, tally(outcome.area)))
        assert told["short_by"] == {
            "heads": outcome.heads.short_by,
            "area": square_metres(outcome.area.short_by),
        }
        assert told["because"] == [one.words() for one in outcome.because]
        return outcome

    return counted


def lift():
    """Twelve flats of which nine take part and seven agree: 852.50 m² and 662.50 m²."""
    return flats(LIFT, taking_part=9, agreeing=7)


def test_a9_an_elevator_passes_with_nine_of_twelve_and_seven_of_nine(count):
    outcome = count(lift(), item=7)

    assert outcome.passed
    assert tally(outcome.heads) == (12, 9, 7)
    assert tally(outcome.area) == (114000, 85250, 66250)
    assert (percent(9, 12, 1), percent(85250, 114000)) == ("75.0%", "74.78%")
    assert (percent(7, 9), percent(66250, 85250)) == ("77.78%", "77.71%")


def test_a10_the_same_votes_fail_where_two_thirds_of_all_must_agree(count):
    outcome = count(lift(), item=7, rule_set="two-thirds-of-all")

    assert not outcome.passed
    assert (percent(7, 12), percent(66250, 114000)) == ("58.33%", "58.11%")
    assert "two thirds of all" in outcome.because[0].words()


def test_a11_a_large_shop_stops_what_ten_flats_agree_to(count):
    votes = flats([9000] * 10 + [40000], taking_part=11, agreeing=10)

    outcome = count(votes, item=7)

    assert not outcome.passed
    assert outcome.heads.majority
    assert not outcome.area.majority
    assert percent(90000, 130000, 1) == "69.2%"
    assert outcome.area.short_by == 7500


def test_a12_exactly_two_thirds_and_exactly_three_quarters_pass(count):
    outcome = count(flats([10000] * 12, taking_part=8, agreeing=6), item=7)

    assert outcome.passed


@pytest.mark.parametrize(("agreeing", "passed"), [(150, False), (151, True)])
def test_a13_half_is_not_more_than_half(count, agreeing, passed):
    outcome = count(estate(420, 4200000, 300, 3060000, agreeing, 1600000), item=4)

    assert outcome.passed is passed
    assert outcome.heads.short_by == (0 if passed else 1)


def test_a14_ground_parking_is_short_by_one_owner(count, command):
    votes = estate(420, 4200000, 296, 2984000, 221, 2240000)

    outcome = count(votes, item=8)

    assert not outcome.passed
    assert outcome.area.majority
    assert (outcome.heads.short_by, outcome.area.short_by) == (1, 0)
    assert percent(221, 296) == "74.66%"
    assert percent(2240000, 2984000) == "75.07%"


def test_a15_unsold_units_are_one_head_and_so_is_a_buyer_of_three():
    votes = [
        UnitVote(
            unit=str(number),
            owner="某开发公司" if number < 30 else "赵某" if number < 33 else "",
            area=9000,
            took_part=False,
            agrees=False,
            unsold=number < 30,
        )
        for number in range(200)
    ]

    heads, area = tally_heads(votes), tally_area(votes)

    assert heads.all == 169
    assert the_books().joint.named("national").quorum.needed(heads.all) == 113
    assert area.all == 200 * 9000


def test_a16_without_a_quorum_both_counts_are_shown_with_the_caution(count, command):
    votes = estate(60, 540000, 39, 364000, 30, 280000)

    plain = count(votes, item=4)
    silent = count(votes, item=4, rule_set="national-silent-votes")
    told = command(votes, "--item", "4", "--rule-set", "national-silent-votes")

    assert not plain.passed
    assert (plain.heads.quorum, plain.area.quorum) == (False, True)
    assert (percent(39, 60, 1), percent(364000, 540000, 1)) == ("65.0%", "67.4%")
    assert [one.rule.name for one in silent.alternatives] == ["national", "national-silent-votes"]
    assert [one["passed"] for one in told["alternatives"]] == [False, True]
    assert any(
        "Civil Code 278 speaks of the owners who take part" in one for one in told["because"]
    )


def test_a19_eighty_of_420_owners_are_too_few_to_demand_an_audit(command):
    votes = estate(420, 4200000, 80, 860000, 80, 860000)

    demanded = judge_demand(
        the_books().joint.demand("audit"), tally_heads(votes), tally_area(votes)
    )
    told = command(votes, "--demand", "audit")

    assert not demanded.granted
    assert (demanded.short_heads, demanded.short_area) == (4, 0)
    assert demanded.demand.share.needed(420) == 84
    assert told["short_by"] == {"heads": 4, "area": "0.00"}
    assert (percent(80, 420, 1), percent(860000, 4200000, 1)) == ("19.0%", "20.5%")

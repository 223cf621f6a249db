"""Owners' votes: against a plain recount that shares no code, and with deliberate mistakes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules import fractions
from mediator_desk.rules.heads_and_area import Tally, UnitVote
from mediator_desk.rules.joint_decision import count_vote, judge
from mediator_desk.rules.joint_rules import read_joint_rules
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.rules.vote_roster import RosterUnfit, read_roster
from resources import path
from tests.scenarios.rosters import as_csv
from tests.store.stations import the_books

DAY = date(2026, 11, 23)
NAMES = ("", "", "", "王芳", "李雷", "赵某")


@st.composite
def unit_votes(draw):
    """Draw the votes of a small building; some owners hold several units."""
    votes = []
    for number in range(draw(st.integers(1, 12))):
        took_part = draw(st.booleans())
        votes.append(
            UnitVote(
                unit=f"1-{number}",
                owner=draw(st.sampled_from(NAMES)),
                area=draw(st.sampled_from((1, 9000, 9250, 9750, 12345, 40000))),
                took_part=took_part,
                agrees=took_part and draw(st.booleans()),
                unsold=draw(st.integers(0, 5)) == 0,
            )
        )
    return votes


def recounted(votes, item):
    """Count as a person with a pencil would: lists of names, decimals, no fractions of ours."""
    people = {}
    for one in votes:
        name = ("开发商" + one.owner) if one.unsold else (one.owner or "户" + one.unit)
        people.setdefault(name, []).append(one)
    came = [units for units in people.values() if [one for one in units if one.took_part]]
    yes = [units for units in came if not [one for one in units if one.took_part != one.agrees]]
    metres = [Decimal(one.area) / 100 for one in votes]
    metres_came = [Decimal(one.area) / 100 for one in votes if one.took_part]
    metres_yes = [Decimal(one.area) / 100 for one in votes if one.agrees]
    quorum = len(came) * 3 >= len(people) * 2 and sum(metres_came) * 3 >= sum(metres) * 2
    if item in (6, 7, 8):
        agreed = len(yes) * 4 >= len(came) * 3 and sum(metres_yes) * 4 >= sum(metres_came) * 3
    else:
        agreed = len(yes) > len(came) - len(yes) and sum(metres_yes) * 2 > sum(metres_came)
    return bool(came) and quorum and agreed


@settings(max_examples=2000)
@given(votes=unit_votes(), item=st.integers(1, 9))
def test_two_thousand_votes_are_counted_as_a_plain_recount_counts_them(votes, item):
    outcome = count_vote(votes, the_books().joint, "national", item, DAY)

    assert outcome.passed == recounted(votes, item)


@given(votes=unit_votes(), item=st.integers(1, 9), order=st.randoms(use_true_random=False))
def test_the_order_of_units_changes_nothing(votes, item, order):
    shuffled = list(votes)
    order.shuffle(shuffled)

    one = count_vote(votes, the_books().joint, "national", item, DAY)
    other = count_vote(shuffled, the_books().joint, "national", item, DAY)

    assert (one.heads, one.area) == (other.heads, other.area)


def adding(tally, more, most):
    """Let so many more of those who take part agree."""
    return Tally(
        all=tally.all, taking_part=tally.taking_part, agreeing=min(tally.agreeing + more, most)
    )


@given(
    all_=st.integers(1, 500),
    part=st.integers(0, 500),
    yes=st.integers(0, 500),
    item=st.integers(1, 9),
)
def test_what_is_missing_is_the_least_that_makes_it_pass(all_, part, yes, item):
    part, yes = min(part, all_), min(yes, part, all_)
    rule, tally = (
        the_books().joint.named("national"),
        Tally(all=all_, taking_part=part, agreeing=yes),
    )
    axis = judge(rule, item, tally, tally).heads

    for missing, met in ((axis.majority_short_by, True), (axis.majority_short_by - 1, False)):
        if 0 <= missing <= part - yes:
            moved = adding(tally, missing, part)
            assert judge(rule, item, moved, moved).heads.majority is met


@given(votes=unit_votes(), item=st.integers(1, 9))
def test_a_roster_written_down_is_read_back_the_same(votes, item):
    assert list(read_roster(as_csv(votes))) == votes


EDGES = (
    (Tally(all=12, taking_part=8, agreeing=6), 7, True),
    (Tally(all=12, taking_part=7, agreeing=7), 7, False),
    (Tally(all=300, taking_part=300, agreeing=150), 4, False),
    (Tally(all=300, taking_part=300, agreeing=151), 4, True),
    (Tally(all=3 * 10**17 + 3, taking_part=2 * 10**17 + 1, agreeing=2 * 10**17), 7, False),
)


def at_the_edges():
    """Judge votes that lie exactly on a limit, or one owner off it."""
    rule = the_books().joint.named("national")
    return [judge(rule, item, tally, tally).passed for tally, item, _right in EDGES]


@pytest.mark.parametrize(
    "mutant",
    [
        lambda share, whole: whole * share.numerator // share.denominator + 1,
        lambda share, whole: -(-whole * share.numerator // share.denominator),
        lambda share, whole: whole * (share.numerator / share.denominator) + share.strict,
    ],
    ids=["always strict", "never strict", "floats"],
)
def test_a_wrong_way_of_comparing_is_caught_at_the_edges(monkeypatch, mutant):
    right = [passed for _tally, _item, passed in EDGES]
    assert at_the_edges() == right

    monkeypatch.setattr(fractions.Share, "needed", mutant)

    assert at_the_edges() != right


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lacks the columns"),
        ("unit,owner\n1,王\n", "area_m2"),
        ("unit,owner,area_m2,took_part,agrees\n", "names no unit"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,92.505,1,1\n", "Line 2"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,0,1,1\n", "no area"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,-5,1,1\n", "no area"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,92.5,yes,1\n", "write 1 for yes"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,92.5,0,1\n", "did not take part"),
        ("unit,owner,area_m2,took_part,agrees\n,王,92.5,1,1\n", "has no name"),
        ("unit,owner,area_m2,took_part,agrees\n1,王,9,1,1\n1,李,9,1,1\n", "twice"),
        ('unit,owner,area_m2,took_part,agrees\n"1,王,9,1,1\n', "cannot be read"),
        ("unit,owner,area_m2,took_part,agrees,unsold\n1,王,9,1,1,x\n", "unsold"),
    ],
)
def test_a_bad_line_is_refused_in_a_sentence_that_names_it(text, said):
    with pytest.raises(RosterUnfit) as refused:
        read_roster(text)

    assert said in refused.value.words()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,owner,area_m2,took_part,agrees,agrees\n1,A,90,1,1,0\n", "agrees"),
        ("unit,owner,area_m2,took_part,agrees\n1,A,90,1,1,0\n", "Line 2 has more cells"),
        ('unit,owner,area_m2,took_part,agrees\n1,"A,90,1,1\n', "from line 2 on"),
    ],
)
def test_a_roster_that_could_be_read_two_ways_is_refused(text, said):
    with pytest.raises(RosterUnfit, match=said):
        read_roster(text)


def test_a_roster_from_a_spreadsheet_is_read_with_its_mark_and_empty_lines():
    text = "\ufeffunit,owner,area_m2,took_part,agrees\r\n101,王芳,92.5,1,1\r\n,,,,\r\n"

    assert [one.area for one in read_roster(text)] == [9250]


def test_owners_whose_units_disagree_are_named():
    votes = read_roster(
        "unit,owner,area_m2,took_part,agrees\n1,王芳,90,1,1\n2,王芳,90,1,0\n3,李雷,90,1,1\n"
    )

    outcome = count_vote(votes, the_books().joint, "national", 1, DAY)

    assert outcome.heads.tally == Tally(all=2, taking_part=2, agreeing=1)
    assert any("王芳" in one.words() for one in outcome.because)


def test_a_rule_set_for_elevators_is_not_for_other_matters():
    with pytest.raises(NotFound):
        count_vote([], the_books().joint, "rizhao-elevator", 4, DAY)


def test_a_vote_nobody_takes_part_in_never_passes():
    votes = [UnitVote(unit="1", owner="", area=9000, took_part=False, agrees=False)]

    assert not any(
        count_vote(votes, the_books().joint, rule.name, (rule.only or (7,))[0], DAY).passed
        for rule in the_books().joint.rules
    )


def test_a_rule_set_of_ones_own_needs_a_file_only():
    text = path("rule_sets", "joint_decisions.toml").read_text(encoding="utf-8")
    own = text + (
        '\n[[rule_set]]\nname = "ours"\nzh = "本市加装电梯办法"\nen = "our elevators"\n'
        "ordinary = { of = 9, in = 10 }\nqualified = { of = 9, in = 10 }\n"
        'of = "all"\nonly = [7]\nunder = "3715"\nsource = "试行"\neffective_from = 2026-01-01\n'
    )

    rules = read_joint_rules(own)

    assert rules.fitting(7, "371502001001", DAY)[0].name == "ours"
    assert "ours" not in [one.name for one in rules.fitting(7, "370102", DAY)]
    assert "ours" not in [one.name for one in rules.fitting(8, "371502001001", DAY)]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (("{ of = 2, in = 3 }", "{ of = 4, in = 3 }"), "no share"),
        (('of = "taking_part"', 'of = "some"'), "must be one of"),
        (('compare = "national"', 'compare = "nobody"'), "must be one of"),
        (("only = [7]", "only = [70]"), "from 0 to 9"),
        (("effective_from = 2021-01-01", 'effective_from = "soon"'), "a day such as"),
        (("[[rule_set]]", "[[rule_set"), "cannot be read"),
    ],
)
def test_a_bad_rule_file_is_refused_in_a_sentence(spoil, said):
    text = path("rule_sets", "joint_decisions.toml").read_text(encoding="utf-8")

    with pytest.raises((RuleFileUnfit, Refusal)) as refused:
        read_joint_rules(text.replace(*spoil))

    assert said in refused.value.words()

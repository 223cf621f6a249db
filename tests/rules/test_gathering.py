"""Disputes of one topic and place within a period are found, each at one spot only."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.gathering import (
    Gatherable,
    GatheringRules,
    Nearness,
    Threshold,
    clusters,
    read_gathering,
    spot_of,
)

TODAY = date(2026, 11, 23)
FILE = Path(__file__).parents[2] / "resources" / "rule_sets" / "gathering.toml"
SHIPPED = read_gathering(FILE.read_text("utf-8"))
ESTATES = (None, UUID(int=1), UUID(int=2))

THRESHOLDS = st.builds(
    Threshold,
    topic=st.sampled_from([None, Topic.PARKING, Topic.LEAK]),
    least=st.integers(1, 4),
    within_days=st.integers(1, 90),
    place=st.sampled_from(Nearness),
    source=st.just("test"),
)
RULES = st.lists(THRESHOLDS, min_size=1, max_size=3).map(
    lambda found: GatheringRules(thresholds=tuple(found))
)
DISPUTES = st.lists(
    st.builds(
        Gatherable,
        id=st.uuids(),
        topic=st.sampled_from([Topic.PARKING, Topic.LEAK, Topic.PETS]),
        division=st.sampled_from(["371502001001", "371502001002"]),
        estate=st.sampled_from(ESTATES),
        building=st.sampled_from(["", "1号楼", "2号楼"]),
        logged_on=st.dates(TODAY - timedelta(days=120), TODAY),
    ),
    max_size=40,
    unique_by=lambda one: one.id,
)


def parking(number: int, days_ago: int, **said) -> Gatherable:
    place = {"division": "371502001001", "estate": ESTATES[1], "building": ""} | said
    return Gatherable(
        id=UUID(int=100 + number),
        topic=Topic.PARKING,
        logged_on=TODAY - timedelta(days=days_ago),
        **place,
    )


def test_seven_parking_disputes_in_three_weeks_are_one_matter():
    disputes = [parking(number, 3 * number) for number in range(7)]

    (found,) = clusters(disputes, SHIPPED, TODAY)

    assert len(found.disputes) == 7
    assert (found.last_on - found.first_on).days == 18
    assert found.disputes[-1] == disputes[0].id


def test_two_are_not_enough_and_what_is_old_does_not_count():
    assert clusters([parking(1, 0), parking(2, 1), parking(3, 61)], SHIPPED, TODAY) == ()


def test_another_estate_is_another_matter():
    disputes = [parking(1, 0), parking(2, 0), parking(3, 0, estate=ESTATES[2])]

    assert clusters(disputes, SHIPPED, TODAY) == ()


def test_a_file_alone_changes_how_many_are_needed():
    text = '[[threshold]]\nleast = 2\nwithin_days = 5\nplace = "estate"\nsource = "here"\n'

    found = clusters([parking(1, 0), parking(2, 5)], read_gathering(text), TODAY)

    assert len(found) == 1


@given(DISPUTES, RULES)
def test_no_dispute_is_in_two_clusters_and_no_spot_has_two(disputes, rules):
    found = clusters(disputes, rules, TODAY)

    ids = [id for one in found for id in one.disputes]
    assert len(ids) == len(set(ids))
    assert len({one.spot for one in found}) == len(found)


@given(DISPUTES, RULES, st.randoms())
def test_the_order_of_the_disputes_is_no_matter(disputes, rules, chance):
    shuffled = list(disputes)
    chance.shuffle(shuffled)

    assert clusters(shuffled, rules, TODAY) == clusters(disputes, rules, TODAY)


@given(DISPUTES, RULES)
def test_the_counts_are_those_of_a_plain_recount(disputes, rules):
    counted: Counter[object] = Counter()
    for one in disputes:
        threshold = rules.of(one.topic)
        if threshold and (TODAY - one.logged_on).days <= threshold.within_days:
            counted[spot_of(one, threshold)] += 1
    enough = {spot: n for spot, n in counted.items() if n >= rules.of(spot.topic).least}

    found = clusters(disputes, rules, TODAY)

    assert {one.spot: len(one.disputes) for one in found} == enough

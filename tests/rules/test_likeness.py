"""Possible duplicates: suggested with reasons, ranked, never more than that."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.likeness import MOST_SHOWN, Fresh, Known, compare, likely_same

FRESH = Fresh(
    topic=Topic.PARKING,
    estate="阳光花园",
    building="3",
    unit="2",
    phones=frozenset({"13812345678"}),
    names=frozenset({"张伟"}),
    sounds=frozenset({"zhangwei"}),
    text="三号楼前的车位被地锁占住，双方争吵",
    on=date(2026, 11, 23),
)
NOBODY = Known(id=UUID(int=1), number="古楼-2026-1")


def known(**said):
    return replace(NOBODY, **said)


def reasons(likeness):
    return [why.words() for why in likeness.because]


def test_the_same_place_and_topic_are_suggested():
    likeness = compare(FRESH, known(topic=Topic.PARKING, estate="阳光花园"))

    assert reasons(likeness) == ["The same topic.", "The same estate."]


def test_the_same_topic_elsewhere_is_not():
    assert compare(FRESH, known(topic=Topic.PARKING, estate="古楼家园")) is None


def test_the_same_phone_is_suggested():
    likeness = compare(FRESH, known(phones=frozenset({"13812345678", "110"})))

    assert reasons(likeness) == ["The same phone number."]


def test_a_name_that_sounds_the_same_is_suggested():
    other = known(names=frozenset({"章玮"}), sounds=frozenset({"zhangwei"}))

    assert reasons(compare(FRESH, other)) == ["A name that sounds the same: 章玮."]


def test_the_same_text_is_suggested_and_another_is_not():
    alike = known(text="三号楼前的车位被地锁占住，双方争吵不休")

    assert compare(FRESH, alike)
    assert compare(FRESH, known(text="电梯停了三天没有人来修理，老人下不了楼")) is None


def test_the_likeliest_stands_first_and_no_more_than_a_few_are_shown():
    many = [
        known(id=UUID(int=n), number=f"古楼-2026-{n}", topic=Topic.PARKING, estate="阳光花园")
        for n in range(2, 12)
    ]
    best = known(id=UUID(int=99), number="古楼-2026-99", phones=FRESH.phones, names=FRESH.names)

    found = likely_same(FRESH, [*many, best])

    assert len(found) == MOST_SHOWN
    assert found[0].number == "古楼-2026-99"
    assert found == likely_same(FRESH, [best, *reversed(many)])


def test_what_is_long_past_counts_less():
    other = known(topic=Topic.PARKING, estate="阳光花园", on=date(2026, 1, 5))

    assert compare(FRESH, other) is None


def test_nothing_known_is_like_nothing():
    assert likely_same(Fresh(), [NOBODY]) == ()

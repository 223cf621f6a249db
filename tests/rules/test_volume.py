"""The rules of the volume: their file, and how long a volume is proposed to be kept."""

from decimal import Decimal

import pytest

from mediator_desk.records.dispute import Category
from mediator_desk.records.volume import Retention
from mediator_desk.rules.rule_text import RuleFileUnfit
from mediator_desk.rules.volume import NoticeStyle, VolumeItem, When, read_volume
from resources import path

TEXT = path("rule_sets", "volume.toml").read_text("utf-8")


@pytest.fixture(scope="module")
def rules():
    return read_volume(TEXT)


def test_the_carried_file_names_every_paper_in_binding_order(rules):
    assert [one.item for one in rules.items] == list(VolumeItem)


def test_what_is_required_follows_the_usual_index(rules):
    required = {one.item for one in rules.items if one.required}

    assert required == {
        VolumeItem.COVER,
        VolumeItem.INDEX,
        VolumeItem.INTAKE,
        VolumeItem.RIGHTS_NOTICE,
        VolumeItem.IDENTITY,
        VolumeItem.RECORD,
        VolumeItem.AGREEMENT,
        VolumeItem.BACK_COVER,
    }
    assert rules.rule(VolumeItem.FOLLOW_UP).when == (When.NOT_ON_THE_SPOT,)


@pytest.mark.parametrize(
    ("category", "amount", "kept"),
    [
        (Category.NEIGHBOUR, 3_802, Retention.SHORT),
        (Category.NEIGHBOUR, 100_000, Retention.LONG),
        (Category.HOUSING, 0, Retention.LONG),
    ],
)
def test_a_class_is_proposed_by_kind_and_money(rules, category, amount, kept):
    assert rules.propose(category, Decimal(amount)) is kept


def test_a_district_can_have_everybody_sign_a_notice_of_their_own():
    changed = read_volume(TEXT.replace('rights_notice = "together"', 'rights_notice = "each"'))

    assert changed.rights_notice is NoticeStyle.EACH


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "note"', 'id = "record"', "exactly once"),
        ('when = ["agent"]', 'when = ["moon"]', "nothing is known"),
        ('id = "permanent"', 'id = "long"', "retention"),
        ("investigators = 1", 'investigators = "two"', "whole number"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(old, new, sentence):
    with pytest.raises(RuleFileUnfit, match=sentence):
        read_volume(TEXT.replace(old, new))

"""Logging a dispute: what is kept, and what is refused."""

from datetime import datetime

import pytest

from mediator_desk.records.dispute import Category, Stage, Topic
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.durations import CHINA
from mediator_desk.usecases.change_dispute import (
    AddParty,
    AssignMediator,
    ChangeDispute,
    ChangeParty,
    add_party,
    assign_mediator,
    change_dispute,
    change_party,
)
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute


def test_a_logged_dispute_has_a_number_a_category_and_its_parties(here):
    dispute = here.logged(names=("张 三", "李四"))

    file = here.file(dispute)
    assert file.dispute.number == "古城-2026-1"
    assert file.dispute.stage is Stage.LOGGED
    assert file.dispute.category is Category.PROPERTY
    assert [party.name for party in file.parties] == ["张三", "李四"]


def test_numbers_count_by_the_year_of_the_logging(here):
    old = here.logged(logged_at=datetime(2019, 5, 1, 9, 0, tzinfo=CHINA))
    new = here.logged()

    numbers = [here.file(one).dispute.number for one in (old, new)]

    assert numbers == ["古城-2019-1", "古城-2026-1"]


def test_an_estate_is_added_once_and_found_again(here):
    first = here.logged(estate="湖畔花园", building="3号楼")
    second = here.logged(estate=" 湖畔花园 ")

    estates = [here.file(one).dispute.estate for one in (first, second)]

    assert estates[0] == estates[1]
    assert here.file(first).place == "湖畔花园 3号楼"


def test_a_party_without_a_name_is_left_out(here):
    dispute = here.logged(parties=(NewParty(name="  "), NewParty(name="张三")))

    assert [party.name for party in here.file(dispute).parties] == ["张三"]


def test_a_dispute_that_says_nothing_is_refused_and_nothing_is_kept(here):
    before = here.kept()

    with pytest.raises(Refusal, match="what happened"):
        log_dispute(here.desk, LogDispute(text="  ", topic=Topic.NOISE, estate="新小区"))

    assert here.kept() == before


def test_a_place_nobody_knows_is_refused(here):
    before = here.kept()

    with pytest.raises(NotFound, match="999999"):
        here.logged(division="999999")

    assert here.kept() == before


def _changed(here, dispute, **said):
    old = here.file(dispute).dispute
    fields = {
        name: getattr(old, name) for name in ("version", "text", "topic", "category", "channel")
    }
    return ChangeDispute(**({"dispute": dispute, "division": old.division} | fields | said))


def test_a_changed_dispute_says_what_was_typed(here):
    dispute = here.logged()

    change_dispute(here.desk, _changed(here, dispute, title="地锁", topic=Topic.OTHER))

    assert here.file(dispute).dispute.title == "地锁"
    assert here.file(dispute).dispute.topic is Topic.OTHER


def test_a_form_filled_before_somebody_elses_change_is_refused(here):
    dispute = here.logged()
    asked = _changed(here, dispute, title="我的")
    change_dispute(here.desk, _changed(here, dispute, title="别人的"))
    before = here.kept()

    with pytest.raises(Refusal, match="meantime"):
        change_dispute(here.desk, asked)

    assert here.kept() == before


def test_a_party_can_be_added_and_corrected(here):
    dispute = here.logged(names=("张三",))
    add_party(here.desk, AddParty(dispute=dispute, party=NewParty(name="李四")))
    party = here.file(dispute).parties[1]

    typed = NewParty(name="李思", phone="138 0013 8000")
    change_party(here.desk, ChangeParty(party=party.id, version=party.version, fields=typed))

    changed = here.file(dispute).parties[1]
    assert (changed.id, changed.name, changed.phone) == (party.id, "李思", "13800138000")


def test_a_dispute_is_handed_to_a_mediator(here):
    dispute = here.logged()

    assign_mediator(here.desk, AssignMediator(dispute=dispute, mediator=here.desk.person.id))

    assert here.file(dispute).dispute.mediator == here.desk.person.id


def test_a_dispute_is_not_handed_to_somebody_who_does_not_exist(here):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(NotFound):
        assign_mediator(here.desk, AssignMediator(dispute=dispute, mediator=dispute))

    assert here.kept() == before

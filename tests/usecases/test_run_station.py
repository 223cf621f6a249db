"""The station in order: people, places, committee, drafts, conflicts, undo, founding."""

from contextlib import contextmanager
from dataclasses import replace
from uuid import uuid4

import pytest

from mediator_desk.records.dispute import Stage
from mediator_desk.records.people import Person, Role
from mediator_desk.records.place import Level
from mediator_desk.refusals import Refusal
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.found_station import FoundStation, found_station
from mediator_desk.usecases.run_station import (
    AddPerson,
    AddPlace,
    ChangePerson,
    KeepDraft,
    SetCommittee,
    add_person,
    add_place,
    change_person,
    draft_key,
    keep_draft,
    set_committee,
)
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
from mediator_desk.usecases.undo import Undo, undo


def test_a_person_is_added(here):
    add_person(here.desk, AddPerson(name=" 李强 ", role=Role.TEAM_LEAD))

    assert {one.name: one.role for one in here.desk.queries.people()}["李强"] is Role.TEAM_LEAD


def test_a_person_without_a_name_is_refused(here):
    with pytest.raises(Refusal, match="name"):
        add_person(here.desk, AddPerson(name=" "))


def test_the_last_administrator_stays_one(here):
    me = here.desk.person
    before = here.kept()

    with pytest.raises(Refusal, match="administrator"):
        change_person(here.desk, ChangePerson(person=me.id, name=me.name, role=Role.MEDIATOR))

    assert here.kept() == before


def test_an_administrator_of_another_station_does_not_count(here):
    me = here.desk.person
    with here.desk.open_work(me.id) as work:
        work.add(Person(id=uuid4(), station=uuid4(), name="外站", role=Role.STATION_ADMIN))
        work.commit()

    with pytest.raises(Refusal, match="administrator"):
        change_person(here.desk, ChangePerson(person=me.id, name="", role=Role.MEDIATOR))


def test_a_place_without_a_code_can_be_added(here):
    add_place(here.desk, AddPlace(name="九州街道", level=Level.STREET, under="371502"))

    assert [one.name for one in here.desk.queries.added_places()] == ["九州街道"]


def test_a_place_that_lies_nowhere_is_refused(here):
    with pytest.raises(Refusal, match="pick where"):
        add_place(here.desk, AddPlace(name="九州街道", level=Level.STREET, under=""))


def test_the_committee_can_be_corrected(here):
    set_committee(here.desk, SetCommittee(name="古城社区人民调解委员会", short="东昌古城"))

    dispute = here.accepted()
    assert here.file(dispute).committee.name == "古城社区人民调解委员会"
    assert here.file(dispute).dispute.volume_no == "（2026）东昌古城人调字第1号"


def test_the_kind_of_a_committee_is_kept_when_its_names_are_corrected(here):
    names = {"name": "古城社区人民调解委员会", "short": "古城"}
    set_committee(here.desk, SetCommittee(**names, kind="community"))
    set_committee(here.desk, SetCommittee(**names))

    (committee,) = here.desk.queries.committees()

    assert committee.kind == "community"


def test_a_kind_of_committee_that_no_table_has_is_refused(here):
    with pytest.raises(Refusal, match="village"):
        set_committee(here.desk, SetCommittee(name="某调委会", short="某", kind="moon"))


def test_a_committee_without_a_short_name_is_refused(here):
    with pytest.raises(Refusal, match="short"):
        set_committee(here.desk, SetCommittee(name="某调委会", short=""))


def test_a_draft_comes_back_and_goes(here):
    key = draft_key(here.desk.person.id, "intake")
    keep_draft(here.desk, KeepDraft(form="intake", values={"text": "半句"}))
    kept = here.desk.queries.shelved(key)

    keep_draft(here.desk, KeepDraft(form="intake"))

    assert kept == {"text": "半句"}
    assert here.desk.queries.shelved(key) is None


def test_a_conflict_that_is_none_cannot_be_settled(here):
    dispute = here.logged()
    before = here.kept()

    with pytest.raises(Refusal, match="settled already"):
        settle_clash(here.desk, SettleClash(table="dispute", id=dispute, field="title", value="x"))

    assert here.kept() == before


def test_undo_brings_the_earlier_values_back(here):
    dispute = here.logged()
    changes = accept_dispute(here.desk, AcceptDispute(dispute=dispute))

    undo(here.desk, Undo(piece=changes.piece))

    file = here.file(dispute)
    assert file.dispute.stage is Stage.LOGGED
    assert file.deadlines == ()


def test_what_was_changed_since_cannot_be_undone(here):
    dispute = here.logged()
    changes = accept_dispute(here.desk, AcceptDispute(dispute=dispute))
    here.put(dispute, title="后来改的")
    before = here.kept()

    with pytest.raises(Refusal, match="changed again"):
        undo(here.desk, Undo(piece=changes.piece))

    assert here.kept() == before


def test_what_somebody_else_did_cannot_be_undone(here):
    changes = accept_dispute(here.desk, AcceptDispute(dispute=here.logged()))
    other = replace(here.desk, person=replace(here.desk.person, id=uuid4()))
    before = here.kept()

    with pytest.raises(Refusal, match="Somebody else"):
        undo(other, Undo(piece=changes.piece))

    assert here.kept() == before


def test_nothing_cannot_be_undone(here):
    with pytest.raises(Refusal, match="nothing to undo"):
        undo(here.desk, Undo(piece="no-such-piece"))


@contextmanager
def _no_work():
    raise AssertionError("a refused founding opens no work")
    yield


@pytest.mark.parametrize("missing", ["team_name", "person_name", "division"])
def test_a_station_needs_a_team_a_person_and_a_place(missing):
    said = {"team_name": "队", "person_name": "王芳", "division": "371502001"}
    asked = FoundStation(station=uuid4(), person=uuid4(), short="队", **(said | {missing: " "}))

    with pytest.raises(Refusal):
        found_station(_no_work, uuid4, asked)

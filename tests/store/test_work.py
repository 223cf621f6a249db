"""A piece of work is kept whole or not at all; undoing and erasing leave their lines."""

from dataclasses import replace

import pytest
from sqlalchemy import event, func, select, update

from db import journal
from db.tables import RECORD_TABLES, entry
from mediator_desk.records.dispute import Dispute, Topic
from mediator_desk.records.entry import GONE, stamp_ms
from mediator_desk.records.people import Party, Role
from mediator_desk.refusals import NotAllowed, NotFound, Overtaken, Refusal
from mediator_desk.troubles import DiskFull
from mediator_desk.usecases.run_station import AddPerson, add_person
from mediator_desk.usecases.undo import Undo, undo
from tests.store.stations import party


def lines_of(here):
    """Count the lines of the journal."""
    with here.house._opened().reading() as connection:
        return connection.scalar(select(func.count()).select_from(entry))


def test_work_left_without_commit_keeps_nothing(here):
    before = lines_of(here)

    with here.desk.open_work(here.desk.person.id) as work:
        work.next_number("anything")
        work.add(replace(here.desk.person, id=here.desk.new_id(), version=0))

    assert lines_of(here) == before
    assert len(here.desk.queries.people()) == 1


def test_work_that_breaks_in_the_middle_keeps_nothing(here):
    before = lines_of(here)

    with pytest.raises(Refusal, match="what happened"):
        here.log(" ", estate="阳光小区", parties=(party(),))

    assert lines_of(here) == before
    assert here.desk.queries.estates(here.desk.team.division) == ()


def test_a_number_is_drawn_once_and_never_again(here):
    numbers = [here.read(here.log()).number for _ in range(3)]

    assert numbers == ["古城-2026-1", "古城-2026-2", "古城-2026-3"]


def test_a_change_carries_only_what_changed_and_what_it_had_seen(here):
    dispute = here.log()
    birth = _entries(here, dispute)[0]

    here.change(dispute, title="车位")
    here.change(dispute, title="车位之争", text="越吵越凶")

    _, first, second = _entries(here, dispute)
    assert dict(first.values) == {"title": "车位"}
    assert dict(first.seen) == {}
    assert dict(second.seen) == {"title": (first.stamp,), "text": (birth.stamp,)}


def test_putting_back_what_stands_writes_nothing(here):
    dispute = here.log()
    before = lines_of(here)

    here.change(dispute, text="楼下停车位被占")

    assert lines_of(here) == before


def test_whoever_was_overtaken_is_told_and_loses_nothing_of_the_other(here):
    dispute = here.log()
    seen_early = here.read(dispute)
    here.change(dispute, title="先来")

    with pytest.raises(Overtaken), here.desk.open_work(here.desk.person.id) as work:
        work.put(replace(seen_early, title="后到"))

    assert here.read(dispute).title == "先来"


def test_undoing_a_log_puts_it_aside_and_undoing_that_brings_it_back(here):
    dispute = here.log(parties=(party(),))
    logged = _entries(here, dispute)[0].piece

    undone = undo(here.desk, Undo(piece=logged))

    assert here.texts() == []
    with pytest.raises(NotFound):
        here.read(dispute)
    undo(here.desk, Undo(piece=undone.piece))
    assert here.texts() == ["楼下停车位被占"]
    assert [one.name for one in here.desk.queries.case_file(dispute).parties] == ["王芳"]
    assert here.sane()


def test_undoing_a_change_brings_the_earlier_values_back_as_a_new_change(here):
    dispute = here.log()
    changed = here.change(dispute, title="新", topic=Topic.NOISE)
    lines = lines_of(here)

    undo(here.desk, Undo(piece=changed.piece))

    assert (here.read(dispute).title, here.read(dispute).topic) == ("", Topic.PARKING)
    assert lines_of(here) == lines + 1


def test_what_was_changed_again_since_cannot_be_undone(here):
    dispute = here.log()
    changed = here.change(dispute, title="一")
    here.change(dispute, title="二")

    with pytest.raises(Refusal, match="changed again"):
        undo(here.desk, Undo(piece=changed.piece))

    assert here.read(dispute).title == "二"


def test_stamps_go_on_when_the_clock_goes_back(here):
    here.clock.go(days=400)
    first = here.log()
    here.clock.go(days=-800)
    second = here.log()

    stamps = [_entries(here, one)[0].stamp for one in (first, second)]

    assert stamps == sorted(stamps)
    assert stamp_ms(stamps[0]) == stamp_ms(stamps[1])


def test_erasing_empties_every_payload_and_leaves_the_lines(here):
    dispute = here.log(parties=(party("赵小明", "13900139000"),))
    person = here.desk.queries.case_file(dispute).parties[0]
    before = lines_of(here)

    with here.desk.open_work(here.desk.person.id) as work:
        work.erase(person)
        work.commit()

    birth, erasure = _entries(here, person.id)
    assert birth.values is None
    assert birth.salt == ""
    assert erasure.values == {}
    assert lines_of(here) == before + 1
    assert here.desk.queries.case_file(dispute).parties == ()
    assert here.texts(text="赵小明") == here.texts(text="13900139000") == []
    assert here.sane()


def test_a_role_that_does_not_include_it_is_refused_before_anything_is_written(here):
    mediator = replace(here.desk, person=replace(here.desk.person, role=Role.MEDIATOR))
    before = lines_of(here)

    with pytest.raises(NotAllowed):
        add_person(mediator, AddPerson(name="王强"))

    assert lines_of(here) == before


def test_what_is_written_past_the_journal_is_found(here):
    dispute = here.log()

    with here.house._opened().writing() as connection:
        table = RECORD_TABLES["dispute"]
        connection.execute(update(table).where(table.c.id == str(dispute)).values(title="hushed"))

    verdict = here.house.verify(here.desk)
    assert not verdict.ok
    assert "dispute" in verdict.problems[0]


def test_a_record_put_aside_is_a_field_in_the_journal(here):
    dispute = here.log(parties=(party(),))

    with here.desk.open_work(here.desk.person.id) as work:
        (one,) = work.of(Party, dispute)
        work.remove(one)
        gone = work.find(Party, one.id)
        work.commit()

    assert gone is None
    assert dict(_entries(here, one.id)[-1].values) == {GONE: True}


def test_a_note_of_this_pc_is_kept_beside_the_journal_and_thrown_away(here):
    before = lines_of(here)

    for value in ({"text": "半句"}, None):
        with here.desk.open_work(here.desk.person.id) as work:
            work.shelve("draft", value)
            work.commit()

        assert here.desk.queries.shelved("draft") == value
    assert lines_of(here) == before


def test_a_dispute_put_aside_is_not_found_by_its_number(here):
    dispute = here.log()
    number = here.read(dispute).number

    with here.desk.open_work(here.desk.person.id) as work:
        work.remove(work.get(Dispute, dispute))
        work.commit()

    with pytest.raises(NotFound):
        here.desk.queries.dispute_by_number(number)
    assert here.desk.queries.chips("stage") == ()


def test_a_disk_that_fills_up_in_the_middle_changes_nothing_and_is_said(here):
    before = lines_of(here)
    store = here.house._opened()
    with store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    store.engine.dispose()

    @event.listens_for(store.engine, "begin")
    def tight(connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")

    with pytest.raises(DiskFull, match="Nothing was changed"):
        here.log("长" * 9000)

    event.remove(store.engine, "begin", tight)
    assert lines_of(here) == before
    assert here.sane()


def _entries(here, record):
    """Read the lines of one record, oldest first."""
    with here.house._opened().reading() as connection:
        return sorted(journal.entries_of(connection, record), key=lambda one: one.stamp)

"""What waits, what is left out, and what is never believed when bundles are taken in."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from db import journal
from db.seal import seal_entry
from db.sync.container import Limits
from db.tables import tray
from mediator_desk.records.entry import Entry, Kind, Stamp, stamp_ms
from mediator_desk.records.people import Party
from mediator_desk.records.place import Place
from mediator_desk.refusals import NotFound
from mediator_desk.troubles import BundleAhead
from tests.store.stations import enter, house_in, party
from tests.sync.meeting import Town, copy_of, held, states


@pytest.fixture
def town(tmp_path):
    """Two stations that trust each other."""
    town = Town(tmp_path, "甲", "乙")
    yield town
    town.leave()


@pytest.fixture
def three(tmp_path):
    """Three stations that trust each other."""
    town = Town(tmp_path, "甲", "乙", "丙")
    yield town
    town.leave()


def test_what_a_stranger_wrote_waits_until_its_card_is_here(three):
    first = three["甲"].log()
    three.meet()
    far = three.stranger("丁", "乙")
    three.carry("乙", "丁")
    far.clock.go(seconds=9)
    far.change(first, text="丁说")
    three.carry("丁", "乙")
    three["乙"].log("乙的新事")

    taken = three.carry("乙", "甲")

    waiting = [one for one in taken.groups if one.why]
    assert {one.what for one in waiting} == {"dispute", "team"}
    assert "card" in waiting[0].why
    assert three["甲"].read(first).text == "楼下停车位被占"
    assert "乙的新事" in three["甲"].texts()
    assert three["甲"].desk.queries.peers()[0].waiting > 0
    three["甲"].desk.exchange.trust(far.desk.exchange.card())
    assert three["甲"].read(first).text == "丁说"
    assert three["甲"].texts(text="丁说") == ["丁说"]
    assert _count(three["甲"], tray) == 0
    assert three["甲"].sane()


def test_a_hub_is_believed_about_stations_nobody_here_knows(three):
    first = three["甲"].log()
    three.meet()
    far = three.stranger("丁", "乙")
    three["甲"].desk.exchange.trust(three["乙"].desk.exchange.card(), hub=True)
    three.carry("乙", "丁")
    far.clock.go(seconds=9)
    far.change(first, text="丁说")
    three.carry("丁", "乙")

    taken = three.carry("乙", "甲")

    assert taken.waiting == 0
    assert three["甲"].read(first).text == "丁说"


def test_a_later_volume_waits_for_the_earlier_one(town):
    dispute = town["甲"].log()
    for number in range(12):
        town["甲"].change(dispute, text=f"第{number}次 " + "长" * 300)
    small = Limits(packed=12_000)
    sender = replace(town["甲"].desk.exchange, limits=small)
    stick = town.folder / "stick"
    stick.mkdir()
    files = sender.make("乙调解队", stick).files
    before = town["乙"].texts()

    early = [town["乙"].desk.exchange.take(file) for file in reversed(files)]

    assert len(files) > 1
    assert before == []
    waiting = [one for taken in early[:-1] for one in taken.groups if one.what == "dispute"]
    assert all("Earlier" in one.why and one.changes == 0 for one in waiting)
    assert town["乙"].texts()[0].startswith("第11次")
    assert _count(town["乙"], tray) == 0
    town.meet()
    assert held(town["甲"]) == held(town["乙"])


def test_a_bundle_from_the_day_after_tomorrow_waits_for_a_person(town):
    town["甲"].clock.go(days=3650)
    dispute = town["甲"].log()
    (file,) = town.make("甲", "乙").files

    with pytest.raises(BundleAhead, match="2036"):
        town["乙"].desk.exchange.take(file)
    assert town["乙"].texts() == []

    town["乙"].desk.exchange.take(file, confirm_clock=True)
    town["乙"].change(dispute, text="乙后来说")
    stamps = _stamps(town["乙"], dispute)
    assert stamps == sorted(stamps)
    assert stamp_ms(stamps[-1]) > town["乙"].clock().timestamp() * 1000 + 3000 * 86_400_000
    town.carry("乙", "甲")
    assert town["甲"].read(dispute).text == "乙后来说"


def test_an_erasure_empties_what_is_here_and_what_comes_late(town):
    dispute = town["甲"].log(parties=(party("赵小明", "13900139000"),))
    town.meet()
    person = town["甲"].desk.queries.case_file(dispute).parties[0]
    town["乙"].clock.go(seconds=30)
    with town["乙"].desk.open_work(town["乙"].desk.person.id) as work:
        work.put(replace(work.get(Party, person.id), address="金地小区"))
        work.commit()
    with town["甲"].desk.open_work(town["甲"].desk.person.id) as work:
        work.erase(person)
        work.commit()

    town.carry("乙", "甲")
    town.meet()

    assert held(town["甲"]) == held(town["乙"])
    for name in ("甲", "乙"):
        entries = _entries(town[name], person.id)
        assert [one.values for one in entries if one.kind is not Kind.ERASE] == [None, None]
        assert town[name].texts(text="赵小明") == []
        assert town[name].sane()


def test_a_new_station_gets_what_was_erased_without_its_payload(three):
    dispute = three["甲"].log(parties=(party("赵小明"),))
    person = three["甲"].desk.queries.case_file(dispute).parties[0]
    with three["甲"].desk.open_work(three["甲"].desk.person.id) as work:
        work.erase(person)
        work.commit()

    three.meet()

    assert held(three["丙"]) == held(three["甲"])
    assert three["丙"].desk.queries.case_file(dispute).parties == ()


def test_a_restored_station_gets_back_what_it_had_written_under_its_old_id(town):
    here = town["甲"]
    town.meet()
    backup = town.folder / "a.ysbak"
    here.house.backup(here.desk, backup)
    late = here.log("备份之后")
    town.carry("甲", "乙")
    here.leave()
    house_in(town.folder / "new").restore(backup, town.folder / "new")
    again = enter(town.folder / "new")
    town.at["甲"] = again
    number_after = again.read(again.log("新的一件")).number

    town["乙"].desk.exchange.trust(again.desk.exchange.card())
    town.meet()

    assert again.read(late).text == "备份之后"
    assert held(again) == held(town["乙"])
    assert number_after != again.read(late).number
    assert again.sane()


def test_two_stores_with_one_identity_are_noticed_and_nothing_of_the_second_goes_in(town):
    dispute = town["甲"].log()
    town.meet()
    town["甲"].leave()
    copy_of(town["甲"], town.folder / "copy")
    twin = enter(town.folder / "copy")
    town.at["甲"] = enter(town.folder / "甲")
    town["甲"].change(dispute, text="原件说")
    twin.change(dispute, text="副本说")
    twin.log("副本的新事")
    town.carry("甲", "乙")
    town.at["副本"] = twin

    taken = town.carry("副本", "乙")

    (doubled,) = [one for one in taken.groups if one.why]
    assert "copied folder" in doubled.why
    assert town["乙"].read(dispute).text == "原件说"
    assert "副本的新事" in town["乙"].texts()


def test_a_group_that_does_not_add_up_is_left_out(town):
    dispute = town["甲"].log()
    town.meet()
    town["甲"].leave()
    copy_of(town["甲"], town.folder / "copy")
    town.at["副本"] = enter(town.folder / "copy")
    town.at["甲"] = enter(town.folder / "甲")
    town["甲"].change(dispute, text="原件说")
    town["副本"].change(dispute, text="副本说")
    town.carry("甲", "乙")
    (receipt,) = town.make("乙", "甲").files
    town["副本"].desk.exchange.take(receipt)
    town["副本"].change(dispute, text="副本又说")

    taken = town.carry("副本", "乙")

    (odd,) = taken.groups
    assert "add up" in odd.why
    assert odd.changes == 0
    assert town["乙"].read(dispute).text == "原件说"
    assert _count(town["乙"], tray) == 0
    assert town["乙"].sane()


@pytest.mark.parametrize("values", [{"stage": "nonsense"}, {"households": "many"}])
def test_values_that_cannot_be_kept_leave_their_group_out_and_no_other(town, values):
    dispute = town["甲"].log()
    other = town["甲"].log("好的")
    _insider(town["甲"], group=dispute, record=dispute, values=values)

    taken = town.carry("甲", "乙")

    (bad,) = [one for one in taken.groups if one.why]
    assert bad.name == "古城-2026-1 楼下停车位被占"
    assert town["乙"].read(other).text == "好的"
    with pytest.raises(NotFound):
        town["乙"].read(dispute)
    assert town["乙"].sane()


def test_one_group_cannot_reach_into_another(town):
    one, other = town["甲"].log("一"), town["甲"].log("二")
    _insider(town["甲"], group=one, record=other, values={"text": "混进来"})

    taken = town.carry("甲", "乙")

    assert any(each.why for each in taken.groups)
    assert "混进来" not in town["乙"].texts()
    assert town["乙"].sane()


def test_what_a_newer_program_wrote_waits_in_the_journal_and_travels_on(three):
    dispute = three["甲"].log()
    _insider(
        three["甲"], group=dispute, record=UUID(int=9), table="poll", values={"q": 1}, schema=2
    )

    three.carry("甲", "乙")
    three.carry("乙", "丙")

    assert states(three["丙"])[str(dispute)] == states(three["甲"])[str(dispute)]
    assert three["丙"].read(dispute).text == "楼下停车位被占"
    assert three["丙"].sane()


def test_a_renamed_place_is_found_in_the_disputes_that_lie_there(town):
    town["甲"].log(estate="旧名小区")
    town.meet()
    with town["甲"].desk.open_work(town["甲"].desk.person.id) as work:
        (place,) = work.every(Place)
        work.put(replace(place, name="新名花园"))
        work.commit()

    town.carry("甲", "乙")

    for name in ("甲", "乙"):
        assert town[name].texts(text="新名花园") == ["楼下停车位被占"]
        assert town[name].sane()


def _insider(here, *, group, record, values, table="dispute", schema=1):
    """Write a line past all rules, with the station's own seal."""
    store = here.house._opened()
    now = int((here.clock() + timedelta(seconds=50)).timestamp() * 1000)
    with store.writing() as connection:
        number = journal.last_number(connection, group, store.station) + 1
        mark = Stamp(f"{now + number:012x}-0000-{store.station.hex}")
        line = Entry(
            group=group,
            station=store.station,
            number=number,
            stamp=mark,
            record=record,
            table=table,
            kind=Kind.CHANGE,
            values=values,
            seen={},
            schema=schema,
            who=None,
            at="",
            piece=mark,
            salt=f"{number:032x}",
        )
        journal.append(connection, [seal_entry(line, store.keys)])


def _count(here, table):
    with here.house._opened().reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def _entries(here, record):
    with here.house._opened().reading() as connection:
        return sorted(journal.entries_of(connection, record), key=lambda one: one.stamp)


def _stamps(here, record):
    return [one.stamp for one in _entries(here, record)]

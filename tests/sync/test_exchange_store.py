"""Bundles between real stores: what is carried, what waits, what is left out and why."""

import stat
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from db import journal
from db.seal import StationKeys, seal_entry
from db.sync.card import make_card, write_card
from db.sync.container import Limits
from db.tables import entry, tray
from mediator_desk.records.dispute import Topic
from mediator_desk.records.entry import Entry, Kind, Stamp, stamp_ms
from mediator_desk.records.people import Party
from mediator_desk.records.place import Place
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import DisputeFilter
from mediator_desk.troubles import BundleAhead, BundleDamaged, BundleNotForUs, StationUnknown
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
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


def test_two_people_read_the_same_figures_to_each_other(town):
    card = town["甲"].desk.exchange.card()

    name, figures = town["乙"].desk.exchange.fingerprint(card)

    assert name == "甲调解队"
    assert figures == town["乙"].desk.queries.peers()[0].fingerprint
    assert len(figures.replace(" ", "")) == 24


def test_a_dispute_arrives_whole_with_its_parties_and_its_place(town):
    dispute = town["甲"].log(estate="阳光小区", building="3号楼", parties=(party(), party("赵强")))

    taken = town.carry("甲", "乙")

    file = town["乙"].desk.queries.case_file(dispute)
    assert file.dispute == town["甲"].read(dispute)
    assert file.parties == town["甲"].desk.queries.case_file(dispute).parties
    assert file.place == "阳光小区 3号楼"
    assert town["乙"].texts(text="赵强") == ["楼下停车位被占"]
    assert town["乙"].sane()
    told = {one.what: one for one in taken.groups}
    assert told["dispute"].name == "古城-2026-1 楼下停车位被占"
    assert (told["dispute"].new, told["dispute"].changes) == (True, 3)
    assert told["place"].name == "阳光小区"
    assert "甲调解队" in told["team"].name
    assert (taken.sender, taken.number, taken.missed, taken.waiting) == ("甲调解队", 1, (), 0)
    assert (taken.new, taken.changed) == (2, 1)


def test_a_preview_says_the_same_and_changes_nothing(town):
    town["甲"].log()
    (file,) = town.make("甲", "乙").files
    before = held(town["乙"])

    foreseen = town["乙"].desk.exchange.take(file, preview=True)

    assert held(town["乙"]) == before
    assert town["乙"].desk.queries.bundles() == ()
    assert town["乙"].desk.exchange.take(file) == foreseen


def test_the_same_bundle_again_changes_nothing(town):
    town["甲"].log(parties=(party(),))
    (file,) = town.make("甲", "乙").files
    first = town["乙"].desk.exchange.take(file)
    before = held(town["乙"])

    again = town["乙"].desk.exchange.take(file)

    assert held(town["乙"]) == before
    assert again.groups == ()
    assert again.already == sum(one.changes for one in first.groups)


def test_only_a_receipt_stops_a_change_from_being_sent_again(town):
    town["甲"].log()
    sent = town.make("甲", "乙")

    assert town.make("甲", "乙").changes == sent.changes
    town["乙"].desk.exchange.take(sent.files[0])
    assert town.make("甲", "乙").changes == sent.changes
    town.carry("乙", "甲")
    assert town.make("甲", "乙").changes == 0


def test_what_a_peer_sent_is_not_sent_back_to_it(town):
    town["甲"].log()
    town.carry("甲", "乙")

    back = town.make("乙", "甲")

    assert back.changes == 4


def test_a_lost_bundle_is_said_and_costs_nothing(town):
    town["甲"].log("一")
    town.make("甲", "乙")
    town["甲"].log("二")

    taken = town.carry("甲", "乙")

    assert (taken.number, taken.missed) == (2, (1,))
    assert sorted(town["乙"].texts()) == ["一", "二"]


def test_a_file_is_named_by_who_sends_it_to_whom_and_is_only_read(town):
    town["甲"].log()
    (file,) = town.make("甲", "乙").files
    file.chmod(stat.S_IRUSR)
    before = (file.read_bytes(), file.stat().st_mtime_ns)

    town["乙"].desk.exchange.take(file)

    ids = [town[name].desk.station.id.hex[-8:] for name in ("甲", "乙")]
    assert file.name == f"{ids[0]}-{ids[1]}-000001.yslb"
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_edits_of_two_stations_stay_visible_until_somebody_decides(town):
    dispute = town["甲"].log()
    town.meet()
    town["甲"].change(dispute, text="甲说")
    town["乙"].clock.go(seconds=5)
    town["乙"].change(dispute, text="乙说", title="只有乙")

    town.carry("甲", "乙")
    taken = town.carry("乙", "甲")

    assert taken.to_settle == 1
    for name in ("甲", "乙"):
        (clash,) = town[name].desk.queries.clashes()
        assert (clash.in_force, clash.other, clash.number) == ("乙说", "甲说", "古城-2026-1")
        assert "甲调解队" in clash.other_by
        assert town[name].read(dispute).title == "只有乙"
    settle_clash(
        town["甲"].desk, SettleClash(table="dispute", id=dispute, field="text", value="两人都对")
    )
    town.meet()
    assert held(town["甲"]) == held(town["乙"])
    assert town["乙"].desk.queries.clashes() == ()
    assert town["乙"].read(dispute).text == "两人都对"
    assert town["甲"].sane()
    assert town["乙"].sane()


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


def test_lists_say_who_was_met_and_what_was_carried(town):
    town["甲"].log()
    town.carry("甲", "乙")

    (made,) = town["甲"].desk.queries.bundles()
    (took,) = town["乙"].desk.queries.bundles()
    (peer,) = town["乙"].desk.queries.peers()

    assert (made.made, made.peer, made.changes) == (True, "乙调解队", 5)
    assert (took.made, took.peer, took.file) == (False, "甲调解队", made.file)
    assert (peer.name, peer.team, peer.hub, peer.waiting) == ("甲调解队", "甲调解队", False, 0)
    assert peer.last_taken_at == took.at
    assert peer.last_made_at is None


def test_a_station_does_not_trust_itself_nor_take_its_own_bundle(town):
    here = town["甲"].desk.exchange

    with pytest.raises(Refusal, match="itself"):
        here.trust(here.card())
    with pytest.raises(BundleNotForUs, match="made here"):
        here.take(town.make("甲", "乙").files[0])


def test_a_card_with_other_keys_for_a_known_station_is_refused(town):
    false = make_card(
        StationKeys.new(), store=town["甲"].desk.station.id, station="甲调解队", team="", made_at=""
    )

    with pytest.raises(BundleDamaged, match="other keys"):
        town["乙"].desk.exchange.trust(write_card(false))


def test_an_unknown_peer_and_one_of_two_with_the_same_name_are_refused(town):
    stick = town.folder / "stick"
    twin = make_card(StationKeys.new(), store=UUID(int=7), station="乙调解队", team="", made_at="")
    town["甲"].desk.exchange.trust(write_card(twin))

    with pytest.raises(NotFound, match="天宫"):
        town["甲"].desk.exchange.make("天宫", stick)
    with pytest.raises(Refusal, match="Several"):
        town["甲"].desk.exchange.make("乙调解队", stick)


def test_a_bundle_of_an_unknown_station_and_a_damaged_one_change_nothing(town):
    far = Town(town.folder / "other", "丁")["丁"]
    far.desk.exchange.trust(town["乙"].desk.exchange.card())
    (strange,) = far.desk.exchange.make("乙调解队", town.folder).files
    town["甲"].log()
    (torn,) = town.make("甲", "乙").files
    torn.write_bytes(torn.read_bytes()[:-7])
    before = held(town["乙"])

    with pytest.raises(StationUnknown):
        town["乙"].desk.exchange.take(strange)
    with pytest.raises(BundleDamaged):
        town["乙"].desk.exchange.take(torn)

    assert held(town["乙"]) == before
    far.leave()


def test_the_number_of_lines_never_falls(town):
    counts = []
    for text in ("一", "二", "三"):
        town["甲"].log(text, topic=Topic.NOISE)
        town.meet()
        counts.append(_count(town["乙"], entry))

    assert counts == sorted(counts)
    assert town["乙"].desk.queries.found(DisputeFilter(topic=Topic.NOISE)) == 3


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

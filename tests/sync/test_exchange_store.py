"""Bundles between real stores: what is carried, what waits, what is left out and why."""

import stat
from uuid import UUID

import pytest
from sqlalchemy import func, select

from db import journal
from db.seal import StationKeys
from db.sync.card import make_card, write_card
from db.tables import entry
from mediator_desk.records.dispute import Topic
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import DisputeFilter
from mediator_desk.troubles import BundleDamaged, BundleNotForUs, StationUnknown
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
from tests.store.stations import party
from tests.sync.meeting import Town, held


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


def _count(here, table):
    with here.house._opened().reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def _entries(here, record):
    with here.house._opened().reading() as connection:
        return sorted(journal.entries_of(connection, record), key=lambda one: one.stamp)

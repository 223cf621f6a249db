"""A28, A29: two stations without a network, one committee; what meets later is whole."""

from dataclasses import replace

import pytest

from mediator_desk.records.dispute import Stage, Topic
from mediator_desk.records.people import Party, Side
from mediator_desk.refusals import Refusal
from mediator_desk.rows import DisputeFilter
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.change_dispute import ChangeParty, change_party
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute
from mediator_desk.usecases.number_blocks import ReserveNumbers, reserve_numbers
from mediator_desk.usecases.run_station import SetCommittee, set_committee
from tests.sync.meeting import Town

ONE, OTHER = "甲站", "乙站"


@pytest.fixture
def town(tmp_path):
    """Found two stations of one committee that trust each other."""
    town = Town(tmp_path, ONE, OTHER)
    for name in (ONE, OTHER):
        asked = SetCommittee(name="古楼街道人民调解委员会", short="东昌古楼")
        set_committee(town[name].desk, asked)
    yield town
    town.leave()


def _reserved(town, first=(1, 100), second=(101, 200)):
    for name, (low, high) in ((ONE, first), (OTHER, second)):
        station = town[name].desk.station.id
        reserve_numbers(town[ONE].desk, ReserveNumbers(station=station, first=low, last=high))
    town.carry(ONE, OTHER)


def _accepted(at, text="停车位被占"):
    parties = (NewParty(name="张三", phone="13800138000", side=Side.APPLICANT),)
    asked = LogDispute(text=text, topic=Topic.PARKING, parties=parties)
    dispute = log_dispute(at.desk, asked).of("dispute")[0]
    accept_dispute(at.desk, AcceptDispute(dispute=dispute))
    return dispute


def _numbers(at):
    return {row.id: row.volume_no for row in at.desk.queries.disputes(DisputeFilter())}


def test_a28_both_accept_a_case_offline_and_the_numbers_do_not_collide(town):
    _reserved(town)
    first, second = _accepted(town[ONE]), _accepted(town[OTHER])
    printed = _numbers(town[ONE]) | _numbers(town[OTHER])

    town.meet()

    assert printed == {
        first: "（2026）东昌古楼人调字第1号",
        second: "（2026）东昌古楼人调字第101号",
    }
    assert _numbers(town[ONE]) == _numbers(town[OTHER]) == printed


def test_a28_a_block_that_runs_out_says_so_and_the_case_waits(town):
    _reserved(town, first=(1, 2))
    _accepted(town[ONE])
    _accepted(town[ONE])

    with pytest.raises(Refusal, match=r"used up \(1—2\)"):
        _accepted(town[ONE], text="第三件")

    waiting = town[ONE].desk.queries.disputes(DisputeFilter(stages=(Stage.LOGGED,)))
    assert [row.text for row in waiting] == ["第三件"]


def test_a28_another_block_goes_on_where_the_first_ended(town):
    _reserved(town, first=(1, 1))
    _accepted(town[ONE])
    station = town[ONE].desk.station.id
    reserve_numbers(town[ONE].desk, ReserveNumbers(station=station, first=201, last=300))

    dispute = _accepted(town[ONE])

    assert _numbers(town[ONE])[dispute] == "（2026）东昌古楼人调字第201号"


def test_a28_what_was_printed_before_there_were_blocks_is_not_drawn_again(town):
    before = _accepted(town[ONE])
    _reserved(town)

    after = _accepted(town[ONE])

    numbers = _numbers(town[ONE])
    assert (numbers[before], numbers[after]) == (
        "（2026）东昌古楼人调字第1号",
        "（2026）东昌古楼人调字第2号",
    )


@pytest.mark.parametrize(("low", "high"), [(50, 60), (90, 150), (1, 1), (100, 300)])
def test_a28_blocks_do_not_overlap(town, low, high):
    _reserved(town)
    asked = ReserveNumbers(station=town[OTHER].desk.station.id, first=low, last=high)

    with pytest.raises(Refusal, match="reserved already"):
        reserve_numbers(town[ONE].desk, asked)


@pytest.mark.parametrize(("low", "high"), [(0, 5), (7, 6)])
def test_a28_a_block_has_a_beginning_and_an_end(town, low, high):
    asked = ReserveNumbers(station=town[ONE].desk.station.id, first=low, last=high)

    with pytest.raises(Refusal, match="begins at 1"):
        reserve_numbers(town[ONE].desk, asked)


def _correct(at, dispute, **said):
    party = at.desk.queries.case_file(dispute).parties[0]
    fields = NewParty(name=party.name, side=party.side, phone=party.phone, address=party.address)
    asked = ChangeParty(party=party.id, version=party.version, fields=replace(fields, **said))
    change_party(at.desk, asked)


def _party(at, dispute) -> Party:
    return at.desk.queries.case_file(dispute).parties[0]


def test_a29_phone_here_and_address_there_are_both_kept_in_one_history(town):
    dispute = _accepted(town[ONE])
    town.meet()
    _correct(town[ONE], dispute, phone="13900139000")
    _correct(town[OTHER], dispute, address="望湖小区3号楼")

    town.meet()

    for name in (ONE, OTHER):
        party = _party(town[name], dispute)
        assert (party.phone, party.address) == ("13900139000", "望湖小区3号楼")
        assert town[name].desk.queries.case_file(dispute).clashes == ()


def test_a29_the_same_field_on_both_sides_is_shown_as_a_conflict_and_nothing_is_lost(town):
    dispute = _accepted(town[ONE])
    town.meet()
    _correct(town[ONE], dispute, phone="13900139000")
    _correct(town[OTHER], dispute, phone="13700137000")

    town.meet()

    for name in (ONE, OTHER):
        (clash,) = town[name].desk.queries.case_file(dispute).clashes
        assert clash.field == "phone"
        assert {clash.in_force, clash.other} == {"13900139000", "13700137000"}

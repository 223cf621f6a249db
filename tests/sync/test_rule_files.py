"""Files of rules travel in bundles, and what two stations did to one clock adds up."""

from datetime import UTC, date, datetime

import pytest

from mediator_desk.records.follow_up import Deadline
from mediator_desk.refusals import Refusal
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.troubles import BundleDamaged
from mediator_desk.usecases import change_clock
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.blow_whistle import BlowWhistle, blow_whistle
from mediator_desk.usecases.exchange import TakeBundle, take_bundle
from mediator_desk.usecases.rule_files import (
    TakeRuleFile,
    list_rule_files,
    preview_rule_file,
    sign_rule_file,
    take_rule_file,
)
from mediator_desk.usecases.whistles import StepWhistle, approve_whistle, dispatch_whistle
from tests.sync.meeting import Town, held
from tests.usecases.test_rule_files import NOTICE


@pytest.fixture
def town(tmp_path):
    """Found two stations that trust each other, on 15 December 2026."""
    made = Town(tmp_path, "古城", "新区")
    for one in made.at.values():
        one.clock.moment = datetime(2026, 12, 15, 1, 0, tzinfo=UTC)
    yield made
    made.leave()


def carry(town, sender, peer):
    """Take in what another station made, as people do."""
    files = town.make(sender, peer).files
    return [
        take_bundle(town[peer].desk, TakeBundle(file=file, confirm_clock=True)) for file in files
    ]


def clocks(desk, subject):
    with desk.open_work(desk.person.id) as work:
        return work.of(Deadline, subject)


def test_a_calendar_that_comes_in_a_bundle_moves_the_dates_and_says_how_many(town, tmp_path):
    here, there = town["古城"], town["新区"]
    dispute = there.log()
    accept_dispute(there.desk, AcceptDispute(dispute=dispute))
    notice = tmp_path / "2027.toml"
    notice.write_text(NOTICE, "utf-8")
    take_rule_file(here.desk, TakeRuleFile(file=notice, source="区司法局"))

    (taken,) = carry(town, "古城", "新区")

    (clock,) = clocks(there.desk, dispute)
    assert taken.moved == 1
    assert (last_day_of(clock), clock.provisional) == (date(2027, 1, 20), False)
    assert "calendars/2027" in [one.name for one in taken.groups]


def test_a_file_signed_by_the_district_is_named_and_needs_no_other_word(town, tmp_path):
    hub, here = town["古城"], town["新区"]
    here.desk.exchange.trust(hub.desk.exchange.card(), hub=True)
    notice = tmp_path / "2027.toml"
    notice.write_text(NOTICE, "utf-8")
    sign_rule_file(hub.desk, notice)

    take_rule_file(here.desk, TakeRuleFile(file=notice))

    (row,) = [one for one in list_rule_files(here.desk) if one.taken_in]
    assert row.taken_in.signed_by == hub.desk.station.name


def test_a_file_changed_after_it_was_signed_is_refused(town, tmp_path):
    hub, here = town["古城"], town["新区"]
    here.desk.exchange.trust(hub.desk.exchange.card(), hub=True)
    notice = tmp_path / "2027.toml"
    notice.write_text(NOTICE, "utf-8")
    sign_rule_file(hub.desk, notice)
    notice.write_text(NOTICE + "\n", "utf-8")

    with pytest.raises(BundleDamaged, match="signed"):
        take_rule_file(here.desk, TakeRuleFile(file=notice, source="区司法局"))
    (tmp_path / "2027.toml.sig").write_text("[]", "utf-8")
    with pytest.raises(BundleDamaged, match="cannot be read"):
        preview_rule_file(here.desk, notice)


def test_the_signature_of_a_station_that_is_no_hub_vouches_for_nothing(town, tmp_path):
    notice = tmp_path / "2027.toml"
    notice.write_text(NOTICE, "utf-8")
    sign_rule_file(town["古城"].desk, notice)

    with pytest.raises(Refusal, match="where the file comes from"):
        take_rule_file(town["新区"].desk, TakeRuleFile(file=notice))


def test_a_pause_here_and_an_extension_there_add_up_and_leave_no_conflict(town):
    here, there = town["古城"], town["新区"]
    asked = BlowWhistle(
        title="地锁", content="多次劝说无效", lead="执法局", rule_set="shandong-hotline"
    )
    whistle = blow_whistle(here.desk, asked).of("whistle")[0]
    approve_whistle(here.desk, StepWhistle(whistle=whistle, approver="赵书记"))
    dispatch_whistle(here.desk, StepWhistle(whistle=whistle))
    carry(town, "古城", "新区")
    clock = next(one for one in clocks(here.desk, whistle) if one.rule == "D08.report")

    for one in town.at.values():
        one.clock.go(days=1)
    change_clock.pause_clock(here.desk, change_clock.PauseClock(clock=clock.id, reason="等停电"))
    for one in town.at.values():
        one.clock.go(days=1)
    change_clock.resume_clock(here.desk, change_clock.ResumeClock(clock=clock.id))
    change_clock.extend_clock(
        there.desk,
        change_clock.ExtendClock(clock=clock.id, length=2, reason="采购", approver="钱主任"),
    )
    for _round in range(3):
        carry(town, "古城", "新区")
        carry(town, "新区", "古城")

    both = [
        next(one for one in clocks(at.desk, whistle) if one.rule == "D08.report")
        for at in (here, there)
    ]
    assert [last_day_of(one) for one in both] == [date(2026, 12, 25)] * 2
    assert here.desk.queries.clashes() == there.desk.queries.clashes() == ()
    assert held(here)["deadline"] == held(there)["deadline"]

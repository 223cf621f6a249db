"""Performance: parts, payments, changes both sides agreed to, urging, and the way to court."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from mediator_desk.records.dispute import Stage
from mediator_desk.records.performance import UrgedBy
from mediator_desk.refusals import Refusal
from mediator_desk.rules.performance import Share
from mediator_desk.usecases.perform_agreement import (
    ChangeSchedule,
    PerformObligation,
    RecordPayment,
    change_schedule,
    perform_obligation,
    record_payment,
)
from mediator_desk.usecases.undo import Undo, undo
from mediator_desk.usecases.urge_performance import (
    RecordLawsuit,
    UrgePerformance,
    record_lawsuit,
    urge_performance,
)
from tests.usecases.performing import promised, running

_NEW = (
    Share(amount=Decimal("400.00"), due_on=date(2027, 1, 15)),
    Share(amount=Decimal("400.00"), due_on=date(2027, 2, 15)),
)


def _obligation(here, dispute):
    return here.file(dispute).obligations[0]


def _paying(here, dispute, amount, **said):
    asked = RecordPayment(obligation=_obligation(here, dispute).id, amount=Decimal(amount), **said)
    return record_payment(here.desk, asked)


def test_equal_parts_each_have_their_clock(here):
    dispute = promised(here, parts=3)

    assert [one.amount for one in here.file(dispute).instalments] == [Decimal("300.00")] * 3
    assert running(here, dispute, "D04") == ["2026-11-30", "2026-12-30", "2027-01-30"]


def test_parts_typed_by_hand_must_add_up(here):
    shares = (
        Share(amount=Decimal(500), due_on=date(2026, 12, 1)),
        Share(amount=Decimal("399.99"), due_on=date(2027, 1, 1)),
    )

    with pytest.raises(Refusal, match=r"899\.99"):
        promised(here, shares=shares)


def test_parts_of_something_that_is_no_sum_are_refused(here):
    with pytest.raises(Refusal, match="Only a sum"):
        promised(here, amount=None, parts=2)


def test_equal_parts_need_the_day_of_the_first(here):
    with pytest.raises(Refusal, match="first part is due"):
        promised(here, due_on=None, parts=2)


def test_a_part_payment_leaves_the_rest_owed(here):
    dispute = promised(here, parts=3)

    _paying(here, dispute, "300.00")
    _paying(here, dispute, "100.00")

    assert running(here, dispute, "D04") == ["2026-12-30", "2027-01-30"]
    assert _obligation(here, dispute).performed_on is None


def test_the_last_payment_performs_the_obligation(here):
    dispute = promised(here)
    _paying(here, dispute, "400.00")

    _paying(here, dispute, "500.00", proof="收条二")

    assert _obligation(here, dispute).performed_on == date(2026, 11, 23)
    assert running(here, dispute, "D04") == []
    assert running(here, dispute, "D02") == []


def test_a_payment_taken_back_is_owed_again(here):
    dispute = promised(here)
    changes = _paying(here, dispute, "900.00")

    undo(here.desk, Undo(piece=changes.piece))

    assert _obligation(here, dispute).performed_on is None
    assert running(here, dispute, "D04") == ["2026-11-30"]
    assert running(here, dispute, "D02") == ["2026-12-23"]


def test_more_than_is_owed_cannot_be_paid(here):
    dispute = promised(here)
    before = here.kept()

    with pytest.raises(Refusal, match=r"Only 900\.00 yuan"):
        _paying(here, dispute, "900.01")

    assert here.kept() == before


def test_performing_a_sum_writes_the_rest_down_as_paid(here):
    dispute = promised(here)
    _paying(here, dispute, "400.00")

    perform_obligation(
        here.desk,
        PerformObligation(
            obligation=_obligation(here, dispute).id, performed_on=date(2026, 11, 23)
        ),
    )

    assert [one.amount for one in here.file(dispute).payments] == [Decimal("400.00"), Decimal(500)]


def test_nothing_can_be_performed_before_its_day(here):
    dispute = promised(here)

    with pytest.raises(Refusal, match="not come yet"):
        _paying(here, dispute, "900.00", paid_on=date(2026, 11, 24))


def test_new_parts_need_the_word_of_both_sides(here):
    dispute = promised(here)
    debtor = here.file(dispute).parties[1]
    before = here.kept()
    asked = ChangeSchedule(
        obligation=_obligation(here, dispute).id,
        shares=(Share(amount=Decimal(900), due_on=date(2027, 1, 15)),),
        agreed_by=(debtor.id,),
        reason="失业",
    )

    with pytest.raises(Refusal, match="has not agreed"):
        change_schedule(here.desk, asked)

    assert here.kept() == before


def test_an_amendment_splits_what_is_still_owed_and_keeps_the_old_parts(here):
    dispute = promised(here)
    _paying(here, dispute, "100.00")
    asked = ChangeSchedule(
        obligation=_obligation(here, dispute).id,
        shares=_NEW,
        agreed_by=tuple(party.id for party in here.file(dispute).parties),
        reason="失业，分两次付清",
    )

    change_schedule(here.desk, asked)

    file = here.file(dispute)
    assert sum(one.amount for one in file.instalments) == Decimal(900)
    assert file.amendments[0].before == ("2026-11-30 900.00",)
    assert running(here, dispute, "D04") == ["2027-01-15", "2027-02-15"]


def test_new_parts_must_add_up_to_what_is_still_owed(here):
    dispute = promised(here)
    asked = ChangeSchedule(
        obligation=_obligation(here, dispute).id,
        shares=_NEW,
        agreed_by=tuple(party.id for party in here.file(dispute).parties),
        reason="失业",
    )

    with pytest.raises(Refusal, match=r"add up to 800\.00"):
        change_schedule(here.desk, asked)


def _urged(here, dispute, **said):
    asked = UrgePerformance(
        obligation=_obligation(here, dispute).id, words="电话中答应月底付清", **said
    )
    urge_performance(here.desk, asked)


def test_urging_is_counted_and_comes_back_on_the_day_that_was_named(here):
    dispute = promised(here)
    _urged(here, dispute, next_on=date(2026, 12, 3))
    first = running(here, dispute, "D04.urge")
    here.at.clock.moment = datetime(2026, 12, 3, 1, tzinfo=UTC)

    _urged(here, dispute, urged_by=UrgedBy.VISIT, next_on=date(2026, 12, 10))

    assert first == ["2026-12-03"]
    assert running(here, dispute, "D04.urge") == ["2026-12-10"]
    assert len(here.file(dispute).urgings) == 2


def test_what_is_performed_is_urged_no_more(here):
    dispute = promised(here)
    _urged(here, dispute, next_on=date(2026, 12, 3))

    _paying(here, dispute, "900.00")

    assert running(here, dispute, "D04.urge") == []
    with pytest.raises(Refusal, match="performed already"):
        _urged(here, dispute)


def test_a_party_may_sue_over_the_agreement_and_the_clocks_rest(here):
    dispute = promised(here, parts=3)
    file = here.file(dispute)
    asked = RecordLawsuit(
        agreement=file.agreements[0].id,
        plaintiff=file.parties[0].id,
        sued_on=date(2026, 11, 23),
        court="聊城市东昌府区人民法院",
    )

    record_lawsuit(here.desk, asked)

    assert running(here, dispute, "D04") == running(here, dispute, "D02") == []
    assert here.file(dispute).lawsuits[0].court == "聊城市东昌府区人民法院"
    assert here.file(dispute).dispute.stage is Stage.AGREED


def test_a_lawsuit_recorded_again_tells_its_number_and_result(here):
    dispute = promised(here)
    file = here.file(dispute)
    asked = RecordLawsuit(
        agreement=file.agreements[0].id,
        plaintiff=file.parties[0].id,
        sued_on=date(2026, 11, 23),
        court="东昌府区人民法院",
    )
    record_lawsuit(here.desk, asked)

    record_lawsuit(
        here.desk, replace(asked, court="", number="（2026）鲁1502民初9号", result="判令付款")
    )

    (kept,) = here.file(dispute).lawsuits
    assert (kept.court, kept.result) == ("东昌府区人民法院", "判令付款")

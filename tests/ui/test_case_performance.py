"""The dialogs and the pane of performance: parts, payments, urging, another schedule."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QLabel

from mediator_desk.records.confirmation import ConfirmationState, CourtGround
from mediator_desk.records.performance import PaidBy, UrgedBy
from mediator_desk.records.sitting import SittingResult
from mediator_desk.rows import DisputeFilter
from mediator_desk.usecases.confirm_agreement import ApplyConfirmation, apply_confirmation
from mediator_desk.usecases.hold_sitting import hold_sitting
from mediator_desk.usecases.next_step import next_clock
from mediator_desk.usecases.undisputed import RecordUndisputed, record_undisputed
from tests.usecases.performing import offered, promised, running
from ui.agreement_detail import agreement_sections


def _rows(here, dispute):
    sections = agreement_sections(here.desk, here.file(dispute))
    return [(row.what, row.state) for section in sections for row in section.rows]


def test_the_pane_shows_each_part_with_its_state(here):
    dispute = promised(here, parts=3)
    here.at.clock.moment = datetime(2026, 12, 2, 1, tzinfo=UTC)

    assert _rows(here, dispute) == [
        ("Part 1 of 3, 300.00 yuan", "2 days late"),
        ("Part 2 of 3, 300.00 yuan", "not due yet"),
        ("Part 3 of 3, 300.00 yuan", "not due yet"),
    ]


def test_a_payment_begins_with_the_part_that_is_due(here, windows):
    dispute = promised(here, parts=3)
    dialog = windows.dialog("record-payment", dispute)
    proposed = dialog.sheet.values()["amount"]
    dialog.sheet.fill({"amount": "250", "paid_by": "cash"})

    dialog.hand_over()

    (payment,) = here.file(dispute).payments
    assert proposed == Decimal("300.00")
    assert (payment.amount, payment.paid_by) == (Decimal("250.00"), PaidBy.CASH)
    assert _rows(here, dispute)[0][1] == "partly performed"


def test_urging_names_the_next_day(here, windows):
    dispute = promised(here)
    dialog = windows.dialog("urge-performance", dispute)
    dialog.sheet.fill({"urged_by": "visit", "words": "答应周五付", "next_on": date(2026, 11, 27)})

    dialog.hand_over()

    assert here.file(dispute).urgings[0].urged_by is UrgedBy.VISIT
    assert running(here, dispute, "D04.urge") == ["2026-11-27"]


def test_another_schedule_begins_with_what_is_owed_and_needs_both_sides(here, windows):
    dispute = promised(here, parts=2)
    parties = [str(one.id) for one in here.file(dispute).parties]
    dialog = windows.dialog("change-schedule", dispute)
    proposed = dialog.sheet.values()["shares"]
    shares = [
        {"amount": "450", "due_on": "2026-12-20"},
        {"amount": "450", "due_on": "2027-01-20"},
    ]
    dialog.sheet.fill({"shares": shares, "agreed_by": parties[:1], "reason": "工资晚发"})
    dialog.hand_over()
    alone = running(here, dispute, "D04")
    dialog.sheet.fill({"agreed_by": parties})

    dialog.hand_over()

    assert [one["amount"] for one in proposed] == [Decimal("450.00")] * 2
    assert alone == ["2026-11-30", "2026-12-30"]
    assert running(here, dispute, "D04") == ["2026-12-20", "2027-01-20"]


def test_an_agreement_is_split_into_equal_parts_where_it_is_written(here, windows):
    dispute = here.heard()
    one, other = here.file(dispute).parties
    dialog = windows.dialog("sign-agreement", dispute)
    promise = {
        "debtor": str(one.id),
        "creditor": str(other.id),
        "what": "赔偿",
        "amount": "1000",
        "due_on": "2026-12-31",
        "parts": "3",
    }
    dialog.sheet.fill({"terms": "分三期付清", "promises": [promise]})

    dialog.hand_over()

    assert [f"{one.due_on} {one.amount}" for one in here.file(dispute).instalments] == [
        "2026-12-31 333.33",
        "2027-01-31 333.33",
        "2027-02-28 333.34",
    ]


def test_a_lawsuit_is_recorded(here, windows):
    dispute = promised(here)
    dialog = windows.dialog("record-lawsuit", dispute)
    dialog.sheet.fill({"court": "东昌府区人民法院"})

    dialog.hand_over()

    assert here.file(dispute).lawsuits[0].sued_on == date(2026, 11, 23)


def test_the_dialog_of_confirmation_warns_offers_courts_and_begins(here, windows):
    dispute = promised(here, what="B区12号车位归甲所有", amount=None)
    dialog = windows.dialog("offer-confirmation", dispute)
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))

    dialog.hand_over()

    (one,) = here.file(dispute).confirmations
    assert one.court == "聊城市东昌府区人民法院"
    assert one.ground is CourtGround.SUBJECT_MATTER
    assert "“归甲所有”" in words


def test_both_sides_sign_before_it_is_handed_in_and_the_answer_follows(here, windows):
    dispute = offered(here)
    parties = [str(one.id) for one in here.file(dispute).parties]
    dialog = windows.dialog("apply-confirmation", dispute)
    dialog.sheet.fill({"signed_by": parties[:1]})
    dialog.hand_over()
    alone = here.file(dispute).confirmations[0].state
    dialog.sheet.fill({"signed_by": parties})
    dialog.hand_over()

    answer = windows.dialog("answer-confirmation", dispute)
    answer.sheet.fill({"result": "confirmed", "number": "调确字第1号"})
    answer.hand_over()

    assert alone is ConfirmationState.OFFERED
    assert here.file(dispute).confirmations[0].state is ConfirmationState.CONFIRMED


def test_the_pane_says_until_when_both_may_apply_and_when_that_is_over(here):
    dispute = promised(here)

    before = [one.text for one in agreement_sections(here.desk, here.file(dispute))]
    here.at.clock.moment = datetime(2026, 12, 24, 1, tzinfo=UTC)
    after = [one.note for one in agreement_sections(here.desk, here.file(dispute))]

    assert any("Both sides may apply together until" in one for one in before)
    assert any("have ended" in one for one in after)


def test_a_court_that_takes_its_time_makes_nothing_late_here(here):
    dispute = offered(here)
    one = here.file(dispute).confirmations[0]
    parties = tuple(party.id for party in here.file(dispute).parties)
    apply_confirmation(here.desk, ApplyConfirmation(confirmation=one.id, signed_by=parties))
    here.at.clock.moment = datetime(2026, 11, 29, 1, tzinfo=UTC)

    file = here.file(dispute)
    (row,) = here.desk.queries.disputes(DisputeFilter())

    assert next_clock(file).rule == "D04"
    assert f"{row.due_at:%Y-%m-%d}" == "2026-11-30"
    facts = [fact for one in agreement_sections(here.desk, file) for fact in one.facts]
    assert ("The court has until", "2026-11-26") in facts


def test_the_pane_is_read_again_when_facts_are_recorded(here, windows):
    dispute = here.consenting()
    failed = here.sitting(dispute, result=SittingResult.FAILED, routes_explained=True)
    hold_sitting(here.desk, failed)
    pane = windows.disputes()
    pane.open(dispute)
    parties = tuple(party.id for party in here.file(dispute).parties)

    windows.errands.run(
        partial(
            record_undisputed,
            here.desk,
            RecordUndisputed(dispute=dispute, facts="漏水", agreed_by=parties),
        ),
        owner=pane,
    )

    assert pane.side.case().undisputed

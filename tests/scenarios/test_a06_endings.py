"""A6, A7, A8, A30, A32: how mediation ends, and what the parties are given."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.confirmation import CourtGround
from mediator_desk.records.dispute import Outcome, Stage
from mediator_desk.records.sitting import Means, SittingResult
from mediator_desk.refusals import Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.close_dispute import CloseDispute, close_dispute
from mediator_desk.usecases.confirm_agreement import OfferConfirmation, offer_confirmation
from mediator_desk.usecases.hold_sitting import RecordConsent, hold_sitting, record_consent
from mediator_desk.usecases.next_step import may_follow, recommended
from mediator_desk.usecases.print_papers import (
    PaperName,
    PrintPapers,
    print_papers,
    printable,
)
from mediator_desk.usecases.report_risk import ReportRisk, report_risk
from mediator_desk.usecases.sign_agreement import (
    MarkAgreement,
    Promise,
    mark_agreement,
    sign_agreement,
)
from mediator_desk.usecases.undisputed import RecordUndisputed, record_undisputed
from tests.usecases.performing import running


def _failed(here):
    """Hold a sitting that failed, and close."""
    dispute = here.consenting(text="楼上漏水，吊顶泡坏")
    hold_sitting(
        here.desk,
        here.sitting(dispute, result=SittingResult.FAILED, routes_explained=True),
    )
    here.at.clock.go(days=1)
    close_dispute(
        here.desk,
        CloseDispute(
            dispute=dispute,
            outcome=Outcome.FAILED,
            reason="赔偿金额相差太大，双方不再协商",
            routes_explained=True,
        ),
    )
    return dispute


def _printed(here, tmp_path, dispute, paper):
    number = here.file(dispute).dispute.number
    asked = PrintPapers(numbers=(number,), paper=paper)
    return print_papers(here.desk, asked, tmp_path / "fonts")


def test_a6_when_the_husband_does_not_agree_there_is_no_sitting_and_the_case_ends(here):
    dispute = here.accepted(names=("吴芳", "贾强"), text="夫妻争吵")
    wife, husband = here.file(dispute).parties
    record_consent(here.desk, RecordConsent(dispute=dispute, party=wife.id, agreed=True))
    with pytest.raises(Refusal, match="贾强"):
        hold_sitting(here.desk, here.sitting(dispute))

    record_consent(
        here.desk,
        RecordConsent(
            dispute=dispute,
            party=husband.id,
            agreed=False,
            means=Means.BY_PHONE,
            words="不同意调解",
            routes_explained=True,
        ),
    )

    file = here.file(dispute)
    assert (file.dispute.stage, file.dispute.outcome) == (Stage.CLOSED, Outcome.REFUSED)
    assert file.closings[0].routes_explained
    # The statistics count it as taken in, not as mediated: no sitting was held.
    assert file.dispute.accepted_at is not None
    assert file.sittings == ()
    assert PaperName.TERMINATION_NOTICE in printable(file)


def test_a7_what_is_paid_on_the_spot_needs_a_register_and_a_receipt_but_no_court(here):
    dispute = here.heard(text="被狗咬伤，医药费一千二百元")
    first, second = here.file(dispute).parties
    today = local_day(here.desk.now())
    promise = Promise(
        debtor=second.id,
        creditor=first.id,
        what="支付医药费",
        amount=Decimal(1200),
        performed_on=today,
        proof="当面付清",
    )
    sign_agreement(
        here.desk,
        here.agreement(dispute, form=AgreementForm.ORAL, promises=(promise,)),
    )
    close_dispute(here.desk, CloseDispute(dispute=dispute, outcome=Outcome.AGREED_ORAL))

    file = here.file(dispute)
    ready = printable(file)
    assert file.agreements[0].effective_on == today
    assert {PaperName.ORAL_AGREEMENT_REGISTER, PaperName.RECEIPT} <= set(ready)
    assert file.payments[0].amount == Decimal("1200.00")
    assert "offer-confirmation" not in may_follow(file, here.desk.person.role)
    assert running(here, dispute, "D02") == running(here, dispute, "D05") == []
    with pytest.raises(Refusal, match="confirmed"):
        offer_confirmation(
            here.desk,
            OfferConfirmation(
                agreement=file.agreements[0].id, court="法院", ground=CourtGround.COMMITTEE
            ),
        )


def test_a8_a_team_without_a_committee_prints_no_agreement_and_is_told_why(here, tmp_path):
    dispute = here.heard()
    sign_agreement(here.desk, here.agreement(dispute))
    here.without_committee()
    here.put(dispute, committee=None)

    with pytest.raises(Refusal, match=r"Mediation Law 29.*consultation note"):
        _printed(here, tmp_path, dispute, PaperName.AGREEMENT)


def test_a8_it_may_write_and_print_a_consultation_note(here, tmp_path):
    dispute = here.heard()
    here.put(dispute, committee=None)
    desk = here.without_committee()
    here.unregistered()
    with pytest.raises(Refusal, match="committee"):
        sign_agreement(desk, here.agreement(dispute))
    sign_agreement(desk, here.agreement(dispute, form=AgreementForm.NOTE))
    note = here.file(dispute).agreements[0]
    mark_agreement(desk, MarkAgreement(agreement=note.id, parties_marked_on=date(2026, 11, 23)))

    printed = _printed(here, tmp_path, dispute, PaperName.CONSULTATION_NOTE)

    assert "协商纪要" in printed.title
    assert here.file(dispute).agreements[0].effective_on == date(2026, 11, 23)
    assert running(here, dispute, "D02") == []


def test_a30_a_fire_risk_is_reported_with_time_and_receiver_and_the_case_goes_on(here):
    dispute = here.consenting(text="楼道里给电动车充电，两家争吵")
    at = datetime(2026, 11, 23, 0, 40, tzinfo=UTC)

    report_risk(
        here.desk,
        ReportRisk(
            dispute=dispute,
            level=RiskLevel.ORANGE,
            signs="楼道飞线充电，堆有纸箱",
            measures="当场劝停，移走纸箱",
            reported_to="消防救援大队",
            received_by="值班员孙某",
            means="电话",
            reported_at=at,
        ),
    )

    file = here.file(dispute)
    assert file.risk_reports[0].reported_at == at
    assert file.risk_reports[0].received_by == "值班员孙某"
    assert file.dispute.risk == "楼道飞线充电，堆有纸箱"
    assert file.dispute.open
    assert PaperName.RISK_REPORT in printable(file)
    hold_sitting(here.desk, here.sitting(dispute))
    assert here.file(dispute).dispute.stage is Stage.MEDIATING


def test_a32_a_failed_case_offers_undisputed_facts_and_a_statement_of_mediation(here):
    dispute = _failed(here)

    file = here.file(dispute)

    assert recommended(file) == "record-undisputed"
    assert PaperName.MEDIATION_STATEMENT in printable(file)
    assert PaperName.UNDISPUTED_FACTS not in printable(file)


def test_a32_facts_are_undisputed_only_when_every_party_signs_them(here):
    dispute = _failed(here)
    parties = tuple(party.id for party in here.file(dispute).parties)
    facts = "2026年11月2日，因李四家热水器软管破裂，张三家吊顶受损。"
    asked = RecordUndisputed(dispute=dispute, facts=facts, agreed_by=parties[:1])
    with pytest.raises(Refusal, match="李四 has not agreed"):
        record_undisputed(here.desk, asked)

    record_undisputed(here.desk, RecordUndisputed(dispute=dispute, facts=facts, agreed_by=parties))

    file = here.file(dispute)
    assert file.undisputed[0].facts == facts
    assert PaperName.UNDISPUTED_FACTS in printable(file)
    assert recommended(file) == "archive-dispute"


def test_a32_the_statement_says_when_it_began_when_it_ended_and_why(here, tmp_path):
    dispute = _failed(here)

    printed = _printed(here, tmp_path, dispute, PaperName.MEDIATION_STATEMENT)

    words = text_of(printed.pdf).replace("\n", "").replace("\r", "")
    for said in ("2026年11月23日", "2026年11月24日", "无法达成协议", "赔偿金额相差太大"):
        assert said in words

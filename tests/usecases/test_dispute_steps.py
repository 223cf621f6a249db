"""The use cases on a dispute follow the table of its steps for every role, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.confirmation import CourtGround
from mediator_desk.records.dispute import Outcome, Route, Stage
from mediator_desk.records.people import Role
from mediator_desk.records.volume import Retention
from mediator_desk.rules.performance import Share
from mediator_desk.rules.transitions import DISPUTE_STEPS
from mediator_desk.usecases import accept_dispute as accepting
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases import confirm_agreement as confirming
from mediator_desk.usecases import council, gathering, recusals
from mediator_desk.usecases import hold_sitting as sittings
from mediator_desk.usecases import perform_agreement as performing
from mediator_desk.usecases import sign_agreement as agreements
from mediator_desk.usecases import urge_performance as urging
from mediator_desk.usecases import volume_papers as volume
from mediator_desk.usecases.mark_case import MarkCase, mark_case
from mediator_desk.usecases.privacy import (
    RecordPrivacy,
    TakeBackPrivacy,
    record_privacy,
    take_back_privacy,
)
from mediator_desk.usecases.referrals import (
    AnswerReferral,
    RecordReferral,
    answer_referral,
    record_referral,
)
from mediator_desk.usecases.report_risk import ReportRisk, report_risk
from mediator_desk.usecases.route_dispute import RouteDispute, route_dispute
from mediator_desk.usecases.undisputed import RecordUndisputed, record_undisputed
from tests.usecases.arrows import expected, seated, tried
from tests.usecases.performing import promised

_DAY = date(2026, 11, 23)
# Steps that follow from a use case on another record.
_FOLLOWING = ("come-back", "apply-confirmation", "answer-confirmation", "answer-recusal")


def _never_accepted(here):
    return here.logged()


def _consenting(here):
    return here.consenting()


def _heard(here):
    return here.heard()


def _owing(here):
    return promised(here)


def _referred(here):
    dispute = here.consenting()
    record_referral(here.desk, RecordReferral(dispute=dispute, body="某派出所"))
    return dispute


def _told_of_data(here):
    dispute = here.consenting()
    record_privacy(here.desk, RecordPrivacy(party=here.file(dispute).parties[0].id))
    return dispute


def _gathered(here):
    dispute = here.consenting()
    here.topic(dispute)
    return dispute


def _gathered_anew(here):
    dispute = here.logged()
    here.topic(dispute)
    return dispute


def _before_agreement(seat, dispute):
    """Take up, turn away, ask, route, hear, report."""
    desk, parties = seat.desk, seat.file(dispute).parties

    def consent(*, agreed):
        asked = sittings.RecordConsent(dispute=dispute, party=parties[0].id, agreed=agreed)
        return lambda: sittings.record_consent(desk, asked)

    return {
        "accept-dispute": lambda: accepting.accept_dispute(
            desk, accepting.AcceptDispute(dispute=dispute)
        ),
        "refuse-dispute": lambda: accepting.refuse_dispute(
            desk, accepting.RefuseDispute(dispute=dispute, reason="已起诉")
        ),
        "record-consent": consent(agreed=True),
        "record-consent: refused": consent(agreed=False),
        "route-dispute": lambda: route_dispute(
            desk, RouteDispute(dispute=dispute, route=Route.SETTLE, reason="双方愿意")
        ),
        "hold-sitting": lambda: sittings.hold_sitting(desk, seat.sitting(dispute)),
        "ask-recusal": lambda: recusals.ask_recusal(
            desk, recusals.AskRecusal(dispute=dispute, asked_by=parties[0].id, reason="亲戚")
        ),
        "report-risk": lambda: report_risk(
            desk,
            ReportRisk(dispute=dispute, signs="楼道充电", reported_to="消防", received_by="值班员"),
        ),
        "mark-case": lambda: mark_case(desk, MarkCase(dispute=dispute, crime=2)),
        "gather-disputes": lambda: council.gather_disputes(
            desk, council.GatherDisputes(topic=seat.topic(), disputes=(dispute,))
        ),
        "blow-whistle": lambda: seat.whistle(dispute),
    }


def _under_agreement(seat, dispute):
    """Mark, perform, urge, sue, confirm."""
    desk, file = seat.desk, seat.file(dispute)
    agreement = file.agreements[0].id if file.agreements else dispute
    obligation = file.obligations[0].id if file.obligations else dispute
    parties = tuple(one.id for one in file.parties)
    return {
        "mark-agreement": lambda: agreements.mark_agreement(
            desk, agreements.MarkAgreement(agreement=agreement, sealed_on=_DAY)
        ),
        "change-schedule": lambda: performing.change_schedule(
            desk,
            performing.ChangeSchedule(
                obligation=obligation,
                shares=(Share(amount=Decimal(900), due_on=date(2027, 1, 15)),),
                agreed_by=parties,
                reason="分期",
            ),
        ),
        "urge-performance": lambda: urging.urge_performance(
            desk, urging.UrgePerformance(obligation=obligation, words="请按期支付")
        ),
        "record-payment": lambda: performing.record_payment(
            desk, performing.RecordPayment(obligation=obligation, amount=Decimal(100))
        ),
        "offer-confirmation": lambda: confirming.offer_confirmation(
            desk,
            confirming.OfferConfirmation(
                agreement=agreement, court="聊城市东昌府区人民法院", ground=CourtGround.COMMITTEE
            ),
        ),
        "record-lawsuit": lambda: urging.record_lawsuit(
            desk,
            urging.RecordLawsuit(agreement=agreement, plaintiff=parties[0], sued_on=_DAY),
        ),
        "perform-obligation": lambda: performing.perform_obligation(
            desk, performing.PerformObligation(obligation=obligation, performed_on=_DAY)
        ),
    }


def _endings(seat, dispute):
    """Close, take up again, put away, visit, take out of a topic."""
    desk, parties = seat.desk, seat.file(dispute).parties

    def take_out():
        asked = gathering.TakeOutDispute(dispute=dispute, reason="不是一回事")
        return gathering.take_out_dispute(desk, asked)

    def reopen():
        return closing.reopen_dispute(desk, closing.ReopenDispute(dispute=dispute, reason="反悔"))

    return {
        "sign-agreement": lambda: agreements.sign_agreement(
            desk, seat.agreement(dispute, form=AgreementForm.ORAL)
        ),
        "record-undisputed": lambda: record_undisputed(
            desk,
            RecordUndisputed(
                dispute=dispute, facts="漏水始于三月", agreed_by=tuple(one.id for one in parties)
            ),
        ),
        "close-dispute": lambda: closing.close_dispute(
            desk, closing.CloseDispute(dispute=dispute, outcome=Outcome.WITHDRAWN, reason="撤回")
        ),
        "follow-up": lambda: closing.pay_follow_up(
            desk, closing.PayFollowUp(dispute=dispute, situation="已履行", performed=True)
        ),
        "reopen-dispute": reopen,
        "reopen-dispute: not accepted": reopen,
        "archive-dispute": lambda: closing.archive_dispute(
            desk, closing.ArchiveDispute(dispute=dispute, reason="材料另存")
        ),
        "take-out-dispute": take_out,
        "take-out-dispute: mediating": take_out,
        "take-out-dispute: not accepted": take_out,
    }


def _for_the_volume(seat, dispute):
    """Write down what only the volume asks for."""
    desk, parties = seat.desk, seat.file(dispute).parties
    return {
        "write-application": lambda: volume.write_application(
            desk, volume.WriteApplication(dispute=dispute, requests=("拆除地锁",))
        ),
        "give-rights-notice": lambda: volume.give_rights_notice(
            desk, volume.GiveRightsNotice(dispute=dispute, given_on=_DAY)
        ),
        "give-authority": lambda: volume.give_authority(
            desk, volume.GiveAuthority(party=parties[0].id, agent="王淼")
        ),
        "write-investigation": lambda: volume.write_investigation(
            desk,
            volume.WriteInvestigation(
                dispute=dispute, asked="赵某", held_at=desk.now(), place="楼下", record="问：见过吗"
            ),
        ),
        "note-volume": lambda: volume.note_volume(
            desk, volume.NoteVolume(dispute=dispute, text="照片另存")
        ),
        "file-volume": lambda: volume.file_volume(
            desk, volume.FileVolume(dispute=dispute, retention=Retention.SHORT)
        ),
    }


def _between_bodies(seat, dispute):
    """Refer, tell of data, and what follows from either."""
    desk, file = seat.desk, seat.file(dispute)
    return {
        "record-referral": lambda: record_referral(
            desk, RecordReferral(dispute=dispute, body="某派出所")
        ),
        "answer-referral": lambda: answer_referral(
            desk, AnswerReferral(referral=file.referrals[-1].id)
        ),
        "record-privacy": lambda: record_privacy(desk, RecordPrivacy(party=file.parties[0].id)),
        "take-back-privacy": lambda: take_back_privacy(
            desk, TakeBackPrivacy(consent=file.privacy_consents[-1].id)
        ),
    }


def _takes(seat, dispute):
    return {
        **_between_bodies(seat, dispute),
        **_before_agreement(seat, dispute),
        **_under_agreement(seat, dispute),
        **_endings(seat, dispute),
        **_for_the_volume(seat, dispute),
    }


_PREPARED = {
    "answer-referral": _referred,
    "take-back-privacy": _told_of_data,
    "sign-agreement": _heard,
    "record-undisputed": _heard,
    "reopen-dispute: not accepted": _never_accepted,
    "take-out-dispute": _gathered,
    "take-out-dispute: mediating": _gathered,
    "take-out-dispute: not accepted": _gathered_anew,
    **dict.fromkeys(
        (
            "mark-agreement", "change-schedule", "urge-performance", "record-payment",
            "offer-confirmation", "record-lawsuit", "perform-obligation",
        ),
        _owing,
    ),
}  # fmt: skip


def _names():
    names = [one.usecase for one in DISPUTE_STEPS]
    return [name for name in names if name.split(":")[0] not in _FOLLOWING]


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("stage", list(Stage))
def test_the_use_cases_on_a_dispute_follow_the_table_for_every_role(here, stage, role):
    seat, ready, walked = seated(here, role), {}, {}
    for name in _names():
        prepare = _PREPARED.get(name, _consenting)
        dispute = ready.pop(prepare, None) or prepare(here)
        here.put(dispute, stage=stage)
        walked[name] = tried(
            _takes(seat, dispute)[name],
            lambda dispute=dispute: here.file(dispute).dispute.stage,
        )
        if not isinstance(walked[name], Stage):
            # Nothing moved, so the next step is tried on the same one.
            ready[prepare] = dispute

    assert walked == {name: _expected(name, stage, role) for name in walked}


def _expected(name, stage, role):
    """Taking out of a topic asks of a dispute in mediation only that it stays there."""
    if name.startswith("take-out-dispute"):
        names = [name, "take-out-dispute: mediating"]
        if name == "take-out-dispute: mediating":
            names.append("take-out-dispute")
        answers = [expected(DISPUTE_STEPS, one, stage, role) for one in names]
        return next((one for one in answers if isinstance(one, Stage)), answers[0])
    return expected(DISPUTE_STEPS, name, stage, role)

"""Dialogs beside mediation: referrals, and what parties are told of their data."""

import pytest

from mediator_desk.records.referral import ReferralWay
from mediator_desk.usecases.privacy import RecordPrivacy, record_privacy
from mediator_desk.usecases.referrals import RecordReferral, record_referral
from ui.forms import case_beside
from ui.forms.case_desk import CaseDesk


@pytest.fixture
def at(here, keep, windows, qtbot):
    def make(dispute):
        from PySide6.QtWidgets import QWidget

        return CaseDesk(
            parent=keep(QWidget()),
            desk=here.desk,
            errands=windows.errands,
            file=here.file(dispute),
            people=here.desk.queries.people(),
            done=lambda _changes, _said: None,
        )

    return make


def test_a_referral_is_recorded_and_answered(here, at):
    dispute = here.accepted()
    parties = [str(one.id) for one in here.file(dispute).parties]

    dialog = case_beside.referral_dialog(at(dispute))
    dialog.sheet.fill({"body": "古城派出所", "consented": tuple(parties)})
    dialog.hand_over()
    answer = case_beside.referral_answer_dialog(at(dispute))
    answer.sheet.fill({"answer": "已和好"})
    answer.hand_over()

    (referral,) = here.file(dispute).referrals
    assert (referral.body, referral.way, referral.answer) == (
        "古城派出所", ReferralWay.IN, "已和好"
    )  # fmt: skip
    assert len(referral.consented) == 2


def test_each_consent_is_kept_apart_and_can_be_taken_back(here, at):
    dispute = here.accepted()

    dialog = case_beside.privacy_dialog(at(dispute))
    dialog.sheet.fill({"identity_copy": True, "shared_with": "司法所\n派出所"})
    dialog.hand_over()
    case_beside.take_back_dialog(at(dispute)).hand_over()

    (consent,) = here.file(dispute).privacy_consents
    assert (consent.identity_copy, consent.shared_with) == (True, ("司法所", "派出所"))
    assert consent.taken_back_on is not None


def test_no_two_fields_share_a_mnemonic(here, at, doubled):
    dispute = here.accepted()
    record_referral(here.desk, RecordReferral(dispute=dispute, body="法院"))
    party = here.file(dispute).parties[0]
    record_privacy(here.desk, RecordPrivacy(party=party.id))

    for make in (
        case_beside.referral_dialog,
        case_beside.referral_answer_dialog,
        case_beside.privacy_dialog,
        case_beside.take_back_dialog,
    ):
        assert not doubled(make(at(dispute)))

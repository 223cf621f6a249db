"""Which dialog belongs to which step of a dispute. A new step adds one line here."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog

from ui.forms import (
    case_acceptance,
    case_agreement,
    case_beside,
    case_care,
    case_confirmation,
    case_editing,
    case_ending,
    case_filing,
    case_marks,
    case_performance,
    case_sitting,
    case_volume,
)
from ui.forms.case_desk import CaseDesk
from ui.forms.case_gathering import take_out_dialog
from ui.forms.case_route import route_dialog

DIALOGS: Mapping[str, Callable[[CaseDesk], QDialog]] = {
    "accept-dispute": case_acceptance.accept_dialog,
    "refuse-dispute": case_acceptance.refuse_dialog,
    "assign-mediator": case_acceptance.assign_dialog,
    "route-dispute": route_dialog,
    "record-consent": case_sitting.consent_dialog,
    "hold-sitting": case_sitting.sitting_dialog,
    "sign-agreement": case_agreement.agreement_dialog,
    "mark-agreement": case_agreement.marks_dialog,
    "perform-obligation": case_agreement.performed_dialog,
    "record-payment": case_performance.payment_dialog,
    "change-schedule": case_performance.schedule_dialog,
    "urge-performance": case_performance.urging_dialog,
    "record-lawsuit": case_performance.lawsuit_dialog,
    "offer-confirmation": case_confirmation.offer_dialog,
    "apply-confirmation": case_confirmation.apply_dialog,
    "answer-confirmation": case_confirmation.answer_dialog,
    "take-out-dispute": take_out_dialog,
    "ask-recusal": case_care.recusal_dialog,
    "answer-recusal": case_care.recusal_answer_dialog,
    "report-risk": case_care.risk_dialog,
    "record-undisputed": case_care.undisputed_dialog,
    "write-application": case_volume.application_dialog,
    "give-rights-notice": case_volume.rights_notice_dialog,
    "give-authority": case_volume.authority_dialog,
    "write-investigation": case_volume.investigation_dialog,
    "note-volume": case_filing.volume_note_dialog,
    "file-volume": case_filing.filing_dialog,
    "record-referral": case_beside.referral_dialog,
    "answer-referral": case_beside.referral_answer_dialog,
    "record-privacy": case_beside.privacy_dialog,
    "take-back-privacy": case_beside.take_back_dialog,
    "follow-up": case_ending.follow_up_dialog,
    "mark-case": case_marks.marks_dialog,
    "note": case_ending.note_dialog,
    "close-dispute": case_ending.close_dialog,
    "reopen-dispute": case_ending.reopen_dialog,
    "archive-dispute": case_ending.archive_dialog,
    "change-dispute": case_editing.edit_dialog,
    "add-party": case_editing.add_party_dialog,
    "change-party": case_editing.change_party_dialog,
}

"""A case file asked about its agreements: how far each promise is, and which steps lack matter."""

from datetime import date

from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.care import RecusalAnswer
from mediator_desk.records.confirmation import Confirmation, ConfirmationState
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.people import PartyKind
from mediator_desk.rows import CaseFile
from mediator_desk.rules.performance import Part, parts_of

LIVE = (ConfirmationState.OFFERED, ConfirmationState.APPLIED, ConfirmationState.ACCEPTED)

_UNSETTLED = (Outcome.OPEN, Outcome.FAILED, Outcome.REFUSED)

Schedule = tuple[tuple[Obligation, tuple[Part, ...]], ...]


def schedule_of(file: CaseFile, today: date) -> Schedule:
    """Say of every promise how far each of its parts is."""
    return tuple(
        (one, parts_of(one, file.instalments, file.payments, today)) for one in file.obligations
    )


def unmarked(file: CaseFile) -> tuple[Agreement, ...]:
    """Name the agreements on paper that still lack a mark."""
    return tuple(
        one
        for one in file.agreements
        if one.form is not AgreementForm.ORAL and one.effective_on is None
    )


def lacking_steps(file: CaseFile) -> frozenset[str]:
    """Name the steps that this file has nothing for."""
    lacking: set[str] = set()
    open_ones = [one for one in file.obligations if one.performed_on is None]
    if not file.parties:
        lacking |= {"change-party", "record-consent"}
    if file.agenda_topic is None:
        lacking |= {"take-out-dispute"}
    if not unmarked(file):
        lacking |= {"mark-agreement"}
    if not open_ones:
        lacking |= {"perform-obligation", "urge-performance", "record-lawsuit"}
    if not any(one.amount for one in open_ones):
        lacking |= {"record-payment", "change-schedule"}
    if all(one.answered_on is not None for one in file.referrals):
        lacking |= {"answer-referral"}
    if not any(one.kind is PartyKind.PERSON for one in file.parties):
        lacking |= {"record-privacy"}
    if all(one.taken_back_on is not None for one in file.privacy_consents):
        lacking |= {"take-back-privacy"}
    live = live_confirmation(file)
    if to_confirm(file) is None:
        lacking |= {"offer-confirmation"}
    if live is None or live.state is not ConfirmationState.OFFERED:
        lacking |= {"apply-confirmation"}
    if live is None:
        lacking |= {"answer-confirmation"}
    if not file.parties or any(one.answer is RecusalAnswer.ASKED for one in file.recusals):
        lacking |= {"ask-recusal"}
    else:
        lacking |= {"answer-recusal"}
    if not file.parties:
        lacking |= {"give-authority"}
    if not file.sittings or file.agreements or file.dispute.outcome not in _UNSETTLED:
        lacking |= {"record-undisputed"}
    return frozenset(lacking)


def live_confirmation(file: CaseFile) -> Confirmation | None:
    """Give the application to a court that is under way."""
    live = [one for one in file.confirmations if one.state in LIVE]
    return live[-1] if live else None


def to_confirm(file: CaseFile) -> Agreement | None:
    """Give the agreement that both sides may still bring before a court together."""
    started = any(one.rule == "D02" and one.running() for one in file.deadlines)
    written = [one for one in file.agreements if one.form is AgreementForm.WRITTEN]
    if not started or not written or live_confirmation(file) is not None:
        return None
    return written[-1] if written[-1].effective_on is not None else None

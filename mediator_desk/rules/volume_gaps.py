"""Which papers of a volume are there, and what brings those that are not."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from mediator_desk.records.agreement import Agreement, AgreementForm
from mediator_desk.records.attachment import Attachment, AttachmentKind
from mediator_desk.records.confirmation import ConfirmationState
from mediator_desk.records.dispute import Outcome
from mediator_desk.rules.remarks import Listed, remark
from mediator_desk.rules.volume import VolumeItem, When
from mediator_desk.rules.volume_held import Finding, Held
from mediator_desk.words import N_

_NAMED = 5


def ended_without(file: Held) -> bool:
    """Tell whether mediation ended and there is no agreement of a committee."""
    return file.dispute.outcome is not Outcome.OPEN and not binding(file)


def binding(file: Held) -> tuple[Agreement, ...]:
    """Give the agreements a committee stands behind."""
    return tuple(one for one in file.agreements if one.form is not AgreementForm.NOTE)


def of_kind(file: Held, kind: AttachmentKind) -> tuple[Attachment, ...]:
    """Give the files of one kind."""
    return tuple(one for one in file.attachments if one.kind is kind)


def performed_later(file: Held) -> bool:
    """Tell whether something was still to be done after the day of the agreement."""
    agreed = {one.id: one.agreed_on for one in file.agreements}
    return any(
        one.performed_on is None or one.performed_on > agreed.get(one.agreement, date.max)
        for one in file.obligations
    )


def _paid(file: Held) -> bool:
    done = [one for one in file.obligations if one.amount is not None and one.performed_on]
    return bool(file.payments or done)


HOLDS: Mapping[When, Callable[[Held], bool]] = {
    When.AGENT: lambda file: any(party.agent for party in file.parties),
    When.NOT_ON_THE_SPOT: performed_later,
    When.PAID: _paid,
    When.COURT: lambda file: any(
        one.state is not ConfirmationState.WITHDRAWN for one in file.confirmations
    ),
}


def _filing_gap(file: Held) -> Finding | None:
    if file.filings:
        return None
    said = remark(N_("Nobody has filed the volume yet: say who does, and how long it is kept."))
    return Finding(said, "file-volume")


def _intake_gap(file: Held) -> Finding | None:
    if file.dispute.accepted_at is not None:
        return None
    return Finding(remark(N_("The dispute is not accepted yet.")), "accept-dispute")


def _notice_gap(file: Held) -> Finding | None:
    if file.dispute.notice_given_on is not None:
        return None
    said = remark(N_("It is not recorded when the parties were told their rights and duties."))
    return Finding(said, "give-rights-notice")


def _identity_gap(file: Held) -> Finding | None:
    proved = {one.party for one in of_kind(file, AttachmentKind.IDENTITY)}
    lacking = [party.name for party in file.parties if party.id not in proved]
    if not lacking:
        return None
    said = remark(
        N_("No proof of identity of {names}: attach a copy, or note that one is kept on paper."),
        names=some(lacking),
    )
    return Finding(said, "attach-file")


def _authority_gap(file: Held) -> Finding | None:
    given = {one.party for one in file.powers}
    given |= {one.party for one in of_kind(file, AttachmentKind.AUTHORITY) if one.party}
    lacking = [one.name for one in file.parties if one.agent and one.id not in given]
    if not lacking:
        return None
    said = remark(
        N_("{names} lets somebody act, but there is no power of attorney."),
        names=some(lacking),
    )
    return Finding(said, "give-authority")


def _record_gap(file: Held) -> Finding | None:
    if file.sittings:
        return None
    return Finding(remark(N_("No sitting is written down.")), "hold-sitting")


def _agreement_gap(file: Held) -> Finding | None:
    if binding(file):
        return None
    return Finding(remark(N_("There is no agreement yet.")), "sign-agreement")


def _receipt_gap(file: Held) -> Finding | None:
    if file.payments or of_kind(file, AttachmentKind.PROOF_OF_PERFORMANCE):
        return None
    said = remark(N_("Money was paid: attach the receipt, or the slip of the bank."))
    return Finding(said, "attach-file")


def _visit_gap(file: Held) -> Finding | None:
    if file.follow_ups:
        return None
    said = remark(N_("Not all was done on the day of the agreement: a return visit is due."))
    return Finding(said, "follow-up")


def _court_gap(file: Held) -> Finding | None:
    if file.confirmations or of_kind(file, AttachmentKind.CONFIRMATION):
        return None
    return Finding(remark(N_("The papers of the court are not here.")), "attach-file")


def _note_gap(file: Held) -> Finding | None:
    if file.volume_notes:
        return None
    return Finding(remark(N_("No note on the volume is written.")), "note-volume")


def _inquiry_gap(file: Held) -> Finding | None:
    if file.investigations:
        return None
    return Finding(remark(N_("No inquiry is written down.")), "write-investigation")


def _evidence_gap(file: Held) -> Finding | None:
    if of_kind(file, AttachmentKind.EVIDENCE):
        return None
    return Finding(remark(N_("No evidence is kept with the case.")), "attach-file")


def _other_gap(file: Held) -> Finding | None:
    if file.risk_reports or of_kind(file, AttachmentKind.OTHER):
        return None
    return Finding(remark(N_("There are no other papers.")), "attach-file")


GAPS: Mapping[VolumeItem, Callable[[Held], Finding | None]] = {
    VolumeItem.COVER: _filing_gap,
    VolumeItem.INDEX: lambda _file: None,
    VolumeItem.INTAKE: _intake_gap,
    VolumeItem.RIGHTS_NOTICE: _notice_gap,
    VolumeItem.IDENTITY: _identity_gap,
    VolumeItem.AUTHORITY: _authority_gap,
    VolumeItem.INVESTIGATION: _inquiry_gap,
    VolumeItem.EVIDENCE: _evidence_gap,
    VolumeItem.RECORD: _record_gap,
    VolumeItem.AGREEMENT: _agreement_gap,
    VolumeItem.RECEIPT: _receipt_gap,
    VolumeItem.FOLLOW_UP: _visit_gap,
    VolumeItem.CONFIRMATION: _court_gap,
    VolumeItem.OTHER: _other_gap,
    VolumeItem.NOTE: _note_gap,
    VolumeItem.BACK_COVER: _filing_gap,
}


def some(names: Sequence[str]) -> object:
    """Name a few, and count the others."""
    if len(names) <= _NAMED:
        return Listed(tuple(names))
    few = Listed(tuple(names[:_NAMED]))
    return remark(N_("{names} and {count} more"), names=few, count=len(names) - _NAMED)

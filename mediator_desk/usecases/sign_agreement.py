"""Agreements, written or oral, and the obligations under them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.ids import AgreementId, DisputeId, PartyId
from mediator_desk.records.people import Party, Person
from mediator_desk.records.sitting import Sitting
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import end_of_day, local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one party is to do: who, what, how much (yuan), by which day."""

    debtor: UUID
    what: str
    creditor: UUID | None = None
    amount: Decimal | None = None
    due_on: date | None = None
    performed_on: date | None = None
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignAgreement:
    """What was agreed. ``agreed_on`` is today when it is not given."""

    dispute: UUID
    form: AgreementForm
    facts: str
    terms: str
    performance: str = ""
    agreed_on: date | None = None
    recorder: str = ""
    promises: tuple[Promise, ...] = ()
    parties_marked_on: date | None = None
    mediator_signed_on: date | None = None
    sealed_on: date | None = None
    partial: bool = False


def sign_agreement(desk: Desk, asked: SignAgreement) -> Changes:
    """Keep an agreement. Only a committee with a registered mediator can issue one (art. 29)."""
    with desk.work("sign-agreement") as work:
        dispute = work.get(Dispute, asked.dispute)
        stage = after(DISPUTE_STEPS, "sign-agreement", dispute.stage)
        mediator = _check(desk, work, dispute, asked)
        agreement = work.add(
            Agreement(
                id=AgreementId(desk.new_id()),
                dispute=dispute.id,
                form=asked.form,
                number=dispute.volume_no,
                agreed_on=asked.agreed_on or local_day(desk.now()),
                facts=asked.facts.strip(),
                terms=asked.terms.strip(),
                performance=asked.performance.strip(),
                copies=len(work.of(Party, dispute.id)) + 1,
                mediator=mediator.name,
                recorder=asked.recorder.strip(),
                parties_marked_on=asked.parties_marked_on,
                mediator_signed_on=asked.mediator_signed_on,
                sealed_on=asked.sealed_on,
                partial=asked.partial,
            )
        )
        for promise in asked.promises:
            _promise(desk, work, agreement, promise)
        work.put(replace(dispute, stage=stage))
        meet_clocks(desk, work, dispute.id, "D01")
        _start_after(desk, work, dispute.id, agreement)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkAgreement:
    """When each needed mark was put on a written agreement."""

    agreement: UUID
    parties_marked_on: date | None = None
    mediator_signed_on: date | None = None
    sealed_on: date | None = None


def mark_agreement(desk: Desk, asked: MarkAgreement) -> Changes:
    """Keep the days of the marks; with the last one it takes effect, and 30 days start."""
    with desk.work("mark-agreement") as work:
        agreement = work.get(Agreement, asked.agreement)
        dispute = work.get(Dispute, agreement.dispute)
        after(DISPUTE_STEPS, "mark-agreement", dispute.stage)
        marked = work.put(
            replace(
                agreement,
                parties_marked_on=asked.parties_marked_on or agreement.parties_marked_on,
                mediator_signed_on=asked.mediator_signed_on or agreement.mediator_signed_on,
                sealed_on=asked.sealed_on or agreement.sealed_on,
            )
        )
        if agreement.effective_on is None:
            _start_after(desk, work, agreement.dispute, marked)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformObligation:
    """An obligation was fulfilled, with its proof (receipt, transfer slip …)."""

    obligation: UUID
    performed_on: date
    proof: str = ""


def perform_obligation(desk: Desk, asked: PerformObligation) -> Changes:
    """Keep the performance and stop its clock."""
    with desk.work("perform-obligation") as work:
        one = work.get(Obligation, asked.obligation)
        after(DISPUTE_STEPS, "perform-obligation", work.get(Dispute, one.dispute).stage)
        work.put(replace(one, performed_on=asked.performed_on, proof=asked.proof.strip()))
        for clock in work.of(Deadline, one.dispute):
            if one.due_on and clock.running() and _is_of(clock, one.due_on):
                work.put(replace(clock, met_at=desk.now()))
                break
        return work.commit()


def _check(desk: Desk, work: Work, dispute: Dispute, asked: SignAgreement) -> Person:
    """Say what an agreement still lacks; give the mediator who signs it."""
    if dispute.committee is None:
        raise Refusal(
            N_(
                "Only a people's mediation committee can issue an agreement, and this team has "
                "none (Mediation Law 29). Set the committee in the settings first."
            )
        )
    if not work.of(Sitting, dispute.id):
        raise Refusal(N_("Write down the sitting first; the agreement rests on it."))
    if not asked.terms.strip():
        raise Refusal(N_("Write down what was agreed: who does what, how much, by when."))
    if not asked.facts.strip():
        raise Refusal(N_("Write down the main facts and what was in dispute."))
    _check_promises(work, dispute, asked)
    mediator = work.get(Person, dispute.mediator or desk.person.id)
    if not mediator.registered:
        raise Refusal(
            N_(
                "{name} is not a registered people's mediator and cannot sign. "
                "Assign one who is, or tick it under Settings, People."
            ),
            name=mediator.name,
        )
    return mediator


def _check_promises(work: Work, dispute: Dispute, asked: SignAgreement) -> None:
    """Refuse a promise of somebody who is no party of the dispute, or one that says nothing."""
    parties = {party.id for party in work.of(Party, dispute.id)}
    for promise in asked.promises:
        if promise.debtor not in parties or promise.creditor not in {None, *parties}:
            raise Refusal(N_("Only the parties of the dispute can promise something in it."))
        if not promise.what.strip():
            raise Refusal(N_("Write down what is promised."))


def _promise(desk: Desk, work: Work, agreement: Agreement, promise: Promise) -> None:
    """Keep one obligation and start its clock."""
    kept = work.add(
        Obligation(
            id=desk.new_id(),
            dispute=agreement.dispute,
            agreement=agreement.id,
            debtor=PartyId(promise.debtor),
            creditor=None if promise.creditor is None else PartyId(promise.creditor),
            what=promise.what.strip(),
            amount=promise.amount,
            due_on=promise.due_on,
            performed_on=promise.performed_on,
            proof=promise.proof.strip(),
        )
    )
    if kept.due_on is not None and kept.performed_on is None:
        start_clock(desk, work, agreement.dispute, "D04", kept.due_on)


def _is_of(clock: Deadline, due_on: date) -> bool:
    """Tell whether a clock runs for an obligation due on that day."""
    return clock.rule == "D04" and clock.first_due_at == end_of_day(due_on)


def _start_after(desk: Desk, work: Work, dispute: DisputeId, agreement: Agreement) -> None:
    """Start the clocks that run from the day an agreement takes effect."""
    effective = agreement.effective_on
    if effective is None:
        return
    if agreement.form is AgreementForm.WRITTEN:
        start_clock(desk, work, dispute, "D02", effective)
    start_clock(desk, work, dispute, "D05", effective)

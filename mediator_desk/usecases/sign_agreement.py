"""Agreements, written or oral, and the obligations under them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import AgreementId, DisputeId, PartyId
from mediator_desk.records.people import Party, Person
from mediator_desk.records.sitting import Sitting
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.amounts import exact_amount
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.performance import Share, check_shares, equal_shares
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks, start_clock
from mediator_desk.usecases.gathering import release_dispute
from mediator_desk.usecases.pace import keep_pace
from mediator_desk.usecases.perform_agreement import add_parts, pay
from mediator_desk.words import N_

NO_COMMITTEE = N_(
    "Only a people's mediation committee can issue an agreement, and this team has none "
    "(Mediation Law 29). Set the committee in the settings first, or write a consultation "
    "note (协商纪要), which is not official."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What one party is to do: who, what, how much (yuan), by which day.

    A sum may be paid in ``shares`` typed one by one, or in ``parts`` equal ones, the first on
    ``due_on`` and then every so many ``months``.
    """

    debtor: UUID
    what: str
    creditor: UUID | None = None
    amount: Decimal | None = None
    due_on: date | None = None
    performed_on: date | None = None
    proof: str = ""
    parts: int = 1
    months: int = 1
    shares: tuple[Share, ...] = ()


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
                number=dispute.number if asked.form is AgreementForm.NOTE else dispute.volume_no,
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
        keep_pace(desk, work, dispute.id)
        kept = work.put(replace(dispute, stage=stage))
        if not asked.partial:
            # Who agreed by themselves no longer wait for the council.
            release_dispute(desk, work, kept, asked.terms)
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


def _check(desk: Desk, work: Work, dispute: Dispute, asked: SignAgreement) -> Person:
    """Say what an agreement still lacks; give the mediator who signs it."""
    official = asked.form is not AgreementForm.NOTE
    if official and dispute.committee is None:
        raise Refusal(NO_COMMITTEE)
    if not work.of(Sitting, dispute.id):
        raise Refusal(N_("Write down the sitting first; the agreement rests on it."))
    if not asked.terms.strip():
        raise Refusal(N_("Write down what was agreed: who does what, how much, by when."))
    if not asked.facts.strip():
        raise Refusal(N_("Write down the main facts and what was in dispute."))
    _check_promises(work, dispute, asked)
    mediator = work.get(Person, dispute.mediator or desk.person.id)
    if official and not mediator.registered:
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
    """Keep one obligation, its parts, and what was paid on the spot."""
    shares = _shares(promise)
    kept = work.add(
        Obligation(
            id=desk.new_id(),
            dispute=agreement.dispute,
            agreement=agreement.id,
            debtor=PartyId(promise.debtor),
            creditor=None if promise.creditor is None else PartyId(promise.creditor),
            what=promise.what.strip(),
            amount=None if promise.amount is None else exact_amount(promise.amount),
            due_on=shares[-1].due_on if shares else promise.due_on,
            performed_on=promise.performed_on,
            proof=promise.proof.strip(),
        )
    )
    add_parts(desk, work, kept, shares)
    if kept.amount and kept.performed_on is not None:
        pay(desk, work, kept, kept.amount, kept.performed_on, proof=kept.proof)


def _shares(promise: Promise) -> tuple[Share, ...]:
    """Say in which parts a sum is to be paid; none when it is paid at once."""
    if not promise.shares and promise.parts == 1:
        return ()
    if promise.amount is None:
        raise Refusal(N_("Only a sum is paid in parts. Type the amount, or leave the parts out."))
    if promise.shares:
        check_shares(promise.shares, exact_amount(promise.amount))
        return tuple(sorted(promise.shares, key=lambda one: one.due_on))
    if promise.due_on is None:
        raise Refusal(N_("Say on which day the first part is due."))
    return equal_shares(promise.amount, promise.parts, promise.due_on, promise.months)


def _start_after(desk: Desk, work: Work, dispute: DisputeId, agreement: Agreement) -> None:
    """Start the clocks that run from the day an agreement takes effect.

    What was performed on the spot needs no court (domain A7) and no return visit.
    """
    effective = agreement.effective_on
    if effective is None:
        return
    promised = [one for one in work.of(Obligation, dispute) if one.agreement == agreement.id]
    if promised and all(one.performed_on for one in promised):
        return
    if agreement.form is AgreementForm.WRITTEN:
        start_clock(desk, work, dispute, "D02", effective)
    start_clock(desk, work, dispute, "D05", effective)

"""Joint judicial confirmation: choose the court, sign together, hand it in, keep its answer."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.records.confirmation import Confirmation, ConfirmationState, CourtGround
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.deadlines import Due
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.transitions import CONFIRMATION_STEPS, DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.schedule import LIVE
from mediator_desk.words import N_

LIMIT, COURT_TAKES, COURT_DECIDES = "D02", "D03.accept", "D03.decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferConfirmation:
    """Which court the parties mean to ask, and why that one."""

    agreement: UUID
    court: str
    ground: CourtGround


def offer_confirmation(desk: Desk, asked: OfferConfirmation) -> Changes:
    """Begin an application; the doubts shown now are kept with it."""
    with desk.work("offer-confirmation") as work:
        agreement = work.get(Agreement, asked.agreement)
        dispute = work.get(Dispute, agreement.dispute)
        after(DISPUTE_STEPS, "offer-confirmation", dispute.stage)
        obligations = _owed(work, agreement)
        _check_offer(desk, work, agreement, obligations)
        if not asked.court.strip():
            raise Refusal(N_("Choose the court, or type its name."))
        rules = desk.books.confirmation
        unclear = [one.code for one in rules.clarity(agreement, obligations) if not one.met]
        work.add(
            Confirmation(
                id=desk.new_id(),
                dispute=dispute.id,
                agreement=agreement.id,
                court=asked.court.strip(),
                ground=asked.ground,
                doubts=(
                    *(one.code for one in rules.doubts(agreement, obligations)),
                    *(f"clarity.{code}" for code in unclear),
                ),
                offered_on=local_day(desk.now()),
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyConfirmation:
    """The application was handed in; ``signed_by`` are the parties whose mark stands on it."""

    confirmation: UUID
    signed_by: tuple[UUID, ...]
    applied_on: date | None = None


def apply_confirmation(desk: Desk, asked: ApplyConfirmation) -> Changes:
    """Keep it. Both parties must have signed, within 30 days of effectiveness (art. 33)."""
    with desk.work("apply-confirmation") as work:
        one = work.get(Confirmation, asked.confirmation)
        _check_dispute(work, one, "apply-confirmation")
        state = after(CONFIRMATION_STEPS, "apply-confirmation", one.state)
        agreement = work.get(Agreement, one.agreement)
        applied_on = asked.applied_on or local_day(desk.now())
        _check_signed(work, one, asked.signed_by)
        _check_time(desk, agreement, applied_on)
        work.put(
            replace(
                one,
                state=state,
                signed_by=tuple(PartyId(party) for party in asked.signed_by),
                applied_on=applied_on,
            )
        )
        meet_clocks(desk, work, one.dispute, LIMIT)
        start_clock(desk, work, one.dispute, COURT_TAKES, applied_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConfirmation:
    """What the court answered (or that the parties withdrew), with its number 调确字."""

    confirmation: UUID
    result: ConfirmationState
    answered_on: date | None = None
    number: str = ""
    words: str = ""


def answer_confirmation(desk: Desk, asked: AnswerConfirmation) -> Changes:
    """Keep the answer; taken by the court, it has its own time to decide."""
    with desk.work("answer-confirmation") as work:
        one = work.get(Confirmation, asked.confirmation)
        _check_dispute(work, one, "answer-confirmation")
        state = after(CONFIRMATION_STEPS, f"answer-confirmation: {asked.result}", one.state)
        on = asked.answered_on or local_day(desk.now())
        if on > local_day(desk.now()):
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        if one.applied_on is not None and on < one.applied_on:
            raise Refusal(
                N_("The court cannot have answered before it was asked on {day}."),
                day=Day(one.applied_on),
            )
        _check_words(asked)
        decided = state not in LIVE
        work.put(
            replace(
                one,
                state=state,
                answered_on=one.answered_on or on,
                decided_on=on if decided else None,
                number=asked.number.strip() or one.number,
                words=asked.words.strip() or one.words,
            )
        )
        if state is ConfirmationState.WITHDRAWN:
            call_off_clocks(work, one.dispute, "D03")
        else:
            meet_clocks(desk, work, one.dispute, "D03")
        if state is ConfirmationState.ACCEPTED:
            start_clock(desk, work, one.dispute, COURT_DECIDES, on)
        return work.commit()


def last_day(desk: Desk, agreement: Agreement) -> Due | None:
    """Say until when the parties may apply, and why; never for an oral agreement or a note."""
    if agreement.form is not AgreementForm.WRITTEN or agreement.effective_on is None:
        return None
    return desk.books.deadlines.due(LIMIT, agreement.effective_on, desk.books.calendar)


def _check_offer(
    desk: Desk, work: Work, agreement: Agreement, obligations: Iterable[Obligation]
) -> None:
    """Say why an agreement cannot be brought before a court for confirmation."""
    due = last_day(desk, agreement)
    if due is None:
        raise Refusal(
            N_(
                "Only a written agreement that is in effect can be confirmed. Have it marked by "
                "all parties, the mediator and the committee first (Mediation Law 29, 33)."
            )
        )
    owed = list(obligations)
    if owed and all(one.performed_on for one in owed):
        raise Refusal(N_("All is performed; there is nothing a court need confirm."))
    if any(
        one.agreement == agreement.id and one.state in LIVE
        for one in work.of(Confirmation, agreement.dispute)
    ):
        raise Refusal(N_("An application for this agreement is under way already."))
    _check_time(desk, agreement, local_day(desk.now()))


def _check_time(desk: Desk, agreement: Agreement, on: date) -> None:
    """Refuse a day outside the time for applying, and tell the other ways."""
    due = last_day(desk, agreement)
    if on > local_day(desk.now()):
        raise Refusal(N_("That day has not come yet. Record it when it is done."))
    if due is None or due.due_on is None or agreement.effective_on is None:
        return
    if on < agreement.effective_on:
        raise Refusal(N_("The agreement was not in effect yet on that day."))
    if on > due.due_on:
        raise Refusal(
            N_(
                "The 30 days to apply together ended on {day}. What remains: a notarised "
                "enforceable document, confirmation by arbitration, or a lawsuit "
                "(Shandong 2016, art. 40, 41; Mediation Law 32)."
            ),
            day=Day(due.due_on),
        )


def _check_signed(work: Work, one: Confirmation, signed_by: Iterable[UUID]) -> None:
    """Refuse an application that not every party signed; say who is missing."""
    parties = work.of(Party, one.dispute)
    signed = set(signed_by)
    if not {party.id for party in parties}.issuperset(signed):
        raise Refusal(N_("Only the parties of the dispute sign the application."))
    missing = [party.name for party in parties if party.id not in signed]
    if missing:
        raise Refusal(
            N_(
                "{names} has not signed the application. Both sides apply together "
                "(Mediation Law 33); have it signed first."
            ),
            names="、".join(missing),
        )


def _check_words(asked: AnswerConfirmation) -> None:
    """Ask for the reason where the court said no."""
    no = (ConfirmationState.NOT_ACCEPTED, ConfirmationState.DISMISSED)
    if asked.result in no and not asked.words.strip():
        raise Refusal(N_("Write down why the court said no; the parties will ask."))


def _check_dispute(work: Work, one: Confirmation, step: str) -> None:
    after(DISPUTE_STEPS, step, work.get(Dispute, one.dispute).stage)


def _owed(work: Work, agreement: Agreement) -> list[Obligation]:
    return [one for one in work.of(Obligation, agreement.dispute) if one.agreement == agreement.id]

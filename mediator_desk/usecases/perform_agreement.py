"""Performance: what is done or paid, in full or in part, and the parts both sides agreed upon."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Obligation
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.records.performance import Amendment, Instalment, PaidBy, Payment
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.amounts import exact_amount, in_figures
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.performance import NOTHING, Part, Share, check_shares, rest_of
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.pace import keep_pace, parts_at
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformObligation:
    """An obligation was fulfilled, with its proof (receipt, transfer slip …)."""

    obligation: UUID
    performed_on: date
    proof: str = ""


def perform_obligation(desk: Desk, asked: PerformObligation) -> Changes:
    """Keep the performance and stop its clocks; all that was owed of a sum counts as paid."""
    with desk.work("perform-obligation") as work:
        one = _open_obligation(work, "perform-obligation", asked.obligation)
        _check_day(desk, asked.performed_on)
        rest = rest_of(parts_at(desk, work, one))
        if rest:
            pay(desk, work, one, rest, asked.performed_on, proof=asked.proof)
        done = replace(one, performed_on=asked.performed_on, proof=asked.proof.strip())
        work.put(done)
        keep_pace(desk, work, one.dispute)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPayment:
    """Money changed hands; less than the whole is a part payment."""

    obligation: UUID
    amount: Decimal
    paid_on: date | None = None
    paid_by: PaidBy = PaidBy.TRANSFER
    proof: str = ""


def record_payment(desk: Desk, asked: RecordPayment) -> Changes:
    """Keep a payment; it counts for the earliest part that is still owed."""
    with desk.work("record-payment") as work:
        one = _open_obligation(work, "record-payment", asked.obligation)
        paid_on = asked.paid_on or local_day(desk.now())
        _check_day(desk, paid_on)
        rest = rest_of(parts_at(desk, work, one))
        amount = exact_amount(asked.amount)
        if one.amount is None or not amount:
            raise Refusal(N_("Type the sum that was paid. What is done, not paid, is ticked off."))
        if amount > rest:
            raise Refusal(
                N_("Only {rest} yuan are still owed. Type that, and note what was paid above it."),
                rest=in_figures(rest),
            )
        pay(desk, work, one, amount, paid_on, paid_by=asked.paid_by, proof=asked.proof)
        if amount == rest:
            work.put(replace(one, performed_on=paid_on, proof=asked.proof.strip()))
        keep_pace(desk, work, one.dispute)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSchedule:
    """How what is still owed is paid from now on; every side of it must have agreed."""

    obligation: UUID
    shares: tuple[Share, ...]
    agreed_by: tuple[UUID, ...]
    reason: str
    agreed_on: date | None = None


def change_schedule(desk: Desk, asked: ChangeSchedule) -> Changes:
    """Put new parts in the place of those still owed; the old ones stay with the amendment."""
    with desk.work("change-schedule") as work:
        one = _open_obligation(work, "change-schedule", asked.obligation)
        parts = parts_at(desk, work, one)
        if one.amount is None or not rest_of(parts):
            raise Refusal(N_("Nothing is owed here any more that could be paid in parts."))
        check_shares(asked.shares, rest_of(parts))
        _check_agreed(work, one, asked)
        work.add(
            Amendment(
                id=desk.new_id(),
                dispute=one.dispute,
                obligation=one.id,
                agreed_on=asked.agreed_on or local_day(desk.now()),
                agreed_by=tuple(PartyId(party) for party in asked.agreed_by),
                reason=asked.reason.strip(),
                before=tuple(f"{part.due_on or ''} {part.amount}".strip() for part in parts),
                by=desk.person.id,
            )
        )
        _replace_parts(desk, work, one, parts, asked.shares)
        keep_pace(desk, work, one.dispute, met=False)
        return work.commit()


def pay(
    desk: Desk,
    work: Work,
    one: Obligation,
    amount: Decimal,
    paid_on: date,
    *,
    paid_by: PaidBy = PaidBy.OTHER,
    proof: str = "",
) -> None:
    """Keep one payment."""
    work.add(
        Payment(
            id=desk.new_id(),
            dispute=one.dispute,
            obligation=one.id,
            amount=amount,
            paid_on=paid_on,
            paid_by=paid_by,
            proof=proof.strip(),
            by=desk.person.id,
        )
    )


def add_parts(desk: Desk, work: Work, one: Obligation, shares: tuple[Share, ...]) -> None:
    """Keep the dated parts of a sum."""
    for share in shares:
        work.add(
            Instalment(
                id=desk.new_id(),
                dispute=one.dispute,
                obligation=one.id,
                amount=exact_amount(share.amount),
                due_on=share.due_on,
            )
        )


def _replace_parts(
    desk: Desk, work: Work, one: Obligation, parts: tuple[Part, ...], shares: tuple[Share, ...]
) -> None:
    """Keep what is paid as parts of its own, and put the new parts behind them."""
    for old in work.of(Instalment, one.dispute):
        if old.obligation == one.id:
            work.remove(old)
    today = local_day(desk.now())
    paid = tuple(
        Share(amount=part.paid, due_on=part.due_on or today)
        for part in parts
        if part.paid > NOTHING
    )
    add_parts(desk, work, one, (*paid, *shares))
    work.put(replace(one, due_on=max(share.due_on for share in shares)))


def _check_agreed(work: Work, one: Obligation, asked: ChangeSchedule) -> None:
    """Refuse a change that a side of the obligation did not agree to, or that has no reason."""
    if not asked.reason.strip():
        raise Refusal(N_("Write down why the parts are changed; both sides will look at it later."))
    parties = work.of(Party, one.dispute)
    if not {party.id for party in parties}.issuperset(asked.agreed_by):
        raise Refusal(N_("Only the parties of the dispute can agree to new parts."))
    sides = {one.debtor, one.creditor} if one.creditor else {party.id for party in parties}
    missing = [party.name for party in parties if party.id in sides - set(asked.agreed_by)]
    if missing:
        raise Refusal(
            N_("{names} has not agreed to the new parts. Both sides must agree; ask, then tick."),
            names="、".join(missing),
        )


def _open_obligation(work: Work, step: str, id: UUID) -> Obligation:
    """Read an obligation that is not performed yet."""
    one = work.get(Obligation, id)
    after(DISPUTE_STEPS, step, work.get(Dispute, one.dispute).stage)
    if one.performed_on is not None:
        raise Refusal(N_("This is performed already; nothing is owed here any more."))
    return one


def _check_day(desk: Desk, day: date) -> None:
    """Refuse a day that has not come yet."""
    if day > local_day(desk.now()):
        raise Refusal(N_("That day has not come yet. Record it when it is done."))

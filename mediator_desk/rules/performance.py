"""How far an agreement is performed: the parts of each sum, what is paid of them, what is late.

Nothing of this is stored but the parts and the payments. Money counts for the earliest part that
is still owed; whole sums and their parts agree to the cent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mediator_desk.records.agreement import Obligation
from mediator_desk.records.performance import Instalment, Payment
from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import exact_amount, in_figures
from mediator_desk.rules.durations import after_months
from mediator_desk.words import N_

NOTHING = Decimal("0.00")
MOST_PARTS = 60
_CENT = Decimal("0.01")


class Progress(StrEnum):
    """How far one part of an obligation is."""

    OPEN = "open"
    PARTLY = "partly"
    PERFORMED = "performed"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One dated part of a sum, as it is agreed upon."""

    amount: Decimal
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One dated part with what was paid of it; an obligation without a sum is one such part."""

    number: int
    amount: Decimal | None
    due_on: date | None
    paid: Decimal
    performed_on: date | None
    progress: Progress

    @property
    def rest(self) -> Decimal:
        """Say what is still owed of it."""
        return NOTHING if self.amount is None else self.amount - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """All sums of an agreement: promised, paid, still owed, and of that what is late."""

    promised: Decimal
    paid: Decimal
    owed: Decimal
    late: Decimal


def equal_shares(total: Decimal, count: int, first_on: date, months: int = 1) -> tuple[Share, ...]:
    """Split a sum into equal parts to the cent; the last one takes what is left over."""
    total = exact_amount(total)
    if not 1 <= count <= MOST_PARTS:
        raise Refusal(N_("A sum is paid in 1 to {most} parts."), most=MOST_PARTS)
    if total < _CENT * count:
        raise Refusal(N_("{amount} yuan cannot be split into so many parts."), amount=f"{total}")
    each = (total / count).quantize(_CENT, rounding="ROUND_DOWN")
    sums = [each] * (count - 1) + [total - each * (count - 1)]
    return tuple(
        Share(amount=amount, due_on=after_months(first_on, months * place))
        for place, amount in enumerate(sums)
    )


def check_shares(shares: Sequence[Share], total: Decimal) -> None:
    """Refuse parts that do not add up to the sum exactly, or that owe nothing."""
    if any(exact_amount(one.amount) <= 0 for one in shares):
        raise Refusal(N_("Each part needs a sum above zero."))
    found = sum((one.amount for one in shares), NOTHING)
    if found != total:
        raise Refusal(
            N_("The parts add up to {found} yuan, but {total} yuan are owed. Correct a part."),
            found=in_figures(found),
            total=in_figures(total),
        )


def parts_of(
    obligation: Obligation,
    instalments: Iterable[Instalment],
    payments: Iterable[Payment],
    today: date,
) -> tuple[Part, ...]:
    """Say of each part of an obligation how far it is."""
    if obligation.amount is None:
        return (_deed(obligation, today),)
    dated = sorted(
        (one for one in instalments if one.obligation == obligation.id),
        key=lambda one: (one.due_on, one.id),
    )
    owed: list[tuple[Decimal, date | None]] = [(one.amount, one.due_on) for one in dated]
    owed = owed or [(obligation.amount, obligation.due_on)]
    paid = sorted(
        (one for one in payments if one.obligation == obligation.id), key=lambda one: one.paid_on
    )
    return tuple(_allot(owed, paid, obligation.performed_on, today))


def rest_of(parts: Iterable[Part]) -> Decimal:
    """Say what is still owed of these parts."""
    return sum((one.rest for one in parts), NOTHING)


def totals_of(parts: Iterable[Part]) -> Totals:
    """Add up what was promised, paid and is owed."""
    sums = [one for one in parts if one.amount is not None]
    late = [one for one in sums if one.progress is Progress.OVERDUE]
    return Totals(
        promised=sum((one.amount or NOTHING for one in sums), NOTHING),
        paid=sum((one.paid for one in sums), NOTHING),
        owed=rest_of(sums),
        late=rest_of(late),
    )


def progress_of(parts: Sequence[Part]) -> Progress:
    """Say how far a whole obligation, or a whole agreement, is."""
    found = {one.progress for one in parts}
    if Progress.OVERDUE in found:
        return Progress.OVERDUE
    if found == {Progress.PERFORMED}:
        return Progress.PERFORMED
    begun = Progress.PARTLY in found or Progress.PERFORMED in found
    return Progress.PARTLY if begun else Progress.OPEN


def _deed(obligation: Obligation, today: date) -> Part:
    """Say how far something is that is done, not paid."""
    done = obligation.performed_on is not None
    return Part(
        number=1,
        amount=None,
        due_on=obligation.due_on,
        paid=NOTHING,
        performed_on=obligation.performed_on,
        progress=_progress(done=done, begun=False, due_on=obligation.due_on, today=today),
    )


def _allot(
    owed: Sequence[tuple[Decimal, date | None]],
    payments: Sequence[Payment],
    performed_on: date | None,
    today: date,
) -> Iterable[Part]:
    """Let each payment fill the earliest part that is still open."""
    purse = [(one.amount, one.paid_on) for one in payments]
    for number, (amount, due_on) in enumerate(owed, start=1):
        paid, last_on = NOTHING, None
        while purse and paid < amount:
            sum_left, paid_on = purse.pop(0)
            taken = min(sum_left, amount - paid)
            paid, last_on = paid + taken, paid_on
            if taken < sum_left:
                purse.insert(0, (sum_left - taken, paid_on))
        if performed_on is not None and paid < amount:
            # Reported as performed without its payments being written down one by one.
            paid, last_on = amount, performed_on
        done = paid == amount
        yield Part(
            number=number,
            amount=amount,
            due_on=due_on,
            paid=paid,
            performed_on=last_on if done else None,
            progress=_progress(done=done, begun=paid > 0, due_on=due_on, today=today),
        )


def _progress(*, done: bool, begun: bool, due_on: date | None, today: date) -> Progress:
    if done:
        return Progress.PERFORMED
    if due_on is not None and due_on < today:
        return Progress.OVERDUE
    return Progress.PARTLY if begun else Progress.OPEN

"""Awards for mediated cases (以案定补): who may be paid, for which class, and each one's part.

A matter is paid once (domain.md 6.3, Yanshan): reopenings and disputes linked as the same count as
one. What is missing is said as reasons; an award is never withheld without one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.award import AwardClass
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.dispute import Category, Outcome
from mediator_desk.records.ids import DisputeId, PersonId
from mediator_desk.rules.award_file import Condition, Scheme
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

WHOLE = 100
_CENT = Decimal("0.01")
_AGREED = (Outcome.AGREED_WRITTEN, Outcome.AGREED_ORAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCase:
    """All an award asks of a case.

    ``matter`` is the first of all disputes that tell of the same; ``claimed_in`` the number of a
    claim that has it already; ``lacking`` what its volume lacks, in words; ``mediators`` those who
    sat with the parties, the one in charge first, and of them ``barred`` who draws other pay.
    """

    dispute: DisputeId
    matter: DisputeId
    outcome: Outcome
    form: AgreementForm | None
    category: Category
    closed_on: date | None
    performed: bool
    proof: bool
    lacking: tuple[object, ...] = ()
    parties: int = 0
    households: int = 0
    amount: Decimal = Decimal(0)
    sittings: int = 0
    risk: RiskLevel | None = None
    mediators: tuple[PersonId, ...] = ()
    barred: frozenset[PersonId] = frozenset()
    claimed_in: str = ""

    @property
    def succeeded(self) -> bool:
        """Tell whether it ended with an agreement of a committee."""
        return self.outcome in _AGREED

    @property
    def payable_to(self) -> tuple[PersonId, ...]:
        """Name the mediators who may be paid."""
        return tuple(one for one in self.mediators if one not in self.barred)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What a case gets under a scheme, before it is shared; ``against`` says why not yet."""

    case: AwardCase
    award_class: AwardClass
    amount: Decimal
    against: tuple[Remark, ...] = ()

    @property
    def payable(self) -> bool:
        """Tell whether nothing stands against it."""
        return not self.against


def award_of(case: AwardCase, scheme: Scheme) -> Award:
    """Say what a case gets, and all that still stands against it."""
    award_class = class_of(case, scheme)
    return Award(
        case=case,
        award_class=award_class,
        amount=_amount(case, scheme, award_class),
        against=tuple(_against(case, scheme)),
    )


def class_of(case: AwardCase, scheme: Scheme) -> AwardClass:
    """Give the first class whose every condition the case meets."""
    return next(each for each, condition in scheme.classes if meets(case, condition))


def meets(case: AwardCase, condition: Condition) -> bool:
    """Tell whether a case is as a condition asks."""
    return (
        case.parties >= condition.parties_from
        and case.households >= condition.households_from
        and case.amount >= condition.amount_from
        and case.sittings >= condition.sittings_from
        and (not condition.risk or case.risk in condition.risk)
        and (not condition.category or case.category in condition.category)
    )


def shared(amount: Decimal, shares: Sequence[int]) -> tuple[Decimal, ...]:
    """Split a sum by shares to the cent; what is left over goes to the largest remainders."""
    cents, whole = int(amount / _CENT), sum(shares)
    if whole <= 0:
        return tuple(Decimal("0.00") for _one in shares)
    parts = [cents * share // whole for share in shares]
    rest = sorted(range(len(shares)), key=lambda at: (-(cents * shares[at] % whole), at))
    for at in rest[: cents - sum(parts)]:
        parts[at] += 1
    return tuple(part * _CENT for part in parts)


def equal_shares(count: int) -> tuple[int, ...]:
    """Split a whole of one hundred among so many people; the first ones take what is left over."""
    each, over = divmod(WHOLE, count) if count else (0, 0)
    return tuple(each + (at < over) for at in range(count))


def matters(same_as: Mapping[UUID, UUID | None]) -> Mapping[UUID, UUID]:
    """Name for each dispute the one that stands for all linked with it, the smallest id of them.

    Links may form chains and even circles; whoever is linked in any way tells of one matter.
    """
    root: dict[UUID, UUID] = {one: one for one in same_as}

    def top(one: UUID) -> UUID:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for one, other in same_as.items():
        if other is not None and other in root:
            first, last = sorted((top(one), top(other)), key=str)
            root[last] = first
    return {one: top(one) for one in same_as}


def _amount(case: AwardCase, scheme: Scheme, award_class: AwardClass) -> Decimal:
    """Reckon the sum: of the class, for an oral or a failed case its part, then the factors."""
    percents = [each.percent for each in scheme.factors if meets(case, each.when)]
    if case.form is AgreementForm.ORAL:
        percents.append(scheme.oral_percent)
    if not case.succeeded:
        percents.append(scheme.failed_percent)
    amount = scheme.amounts[award_class]
    for percent in percents:
        amount = amount * percent / WHOLE
    return amount.quantize(_CENT, rounding="ROUND_HALF_UP")


def _against(case: AwardCase, scheme: Scheme) -> Iterable[Remark]:
    """Say everything that keeps a case from being paid."""
    if case.claimed_in:
        said = N_("It is claimed already in {number}; one matter is paid once.")
        yield remark(said, number=case.claimed_in)
    if case.closed_on is None:
        yield remark(N_("It is not closed yet."))
    elif case.outcome is Outcome.DUPLICATE:
        yield remark(N_("It was closed as logged twice; the other one is paid."))
    elif case.outcome is Outcome.FAILED and not scheme.pays_failed:
        yield remark(N_("Mediation failed, and this scheme pays only what was settled."))
    elif not case.succeeded and case.outcome is not Outcome.FAILED:
        yield remark(N_("It did not end with an agreement of a committee."))
    if case.succeeded and "performed" in scheme.needs and not case.performed:
        yield remark(N_("The agreement is not performed yet."))
    if case.succeeded and case.performed and "proof" in scheme.needs and not case.proof:
        yield remark(
            N_("The receipt or proof of performance (F13) is missing: not payable yet. Add it.")
        )
    if "volume" in scheme.needs and case.lacking:
        yield remark(N_("The volume lacks: {papers}."), papers=Listed(case.lacking))
    if not case.mediators:
        yield remark(N_("No registered mediator sat with the parties."))
    elif not case.payable_to:
        yield remark(N_("All its mediators draw other public pay and are barred from awards."))

"""What each case of a period gets by the rules of awards, read out of its own records."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.agreement import Obligation
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.ids import DisputeId, PersonId
from mediator_desk.records.people import Person
from mediator_desk.rows import CaseFile
from mediator_desk.rules.award_file import Scheme
from mediator_desk.rules.awards import Award, AwardCase, award_of, matters
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import permit
from mediator_desk.rules.volume import VolumeRules
from mediator_desk.rules.volume_check import lacking_papers

SEE = "draft-award-claim"
_BY_HEAT = (RiskLevel.RED, RiskLevel.ORANGE, RiskLevel.YELLOW)


def awards_between(desk: Desk, first: date, last: date) -> tuple[Award, ...]:
    """Say of every dispute closed in a period what it gets, or what stands against it."""
    permit(desk.person.role, SEE)
    scheme = scheme_on(desk, last)
    ids = desk.queries.closed_between(desk.team.id, first, last)
    return awards_of(desk, ids, scheme)


def scheme_on(desk: Desk, day: date) -> Scheme:
    """Give the scheme in force on a day. Raises ``Refusal``."""
    return desk.books.awards.on(day)


def awards_of(
    desk: Desk, ids: Iterable[UUID], scheme: Scheme, but: UUID | None = None
) -> tuple[Award, ...]:
    """Reckon some disputes; of several that tell of one matter only the first is not claimed.

    ``but`` is a claim whose own lines do not count as claimed.
    """
    links = desk.queries.same_matters()
    known = matters({**{one: None for pair in links.items() for one in pair}, **links})
    taken = {
        known.get(one.matter, one.matter): one.number
        for one in desk.queries.claimed_matters()
        if one.claim != but
    }
    people: dict[UUID, Person] = {one.id: one for one in desk.queries.people()}
    found: list[Award] = []
    for id in ids:
        case = award_case(desk.queries.case_file(id), known, taken, people, desk.books.volume)
        award = award_of(case, scheme)
        found.append(award)
        if award.payable:
            taken.setdefault(case.matter, case_number(desk, id))
    return tuple(found)


def case_number(desk: Desk, id: UUID) -> str:
    """Give the number a case is known by."""
    dispute = desk.queries.case_file(id).dispute
    return dispute.volume_no or dispute.number


def award_case(
    file: CaseFile,
    known: Mapping[UUID, UUID],
    taken: Mapping[UUID, str],
    people: Mapping[UUID, Person],
    volume: VolumeRules,
) -> AwardCase:
    """Read what an award asks of a case out of its file; the rules say what a volume needs."""
    dispute = file.dispute
    matter = DisputeId(known.get(dispute.id, dispute.id))
    mediators = _mediators(file, people)
    return AwardCase(
        dispute=dispute.id,
        matter=matter,
        outcome=dispute.outcome,
        form=file.agreements[-1].form if file.agreements else None,
        category=dispute.category,
        closed_on=None if dispute.closed_at is None else local_day(dispute.closed_at),
        performed=performed(file),
        proof=proven(file),
        lacking=lacking_papers(volume, file),
        parties=len(file.parties),
        households=dispute.households,
        amount=sum((one.amount or Decimal(0) for one in file.obligations), Decimal(0)),
        sittings=len(file.sittings),
        risk=_hottest(file),
        mediators=mediators,
        barred=frozenset(one for one in mediators if people[one].paid_elsewhere),
        claimed_in=taken.get(matter, ""),
    )


def performed(file: CaseFile) -> bool:
    """Tell whether all that was promised is done; where nothing is dated, a visit says so."""
    if file.obligations:
        return all(one.performed_on is not None for one in file.obligations)
    return any(one.performed for one in file.follow_ups)


def proven(file: CaseFile) -> bool:
    """Tell whether every performed promise has its receipt, its proof, or a visit that saw it."""
    seen = any(one.performed for one in file.follow_ups)
    return all(_proof_of(file, one, seen=seen) for one in file.obligations)


def _proof_of(file: CaseFile, one: Obligation, *, seen: bool) -> bool:
    paid = any(payment.obligation == one.id for payment in file.payments)
    return bool(one.proof.strip()) or paid or (one.amount is None and seen)


def _mediators(file: CaseFile, people: Mapping[UUID, Person]) -> tuple[PersonId, ...]:
    """Name the registered mediators who sat with the parties, the one in charge first."""
    sat = [one for sitting in file.sittings for one in sitting.mediators]
    first = [file.dispute.mediator] if file.dispute.mediator in sat else []
    found = dict.fromkeys([*first, *sat])
    return tuple(one for one in found if one in people and people[one].registered)


def _hottest(file: CaseFile) -> RiskLevel | None:
    levels = {one.level for one in file.risk_reports}
    return next((one for one in _BY_HEAT if one in levels), None)

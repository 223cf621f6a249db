"""Decide which way a dispute goes; the desk proposes, a person decides, the reason is kept."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute, Route
from mediator_desk.records.routing import RouteDecision
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.route import Proposal
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.advice import advise
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteDispute:
    """The way somebody chose, and why.

    ``proposed``, ``because`` and ``outside`` are what the desk had said when she chose; where
    nothing is given, the desk is asked now.
    """

    dispute: UUID
    route: Route
    reason: str = ""
    proposed: Route = Route.UNDECIDED
    because: tuple[str, ...] = ()
    outside: str = ""


def route_dispute(desk: Desk, asked: RouteDispute) -> Changes:
    """Keep the decision beside the proposal. Another way than proposed needs a reason."""
    with desk.work("route-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "route-dispute", dispute.stage)
        if asked.route is Route.UNDECIDED:
            raise Refusal(N_("Choose one of the three ways: settle now, council, or whistle."))
        told = _told(desk, dispute, asked)
        if told.route is not told.proposed and not told.reason.strip():
            raise Refusal(N_("You choose another way than proposed. Write down why."))
        _keep(desk, work, dispute, told)
        return work.commit()


def reasons_of(proposal: Proposal) -> tuple[str, ...]:
    """Give the reasons of a proposal in words, as they are kept with the decision."""
    return tuple(one.words() for one in (*proposal.because, *proposal.learned))


def _told(desk: Desk, dispute: Dispute, asked: RouteDispute) -> RouteDispute:
    """Ask the desk what it proposes where the request does not tell."""
    if asked.because or asked.proposed is not Route.UNDECIDED:
        return asked
    proposal = advise(desk, dispute)
    return replace(
        asked,
        proposed=proposal.route,
        because=reasons_of(proposal),
        outside=proposal.outside,
    )


def _keep(desk: Desk, work: Work, dispute: Dispute, told: RouteDispute) -> None:
    work.put(
        replace(
            dispute,
            route=told.route,
            route_proposed=told.proposed,
            route_reason=told.reason.strip(),
        )
    )
    work.add(
        RouteDecision(
            id=desk.new_id(),
            dispute=dispute.id,
            decided_at=desk.now(),
            by=desk.person.id,
            topic=dispute.topic,
            proposed=told.proposed,
            chosen=told.route,
            reason=told.reason.strip(),
            because=told.because,
            outside=told.outside,
        )
    )

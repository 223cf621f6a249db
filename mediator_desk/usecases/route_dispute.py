"""Decide which way a dispute goes; the desk proposes, a person decides, the reason is kept."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Dispute, Route
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteDispute:
    """The way somebody chose, and why. ``proposed`` is what the desk had proposed."""

    dispute: UUID
    route: Route
    reason: str
    proposed: Route = Route.UNDECIDED


def route_dispute(desk: Desk, asked: RouteDispute) -> Changes:
    """Keep the decision beside the proposal. Another way than proposed needs a reason."""
    with desk.work("route-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "route-dispute", dispute.stage)
        if asked.route is Route.UNDECIDED:
            raise Refusal(N_("Choose one of the three ways: settle now, council, or whistle."))
        if asked.route is not asked.proposed and not asked.reason.strip():
            raise Refusal(N_("You choose another way than proposed. Write down why."))
        work.put(
            replace(
                dispute,
                route=asked.route,
                route_proposed=asked.proposed,
                route_reason=asked.reason.strip(),
            )
        )
        return work.commit()

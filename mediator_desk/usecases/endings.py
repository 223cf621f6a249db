"""How a dispute ends, whichever use case ends it: its stage, its outcome, and a closing kept."""

from dataclasses import replace

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.dispute import Dispute, Outcome
from mediator_desk.records.follow_up import Closing
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks

BY_AGREEMENT = {
    Outcome.AGREED_WRITTEN: AgreementForm.WRITTEN,
    Outcome.AGREED_ORAL: AgreementForm.ORAL,
    Outcome.AGREED_NOTE: AgreementForm.NOTE,
}


def end_dispute(
    desk: Desk,
    work: Work,
    dispute: Dispute,
    outcome: Outcome,
    reason: str,
    *,
    step: str = "close-dispute",
    routes_explained: bool = False,
) -> None:
    """Close a dispute by a step of the transition table. Raises ``Refusal`` when none leads there.

    Under an agreement, performance, confirmation and the return visit are still to come, so only
    the month for settling it ends; otherwise every clock is called off.
    """
    now = desk.now()
    stage = after(DISPUTE_STEPS, step, dispute.stage)
    work.put(replace(dispute, stage=stage, outcome=outcome, closed_at=now))
    work.add(
        Closing(
            id=desk.new_id(),
            dispute=dispute.id,
            closed_at=now,
            by=desk.person.id,
            outcome=outcome,
            reason=reason.strip(),
            routes_explained=routes_explained,
        )
    )
    call_off_clocks(work, dispute.id, *(("D01",) if outcome in BY_AGREEMENT else ()))

"""What may follow what for an application to a court to confirm an agreement."""

from mediator_desk.records.confirmation import ConfirmationState as State
from mediator_desk.rules.transitions.steps import Step

_AT_COURT = (State.APPLIED, State.ACCEPTED)

CONFIRMATION_STEPS: tuple[Step, ...] = (
    Step(
        "apply-confirmation",
        (State.OFFERED,),
        State.APPLIED,
        ("signature-of-every-party", "thirty-days"),
    ),
    Step("answer-confirmation: accepted", (State.APPLIED,), State.ACCEPTED),
    Step("answer-confirmation: not_accepted", (State.APPLIED,), State.NOT_ACCEPTED),
    Step("answer-confirmation: confirmed", _AT_COURT, State.CONFIRMED),
    Step("answer-confirmation: dismissed", _AT_COURT, State.DISMISSED),
    Step("answer-confirmation: withdrawn", (State.OFFERED, *_AT_COURT), State.WITHDRAWN),
)

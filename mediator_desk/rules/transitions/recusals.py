"""What may follow what for a party's wish for another mediator."""

from mediator_desk.records.care import RecusalAnswer as Answer
from mediator_desk.rules.transitions.steps import Step

RECUSAL_STEPS: tuple[Step, ...] = (
    Step("answer-recusal: replaced", (Answer.ASKED,), Answer.REPLACED, ("replacement",)),
    Step("answer-recusal: kept", (Answer.ASKED,), Answer.KEPT, ("reason",)),
    Step("answer-recusal: taken_back", (Answer.ASKED,), Answer.TAKEN_BACK),
)

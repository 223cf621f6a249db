"""What may follow what for a claim of awards."""

from mediator_desk.records.award import ClaimState
from mediator_desk.rules.transitions.steps import Step

AWARD_STEPS: tuple[Step, ...] = (
    Step("submit-award-claim", (ClaimState.DRAFTED,), ClaimState.SUBMITTED, ("opinion",)),
    Step("check-award-claim", (ClaimState.SUBMITTED,), ClaimState.OFFICE_AGREED, ("opinion",)),
    Step("approve-award-claim", (ClaimState.OFFICE_AGREED,), ClaimState.APPROVED, ("opinion",)),
    Step(
        "return-award-claim",
        (ClaimState.SUBMITTED, ClaimState.OFFICE_AGREED, ClaimState.APPROVED),
        ClaimState.RETURNED,
        ("opinion",),
    ),
    Step("drop-award-claim", (ClaimState.DRAFTED,), ClaimState.RETURNED),
    Step("pay-award-claim", (ClaimState.APPROVED,), ClaimState.PAID),
)

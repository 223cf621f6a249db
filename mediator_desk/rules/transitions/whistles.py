"""What may follow what for a whistle (domain.md 4.3)."""

from mediator_desk.records.whistle import WhistleState
from mediator_desk.rules.transitions.steps import Step

_RUNNING = (WhistleState.SIGNED, WhistleState.REPORTED_IN)

WHISTLE_STEPS: tuple[Step, ...] = (
    Step("approve-whistle", (WhistleState.DRAFT,), WhistleState.APPROVED, ("approver",)),
    Step("cancel-whistle", (WhistleState.DRAFT, WhistleState.APPROVED), WhistleState.CANCELLED),
    Step("dispatch-whistle", (WhistleState.APPROVED,), WhistleState.DISPATCHED),
    Step("sign-for-whistle", (WhistleState.DISPATCHED,), WhistleState.SIGNED),
    Step("report-in", (WhistleState.DISPATCHED, WhistleState.SIGNED), WhistleState.REPORTED_IN),
    Step("reply-whistle", _RUNNING, WhistleState.REPLIED),
    Step("verify-whistle", (WhistleState.REPLIED,), WhistleState.VERIFIED),
    Step("verify-whistle: not solved", (WhistleState.REPLIED,), WhistleState.REPORTED_IN),
    Step("evaluate-whistle", (WhistleState.VERIFIED,), WhistleState.EVALUATED),
    Step("close-whistle", (WhistleState.EVALUATED,), WhistleState.CLOSED),
    Step(
        "return-whistle",
        (WhistleState.DISPATCHED, WhistleState.SIGNED),
        WhistleState.RETURNED,
        ("return-window", "reason", "legal-basis"),
    ),
    Step(
        "return-whistle: again",
        (WhistleState.DISPATCHED, WhistleState.SIGNED),
        WhistleState.PENDING_DESIGNATION,
        ("return-window", "reason", "legal-basis"),
    ),
    Step("refuse-return", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("reason",)),
    Step("reassign-whistle", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("department",)),
    Step(
        "designate-whistle",
        (WhistleState.PENDING_DESIGNATION,),
        WhistleState.DISPATCHED,
        ("department",),
    ),
)

"""What may follow what for a whistle (domain.md 4.3)."""

from mediator_desk.records.whistle import WhistleState
from mediator_desk.rules.transitions.steps import Step

_CALLED = (WhistleState.DISPATCHED, WhistleState.SIGNED)
_AT_WORK = (WhistleState.REPORTED_IN, WhistleState.HANDLING)
_OUT = (*_CALLED, *_AT_WORK, WhistleState.REPLIED, WhistleState.RETURNED,
        WhistleState.PENDING_DESIGNATION)  # fmt: skip
_RETURN = ("return-window", "reason", "legal-basis")

WHISTLE_STEPS: tuple[Step, ...] = (
    Step("approve-whistle", (WhistleState.DRAFT,), WhistleState.APPROVED, ("approver",)),
    Step("cancel-whistle", (WhistleState.DRAFT, WhistleState.APPROVED), WhistleState.CANCELLED),
    Step("dispatch-whistle", (WhistleState.APPROVED,), WhistleState.DISPATCHED),
    Step(
        "dispatch-whistle: at once",
        (WhistleState.DRAFT,),
        WhistleState.DISPATCHED,
        ("kind-at-once",),
    ),
    Step("sign-for-whistle", (WhistleState.DISPATCHED,), WhistleState.SIGNED),
    Step("report-in", _CALLED, WhistleState.REPORTED_IN),
    Step("handle-whistle", (WhistleState.REPORTED_IN,), WhistleState.HANDLING),
    Step("reply-whistle", _AT_WORK, WhistleState.REPLIED, ("reply",)),
    Step("verify-whistle", (WhistleState.REPLIED,), WhistleState.VERIFIED),
    Step("verify-whistle: not solved", (WhistleState.REPLIED,), WhistleState.HANDLING),
    Step("evaluate-whistle", (WhistleState.VERIFIED,), WhistleState.EVALUATED),
    Step("close-whistle", (WhistleState.EVALUATED,), WhistleState.CLOSED),
    Step(
        "blow-whistle: again",
        (WhistleState.EVALUATED, WhistleState.CLOSED),
        None,
        ("unsatisfied-or-relapse",),
    ),
    Step("return-whistle", _CALLED, WhistleState.RETURNED, _RETURN),
    Step("return-whistle: again", _CALLED, WhistleState.PENDING_DESIGNATION, _RETURN),
    Step("refuse-return", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("reason",)),
    Step("refuse-return: signed", (WhistleState.RETURNED,), WhistleState.SIGNED, ("reason",)),
    Step("reassign-whistle", (WhistleState.RETURNED,), WhistleState.DISPATCHED, ("department",)),
    Step(
        "designate-whistle",
        (WhistleState.PENDING_DESIGNATION,),
        WhistleState.DISPATCHED,
        ("department", "authority", "legal-basis"),
    ),
    Step("extend-whistle", (*_CALLED, *_AT_WORK), None, ("approver", "reason", "not-yet-over")),
    Step("approve-whistle: afterwards", _OUT, None, ("approver", "kind-at-once")),
    Step("sign-for-whistle: assisting", (*_CALLED, *_AT_WORK), None, ("assisting-department",)),
    Step("report-in: assisting", (*_CALLED, *_AT_WORK), None, ("assisting-department",)),
    Step(
        "escalate-whistle",
        (*_OUT, WhistleState.VERIFIED, WhistleState.EVALUATED),
        None,
        ("overdue-or-dissatisfied",),
    ),
)

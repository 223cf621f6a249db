"""What may follow what for the account of the common revenue and the use of it (四议两公开)."""

from mediator_desk.records.revenue import RevenueState
from mediator_desk.rules.transitions.steps import Step

_OPEN = tuple(state for state in RevenueState if state is not RevenueState.CLOSED)
_BEFORE_THE_OWNERS = (
    RevenueState.PROPOSED,
    RevenueState.DISCUSSED,
    RevenueState.DELIBERATED,
)

REVENUE_STEPS: tuple[Step, ...] = (
    Step("change-revenue-lines", (RevenueState.DRAFT,), None, ("not-posted",)),
    Step("take-revenue-roster", (RevenueState.DRAFT,), None, ("not-posted",)),
    Step("post-revenue-account", _OPEN, None, ("lines", "roster")),
    Step("propose-revenue-use", (RevenueState.DRAFT,), RevenueState.PROPOSED, ("purpose",)),
    Step("discuss-revenue-use", (RevenueState.PROPOSED,), RevenueState.DISCUSSED, ("opinion",)),
    Step(
        "deliberate-revenue-use",
        (RevenueState.DISCUSSED,),
        RevenueState.DELIBERATED,
        ("party-quorum", "party-majority"),
    ),
    Step(
        "decide-revenue-use",
        (RevenueState.DELIBERATED,),
        RevenueState.DECIDED,
        ("owners-vote-passed",),
    ),
    Step("send-back-revenue-use", _BEFORE_THE_OWNERS, RevenueState.DRAFT, ("reason",)),
    Step("post-revenue-decision", (RevenueState.DECIDED,), RevenueState.POSTED, ("boards",)),
    Step(
        "carry-out-revenue-use",
        (RevenueState.POSTED,),
        RevenueState.CARRIED_OUT,
        ("least-days", "objections-answered"),
    ),
    Step(
        "close-revenue",
        (RevenueState.DRAFT, RevenueState.CARRIED_OUT),
        RevenueState.CLOSED,
        ("account-least-days", "objections-answered"),
    ),
)

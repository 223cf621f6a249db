"""What may follow what for an owners' vote."""

from mediator_desk.records.owners_vote import VoteState
from mediator_desk.rules.transitions.steps import Step

_OPEN = (VoteState.OPEN, VoteState.COUNTING)

VOTE_STEPS: tuple[Step, ...] = (
    Step("change-vote", (VoteState.DRAFT,), None),
    Step("take-roster", (VoteState.DRAFT,), None),
    Step("change-unit", (VoteState.DRAFT, VoteState.NOTICED, *_OPEN), None),
    Step(
        "notice-vote",
        (VoteState.DRAFT,),
        VoteState.NOTICED,
        ("roster", "notice-days", "committee-told"),
    ),
    Step("deliver-ballots", (VoteState.NOTICED, VoteState.OPEN), None),
    Step("reissue-ballot", (VoteState.NOTICED, VoteState.OPEN), None, ("reason",)),
    Step("open-vote", (VoteState.NOTICED,), VoteState.OPEN, ("opening-day",)),
    Step("enter-ballots", _OPEN, None, ("two-people",)),
    Step("close-vote", (VoteState.OPEN,), VoteState.COUNTING),
    Step("count-vote", (VoteState.COUNTING,), VoteState.COUNTED, ("entered-twice",)),
    Step("post-vote", (VoteState.COUNTED,), VoteState.POSTED, ("notice",)),
    Step(
        "finish-vote",
        (VoteState.POSTED,),
        VoteState.EFFECTIVE,
        ("notice-days", "objections-answered"),
    ),
    Step(
        "void-vote",
        (
            VoteState.DRAFT,
            VoteState.NOTICED,
            *_OPEN,
            VoteState.COUNTED,
            VoteState.POSTED,
            VoteState.EFFECTIVE,
        ),
        VoteState.VOID,
        ("reason",),
    ),
)

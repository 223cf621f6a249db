"""What a topic of the council or a whistle makes of the disputes behind it, and when."""

from collections.abc import Iterable

from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.dispute import Outcome
from mediator_desk.records.whistle import Whistle, WhistleState
from mediator_desk.rules.who_decides import council_may_decide

_DECIDED = (
    TopicState.DECIDED,
    TopicState.OTHERS_DECIDED,
    TopicState.RESULT_POSTED,
    TopicState.EXECUTING,
    TopicState.EVALUATED,
    TopicState.SHARED,
)
# A reply alone solves nothing, and "not ours" even less: somebody looked on the spot.
_SEEN_TO = (WhistleState.VERIFIED, WhistleState.EVALUATED, WhistleState.CLOSED)


def outcome_of_topic(topic: AgendaTopic | None) -> Outcome | None:
    """Say how a topic settles its disputes; None while nobody has decided it."""
    return settled_by(topic) if topic is not None and topic.state in _DECIDED else None


def settled_by(topic: AgendaTopic) -> Outcome:
    """Say who settles a topic: never the council what the law leaves to others (278)."""
    if council_may_decide(topic.decision_body, topic.law_item):
        return Outcome.SETTLED_BY_COUNCIL
    return Outcome.DECIDED_BY_OTHERS


def solved_by_department(whistles: Iterable[Whistle]) -> bool:
    """Tell whether a department was seen to have done something."""
    return any(one.state in _SEEN_TO for one in whistles)

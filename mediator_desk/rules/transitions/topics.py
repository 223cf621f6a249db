"""What may follow what for an agenda topic (domain.md 5.3)."""

from mediator_desk.records.council import TopicState
from mediator_desk.rules.transitions.steps import Step

_DELIBERABLE = (TopicState.ON_AGENDA, TopicState.DELIBERATED)
# Others decide now; the topic is carried out by what they decided, or comes back to the council.
_HANDED_ON = (
    TopicState.TO_OWNER_VOTE,
    TopicState.TO_RESIDENTS_MEETING,
    TopicState.TO_WHISTLE,
)

TOPIC_STEPS: tuple[Step, ...] = (
    Step("screen-topic", (TopicState.PROPOSED,), TopicState.SCREENED, ("opinion",)),
    Step(
        "withdraw-topic",
        (TopicState.PROPOSED, TopicState.SCREENED, *_DELIBERABLE, *_HANDED_ON),
        TopicState.WITHDRAWN,
        ("opinion",),
    ),
    Step("call-meeting", (TopicState.SCREENED, *_DELIBERABLE, *_HANDED_ON), TopicState.ON_AGENDA),
    Step("hold-meeting: adjourned", _DELIBERABLE, TopicState.DELIBERATED),
    Step("hold-meeting: not_passed", _DELIBERABLE, TopicState.DELIBERATED),
    Step("hold-meeting: passed", _DELIBERABLE, TopicState.DECIDED, ("council-may-decide",)),
    Step("hold-meeting: to_owners", _DELIBERABLE, TopicState.TO_OWNER_VOTE),
    Step("hold-meeting: to_residents", _DELIBERABLE, TopicState.TO_RESIDENTS_MEETING),
    Step("hold-meeting: to_whistle", _DELIBERABLE, TopicState.TO_WHISTLE),
    Step("carry-out-topic", (TopicState.DECIDED, *_HANDED_ON), TopicState.EXECUTING),
    Step("rate-topic", (TopicState.EXECUTING,), TopicState.EVALUATED),
    Step("share-topic", (TopicState.EVALUATED,), TopicState.SHARED),
)

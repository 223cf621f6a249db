"""What may follow what for an agenda topic (domain.md 5.3)."""

from mediator_desk.records.council import TopicState
from mediator_desk.rules.transitions.steps import Step

_CALLED = (TopicState.ON_AGENDA, TopicState.NOTICE_POSTED)
# Others decide now; what they decided is recorded, or the topic comes back to the council.
_HANDED_ON = (
    TopicState.TO_OWNER_VOTE,
    TopicState.TO_RESIDENTS_MEETING,
    TopicState.TO_WHISTLE,
)
# A decision by others that is annulled before it is carried out comes back to them.
BY_OTHERS = (TopicState.OTHERS_DECIDED, TopicState.RESULT_POSTED, TopicState.EXECUTING)
# What two stations together made a decision of the council against the law.
_STANDS = (TopicState.DECIDED, TopicState.RESULT_POSTED, TopicState.EXECUTING)
_OPEN = (TopicState.SCREENED, *_CALLED, TopicState.DELIBERATED, *_HANDED_ON)
_GATHERING = (TopicState.PROPOSED, TopicState.SCREENED, *_CALLED, TopicState.DELIBERATED)
_OVER = (TopicState.EVALUATED, TopicState.SHARED, TopicState.WITHDRAWN)

TOPIC_STEPS: tuple[Step, ...] = (
    Step("screen-topic", (TopicState.PROPOSED,), TopicState.SCREENED, ("opinion",)),
    Step("screen-topic: refused", (TopicState.PROPOSED,), TopicState.WITHDRAWN, ("opinion",)),
    Step("withdraw-topic", (TopicState.PROPOSED, *_OPEN), TopicState.WITHDRAWN, ("reason",)),
    Step("change-topic", (TopicState.PROPOSED, TopicState.SCREENED), TopicState.PROPOSED),
    Step("call-meeting", _OPEN, TopicState.ON_AGENDA),
    Step("post-agenda", (TopicState.ON_AGENDA,), TopicState.NOTICE_POSTED),
    Step("call-off-meeting", _CALLED, TopicState.SCREENED, ("reason",)),
    Step("hold-meeting: adjourned", _CALLED, TopicState.DELIBERATED),
    Step("hold-meeting: not_passed", _CALLED, TopicState.DELIBERATED),
    Step("hold-meeting: passed", _CALLED, TopicState.DECIDED, ("council-may-decide",)),
    Step("hold-meeting: to_owners", _CALLED, TopicState.TO_OWNER_VOTE),
    Step("hold-meeting: to_residents", _CALLED, TopicState.TO_RESIDENTS_MEETING),
    Step("hold-meeting: to_whistle", _CALLED, TopicState.TO_WHISTLE),
    Step("others-decided: passed", _HANDED_ON, TopicState.OTHERS_DECIDED, ("decision",)),
    Step("others-decided: not_passed", _HANDED_ON, TopicState.DELIBERATED, ("decision",)),
    Step(
        "post-result",
        (TopicState.DECIDED, TopicState.OTHERS_DECIDED),
        TopicState.RESULT_POSTED,
        ("notice",),
    ),
    Step(
        "carry-out-topic",
        (TopicState.RESULT_POSTED,),
        TopicState.EXECUTING,
        ("notice-days", "objections-answered"),
    ),
    Step("rate-topic", (TopicState.EXECUTING,), TopicState.EVALUATED),
    Step("share-topic", (TopicState.EVALUATED,), TopicState.SHARED),
    Step("reopen-topic", _OVER, TopicState.PROPOSED, ("reason",)),
    Step("gather-disputes", _GATHERING, None),
    Step("vote-void", BY_OTHERS, TopicState.TO_OWNER_VOTE, ("reason",), of_itself=True),
    Step("hand-over: to_owners", _STANDS, TopicState.TO_OWNER_VOTE, of_itself=True),
    Step("hand-over: to_residents", _STANDS, TopicState.TO_RESIDENTS_MEETING, of_itself=True),
    Step("hand-over: to_whistle", _STANDS, TopicState.TO_WHISTLE, of_itself=True),
)

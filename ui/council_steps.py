"""What may follow for a topic of the council, what the desk advises, and what the role allows."""

from mediator_desk.records.council import TopicState
from mediator_desk.records.people import Role
from mediator_desk.rows import TopicFile
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import TOPIC_STEPS, possible
from mediator_desk.words import N_

VERBS = {
    "screen-topic": N_("&Screen"),
    "withdraw-topic": N_("Gi&ve up"),
    "call-meeting": N_("Ca&ll a meeting"),
    "hold-meeting": N_("Record the meet&ing"),
    "post-agenda": N_("Announce the m&eeting"),
    "record-decision": N_("Record what others &decided"),
    "post-result": N_("&Post the result"),
    "carry-out-topic": N_("Carry &out"),
    "rate-topic": N_("&Rate the result"),
    "share-topic": N_("S&hare the result"),
    "reopen-topic": N_("&Take it up again"),
    "gather-disputes": N_("&Gather disputes"),
    "blow-whistle": N_("&Blow a whistle"),
    "note": N_("Add a no&te"),
}

ADVICE = {
    TopicState.PROPOSED: N_("Screen the topic: is it ours, is it lawful, who decides?"),
    TopicState.SCREENED: N_("Set the day of the meeting and tell the members."),
    TopicState.ON_AGENDA: N_("Post the notice of the meeting on the board."),
    TopicState.NOTICE_POSTED: N_("Hold the meeting and write down what came of it."),
    TopicState.DELIBERATED: N_("Call another meeting, or give the topic up."),
    TopicState.DECIDED: N_("Post the result on the board for everybody."),
    TopicState.TO_OWNER_VOTE: N_(
        "The owners decide; when they have, write down what they decided."
    ),
    TopicState.TO_RESIDENTS_MEETING: N_(
        "The residents' meeting decides; when it has, write down what it decided."
    ),
    TopicState.TO_WHISTLE: N_("Blow a whistle, and carry on when the department has answered."),
    TopicState.OTHERS_DECIDED: N_("Post the result on the board for everybody."),
    TopicState.RESULT_POSTED: N_(
        "When its days on the board are over and objections are answered, carry it out."
    ),
    TopicState.EXECUTING: N_("When it is done, ask the residents to rate it."),
    TopicState.EVALUATED: N_("Share the result; the gathered disputes close with it."),
}

# Under which entry of the table of roles a step stands, where the names differ.
_PERMITS = {
    "withdraw-topic": "screen-topic",
    "others-decided": "record-decision",
    "carry-out-topic": "finish-topic",
    "rate-topic": "finish-topic",
    "share-topic": "finish-topic",
}
# Steps of the table that a person takes by another verb.
_STEPS = {"others-decided": "record-decision"}
_GATHERING = (
    TopicState.PROPOSED,
    TopicState.SCREENED,
    TopicState.ON_AGENDA,
    TopicState.NOTICE_POSTED,
    TopicState.DELIBERATED,
)
_FIRST = {
    TopicState.SCREENED: "call-meeting",
    TopicState.ON_AGENDA: "post-agenda",
    TopicState.NOTICE_POSTED: "hold-meeting",
    TopicState.DELIBERATED: "call-meeting",
    TopicState.TO_OWNER_VOTE: "record-decision",
    TopicState.TO_RESIDENTS_MEETING: "record-decision",
    TopicState.TO_WHISTLE: "record-decision",
}


def next_for_topic(file: TopicFile) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    state = file.topic.state
    if state is TopicState.TO_WHISTLE and not file.whistles:
        return "blow-whistle"
    steps = possible(TOPIC_STEPS, state)
    return _FIRST.get(state) or (steps[0] if steps else "")


def topic_steps(file: TopicFile, role: Role) -> tuple[str, ...]:
    """Name every step that fits the state and the role, the advised one first."""
    state = file.topic.state
    first = next_for_topic(file)
    fitting = [_STEPS.get(step, step) for step in possible(TOPIC_STEPS, state)]
    if state is TopicState.PROPOSED:
        # Screening can also end in giving it up.
        fitting.remove("withdraw-topic")
    if state in _GATHERING:
        fitting.append("gather-disputes")
    if state in (TopicState.TO_WHISTLE, TopicState.EXECUTING):
        fitting.append("blow-whistle")
    fitting.append("note")
    if state is TopicState.EVALUATED:
        fitting.sort(key=lambda step: step == "reopen-topic")
    fitting.sort(key=lambda step: (step != first, step == "withdraw-topic"))
    return tuple(step for step in fitting if may(role, _PERMITS.get(step, step)))


def may_step(role: Role, step: str) -> bool:
    """Tell whether a role includes a step of a topic."""
    return may(role, _PERMITS.get(step, step))

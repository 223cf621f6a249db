"""What may follow for a topic of the council, what the desk advises, and what the role allows."""

from mediator_desk.records.council import TopicState
from mediator_desk.records.owners_vote import VoteState
from mediator_desk.records.people import Role
from mediator_desk.rows import TopicFile
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import TOPIC_STEPS, possible
from mediator_desk.usecases.council_fate import counted_by_owners
from mediator_desk.usecases.council_tasks import TASK_STATES
from mediator_desk.words import N_

VERBS = {
    "screen-topic": N_("&Screen"),
    "withdraw-topic": N_("Gi&ve up"),
    "change-topic": N_("Put it righ&t"),
    "call-meeting": N_("Ca&ll a meeting"),
    "post-agenda": N_("Announce the m&eeting"),
    "mark-attendance": N_("Mark who c&ame"),
    "hold-meeting": N_("Record the meet&ing"),
    "call-off-meeting": N_("Call the meeting o&ff"),
    "record-decision": N_("Record what others &decided"),
    "call-vote": N_("Put it to the &owners"),
    "post-result": N_("&Post the result"),
    "carry-out-topic": N_("Carry &out"),
    "finish-task": N_("Task don&e"),
    "add-task": N_("Add a tas&k"),
    "drop-task": N_("&Drop a task"),
    "rate-topic": N_("&Rate the result"),
    "share-topic": N_("S&hare the result"),
    "reopen-topic": N_("&Take it up again"),
    "gather-disputes": N_("&Gather disputes"),
    "blow-whistle": N_("&Blow a whistle"),
    "print": N_("Print paper&work"),
    "note": N_("Add a &note"),
}

ADVICE = {
    TopicState.PROPOSED: N_("Screen the topic: is it ours, is it lawful, who decides?"),
    TopicState.SCREENED: N_("Set the day of the meeting and tell the members."),
    TopicState.ON_AGENDA: N_("Post the notice of the meeting on the board."),
    TopicState.NOTICE_POSTED: N_("Hold the meeting: mark who came, then write the minutes."),
    TopicState.DELIBERATED: N_("Call another meeting, or give the topic up."),
    TopicState.DECIDED: N_("Post the result on the board for everybody."),
    TopicState.OTHERS_DECIDED: N_("Post the result on the board for everybody."),
    TopicState.TO_OWNER_VOTE: N_(
        "The owners decide. Count their ballots under “Votes”; the topic follows by itself."
    ),
    TopicState.TO_RESIDENTS_MEETING: N_(
        "The residents' meeting decides; when it has, write down what it decided."
    ),
    TopicState.TO_WHISTLE: N_("Blow a whistle, and carry on when the department has answered."),
    TopicState.RESULT_POSTED: N_(
        "When its days on the board are over and objections are answered, carry it out."
    ),
    TopicState.EXECUTING: N_("When it is done, ask the residents to rate it."),
    TopicState.EVALUATED: N_("Share the result; the gathered disputes close with it."),
}
_NO_VOTE_YET = N_("The owners decide. Prepare their vote; the topic follows by itself.")
_TASKS_LEFT = N_("Do the tasks; when they are done, ask the residents to rate the result.")

# Steps of the table that a person takes by another verb.
_STEPS = {"others-decided": "record-decision"}
_ON_ITS_WAY = (VoteState.DRAFT, VoteState.NOTICED, VoteState.OPEN, VoteState.COUNTING)
_CALLED = (TopicState.ON_AGENDA, TopicState.NOTICE_POSTED)
_FIRST = {
    TopicState.PROPOSED: "screen-topic",
    TopicState.SCREENED: "call-meeting",
    TopicState.ON_AGENDA: "post-agenda",
    TopicState.NOTICE_POSTED: "hold-meeting",
    TopicState.DELIBERATED: "call-meeting",
    TopicState.TO_OWNER_VOTE: "record-decision",
    TopicState.TO_RESIDENTS_MEETING: "record-decision",
    TopicState.TO_WHISTLE: "record-decision",
}
# What is done rarely stands behind what is done often.
_RARE = ("call-off-meeting", "drop-task", "reopen-topic", "withdraw-topic")


def next_for_topic(file: TopicFile) -> str:
    """Name the step the desk advises; empty when nothing is left to do."""
    state = file.topic.state
    if state is TopicState.TO_WHISTLE and not file.whistles:
        return "blow-whistle"
    if state is TopicState.EXECUTING and _open_tasks(file):
        return "finish-task"
    if state in (TopicState.SHARED, TopicState.WITHDRAWN):
        return ""
    steps = possible(TOPIC_STEPS, state)
    if _votes_elsewhere(file):
        return "" if _vote_runs(file) else "call-vote"
    return _FIRST.get(state) or (steps[0] if steps else "")


def advice_for_topic(file: TopicFile) -> str:
    """Give the marked sentence that says what is next; empty when nothing is."""
    if file.topic.state is TopicState.EXECUTING and _open_tasks(file):
        return _TASKS_LEFT
    if _votes_elsewhere(file) and not _vote_runs(file):
        return _NO_VOTE_YET
    return ADVICE.get(file.topic.state, "")


def topic_steps(file: TopicFile, role: Role) -> tuple[str, ...]:
    """Name every step that fits the state and the role, the advised one first."""
    state = file.topic.state
    first = next_for_topic(file)
    fitting = [_STEPS.get(step, step) for step in possible(TOPIC_STEPS, state)]
    if state is TopicState.PROPOSED:
        # Screening can also end in giving it up.
        fitting.remove("withdraw-topic")
    if _votes_elsewhere(file):
        fitting.remove("record-decision")
        fitting += [] if _vote_runs(file) else ["call-vote"]
    if state in _CALLED:
        fitting.append("mark-attendance")
    if state in TASK_STATES:
        fitting.append("add-task")
        fitting += ["finish-task", "drop-task"] if _open_tasks(file) else []
    if state in (TopicState.TO_WHISTLE, TopicState.EXECUTING):
        fitting.append("blow-whistle")
    fitting += ["print", "note"]
    fitting.sort(key=lambda step: (step != first, step in _RARE))
    return tuple(step for step in fitting if may(role, step))


def may_step(role: Role, step: str) -> bool:
    """Tell whether a role includes a step of a topic."""
    return may(role, step)


def _votes_elsewhere(file: TopicFile) -> bool:
    """Tell whether the owners' ballots decide, which are counted in a place of their own."""
    topic = file.topic
    waits = topic.state is TopicState.TO_OWNER_VOTE
    return waits and counted_by_owners(topic.decision_body, topic.law_item)


def _vote_runs(file: TopicFile) -> bool:
    """Tell whether a vote on the topic is on its way: a second one would only confuse."""
    return any(one.state in _ON_ITS_WAY for one in file.votes)


def _open_tasks(file: TopicFile) -> bool:
    return any(one.open for one in file.tasks)

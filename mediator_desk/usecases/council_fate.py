"""What others decide on a topic the council may only prepare, and taking a topic up again."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, DecisionBody, TopicState
from mediator_desk.records.council_fate import OthersDecision, TopicReopening
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.council_rules import CouncilRules
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.words import N_

_MEETINGS = {
    DecisionBody.RESIDENTS: "residents",
    DecisionBody.REPRESENTATIVES: "representatives",
}
# Their votes are counted by heads and area, in the part of the desk made for that.
_COUNTED_ELSEWHERE = (DecisionBody.OWNERS, DecisionBody.UNIT_OWNERS)
_HANDED_TO = {
    TopicState.TO_RESIDENTS_MEETING: tuple(_MEETINGS),
    TopicState.TO_WHISTLE: (DecisionBody.DEPARTMENT,),
    TopicState.TO_OWNER_VOTE: (
        DecisionBody.ALL_CONCERNED,
        DecisionBody.OWNERS_COMMITTEE,
        DecisionBody.INTERIM_COMMITTEE,
    ),
}


def others_decided(
    desk: Desk,
    work: Work,
    topic: UUID,
    *,
    passed: bool,
    words: str,
    body: DecisionBody | None = None,
    decided_on: date | None = None,
) -> AgendaTopic:
    """Tell a topic that waits for others its fate, within the work of whoever counted.

    Passed, it stands as decided by those whom the law names; not passed, it comes back to the
    council. Raises ``Refusal`` when the topic does not wait for others.
    """
    kept = work.get(AgendaTopic, topic)
    decided = OthersDecision(
        id=desk.new_id(),
        topic=kept.id,
        body=body or kept.decision_body,
        passed=passed,
        decided_on=decided_on or local_day(desk.now()),
        words=words.strip(),
        by=desk.person.id,
    )
    return _tell(work, kept, decided)


def decision_void(desk: Desk, work: Work, topic: AgendaTopic, words: str) -> None:
    """Take back what others decided, within the work of whoever voids it; they decide again."""
    state = after(TOPIC_STEPS, "vote-void", topic.state)
    work.put(replace(topic, state=state, result_posted_on=None, result_posted_where=""))
    call_off_clocks(work, topic.id)
    write_note(desk, work, AddNote(subject=topic.id, text=words))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDecision:
    """What the residents' meeting, a committee or a department decided on a topic.

    A meeting gives ``due``, ``present`` and ``agreeing``. ``reason`` says why a decision stands
    though a figure of the rules in force was not reached.
    """

    topic: UUID
    body: DecisionBody
    passed: bool
    words: str
    decided_on: date | None = None
    due: int = 0
    present: int = 0
    agreeing: int = 0
    reason: str = ""


def record_decision(desk: Desk, asked: RecordDecision) -> Changes:
    """Keep what others decided; the owners' votes are counted where ballots are entered."""
    with desk.work("record-decision") as work:
        topic = work.get(AgendaTopic, asked.topic)
        decided_on = asked.decided_on or local_day(desk.now())
        _check_words(asked, topic)
        if asked.body in _MEETINGS:
            _check_counts(asked)
            _check_figures(desk.books.council, topic.division, decided_on, asked)
        if asked.body is DecisionBody.ALL_CONCERNED and asked.passed:
            _check_unanimous(asked)
        _check_body(asked, topic)
        decided = OthersDecision(
            id=desk.new_id(),
            topic=topic.id,
            body=asked.body,
            passed=asked.passed,
            decided_on=decided_on,
            words=asked.words.strip(),
            due=asked.due,
            present=asked.present,
            agreeing=asked.agreeing,
            reason=asked.reason.strip(),
            by=desk.person.id,
        )
        _tell(work, topic, decided)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenTopic:
    """Why a topic that was over is taken up again."""

    topic: UUID
    reason: str


def reopen_topic(desk: Desk, asked: ReopenTopic) -> Changes:
    """Bring a topic back to its beginning: it is screened anew, for law and facts may have moved.

    Disputes that were closed with it stay closed; each has a reopening of its own.
    """
    with desk.work("reopen-topic") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Say why the topic is taken up again."))
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "reopen-topic", topic.state)
        work.add(
            TopicReopening(
                id=desk.new_id(),
                topic=topic.id,
                reopened_at=desk.now(),
                by=desk.person.id,
                reason=asked.reason.strip(),
            )
        )
        work.put(replace(topic, state=state, closed_at=None, planned_on=None))
        return work.commit()


def _tell(work: Work, topic: AgendaTopic, decided: OthersDecision) -> AgendaTopic:
    """Keep the decision and move the topic on."""
    if decided.body is DecisionBody.COUNCIL:
        raise Refusal(N_("The council decides in its own meeting. Record that meeting instead."))
    step = f"others-decided: {'passed' if decided.passed else 'not_passed'}"
    state: TopicState = after(TOPIC_STEPS, step, topic.state)
    work.add(decided)
    call_off_clocks(work, topic.id, "C01")
    return work.put(replace(topic, state=state))


def counted_by_owners(body: DecisionBody, law_item: int) -> bool:
    """Tell whether only a counted vote of the owners decides, so that nobody writes it by hand."""
    return bool(law_item) or body in _COUNTED_ELSEWHERE


def _check_words(asked: RecordDecision, topic: AgendaTopic) -> None:
    """Refuse a decision without words, or one that only a counted vote can take."""
    if not asked.words.strip():
        raise Refusal(N_("Write down what was decided."))
    waits = topic.state is TopicState.TO_OWNER_VOTE and topic.decision_body in _COUNTED_ELSEWHERE
    if waits or counted_by_owners(asked.body, topic.law_item):
        raise Refusal(
            N_(
                "This is for the owners (Civil Code 278): open an owners' vote on the topic and "
                "count the ballots there. The topic follows its result by itself."
            )
        )


def _check_body(asked: RecordDecision, topic: AgendaTopic) -> None:
    """Refuse the decision of a body that the topic was not handed to."""
    bodies = _HANDED_TO.get(topic.state, ())
    if topic.decision_body is DecisionBody.ALL_CONCERNED and topic.decision_body in bodies:
        bodies = (DecisionBody.ALL_CONCERNED,)
    if bodies and asked.body not in (*bodies, DecisionBody.COUNCIL):
        raise Refusal(
            N_("This topic waits for others: {bodies}. Record what these decided."),
            bodies=Listed(tuple(label(one) for one in bodies)),
        )


def _check_counts(asked: RecordDecision) -> None:
    """Refuse figures of a meeting that cannot be."""
    if not 0 <= asked.agreeing <= asked.present <= asked.due or not asked.due:
        raise Refusal(
            N_(
                "Of {due} due, {present} are present and {agreeing} agree: that cannot be. "
                "Correct the figures."
            ),
            due=asked.due,
            present=asked.present,
            agreeing=asked.agreeing,
        )


def _check_figures(rules: CouncilRules, division: str, on: date, asked: RecordDecision) -> None:
    """Refuse a decision that the figures do not carry, unless a reason is given for it."""
    if not asked.passed or asked.reason.strip():
        return
    meeting = _MEETINGS[asked.body]
    quorum = rules.share(f"{meeting}.quorum", division, on)
    majority = rules.share(f"{meeting}.majority", division, on)
    if not quorum.reached(asked.present, asked.due):
        raise Refusal(
            N_(
                "{present} of {due} are present; {needed} are needed. If another rule holds here, "
                "say which as the reason."
            ),
            present=asked.present,
            due=asked.due,
            needed=quorum.needed(asked.due),
        )
    if not majority.reached(asked.agreeing, asked.present):
        raise Refusal(
            N_(
                "{agreeing} of {present} agree; {needed} are needed. If another rule holds here, "
                "say which as the reason."
            ),
            agreeing=asked.agreeing,
            present=asked.present,
            needed=majority.needed(asked.present),
        )


def _check_unanimous(asked: RecordDecision) -> None:
    """Refuse a consent of all concerned that lacks somebody (Civil Code 279)."""
    if not asked.due or asked.agreeing != asked.due:
        raise Refusal(
            N_(
                "Every owner concerned must consent (Civil Code 279): {agreeing} of {due} have. "
                "Ask the others first."
            ),
            agreeing=asked.agreeing,
            due=asked.due,
        )

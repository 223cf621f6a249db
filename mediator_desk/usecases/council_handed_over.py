"""Two stations apart may make a topic one that the council cannot have decided: it is handed on.

One screens it as the owners' (Civil Code 278) while the other lets the council decide it. Neither
did wrong by what it knew; together the topic stands as decided by a body that may not.
"""

from dataclasses import replace

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, DecisionBody, TopicState
from mediator_desk.records.council_fate import OthersDecision
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.rules.who_decides import council_may_decide

TOUCH_TOPICS = (AgendaTopic.TABLE, OthersDecision.TABLE)

_STANDS = (TopicState.DECIDED, TopicState.RESULT_POSTED, TopicState.EXECUTING)
_RESIDENTS = (DecisionBody.RESIDENTS, DecisionBody.REPRESENTATIVES)


def hand_over_topics(desk: Desk) -> Changes:
    """Hand on every topic that came together so."""
    with desk.open_work(desk.person.id) as work:
        for topic in work.every(AgendaTopic):
            hand_over(work, topic)
        return work.commit()


def hand_over(work: Work, topic: AgendaTopic) -> None:
    """Hand a topic on to whom the law names, if only the council has decided it."""
    may = council_may_decide(topic.decision_body, topic.law_item)
    if topic.state not in _STANDS or may:
        return
    decided = work.of(OthersDecision, topic.id)
    if topic.state is not TopicState.DECIDED and any(one.passed for one in decided):
        return
    work.put(replace(topic, state=after(TOPIC_STEPS, _step(topic), topic.state)))


def _step(topic: AgendaTopic) -> str:
    if not topic.law_item and topic.decision_body in _RESIDENTS:
        return "hand-over: to_residents"
    if not topic.law_item and topic.decision_body is DecisionBody.DEPARTMENT:
        return "hand-over: to_whistle"
    return "hand-over: to_owners"

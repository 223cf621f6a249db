"""After the decision: the result is posted, carried out, rated and shared."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import (
    AgendaTopic,
    TopicState,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.council import give_back
from mediator_desk.usecases.council_meetings import PostOnBoard, post_on_board
from mediator_desk.words import N_


def post_result(desk: Desk, asked: PostOnBoard) -> Changes:
    """Keep that the decision hangs on the board; its days begin to count."""
    return post_on_board(desk, asked, "post-result")


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTopic:
    """The next step after the decision: ``carry-out``, ``rate`` (民评) or ``share`` (民享)."""

    topic: UUID
    step: str
    report: str


def finish_topic(desk: Desk, asked: FinishTopic) -> Changes:
    """Take a decided topic further; when the result is shared, its disputes get the outcome."""
    with desk.work("finish-topic") as work:
        if not asked.report.strip():
            raise Refusal(N_("Write down what was done or found."))
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, f"{asked.step}-topic", topic.state)
        done = state is TopicState.SHARED
        kept = work.put(
            replace(topic, state=state, closed_at=desk.now() if done else topic.closed_at)
        )
        write_note(desk, work, AddNote(subject=topic.id, text=asked.report))
        if state is TopicState.EVALUATED:
            meet_clocks(desk, work, topic.id, "C02")
        if done:
            give_back(desk, work, kept, asked.report.strip(), closed=True)
        return work.commit()

"""Screening a topic: is it ours, is it lawful, who decides; and giving it up."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import (
    AgendaTopic,
    DecisionBody,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.council import give_back
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenTopic:
    """Is it ours, is it lawful, who may decide. ``accepted`` false withdraws it."""

    topic: UUID
    opinion: str
    decision_body: DecisionBody
    law_item: int = 0
    accepted: bool = True


def screen_topic(desk: Desk, asked: ScreenTopic) -> Changes:
    """Keep the opinion and who decides; a topic that is given up gives its disputes back."""
    with desk.work("screen-topic") as work:
        if not asked.opinion.strip():
            raise Refusal(N_("Write down the opinion on the topic."))
        topic = work.get(AgendaTopic, asked.topic)
        step = "screen-topic" if asked.accepted else "withdraw-topic"
        screened = work.put(
            replace(
                topic,
                state=after(TOPIC_STEPS, step, topic.state),
                # A topic given up later keeps the opinion it was screened with.
                screen_opinion=topic.screen_opinion or asked.opinion.strip(),
                decision_body=asked.decision_body,
                law_item=asked.law_item,
                closed_at=None if asked.accepted else desk.now(),
            )
        )
        if not asked.accepted:
            write_note(desk, work, AddNote(subject=topic.id, text=asked.opinion))
            call_off_clocks(work, topic.id)
            give_back(desk, work, screened, asked.opinion.strip(), closed=False)
        return work.commit()

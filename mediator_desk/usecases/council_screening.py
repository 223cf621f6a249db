"""Screening a topic: is it ours, lawful, new, and who decides it by law; and giving it up."""

from collections import Counter
from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import AgendaTopic, DecisionBody, Screening
from mediator_desk.records.dispute import Topic
from mediator_desk.records.ids import TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes, TopicFile
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.rules.who_decides import Decision, council_may_decide
from mediator_desk.usecases.clocks import call_off_clocks
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.council import give_back
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenTopic:
    """The answers of a screening. ``reason`` says why somebody else decides than was reckoned.

    A topic that is not ours, not lawful or a duplicate is not taken up; its disputes come back.
    """

    topic: UUID
    opinion: str
    decision_body: DecisionBody
    law_item: int = 0
    ours: bool = True
    lawful: bool = True
    duplicate_of: UUID | None = None
    reason: str = ""


def screen_topic(desk: Desk, asked: ScreenTopic) -> Changes:
    """Keep every answer of the screening, and take the topic up or not."""
    with desk.work("screen-topic") as work:
        if not asked.opinion.strip():
            raise Refusal(N_("Write down the opinion on the topic."))
        topic = work.get(AgendaTopic, asked.topic)
        accepted = asked.ours and asked.lawful and asked.duplicate_of is None
        step = "screen-topic" if accepted else "screen-topic: refused"
        state = after(TOPIC_STEPS, step, topic.state)
        if asked.duplicate_of is not None:
            work.get(AgendaTopic, asked.duplicate_of)
        reckoned = reckoned_decision(desk, desk.queries.topic_file(topic.id))
        if accepted:
            _check_who(asked, reckoned)
        work.add(_screening(desk, topic, asked, reckoned, accepted=accepted))
        screened = work.put(
            replace(
                topic,
                state=state,
                screen_opinion=asked.opinion.strip(),
                decision_body=asked.decision_body if accepted else topic.decision_body,
                law_item=asked.law_item if accepted else topic.law_item,
                closed_at=None if accepted else desk.now(),
            )
        )
        if not accepted:
            give_back(desk, work, screened, asked.opinion.strip(), closed=False)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawTopic:
    """Why a topic that was taken up is given up after all."""

    topic: UUID
    reason: str


def withdraw_topic(desk: Desk, asked: WithdrawTopic) -> Changes:
    """Give a topic up; its clocks stop and its disputes come back to the desk."""
    with desk.work("withdraw-topic") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Say why the topic is given up."))
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "withdraw-topic", topic.state)
        given_up = work.put(replace(topic, state=state, closed_at=desk.now()))
        write_note(desk, work, AddNote(subject=topic.id, text=asked.reason))
        call_off_clocks(work, topic.id)
        give_back(desk, work, given_up, asked.reason.strip(), closed=False)
        return work.commit()


def reckoned_decision(desk: Desk, file: TopicFile) -> Decision:
    """Reckon who decides a topic by law, from its own words.

    Only where these do not say what it is about, the disputes gathered into it are asked.
    """
    text = f"{file.topic.title} {file.topic.content}"
    matter = desk.books.routing.propose_topic(text)
    told = Counter(row.topic for row in file.disputes).most_common(1)
    if matter is not Topic.OTHER or not told:
        return desk.books.routing.decided_by(matter, text)
    return desk.books.routing.decided_by(
        told[0][0], " ".join([text, *(row.text for row in file.disputes)])
    )


def _check_who(asked: ScreenTopic, reckoned: Decision) -> None:
    """Refuse to hand the council what the law leaves to others; another choice needs a reason."""
    if asked.decision_body is DecisionBody.COUNCIL and asked.law_item:
        raise Refusal(
            N_(
                "Item {item} of Civil Code 278 is for the owners; the council cannot decide it. "
                "Choose who of the owners decides."
            ),
            item=asked.law_item,
        )
    if reckoned.law_item and council_may_decide(asked.decision_body, asked.law_item):
        raise Refusal(
            N_(
                "By its words this falls under item {item} of Civil Code 278, which the council "
                "cannot decide. Leave it to the owners, or put the words of the topic right first "
                "if it is about something else."
            ),
            item=reckoned.law_item,
        )
    chosen = (asked.decision_body, asked.law_item)
    if chosen != (reckoned.body, reckoned.law_item) and not asked.reason.strip():
        raise Refusal(
            N_("The desk reckons that somebody else decides. Say why you choose otherwise.")
        )


def _screening(
    desk: Desk, topic: AgendaTopic, asked: ScreenTopic, reckoned: Decision, *, accepted: bool
) -> Screening:
    """Write the answers down as they were given."""
    return Screening(
        id=desk.new_id(),
        topic=topic.id,
        at=desk.now(),
        by=desk.person.id,
        accepted=accepted,
        ours=asked.ours,
        lawful=asked.lawful,
        duplicate_of=None if asked.duplicate_of is None else TopicId(asked.duplicate_of),
        body=asked.decision_body,
        law_item=asked.law_item,
        proposed_body=reckoned.body,
        proposed_item=reckoned.law_item,
        reason=asked.reason.strip(),
        opinion=asked.opinion.strip(),
    )

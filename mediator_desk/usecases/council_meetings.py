"""Meetings of the council: called, announced, held, with minutes that add up."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import (
    AgendaTopic,
    Meeting,
    MeetingResult,
    TopicState,
    VoteMethod,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.rules.who_decides import council_may_decide
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMeeting:
    """When the council is to meet on a topic."""

    topic: UUID
    planned_on: date


def call_meeting(desk: Desk, asked: CallMeeting) -> Changes:
    """Put a topic on the agenda; the day of the meeting becomes a clock."""
    with desk.work("call-meeting") as work:
        topic = work.get(AgendaTopic, asked.topic)
        work.put(
            replace(
                topic,
                state=after(TOPIC_STEPS, "call-meeting", topic.state),
                planned_on=asked.planned_on,
            )
        )
        call_off_clocks(work, topic.id, "C01")
        start_clock(desk, work, topic.id, "C01", asked.planned_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMeeting:
    """The minutes of one meeting on one topic; the votes must add up to those present."""

    topic: UUID
    held_at: datetime
    place: str
    chair: str
    due: int
    present: int
    opinion: str
    method: VoteMethod
    votes_for: int
    votes_against: int
    votes_abstain: int
    result: MeetingResult
    recorder: str = ""
    members: str = ""
    observers: str = ""
    speeches: str = ""
    resolution: str = ""
    responsible: str = ""
    finish_on: date | None = None
    fund: str = ""
    dissent: str = ""


def hold_meeting(desk: Desk, asked: HoldMeeting) -> Changes:
    """Keep the minutes. What the owners must decide never ends as decided by the council."""
    with desk.work("hold-meeting") as work:
        topic = work.get(AgendaTopic, asked.topic)
        if asked.result is MeetingResult.PASSED:
            _check_decision(topic, asked)
        state = after(TOPIC_STEPS, f"hold-meeting: {asked.result.value}", topic.state)
        fields = {
            name: getattr(asked, name)
            for name in HoldMeeting.__dataclass_fields__
            if name != "topic"
        }
        work.add(Meeting(id=desk.new_id(), topic=topic.id, **fields))
        work.put(replace(topic, state=state))
        meet_clocks(desk, work, topic.id, "C01")
        if asked.finish_on is not None and state is TopicState.DECIDED:
            start_clock(desk, work, topic.id, "C02", asked.finish_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOnBoard:
    """That a notice about a topic hangs on the board: where, and since which day."""

    topic: UUID
    where: str
    posted_on: date | None = None


def post_agenda(desk: Desk, asked: PostOnBoard) -> Changes:
    """Keep that the meeting on a topic was announced on the board."""
    return post_on_board(desk, asked, "post-agenda")


def post_on_board(desk: Desk, asked: PostOnBoard, step: str) -> Changes:
    """Move a topic on when its notice is posted."""
    with desk.work(step) as work:
        if not asked.where.strip():
            raise Refusal(N_("Say where the notice hangs."))
        topic = work.get(AgendaTopic, asked.topic)
        work.put(replace(topic, state=after(TOPIC_STEPS, step, topic.state)))
        day = asked.posted_on or local_day(desk.now())
        write_note(desk, work, AddNote(subject=topic.id, text=f"{day:%Y-%m-%d} {asked.where}"))
        return work.commit()


def _check_decision(topic: AgendaTopic, asked: HoldMeeting) -> None:
    """Refuse a decision the council may not take, or that its votes do not carry."""
    if not council_may_decide(topic.decision_body, topic.law_item):
        raise Refusal(
            N_(
                "The council may only recommend here: the law leaves this decision to others "
                "(Civil Code 278). Choose 'to the owners' or 'to the residents' meeting'."
            )
        )
    if asked.method is not VoteMethod.CONSENSUS and 2 * asked.votes_for <= asked.present:
        raise Refusal(
            N_("{agreeing} of {present} is not more than half, so it has not passed."),
            agreeing=asked.votes_for,
            present=asked.present,
        )

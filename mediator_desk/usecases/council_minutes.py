"""The minutes of one topic at one meeting: what was said, how they voted, what is resolved."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.council_meeting import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingResult,
    MeetingState,
    Presence,
    Speech,
    VoteMethod,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import meet_clocks
from mediator_desk.usecases.council_decision import check_decision
from mediator_desk.usecases.council_meetings import heads
from mediator_desk.usecases.council_tasks import NewTask, take_on
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one speaker said; a dissent has the answer that was given to it."""

    speaker: str
    words: str
    dissents: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldMeeting:
    """The minutes of one topic at the meeting it was called for.

    Heads come from the attendance that was marked; ``due`` and ``present`` are only asked where
    the council has no list of members. ``recused`` members do not vote on this topic.
    ``short_quorum`` says why a decision stands though too few came.
    """

    topic: UUID
    opinion: str
    method: VoteMethod
    result: MeetingResult
    votes_for: int = 0
    votes_against: int = 0
    votes_abstain: int = 0
    held_at: datetime | None = None
    place: str = ""
    chair: str = ""
    recorder: str = ""
    scrutineer: str = ""
    teller: str = ""
    due: int = 0
    present: int = 0
    recused: tuple[UUID, ...] = ()
    background: str = ""
    speeches: tuple[Said, ...] = ()
    resolution: str = ""
    tasks: tuple[NewTask, ...] = ()
    short_quorum: str = ""


def hold_meeting(desk: Desk, asked: HoldMeeting) -> Changes:
    """Keep the minutes. What the owners must decide never ends as decided by the council."""
    with desk.work("hold-meeting") as work:
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, f"hold-meeting: {asked.result.value}", topic.state)
        waiting = _waiting_item(work, topic)
        if not asked.opinion.strip():
            raise Refusal(N_("Write down the opinion the meeting formed."))
        meeting = _held(desk, work, work.get(Meeting, waiting.meeting), asked)
        item = _minuted(desk, work, meeting, waiting, asked)
        check_decision(desk, topic, item)
        work.put(item)
        _keep_speeches(desk, work, item, asked.speeches)
        work.put(replace(topic, state=state))
        meet_clocks(desk, work, topic.id, "C01")
        if state is TopicState.DECIDED:
            for task in asked.tasks:
                take_on(desk, work, topic, task)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMinutes:
    """What is put right in minutes that were kept; what is None stays, the result does too."""

    topic: UUID
    item: UUID
    opinion: str | None = None
    background: str | None = None
    resolution: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    votes_abstain: int | None = None
    recused: tuple[UUID, ...] | None = None


def correct_minutes(desk: Desk, asked: CorrectMinutes) -> Changes:
    """Put minutes right; the votes must still add up and still carry the result."""
    with desk.work("correct-minutes") as work:
        topic, item = work.get(AgendaTopic, asked.topic), work.get(AgendaItem, asked.item)
        if item.topic != topic.id or item.result is None:
            raise Refusal(N_("There are no minutes of this topic yet. Record the meeting first."))
        given = {
            name: value
            for name in CorrectMinutes.__dataclass_fields__
            if name not in ("topic", "item") and (value := getattr(asked, name)) is not None
        }
        corrected = replace(item, **given)
        _check_recused(work, corrected)
        check_decision(desk, topic, corrected)
        work.put(corrected)
        return work.commit()


def _waiting_item(work: Work, topic: AgendaTopic) -> AgendaItem:
    """Give the place on an agenda where a topic waits."""
    waiting = [one for one in work.of(AgendaItem, topic.id) if one.result is None]
    if not waiting:
        raise Refusal(N_("This topic is on no agenda. Call a meeting for it first."))
    return waiting[-1]


def _held(desk: Desk, work: Work, meeting: Meeting, asked: HoldMeeting) -> Meeting:
    """Keep that a meeting was held; who chaired and wrote stands once for all its topics."""
    said = {
        name: words
        for name in ("place", "chair", "recorder", "scrutineer", "teller")
        if (words := getattr(asked, name).strip())
    }
    held_at = asked.held_at or meeting.held_at or desk.now()
    held = replace(meeting, state=MeetingState.HELD, held_at=held_at, **said)
    if not held.chair:
        raise Refusal(N_("Say who chaired the meeting."))
    return held if held == meeting else work.put(held)


def _minuted(
    desk: Desk, work: Work, meeting: Meeting, item: AgendaItem, asked: HoldMeeting
) -> AgendaItem:
    """Write the minutes with the heads that were marked."""
    due, present = heads(desk, work, meeting)
    if not due:
        due, present = asked.due, asked.present
    elif not work.of(Attendance, meeting.id):
        raise Refusal(N_("Mark first who is present; the heads come from there."))
    minuted = replace(
        item,
        result=asked.result,
        background=asked.background.strip(),
        opinion=asked.opinion.strip(),
        method=asked.method,
        due=due,
        present=present,
        recused=tuple(dict.fromkeys(asked.recused)),
        votes_for=asked.votes_for,
        votes_against=asked.votes_against,
        votes_abstain=asked.votes_abstain,
        resolution=asked.resolution.strip(),
        short_quorum=asked.short_quorum.strip(),
        minuted_by=desk.person.id,
    )
    _check_recused(work, minuted)
    return minuted


def _check_recused(work: Work, item: AgendaItem) -> None:
    """Refuse a recusal of somebody who is not there."""
    marks = {one.member: one.presence for one in work.of(Attendance, item.meeting)}
    if any(marks.get(member) is not Presence.PRESENT for member in item.recused):
        raise Refusal(
            N_("Only a member who is present can be recused. Correct the attendance first.")
        )


def _keep_speeches(desk: Desk, work: Work, item: AgendaItem, speeches: tuple[Said, ...]) -> None:
    """Keep what each speaker said, in the order they spoke."""
    for place, one in enumerate(speeches, start=1):
        if not one.speaker.strip() or not one.words.strip():
            raise Refusal(N_("Write who spoke and what was said, or leave the line out."))
        work.add(
            Speech(
                id=desk.new_id(),
                topic=item.topic,
                item=item.id,
                place=place,
                speaker=one.speaker.strip(),
                words=one.words.strip(),
                dissents=one.dissents,
                answer=one.answer.strip(),
            )
        )

"""Meetings of the council: called with an agenda, announced on the board, and who came."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_meeting import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingState,
    Presence,
)
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.ids import TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import TOPIC_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks, start_clock
from mediator_desk.usecases.council import council_number
from mediator_desk.usecases.council_decision import check_decision
from mediator_desk.usecases.council_members import serving
from mediator_desk.usecases.hanging import Hung, hang
from mediator_desk.words import N_

_OVER = N_("This meeting is over or was called off. Call another one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMeeting:
    """When and where the council meets, and the topics of its agenda in their order.

    ``called_on`` is the day the members were told; ``short_notice`` says why it is later than the
    rules ask; ``observers`` are invited without a vote.
    """

    topics: tuple[UUID, ...]
    planned_at: datetime
    place: str = ""
    observers: str = ""
    called_on: date | None = None
    short_notice: str = ""


def call_meeting(desk: Desk, asked: CallMeeting) -> Changes:
    """Call a meeting; each topic of its agenda waits for that day."""
    with desk.work("call-meeting") as work:
        if not asked.topics:
            raise Refusal(N_("Choose at least one topic for the agenda."))
        called_on = asked.called_on or local_day(desk.now())
        _check_notice(desk, called_on, asked)
        year = local_day(asked.planned_at).year
        meeting = work.add(
            Meeting(
                id=desk.new_id(),
                team=desk.team.id,
                number=council_number(desk, "会", year, work.next_number(f"meeting/{year}")),
                planned_at=asked.planned_at,
                place=asked.place.strip(),
                called_on=called_on,
                called_by=desk.person.id,
                short_notice=asked.short_notice.strip(),
                observers=asked.observers.strip(),
            )
        )
        for place, topic in enumerate(dict.fromkeys(asked.topics), start=1):
            _put_on_agenda(desk, work, meeting, work.get(AgendaTopic, topic), place)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToAgenda:
    """One more topic for a meeting that is called already."""

    meeting: UUID
    topic: UUID


def add_to_agenda(desk: Desk, asked: AddToAgenda) -> Changes:
    """Put a topic at the end of an agenda."""
    with desk.work("add-to-agenda") as work:
        meeting = called(work, asked.meeting)
        places = [one.place for one in items_of(work, meeting.id)]
        topic = work.get(AgendaTopic, asked.topic)
        _put_on_agenda(desk, work, meeting, topic, max(places, default=0) + 1)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAgenda:
    """That the notice of a meeting hangs on the boards: one a line, and since which day.

    Without a title or a text of its own the notice says what is proposed for it.
    """

    meeting: UUID
    where: str
    posted_on: date | None = None
    title: str = ""
    text: str = ""


def post_agenda(desk: Desk, asked: PostAgenda) -> Changes:
    """Hang the notice of a meeting; its topics are announced with it."""
    with desk.work("post-agenda") as work:
        on = asked.posted_on or local_day(desk.now())
        meeting = agenda_posted(work, asked.meeting, on, asked.where)
        hung = Hung(where=asked.where, on=on, title=asked.title, text=asked.text)
        hang(desk, work, meeting, hung)
        return work.commit()


def agenda_posted(work: Work, id: UUID, posted_on: date, where: str) -> Meeting:
    """Tell a meeting and its topics, within another piece of work, that its notice hangs."""
    meeting = called(work, id)
    for item in items_of(work, meeting.id):
        topic = work.get(AgendaTopic, item.topic)
        work.put(replace(topic, state=after(TOPIC_STEPS, "post-agenda", topic.state)))
    return work.put(replace(meeting, posted_on=posted_on, posted_where=where.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffMeeting:
    """Why a meeting that was called is not held."""

    meeting: UUID
    reason: str


def call_off_meeting(desk: Desk, asked: CallOffMeeting) -> Changes:
    """Call a meeting off; its topics wait for another one."""
    with desk.work("call-off-meeting") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Say why the meeting is called off."))
        meeting = called(work, asked.meeting)
        work.put(replace(meeting, state=MeetingState.CALLED_OFF, reason=asked.reason.strip()))
        for item in items_of(work, meeting.id):
            topic = work.get(AgendaTopic, item.topic)
            state = after(TOPIC_STEPS, "call-off-meeting", topic.state)
            work.put(replace(topic, state=state, planned_on=None))
            call_off_clocks(work, topic.id, "C01")
            work.remove(item)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Whether one member came; an absence may have its reason."""

    member: UUID
    presence: Presence
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkAttendance:
    """Who came to a meeting; members who are not named stay as they were marked."""

    meeting: UUID
    marks: tuple[Mark, ...]


def mark_attendance(desk: Desk, asked: MarkAttendance) -> Changes:
    """Keep who came. Minutes that were kept already must still add up with it."""
    with desk.work("mark-attendance") as work:
        meeting = work.get(Meeting, asked.meeting)
        if meeting.state is MeetingState.CALLED_OFF:
            raise Refusal(_OVER)
        known = {one.member: one for one in work.of(Attendance, meeting.id)}
        for mark in asked.marks:
            member = work.get(CouncilMember, mark.member)
            before = known.get(member.id)
            kept = before or Attendance(
                id=desk.new_id(), meeting=meeting.id, member=member.id, presence=mark.presence
            )
            marked = replace(kept, presence=mark.presence, reason=mark.reason.strip())
            known[member.id] = work.add(marked) if before is None else work.put(marked)
        due, present = heads(desk, work, meeting)
        for item in items_of(work, meeting.id):
            if item.result is not None:
                recounted = replace(item, due=due, present=present)
                check_decision(desk, work.get(AgendaTopic, item.topic), recounted)
                work.put(recounted)
        return work.commit()


def heads(desk: Desk, work: Work, meeting: Meeting) -> tuple[int, int]:
    """Count the members who are due at a meeting and those who are present."""
    day = local_day(meeting.held_at or meeting.planned_at)
    marks = {one.member: one.presence for one in work.of(Attendance, meeting.id)}
    due = {one.id for one in serving(desk, work, day)} | set(marks)
    return len(due), sum(one is Presence.PRESENT for one in marks.values())


def called(work: Work, id: UUID) -> Meeting:
    """Give a meeting that is still to be held. Raises ``Refusal``."""
    meeting = work.get(Meeting, id)
    if meeting.state is not MeetingState.CALLED:
        raise Refusal(_OVER)
    return meeting


def items_of(work: Work, meeting: UUID) -> tuple[AgendaItem, ...]:
    """Give the agenda of a meeting in its order."""
    found = (one for one in work.every(AgendaItem) if one.meeting == meeting)
    return tuple(sorted(found, key=lambda one: one.place))


def _put_on_agenda(
    desk: Desk, work: Work, meeting: Meeting, topic: AgendaTopic, place: int
) -> None:
    """Put a topic on an agenda; it leaves the one it waited on before."""
    for item in work.of(AgendaItem, topic.id):
        if item.result is None:
            work.remove(item)
    day = local_day(meeting.planned_at)
    state = after(TOPIC_STEPS, "call-meeting", topic.state)
    work.put(replace(topic, state=state, planned_on=day))
    work.add(AgendaItem(id=desk.new_id(), topic=TopicId(topic.id), meeting=meeting.id, place=place))
    call_off_clocks(work, topic.id, "C01")
    start_clock(desk, work, topic.id, "C01", day)


def _check_notice(desk: Desk, called_on: date, asked: CallMeeting) -> None:
    """Refuse a meeting called later than the rules ask, unless a reason is given."""
    day = local_day(asked.planned_at)
    figure = desk.books.council.figure("council.notice", desk.team.division, day)
    if (day - called_on).days >= figure.number or asked.short_notice.strip():
        return
    raise Refusal(
        N_(
            "Members are to be told {days} days before ({source}); that would be {days_left}. "
            "Choose a later day, or say why it cannot wait."
        ),
        days=figure.number,
        source=figure.source,
        days_left=(day - called_on).days,
    )

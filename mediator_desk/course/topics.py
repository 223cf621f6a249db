"""The course of an agenda topic: raised, screened, met on, decided, carried out, rated, shared."""

from collections.abc import Iterator

from mediator_desk.course.events import Event, Happened, notes_of, start_of, told
from mediator_desk.rows import TopicFile


def course_of_topic(file: TopicFile) -> tuple[Event, ...]:
    """Tell the course of an agenda topic, oldest first."""
    return told(_topic_events(file))


def _topic_events(file: TopicFile) -> Iterator[Event]:
    """Find every event in a topic file."""
    yield Event(
        at=start_of(file.topic.proposed_on),
        whole_day=True,
        kind=Happened.TOPIC,
        who=file.topic.proposer,
        detail=file.topic.source,
        text=file.topic.content,
    )
    yield from _council_events(file)
    yield from _fate_events(file)
    for whistle in file.whistles:
        yield Event(
            at=whistle.blown_at,
            kind=Happened.WHISTLE,
            who=file.people.get(whistle.blown_by, ""),
            detail=whistle.state,
            text=f"{whistle.number} {whistle.lead}",
            record=whistle.id,
        )
    yield from notes_of(file)


def _council_events(file: TopicFile) -> Iterator[Event]:
    """Find how a topic was screened, deliberated, made public, carried out, rated and shared."""
    topic, by = file.topic, file.people
    for one in file.screenings:
        yield Event(
            at=one.at,
            kind=Happened.SCREENED,
            who=by.get(one.by, ""),
            detail=one.body if one.accepted else None,
            text=one.opinion,
            record=one.id,
        )
    meetings = {one.id: one for one in file.meetings}
    for item in file.items:
        meeting = meetings.get(item.meeting)
        if meeting is not None and item.result is not None:
            yield Event(
                at=meeting.held_at or meeting.planned_at,
                kind=Happened.MEETING,
                who=meeting.chair,
                detail=item.result,
                text=item.resolution or item.opinion,
                record=item.id,
            )
    if topic.result_posted_on is not None:
        yield Event(
            at=start_of(topic.result_posted_on),
            whole_day=True,
            kind=Happened.RESULT_POSTED,
            text=topic.result_posted_where,
        )
    for task in file.tasks:
        if task.done_on is not None:
            yield Event(
                at=start_of(task.done_on),
                whole_day=True,
                kind=Happened.TASK_DONE,
                who=task.who,
                text=task.what,
                record=task.id,
            )


def _fate_events(file: TopicFile) -> Iterator[Event]:
    """Find what others decided on a topic, and when it was taken up again."""
    for decided in file.decisions:
        yield Event(
            at=start_of(decided.decided_on),
            whole_day=True,
            kind=Happened.DECIDED if decided.passed else Happened.NOT_DECIDED,
            who=file.people.get(decided.by, ""),
            detail=decided.body,
            text=decided.words,
            record=decided.id,
        )
    for rating in file.ratings:
        yield Event(
            at=start_of(rating.asked_on),
            whole_day=True,
            kind=Happened.RATED,
            detail=rating.group,
            text=rating.comments,
            record=rating.id,
        )
    for report in file.reports:
        yield Event(
            at=start_of(report.shared_on),
            whole_day=True,
            kind=Happened.SHARED,
            who=file.people.get(report.by, ""),
            text=report.result,
            record=report.id,
        )
    for again in file.reopenings:
        yield Event(
            at=again.reopened_at,
            kind=Happened.REOPENED,
            who=file.people.get(again.by, ""),
            text=again.reason,
            record=again.id,
        )

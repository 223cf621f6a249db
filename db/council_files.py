"""Whole files of the council: one agenda topic, or one meeting, with all that belongs to it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select, text

from db.clashes import read_clashes
from db.files import children, dispute_rows, people_names
from db.tables import RECORD_TABLES
from db.work import get_record, read_all
from mediator_desk.records import R
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.council import AgendaTopic, Screening, TopicState
from mediator_desk.records.council_doing import BenefitReport, Rating, Task
from mediator_desk.records.council_fate import OthersDecision, TopicReopening
from mediator_desk.records.council_meeting import AgendaItem, Attendance, Meeting, Speech
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.follow_up import Deadline, Note
from mediator_desk.records.ids import TopicId
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.whistle import Whistle
from mediator_desk.rows import MeetingFile, TopicFile, TopicRow
from mediator_desk.rules.durations import local_day

_TOPICS = """
SELECT agenda_topic.*,
 (SELECT count(*) FROM dispute WHERE dispute.agenda_topic = agenda_topic.id AND NOT dispute.gone)
   AS disputes,
 (SELECT min(due_at) FROM deadline WHERE subject = agenda_topic.id AND met_at IS NULL
   AND NOT called_off AND NOT deadline.gone) AS due_at
FROM agenda_topic WHERE NOT agenda_topic.gone ORDER BY agenda_topic.id DESC
"""


def topic_rows(connection: Connection) -> tuple[TopicRow, ...]:
    """List agenda topics, newest first."""
    return tuple(
        TopicRow(
            id=TopicId(UUID(one["id"])),
            number=one["number"],
            title=one["title"],
            place=one["place"],
            households=one["households"],
            state=TopicState(one["state"]),
            proposed_on=one["proposed_on"],
            disputes=one["disputes"],
            due_at=None if one["due_at"] is None else datetime.fromisoformat(one["due_at"]),
            content=one["content"],
            law_item=one["law_item"],
        )
        for one in connection.execute(text(_TOPICS)).mappings()
    )


def topic_file(connection: Connection, id: UUID) -> TopicFile:
    """Read one agenda topic whole. Raises ``NotFound``."""
    topic = get_record(connection, AgendaTopic, id)
    disputes = RECORD_TABLES["dispute"]
    ids = connection.scalars(
        select(disputes.c.id).where(disputes.c.agenda_topic == str(id), ~disputes.c.gone)
    ).all()
    items = children(connection, AgendaItem, id)
    # A notice of a meeting is about all the topics of it.
    subjects = {id, *(one.meeting for one in items)}
    return TopicFile(
        topic=topic,
        place=topic.place,
        disputes=dispute_rows(connection, ids),
        screenings=children(connection, Screening, id),
        meetings=_by_id(connection, Meeting, {one.meeting for one in items}),
        items=items,
        speeches=children(connection, Speech, id),
        decisions=children(connection, OthersDecision, id),
        tasks=children(connection, Task, id),
        ratings=children(connection, Rating, id),
        reports=children(connection, BenefitReport, id),
        reopenings=children(connection, TopicReopening, id),
        notes=children(connection, Note, id),
        notices=_where(connection, PublicNotice, "subject", subjects),
        objections=_where(connection, Objection, "subject", subjects),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        whistles=read_all(connection, Whistle, RECORD_TABLES["whistle"].c.agenda_topic == str(id)),
        votes=read_all(connection, OwnersVote, RECORD_TABLES["owners_vote"].c.topic == str(id)),
        people=people_names(connection),
        clashes=read_clashes(connection, id),
    )


def meeting_file(connection: Connection, id: UUID) -> MeetingFile:
    """Read one meeting whole. Raises ``NotFound``."""
    meeting = get_record(connection, Meeting, id)
    items = _where(connection, AgendaItem, "meeting", {id})
    attendance = children(connection, Attendance, id)
    day = local_day(meeting.held_at or meeting.planned_at)
    marked = {one.member for one in attendance}
    topics = {UUID(str(one.topic)) for one in items}
    return MeetingFile(
        meeting=meeting,
        topics=_by_id(connection, AgendaTopic, topics),
        items=tuple(sorted(items, key=lambda one: one.place)),
        members=tuple(
            one
            for one in read_all(connection, CouncilMember)
            if one.id in marked or (one.team == meeting.team and one.serves_on(day))
        ),
        attendance=attendance,
        speeches=_where(connection, Speech, "item", {one.id for one in items}),
        tasks=_where(connection, Task, "topic", topics),
        people=people_names(connection),
    )


def _by_id(connection: Connection, kind: type[R], ids: Collection[UUID]) -> tuple[R, ...]:
    """Read some records by their ids, oldest first."""
    return _where(connection, kind, "id", ids)


def _where(
    connection: Connection, kind: type[R], field: str, ids: Collection[UUID]
) -> tuple[R, ...]:
    """Read the records whose field names one of these, oldest first."""
    column = RECORD_TABLES[kind.TABLE].c[field]
    return read_all(connection, kind, column.in_([str(one) for one in ids]))

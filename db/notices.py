"""Public notices as the store lists them, and one of them whole."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, text

from db.files import children, people_names
from db.work import find_record, get_record
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.convention import Convention
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.public_notice import NoticeKind, NoticeState, Objection, PublicNotice
from mediator_desk.records.revenue import RevenueAccount
from mediator_desk.rows.notices import NoticeFile, NoticeRow

_NOTICES = """
SELECT public_notice.*, count(objection.id) AS waiting, min(deadline.due_at) AS due_at
FROM public_notice
LEFT JOIN objection ON objection.notice = public_notice.id AND objection.state = 'raised'
 AND NOT objection.gone
LEFT JOIN deadline ON deadline.id = objection.clock AND deadline.met_at IS NULL
 AND NOT deadline.called_off AND NOT deadline.gone
WHERE NOT public_notice.gone GROUP BY public_notice.id ORDER BY public_notice.id DESC
"""


def notice_rows(connection: Connection) -> tuple[NoticeRow, ...]:
    """List the notices, newest first."""
    return tuple(
        NoticeRow(
            id=UUID(one["id"]),
            number=one["number"],
            kind=NoticeKind(one["kind"]),
            title=one["title"],
            state=NoticeState(one["state"]),
            posted_on=date.fromisoformat(one["posted_on"]),
            may_come_down_on=_day(one["may_come_down_on"]),
            waiting=one["waiting"],
            due_at=datetime.fromisoformat(one["due_at"]) if one["due_at"] else None,
        )
        for one in connection.execute(text(_NOTICES)).mappings()
    )


def notice_file(connection: Connection, id: UUID) -> NoticeFile:
    """Read one notice whole. Raises ``NotFound``."""
    notice = get_record(connection, PublicNotice, id)
    topic = find_record(connection, AgendaTopic, notice.subject)
    account = find_record(connection, RevenueAccount, notice.subject)
    convention = find_record(connection, Convention, notice.subject)
    vote = find_record(connection, OwnersVote, notice.subject)
    about = topic or account or convention or vote
    objections = tuple(
        one for one in children(connection, Objection, notice.subject) if one.notice == id
    )
    clocks = {one.clock for one in objections}
    return NoticeFile(
        notice=notice,
        about="" if about is None else f"{about.number} {about.title}",
        objections=objections,
        deadlines=tuple(
            one for one in children(connection, Deadline, notice.subject) if one.id in clocks
        ),
        extensions=children(connection, Extension, notice.subject),
        pauses=children(connection, Pause, notice.subject),
        people=people_names(connection),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None

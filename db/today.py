"""What there is to do: clocks that run, and what waits for somebody."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, text

from mediator_desk.rows import TodayRow

# The return window of a whistle is no clock to keep: when it shuts, nothing is late.
_CLOCKS = """
SELECT deadline.rule, deadline.due_at, deadline.provisional, deadline.subject,
       line.number AS dispute_number, line.title AS dispute_title, line.text AS dispute_text,
       line.mediator AS mediator, person.name AS mediator_name,
       whistle.number AS whistle_number, whistle.title AS whistle_title, whistle.lead AS lead,
       agenda_topic.number AS topic_number, agenda_topic.title AS topic_title
FROM deadline
LEFT JOIN line ON line.id = deadline.subject
LEFT JOIN person ON person.id = line.mediator
LEFT JOIN whistle ON whistle.id = deadline.subject AND NOT whistle.gone
LEFT JOIN agenda_topic ON agenda_topic.id = deadline.subject AND NOT agenda_topic.gone
WHERE deadline.met_at IS NULL AND NOT deadline.called_off AND NOT deadline.gone
  AND deadline.rule <> 'D08.return'
  AND (line.stage IS NULL OR line.stage NOT IN ('closed', 'archived'))
  AND (line.mediator = :person OR :person IS NULL)
ORDER BY deadline.due_at LIMIT 500
"""

_WAITING = """
SELECT line.id, line.number, line.title, line.text, line.stage, line.mediator,
       person.name AS mediator_name
FROM line LEFT JOIN person ON person.id = line.mediator
WHERE line.stage = 'logged' AND (line.mediator = :person OR :person IS NULL)
ORDER BY line.n LIMIT 100
"""

_TOPICS = """
SELECT id, number, title, state FROM agenda_topic
WHERE NOT gone AND state IN ('proposed', 'screened') ORDER BY id LIMIT 100
"""

_DRAFTS = """
SELECT id, number, title, state FROM whistle
WHERE NOT gone AND state IN ('draft', 'approved', 'returned', 'pending_designation', 'replied')
ORDER BY id LIMIT 100
"""

_CLASHES = """
SELECT DISTINCT clash.group_id, line.number, line.title, line.text FROM clash
LEFT JOIN line ON line.id = clash.group_id LIMIT 100
"""


def today(connection: Connection, person: UUID | None) -> tuple[TodayRow, ...]:
    """List running clocks, the earliest first, then what waits."""
    places = {"person": None if person is None else str(person)}
    clocks = connection.execute(text(_CLOCKS), places).mappings()
    rows = [_clock(one) for one in clocks]
    for one in connection.execute(text(_WAITING), places).mappings():
        rows.append(
            TodayRow(
                kind="dispute",
                id=UUID(one["id"]),
                number=one["number"],
                title=one["title"] or one["text"],
                rule="",
                due_at=None,
                waiting="acceptance",
                who=None if one["mediator"] is None else UUID(one["mediator"]),
                who_name=one["mediator_name"] or "",
            )
        )
    for table, asked in (("agenda_topic", _TOPICS), ("whistle", _DRAFTS)):
        for one in connection.execute(text(asked)).mappings():
            rows.append(
                TodayRow(
                    kind=table,
                    id=UUID(one["id"]),
                    number=one["number"],
                    title=one["title"],
                    rule="",
                    due_at=None,
                    waiting=f"{table}.{one['state']}",
                )
            )
    for one in connection.execute(text(_CLASHES)).mappings():
        rows.append(
            TodayRow(
                kind="clash",
                id=UUID(one["group_id"]),
                number=one["number"] or "",
                title=one["title"] or one["text"] or "",
                rule="",
                due_at=None,
                waiting="clash",
            )
        )
    return tuple(rows)


def _clock(one: object) -> TodayRow:
    """Read one running clock."""
    row = dict(one)  # type: ignore[call-overload]
    kind = "dispute" if row["dispute_number"] else "whistle" if row["whistle_number"] else ""
    kind = kind or "agenda_topic"
    return TodayRow(
        kind=kind,
        id=UUID(row["subject"]),
        number=row["dispute_number"] or row["whistle_number"] or row["topic_number"] or "",
        title=row["dispute_title"]
        or row["dispute_text"]
        or row["whistle_title"]
        or row["topic_title"]
        or "",
        rule=row["rule"],
        due_at=datetime.fromisoformat(row["due_at"]),
        who=None if row["mediator"] is None else UUID(row["mediator"]),
        who_name=row["mediator_name"] or row["lead"] or "",
        provisional=bool(row["provisional"]),
    )

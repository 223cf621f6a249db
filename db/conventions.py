"""Conventions as the store lists them, and one of them whole."""

from datetime import date
from uuid import UUID

from sqlalchemy import Connection, text

from db.files import children, people_names
from db.work import find_record, get_record
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.convention import (
    Convention,
    ConventionKind,
    ConventionVersion,
    VersionState,
)
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.rows.conventions import ConventionFile, ConventionRow

_CONVENTIONS = """
SELECT convention.*, newest.ordinal AS versions, newest.state AS state,
 holding.ordinal AS holding, holding.in_force_from AS since
FROM convention
JOIN convention_version AS newest ON newest.id = (
  SELECT id FROM convention_version WHERE convention_version.convention = convention.id AND NOT gone
  ORDER BY ordinal DESC LIMIT 1)
LEFT JOIN convention_version AS holding ON holding.id = (
  SELECT id FROM convention_version WHERE convention_version.convention = convention.id AND NOT gone
   AND state = 'in_force' ORDER BY ordinal DESC LIMIT 1)
WHERE NOT convention.gone ORDER BY convention.id DESC LIMIT 500
"""


def convention_rows(connection: Connection) -> tuple[ConventionRow, ...]:
    """List conventions, newest first."""
    return tuple(
        ConventionRow(
            id=UUID(one["id"]),
            number=one["number"],
            kind=ConventionKind(one["kind"]),
            title=one["title"],
            scope=" ".join(filter(None, (one["place"], one["building"]))),
            versions=one["versions"],
            state=VersionState(one["state"]),
            holding=one["holding"] or 0,
            since=date.fromisoformat(one["since"]) if one["since"] else None,
        )
        for one in connection.execute(text(_CONVENTIONS)).mappings()
    )


def convention_file(connection: Connection, id: UUID) -> ConventionFile:
    """Read one convention whole. Raises ``NotFound``."""
    convention = get_record(connection, Convention, id)
    versions = children(connection, ConventionVersion, id)
    return ConventionFile(
        convention=convention,
        versions=tuple(sorted(versions, key=lambda one: one.ordinal)),
        topic=find_record(connection, AgendaTopic, convention.topic),
        notices=children(connection, PublicNotice, id),
        objections=children(connection, Objection, id),
        deadlines=children(connection, Deadline, id),
        extensions=children(connection, Extension, id),
        pauses=children(connection, Pause, id),
        people=people_names(connection),
    )

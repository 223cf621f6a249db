"""Every record of a dispute's group and of the whistles blown for it."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from db.commons import Readings
from db.files import children
from db.tables import RECORD_TABLES, entry
from db.work import get_record, read_all
from mediator_desk.records import KINDS, Record
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.entry import Stamp, stamp_ms
from mediator_desk.records.whistle import Whistle
from mediator_desk.rows.case_records import CaseRecords

_OWNED = tuple(kind for kind in KINDS.values() if kind.OWNER)


class CaseRecordQueries(Readings):
    """What a volume carries of its case."""

    def case_records(self, id: UUID) -> CaseRecords:
        """Read every record of a dispute and of its whistles."""
        with self._reading() as connection:
            return _case_records(connection, id)


def _case_records(connection: Connection, id: UUID) -> CaseRecords:
    """Read them all, kind by kind, each oldest first. Raises ``NotFound``."""
    dispute = get_record(connection, Dispute, id)
    whistles = read_all(connection, Whistle, RECORD_TABLES["whistle"].c.dispute == str(id))
    groups = [id, *(one.id for one in whistles)]
    owned: list[Record] = [
        record
        for kind in _OWNED
        for group in groups
        for record in children(connection, kind, group)
    ]
    return CaseRecords(
        dispute=id,
        changed_at=_changed_at(connection, groups),
        records=(dispute, *whistles, *owned),
    )


def _changed_at(connection: Connection, groups: list[UUID]) -> datetime:
    """Tell when the last line about the groups was written; the same at every station."""
    newest = connection.scalar(
        select(func.max(entry.c.stamp)).where(entry.c.group_id.in_([str(one) for one in groups]))
    )
    return datetime.fromtimestamp(stamp_ms(Stamp(newest)) / 1000, UTC)

"""Attachments travel once, by the hash of their bytes: what goes to a peer, what came from one.

A peer holds what an entry that it acknowledged names, unless it said that it waits for it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from uuid import UUID

from sqlalchemy import Connection, Text, and_, cast, exists, func, select

from db import contents, journal
from db.sync.contents import Attachment
from db.tables import RECORD_TABLES, content, entry, peer_lacks, receipt
from mediator_desk.records import KINDS, named_contents
from mediator_desk.records.entry import Entry

_LONGEST_NAME = 255


def to_send(
    connection: Connection, peer: UUID, read: Callable[[str], bytes]
) -> Iterator[Attachment]:
    """Name the attachments that are here and not there; ``read`` gives their bytes later."""
    sent: set[str] = set()
    for code, field in contents.NAMING:
        table = RECORD_TABLES[code]
        digest = table.c[field]
        acknowledged = exists().where(
            entry.c.record == table.c.id,
            func.json_extract(entry.c.vals, f"$.{field}") == digest,
            and_(
                receipt.c.peer == str(peer),
                receipt.c.group_id == entry.c.group_id,
                receipt.c.station == entry.c.station,
                receipt.c.number >= entry.c.number,
            ),
        )
        waited_for = exists().where(peer_lacks.c.peer == str(peer), peer_lacks.c.sha256 == digest)
        name = table.c["name"] if "name" in table.c else cast(digest, Text)
        rows = connection.execute(
            select(digest.label("digest"), content.c.size, name.label("name"))
            .join(content, content.c.sha256 == digest)
            .where(~table.c.gone, ~acknowledged | waited_for)
            .order_by(table.c.id)
        )
        for row in rows:
            if row.digest not in sent:
                sent.add(row.digest)
                yield Attachment(
                    name=row.name[:_LONGEST_NAME],
                    sha256=row.digest,
                    size=row.size,
                    read=partial(read, row.digest),
                )


def take_in(connection: Connection, came: Mapping[str, bytes], entries: Sequence[Entry]) -> int:
    """Keep the bytes that came, if a record here names them or will once it may go in; count them.

    What nobody names is left: an old bundle must not bring back what was erased since.
    """
    wanted = set(contents.named(connection)) | set(_waiting(connection, entries))
    fresh = [
        data
        for digest, data in came.items()
        if digest in wanted and not contents.held(connection, digest)
    ]
    for data in fresh:
        contents.keep(connection, data)
    return len(fresh)


def _waiting(connection: Connection, entries: Sequence[Entry]) -> Iterator[str]:
    """Name the bytes that entries speak of whose record was not erased."""
    erased = journal.erased(connection)
    for one in entries:
        if one.record in erased or one.values is None or one.table not in KINDS:
            continue
        for field in named_contents(KINDS[one.table]):
            named = one.values.get(field)
            if isinstance(named, str):
                yield named

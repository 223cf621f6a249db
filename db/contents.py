"""The bytes of attachments, each kept once under its SHA-256; who they belong to is journalled."""

from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from db.canonical import read_entry_line
from db.tables import RECORD_TABLES, content, entry, tray
from mediator_desk.records import KINDS, named_contents
from mediator_desk.records.entry import Json
from mediator_desk.refusals import NotFound
from mediator_desk.words import N_

NAMING = tuple((code, field) for code, kind in KINDS.items() for field in named_contents(kind))
"""Every (table, field) that names bytes kept here."""

_ATTACHMENT = RECORD_TABLES["attachment"]
_HELD = select(content.c.sha256).where(content.c.sha256 == bindparam("of"))
_HERE = select(content.c.sha256).where(
    content.c.sha256.in_(select(_ATTACHMENT.c.sha256).where(_ATTACHMENT.c.about == bindparam("of")))
)
_DATA = select(content.c.data).where(content.c.sha256 == bindparam("of"))


def keep(connection: Connection, data: bytes) -> str:
    """Keep bytes, once however often they come; give their SHA-256."""
    digest = sha256(data).hexdigest()
    if not held(connection, digest):
        connection.execute(insert(content).values(sha256=digest, size=len(data), data=data))
    return digest


def read(connection: Connection, digest: str) -> bytes:
    """Read bytes. Raises ``NotFound`` while they are still on their way here."""
    found = connection.scalar(_DATA, {"of": digest})
    if found is None:
        raise NotFound(
            N_("This file is not here yet. A later bundle of the station that has it brings it.")
        )
    return bytes(found)


def held(connection: Connection, digest: str) -> bool:
    """Tell whether bytes are here."""
    return connection.scalar(_HELD, {"of": digest}) is not None


def here(connection: Connection, about: UUID) -> frozenset[str]:
    """Name which bytes of a record's attachments are here."""
    return frozenset(connection.scalars(_HERE, {"of": str(about)}))


def named(connection: Connection) -> Iterator[str]:
    """Name the bytes that records here speak of, those put aside left out."""
    for code, field in NAMING:
        table = RECORD_TABLES[code]
        yield from connection.scalars(
            select(table.c[field]).where(~table.c.gone, func.coalesce(table.c[field], "") != "")
        )


def lacking(connection: Connection) -> tuple[str, ...]:
    """Name the bytes that records here speak of and that did not come yet."""
    here = set(connection.scalars(select(content.c.sha256)))
    return tuple(sorted(set(named(connection)) - here))


def sweep(connection: Connection) -> None:
    """Drop the bytes that no line of the journal names any more, nor one that waits."""
    needed: set[str] = set()
    for code, field in NAMING:
        needed |= set(
            connection.scalars(
                select(func.json_extract(entry.c.vals, f"$.{field}")).where(
                    entry.c.kind_of_record == code
                )
            )
        )
    for line in connection.scalars(select(tray.c.line)):
        needed |= {one for one in _texts(read_entry_line(line).values) if len(one) == 64}
    for digest in set(connection.scalars(select(content.c.sha256))) - needed:
        connection.execute(delete(content).where(content.c.sha256 == digest))


def strange(connection: Connection) -> int:
    """Count the bytes that are not what their hash says."""
    found = connection.execute(select(content)).yield_per(10)
    return sum(sha256(row.data).hexdigest() != row.sha256 for row in found)


def _texts(values: object) -> Iterator[str]:
    """Give the texts among the values of an entry."""
    held: list[Json] = list(values.values()) if isinstance(values, dict) else []
    yield from (one for one in held if isinstance(one, str))

"""The bytes of attachments, each kept once under its SHA-256; who they belong to is journalled."""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select

from db.tables import RECORD_TABLES, content
from mediator_desk.refusals import NotFound
from mediator_desk.words import N_

_ATTACHMENT = RECORD_TABLES["attachment"]
_HELD = select(content.c.sha256).where(content.c.sha256 == bindparam("of"))
_HERE = select(content.c.sha256).where(
    content.c.sha256.in_(select(_ATTACHMENT.c.sha256).where(_ATTACHMENT.c.about == bindparam("of")))
)
_DATA = select(content.c.data).where(content.c.sha256 == bindparam("of"))


def keep(connection: Connection, data: bytes) -> str:
    """Keep bytes, once however often they come; give their SHA-256."""
    digest = sha256(data).hexdigest()
    if connection.scalar(_HELD, {"of": digest}) is None:
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

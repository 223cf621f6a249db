"""What goes to a peer: everything it may have and did not say it holds."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, true, update

from db import contents, journal
from db.sync import files, receipts
from db.sync.card import Card
from db.sync.contents import BundleContents, GroupContents
from db.tables import bundle, entry, peer, receipt
from mediator_desk.records.entry import Entry
from mediator_desk.records.ids import GroupId, StationId
from mediator_desk.rules.merging import SCHEMA
from mediator_desk.words import N_

PROGRAM = "mediator-desk"
WRITTEN = N_("Written.")


def groups_for(_peer: UUID) -> ColumnElement[bool]:
    """Say which groups a peer may have: all of them, until stations have scopes and loans."""
    return true()


def gather(
    connection: Connection,
    sender: StationId,
    card: Card,
    now: datetime,
    read: Callable[[str], bytes],
) -> BundleContents:
    """Gather what a peer lacks and draw the number of the bundle; ``read`` gives bytes later."""
    last = connection.scalar(select(peer.c.last_number).where(peer.c.station == str(card.store)))
    number = (last or 0) + 1
    _draw(connection, card.store, number)
    return BundleContents(
        sender=sender,
        peer=card.store,
        number=number,
        previous=last or 0,
        schema=SCHEMA,
        program=PROGRAM,
        made_at=now.isoformat(timespec="seconds"),
        groups=tuple(
            GroupContents(group=GroupId(group), entries=entries, earlier=_held(connection, entries))
            for group, entries in _lacking(connection, card.store)
        ),
        attachments=tuple(files.to_send(connection, card.store, read)),
        receipts=tuple(receipts.ours(connection, card.store)),
        lacks=contents.lacking(connection),
    )


def log_made(
    connection: Connection, made: BundleContents, written: Sequence[Path], now: datetime
) -> int:
    """Note the bundles that were written; give the number of changes they carry."""
    changes = sum(len(one.entries) for one in made.groups)
    for place, file in enumerate(written):
        connection.execute(
            insert(bundle).values(
                made=True,
                peer=str(made.peer),
                number=made.number + place,
                file=file.name,
                at=now.isoformat(timespec="milliseconds"),
                changes=changes if place == 0 else 0,
                result=WRITTEN,
            )
        )
    _draw(connection, made.peer, made.number + len(written) - 1)
    return changes


def _draw(connection: Connection, station: StationId, number: int) -> None:
    """Remember the last number of a bundle for a peer; it never goes back."""
    connection.execute(
        update(peer)
        .where(peer.c.station == str(station))
        .values(last_number=func.max(peer.c.last_number, number))
    )


def _lacking(connection: Connection, station: UUID) -> list[tuple[UUID, list[Entry]]]:
    """Read the entries a peer did not say it has, group by group."""
    said = and_(
        receipt.c.peer == str(station),
        receipt.c.group_id == entry.c.group_id,
        receipt.c.station == entry.c.station,
    )
    rows = connection.execute(
        select(entry)
        .select_from(entry.outerjoin(receipt, said))
        .where(entry.c.number > func.coalesce(receipt.c.number, 0), groups_for(station))
        .order_by(entry.c.group_id, entry.c.station, entry.c.number)
    )
    entries = [journal.from_row(row) for row in rows]
    return [(group, list(some)) for group, some in groupby(entries, key=lambda one: one.group)]


def _held(connection: Connection, sent: Sequence[Entry]) -> list[tuple[UUID, int, str]]:
    """Name the entries of a group that stay out, because the peer has them."""
    going = {(one.station, one.number) for one in sent}
    every = journal.digests(connection, sent[0].group)
    return [(*place, digest) for place, digest in every.items() if place not in going]

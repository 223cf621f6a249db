"""What peers said they have, and what we say we have; nothing else counts as delivered."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.canonical import state_hash
from db.sync.manifest import Manifest, Receipt
from db.tables import entry, peer_lacks, receipt

_Said = dict[UUID, tuple[int, str]]


def note(connection: Connection, manifest: Manifest, *, newest: bool) -> None:
    """Keep what a peer says it has: in its receipts, and of the groups it sent.

    A bundle that was overtaken by a later one only adds what is not known yet.
    """
    peer = str(manifest.sender)
    if newest and manifest.lacks is not None:
        connection.execute(delete(peer_lacks).where(peer_lacks.c.peer == peer))
        waited_for = [{"peer": peer, "sha256": one} for one in sorted(set(manifest.lacks))]
        if waited_for:
            connection.execute(insert(peer_lacks), waited_for)
    for group, said in _said(manifest).items():
        if newest:
            connection.execute(
                delete(receipt).where(receipt.c.peer == peer, receipt.c.group_id == str(group))
            )
        rows = [
            {
                "peer": peer,
                "group_id": str(group),
                "station": str(station),
                "number": number,
                "state": state,
            }
            for station, (number, state) in said.items()
        ]
        if rows:
            connection.execute(upsert(receipt).on_conflict_do_nothing(), rows)


def ours(connection: Connection, peer: UUID) -> Iterator[Receipt]:
    """Say what we have of the groups this peer has something of, too."""
    shared = select(receipt.c.group_id).where(receipt.c.peer == str(peer)).distinct()
    rows = connection.execute(
        select(entry.c.group_id, entry.c.station, entry.c.number, entry.c.digest)
        .where(entry.c.group_id.in_(shared))
        .order_by(entry.c.group_id)
    )
    groups: dict[str, list[tuple[UUID, int, str]]] = {}
    for row in rows:
        groups.setdefault(row.group_id, []).append((UUID(row.station), row.number, row.digest))
    for group, digests in groups.items():
        state = state_hash(digests)
        lasts: dict[UUID, int] = {}
        for station, number, _digest in digests:
            lasts[station] = max(number, lasts.get(station, 0))
        for station, number in sorted(lasts.items()):
            yield Receipt(group=UUID(group), number=number, state=state, station=station)


def _said(manifest: Manifest) -> dict[UUID, _Said]:
    """Gather what one bundle says of each group; a volume may have told only a part of it."""
    said: dict[UUID, _Said] = {}
    told = [(one.group, one.station, one.number, one.state) for one in manifest.receipts]
    for sent in manifest.groups:
        for station, number in sent.state.vector.items():
            told.append((sent.group, station, number, sent.state.hash))
    for group, station, number, state in told:
        have = said.setdefault(group, {})
        if number > have.get(station, (0, ""))[0]:
            have[station] = (number, state)
    return said

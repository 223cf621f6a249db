"""What comes from a peer: each group goes in whole, waits, or is left out with the reason.

All groups of a bundle share one transaction, each inside a savepoint of its own: so a preview is
the same work left uncommitted, and a power cut leaves the bundle to be taken again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import Connection, insert

from db import contents, lines
from db.engine import readings
from db.sync import files, naming, peers, receipts, tray
from db.sync.card import Card
from db.sync.entering import Entered, Trust, enter, release
from db.sync.unpack import OpenedBundle
from db.tables import bundle
from db.work import keep_stamp, last_stamp
from mediator_desk.records.entry import Entry, Stamp, stamp_ms
from mediator_desk.rows import Changes, Taken
from mediator_desk.troubles import BundleAhead
from mediator_desk.words import N_

ALL_IN = N_("Everything went in.")
NOTHING_NEW = N_("There was nothing new in it.")
SOME_WAIT = N_("Some of it waits or was left out.")

_A_DAY = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One opened bundle, by whom it was sent and under which name of file."""

    opened: OpenedBundle
    sender: str
    file: str
    now: datetime


def check_clock(opened: OpenedBundle, now: datetime, seen: Stamp | None = None) -> None:
    """Set a bundle aside that was written tomorrow: a dead clock must not win every conflict.

    What somebody confirmed once moved our own stamps on; it is not asked again with every bundle.
    """
    latest = opened.manifest.stamp_max
    reached = max(now.timestamp() * 1000, stamp_ms(seen) if seen else 0)
    if latest and stamp_ms(Stamp(latest)) > reached + _A_DAY:
        written = datetime.fromtimestamp(stamp_ms(Stamp(latest)) / 1000, tz=now.tzinfo)
        raise BundleAhead(written=written.astimezone().strftime("%Y-%m-%d %H:%M"))


def take(connection: Connection, came: Came, trust: Trust) -> Taken:
    """Take a bundle in; the caller commits, or does not."""
    manifest = came.opened.manifest
    numbers = peers.taken_numbers(connection, manifest.sender)
    states = {one.group: one.state for one in manifest.groups}
    entered: list[tuple[Entered, Sequence[Entry]]] = []
    for group, some in groupby(came.opened.entries, key=lambda one: one.group):
        entries = tuple(some)
        entered.append((enter(connection, entries, manifest.sender, states[group], trust), entries))
    attachments = files.take_in(connection, came.opened.attachments, came.opened.entries)
    changes = _settle(connection, [one for one, _ in entered], manifest.stamp_max)
    receipts.note(connection, manifest, newest=manifest.number >= max(numbers, default=0))
    taken = replace(
        _told(connection, came, entered, changes, numbers),
        attachments=attachments,
        on_their_way=len(contents.lacking(connection)),
    )
    connection.execute(
        insert(bundle).values(
            made=False,
            peer=str(manifest.sender),
            number=manifest.number,
            file=came.file,
            at=came.now.isoformat(timespec="milliseconds"),
            changes=sum(one.changes for one in taken.groups),
            result=_result(taken),
        )
    )
    return taken


def _result(taken: Taken) -> str:
    """Say in one sentence what became of a bundle."""
    if taken.waiting:
        return SOME_WAIT
    return ALL_IN if taken.groups or taken.attachments else NOTHING_NEW


def release_all(connection: Connection, trust: Trust) -> Changes:
    """Take in what waited only for the card that is here now."""
    entered = [release(connection, group, trust) for group in tray.groups(connection)]
    stamps = [one.stamp for each in entered for one in each.entries]
    return _settle(connection, entered, max(stamps, default=""))


def _settle(connection: Connection, entered: Sequence[Entered], latest: str) -> Changes:
    """Make lists and search agree with what came, and our clock later than all of it."""
    touched = tuple(touched for one in entered for touched in one.touched)
    changes = Changes(touched=touched)
    lines.refresh(connection, lines.touched_by(connection, changes), readings)
    if latest > (last_stamp(connection) or ""):
        keep_stamp(connection, Stamp(latest))
    return changes


def _told(
    connection: Connection,
    came: Came,
    entered: Sequence[tuple[Entered, Sequence[Entry]]],
    changes: Changes,
    numbers: frozenset[int],
) -> Taken:
    """Say in words and counts what came."""
    manifest = came.opened.manifest
    told = [(one, entries) for one, entries in entered if one.entries or one.why]
    groups = tuple(naming.named(connection, one, one.entries or entries) for one, entries in told)
    return Taken(
        sender=came.sender,
        number=manifest.number,
        missed=tuple(one for one in range(1, manifest.number) if one not in numbers),
        groups=groups,
        new=sum(1 for one in groups if one.new and one.changes),
        changed=sum(1 for one in groups if not one.new and one.changes),
        to_settle=sum(one.clashes for one in groups if one.changes),
        waiting=sum(1 for one in groups if one.why),
        already=sum(one.already for one, _ in entered),
        changes=changes,
    )


def trust_of(connection: Connection, own: dict[UUID, Card]) -> Trust:
    """Say whom this store believes: itself, what it was before, and the cards carried here."""
    cards = {**peers.peer_cards(connection), **peers.past_cards(connection), **own}
    return Trust(cards=cards, hubs=peers.hubs(connection))

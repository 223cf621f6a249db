"""Three stations with published keys, and the bundles tests make between them."""

from dataclasses import dataclass, replace
from uuid import UUID

import pyrage

from db.seal import StationKeys, seal_entry
from db.sync.card import Card, make_card
from db.sync.container import wrap
from db.sync.inflate import zstd
from db.sync.pack import Attachment, BundleContents, GroupContents, pack
from db.sync.unpack import open_bundle
from mediator_desk.records.entry import Entry, Kind, stamp
from mediator_desk.records.ids import GroupId, StationId

START = 1_795_000_000_000
MADE_AT = "2026-11-23T09:00:00+08:00"


@dataclass(frozen=True)
class Peer:
    """A station of the tests: its keys and its card."""

    keys: StationKeys
    card: Card

    @property
    def id(self) -> StationId:
        return self.card.store


def peer(place: int, name: str, identity: str) -> Peer:
    """Make a station of the tests from its published keys."""
    keys = StationKeys(seed=bytes([place]) * 32, identity=identity)
    store = StationId(UUID(f"01a1ec00-0000-7000-8000-00000000000{place}"))
    card = make_card(keys, store=store, station=name, team="test team", made_at=MADE_AT)
    return Peer(keys, card)


EAST = peer(
    1,
    "古楼街道一站",
    "AGE-SECRET-KEY-1FKUF4VUQU6G4UC78QKHMMXDTXYX57H54L6Q7N53HKC4GGJ4E0T6Q00ACD4",
)
WEST = peer(
    2,
    "柳园街道二站",
    "AGE-SECRET-KEY-1TEKR84QVNNGJF2RZDWK00URP5MXT6XST5CF2Z0HVDZYPAWPLS25QGEWAJL",
)
SOUTH = peer(
    3,
    "新区街道三站",
    "AGE-SECRET-KEY-1H4LRXGMQJTAK5V5DM09GL8FHZP3Z5KUE3QZ5WUEGLAC8643RNZLS8Z5FVY",
)
CARDS = {one.id: one.card for one in (EAST, WEST)}
DISPUTES = tuple(GroupId(UUID(f"01a1ec00-0000-7000-9000-00000000000{n}")) for n in (1, 2))


def entry(number=1, by=EAST, group=DISPUTES[0], kind=Kind.BIRTH, **values):
    """Write a sealed entry; its moment follows from its number."""
    mark = stamp(START + 1000 * number, 0, by.id)
    unsealed = Entry(
        group=group,
        station=by.id,
        number=number,
        stamp=mark,
        record=UUID(int=group.int),
        table="dispute",
        kind=kind,
        values=values,
        seen={},
        schema=1,
        who=None,
        at=MADE_AT,
        piece=mark,
        salt=f"{number:032x}",
    )
    return seal_entry(unsealed, by.keys)


def history():
    """Two disputes with a birth and two changes each."""
    return [
        one
        for group in DISPUTES
        for one in (
            entry(1, group=group, text="3号楼停车位被占", urgent=False),
            entry(2, group=group, kind=Kind.CHANGE, text="车主姓李", floor=3),
            entry(3, group=group, kind=Kind.CHANGE, tags=["停车", "𬱖"], text=None),
        )
    ]


def contents_of(entries, **more):
    """Ask for a bundle of these entries, from the east to the west."""
    groups = sorted({one.group for one in entries})
    asked = BundleContents(
        sender=EAST.id,
        peer=WEST.id,
        number=7,
        previous=6,
        schema=1,
        program="0.1.0",
        made_at=MADE_AT,
        groups=[
            GroupContents(group=group, entries=[one for one in entries if one.group == group])
            for group in groups
        ],
        attachments=[Attachment.of(name="现场照片.jpg", data=b"\xff\xd8 not really")],
    )
    return replace(asked, **more)


def packed(folder, entries, **more):
    """Pack one bundle from the east to the west."""
    (path,) = pack(contents_of(entries, **more), EAST.keys, [WEST.card], folder)
    return path


def content_of(path):
    """Give the unpacked content of a bundle, as the receiver's keys allow."""
    data = path.read_bytes()
    start = 12 + int.from_bytes(data[8:12], "big") + 64
    identity = pyrage.x25519.Identity.from_str(WEST.keys.identity)
    return zstd.decompress(pyrage.decrypt(data[start:], [identity]))


def forge(path, content, *, by=EAST, number=7, to=(WEST,)):
    """Write a bundle of any content with a good signature, as a faulty or bad station could."""
    recipients = [one.card.recipient for one in to]
    path.write_bytes(
        wrap(content, sender=by.id, number=number, keys=by.keys, recipients=recipients)
    )
    return path


def opened(path, **more):
    """Open a bundle as the west does."""
    return open_bundle(path, WEST.keys, more.pop("cards", CARDS), **more)

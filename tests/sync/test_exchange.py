"""Three stations and real bundle files, lost, doubled and out of order, until all are equal."""

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.canonical import state_hash
from db.seal import seal_entry
from db.sync.manifest import Receipt
from db.sync.pack import BundleContents, GroupContents, pack
from db.sync.unpack import OpenedBundle, open_bundle
from mediator_desk.records.entry import Entry, Kind, next_stamp
from mediator_desk.rules.merging import fold
from tests.sync.stations import DISPUTES, EAST, MADE_AT, SOUTH, START, WEST, Peer

CARDS = {one.id: one.card for one in (EAST, WEST, SOUTH)}
EXCHANGES = int(os.environ.get("MEDIATOR_DESK_EXCHANGES", "12"))


@dataclass
class Station:
    """A station with nothing but a journal in memory."""

    peer: Peer
    clock: int
    journal: dict[tuple, Entry] = field(default_factory=dict)
    last: str | None = None
    bundles: int = 0
    heard: dict[tuple, int] = field(default_factory=dict)

    def of(self, group):
        return [one for key, one in self.journal.items() if key[0] == group]

    def highest(self, group, station):
        return sum(key[:2] == (group, station) for key in self.journal)

    def write(self, group, kind, values):
        reading = fold(self.of(group))
        self.last = next_stamp(self.last, self.clock, self.peer.id)
        number = self.highest(group, self.peer.id) + 1
        one = Entry(
            group=group,
            station=self.peer.id,
            number=number,
            stamp=self.last,
            record=group,
            table="dispute",
            kind=kind,
            values=values,
            seen={name: reading.agreeing[name] for name in values if name in reading.agreeing},
            schema=1,
            who=None,
            at=MADE_AT,
            piece=self.last,
            salt=f"{number:032x}",
        )
        self.journal[group, self.peer.id, number] = seal_entry(one, self.peer.keys)

    def hand_over(self, other: "Station", folder: Path) -> Path:
        """Pack what the other is not known, by its receipts, to have."""
        groups = []
        for group in DISPUTES:
            mine = self.of(group)
            new = [
                one
                for one in mine
                if one.number > self.heard.get((other.peer.id, group, one.station), 0)
            ]
            old = [(one.station, one.number, one.digest) for one in mine if one not in new]
            if new:
                groups.append(GroupContents(group=group, entries=new, earlier=old))
        self.bundles += 1
        contents = BundleContents(
            sender=self.peer.id,
            peer=other.peer.id,
            number=self.bundles,
            previous=self.bundles - 1,
            schema=1,
            program="0.1.0",
            made_at=MADE_AT,
            groups=groups,
            receipts=[
                Receipt(group=group, number=number, state=self.state(group), station=station)
                for group in DISPUTES
                for station in CARDS
                if (number := self.highest(group, station))
            ],
        )
        (path,) = pack(contents, self.peer.keys, [other.peer.card], folder)
        return path

    def take_in(self, path: Path) -> None:
        """Take in every group that follows on what is here; the others wait for their turn."""
        bundle = open_bundle(path, self.peer.keys, CARDS)
        for receipt in bundle.manifest.receipts:
            key = (bundle.manifest.sender, receipt.group, receipt.station)
            self.heard[key] = max(receipt.number, self.heard.get(key, 0))
        for sent in bundle.manifest.groups:
            if all(
                first <= self.highest(sent.group, station) + 1
                for station, (first, _) in sent.ranges.items()
            ):
                self.take_group(sent, bundle)

    def take_group(self, sent, bundle: OpenedBundle) -> None:
        for one in bundle.entries:
            if one.group == sent.group:
                self.journal.setdefault((one.group, one.station, one.number), one)
                self.last = max(self.last or one.stamp, one.stamp)
        known = [
            (one.station, one.number, one.digest)
            for one in self.of(sent.group)
            if one.number <= sent.state.vector.get(one.station, 0)
        ]
        assert state_hash(known) == sent.state.hash, "both hold the same up to the sender's vector"

    def state(self, group):
        return state_hash((one.station, one.number, one.digest) for one in self.of(group))


def live(chance, stations, folder):
    """Write, carry, lose, double and disorder for a while."""
    carried: list[tuple[Station, Path]] = []
    for step in range(40):
        who, other = chance.sample(stations, 2)
        group = chance.choice(DISPUTES)
        who.clock += chance.choice([1000, 1000, 10**11, -(10**11)])
        if chance.random() < 0.5:
            kind = Kind.CHANGE if fold(who.of(group)).born else Kind.BIRTH
            name = chance.choice(["text", "place"])
            if kind is Kind.CHANGE or group not in born(stations):
                who.write(group, kind, {name: f"value {step}"})
        elif chance.random() < 0.6:
            carried.append((other, who.hand_over(other, folder)))
        elif carried:
            to, path = chance.choice(carried)
            to.take_in(path)


def born(stations):
    return {key[0] for one in stations for key in one.journal}


@pytest.mark.parametrize("seed", range(EXCHANGES))
def test_three_stations_end_equal_whatever_became_of_their_bundles(tmp_path, seed):
    stations = [Station(one, START) for one in (EAST, WEST, SOUTH)]
    live(random.Random(seed), stations, tmp_path)

    for _ in range(4):
        for who in stations:
            for other in stations:
                if who is not other:
                    path = who.hand_over(other, tmp_path)
                    other.take_in(path)
                    other.take_in(path)

    for group in DISPUTES:
        assert len({one.state(group) for one in stations}) == 1
        readings = [fold(one.of(group)) for one in stations]
        assert readings[0] == readings[1] == readings[2]

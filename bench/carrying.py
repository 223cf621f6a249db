"""A bundle of 1,000 changes, made at one station and taken in at another."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench import filling
from bench.replaying import in_bulk, recorded, replay_in_bulk
from bench.stations import AtDesk, bare, sit_down
from bench.timing import Pair, pair, timed
from mediator_desk.records.dispute import Dispute, Topic
from mediator_desk.records.ids import DisputeId
from mediator_desk.records.people import Side
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute

_FLOOR = "executemany of the same rows in one transaction, nothing packed, sealed or checked"


def two_stations(scratch: Path) -> tuple[AtDesk, AtDesk]:
    """Found two stations that trust each other."""
    east, west = sit_down(scratch / "east", "东"), sit_down(scratch / "west", "西")
    for one, other in ((east, west), (west, east)):
        one.desk.exchange.trust(other.desk.exchange.card())
    # What was founded is carried now, so that only the changes are measured later.
    carry(east, west, scratch)
    carry(west, east, scratch)
    return east, west


def carry(sender: AtDesk, receiver: AtDesk, scratch: Path) -> None:
    """Make a bundle and take it in."""
    made = sender.desk.exchange.make(str(receiver.desk.station.id), scratch)
    for file in made.files:
        receiver.desk.exchange.take(file)


def measure(scratch: Path, rounds: int, changes: int) -> Iterator[Pair]:
    """Measure making, taking, and both together."""
    east, west = two_stations(scratch)
    west.store.close()
    twin = scratch / "twin-west"
    shutil.copytree(west.house.folder, twin)
    raw = bare(twin, west.house._data_key)
    made, taken, floor = [], [], []
    for count in range(rounds):
        write_changes(east, count, changes)
        files: list[Path] = []
        made.append(timed(lambda: files.extend(_made(east, west, scratch, changes))))  # noqa: B023 - runs now
        with recorded(west.store.engine) as written:
            taken.append(timed(lambda: _taken(west, files)))  # noqa: B023 - runs now
        bulk = in_bulk(written)
        floor.append(timed(lambda: replay_in_bulk(raw, bulk)))  # noqa: B023 - runs now
        # Only what the other one said it has is left out of the next bundle.
        carry(west, east, scratch)
    both = [one + other for one, other in zip(made, taken, strict=True)]
    yield pair(f"{changes:,} changes made and taken in", both, floor, floor_is=_FLOOR)
    yield pair("of these: made", made, floor, floor_is="as above")
    yield pair("of these: taken in", taken, floor, floor_is="as above")
    raw.close()


def write_changes(here: AtDesk, seed: int, changes: int) -> None:
    """Write so many changes: disputes with two parties each, every one edited twice."""
    chance = filling.dice(seed)
    born: list[DisputeId] = []
    while len(born) * 5 < changes:
        asked = LogDispute(
            text=filling.said(chance),
            topic=chance.choice(list(Topic)),
            parties=(
                NewParty(name=filling.name(chance)),
                NewParty(name=filling.name(chance), side=Side.RESPONDENT),
            ),
        )
        born.append(DisputeId(log_dispute(here.desk, asked).of("dispute")[0]))
    for id in [*born, *born]:
        with here.desk.open_work(here.desk.person.id) as work:
            work.put(replace(work.get(Dispute, id), text=filling.said(chance)))
            work.commit()


def _made(sender: AtDesk, receiver: AtDesk, scratch: Path, changes: int) -> tuple[Path, ...]:
    made = sender.desk.exchange.make(str(receiver.desk.station.id), scratch)
    assert made.changes == changes
    return made.files


def _taken(receiver: AtDesk, files: list[Path]) -> None:
    for file in files:
        receiver.desk.exchange.take(file)

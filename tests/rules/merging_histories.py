"""Histories of three stations that write, carry, decide, redact and erase with wrong clocks.

``play`` lives a history through with a given reading of the journal and holds it, after every
step, against the law of ``merging_law``.
"""

import random
from collections.abc import Iterable, Mapping
from types import ModuleType
from uuid import UUID

from hypothesis import strategies as st

from mediator_desk.records.entry import GONE, Entry, Kind, Stamp, next_stamp
from tests.rules.merging_law import WRITERS, hold, text

STATIONS = tuple(UUID(int=0xA0 + place) for place in range(3))
RECORDS = tuple(UUID(int=0xD0 + place) for place in range(2))
FIELDS = ("place", "text", "topic")
START = 1_795_000_000_000
YEAR = 365 * 24 * 3600 * 1000

DEEDS = (
    *("edit",) * 6,
    *("settle",) * 3,
    *("send",) * 4,
    *("first",) * 3,
    *("own", "own", "twist", "put aside"),
    *("redact", "redact", "erase", "erase", "newer", "clock"),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(DEEDS),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(1, 7),
        st.integers(0, 5),
    ),
    min_size=10,
    max_size=45,
)


def steps_by_chance(seed: int) -> list[tuple[str, int, int, int, int]]:
    """Draw a history without Hypothesis: quicker and more even, with nothing to shrink."""
    chance = random.Random(seed)
    return [
        (
            chance.choice(DEEDS),
            chance.randrange(3),
            chance.randrange(2),
            chance.randint(1, 7),
            chance.randrange(6),
        )
        for _ in range(25)
    ]


def play(merging: ModuleType, steps: list[tuple[str, int, int, int, int]]) -> None:
    """Live a history through; an ``AssertionError`` says which law was broken."""
    world = World(merging)
    world.born(0, RECORDS[0])
    world.send(0, 1, RECORDS[0], 99)
    world.send(0, 2, RECORDS[0], 99)
    world.born(1, RECORDS[1])
    world.send(1, 2, RECORDS[1], 99)
    world.change(2, RECORDS[1], {"text": "edited"})
    world.send(2, 0, RECORDS[1], 99, own=True)
    for what, who, which, mask, aux in steps:
        world.step(what, who, RECORDS[which], mask, aux)
    for record in RECORDS:
        world.meet(record)
        world.hold_to_the_end(record)


def play_many(merging: ModuleType, seeds: Iterable[int]) -> None:
    """Live many histories through."""
    for seed in seeds:
        play(merging, steps_by_chance(seed))


class World:
    """Three journals and the files carried between them."""

    def __init__(self, merging: ModuleType) -> None:
        self.merging = merging
        self.journals: list[dict[tuple[UUID, UUID, int], Entry]] = [{}, {}, {}]
        self.clocks = [START, START, START]
        self.last: list[Stamp | None] = [None, None, None]
        self.written = 0

    def step(self, what: str, who: int, record: UUID, mask: int, aux: int) -> None:
        """Do one thing; what cannot be done now is left out."""
        self.clocks[who] += 1000
        fields = [name for place, name in enumerate(FIELDS) if mask >> place & 1]
        to = (who + 1 + mask % 2) % 3
        reading = self.read(who, record)
        shown = reading.born and not reading.erased
        if what == "send":
            self.send(who, to, record, 1 + aux if aux < 4 else 99)
        elif what == "first":
            self.send(who, to, record, 1)
        elif what == "own":
            self.send(who, to, record, 99, own=True)
        elif what == "clock":
            self.clocks[who] += (aux - 2) * 4 * YEAR
        elif not shown:
            return
        elif what == "edit":
            self.change(who, record, {name: self.value(aux) for name in fields})
        elif what == "put aside":
            self.change(who, record, {GONE: aux % 2 == 0})
        elif what == "settle" and reading.clashes:
            self.decide(who, record, reading.clashes[aux % len(reading.clashes)].field, aux)
        elif what == "twist":
            self.change(who, record, dict(zip(FIELDS, reversed(FIELDS), strict=True)))
        elif what == "newer":
            self.change(who, record, {"later": aux, fields[0]: self.value(5)}, schema=2)
        elif what == "redact":
            seen = {name: reading.agreeing.get(name, ()) for name in fields}
            self.write(who, record, Kind.REDACT, dict.fromkeys(fields), seen)
        elif what == "erase" and (aux == 4 or (aux < 3 and record == RECORDS[1])):
            self.write(who, record, Kind.ERASE, {}, {}, schema=1 + aux // 4)
            self.empty(who, record)

    def value(self, aux: int) -> object:
        """Give a value that others may write too, or one that nobody else ever wrote."""
        self.written += 1
        return ("same", "other", True, 1)[aux] if aux < 4 else f"value {self.written}"

    def born(self, who: int, record: UUID) -> None:
        self.write(who, record, Kind.BIRTH, {"text": self.value(4), "place": "same"}, {})

    def change(
        self, who: int, record: UUID, values: Mapping[str, object], *, schema: int = 1
    ) -> None:
        """Write as a person does: what she had before her is what was in force, and alike."""
        reading = self.read(who, record)
        seen = {name: reading.agreeing[name] for name in values if name in reading.agreeing}
        self.write(who, record, Kind.CHANGE, values, seen, schema=schema)
        if schema == 1:
            after = self.read(who, record)
            for name, value in values.items():
                assert text(after.values[name]) == text(value), "the last writer sees her own value"

    def decide(self, who: int, record: UUID, field: str, aux: int) -> None:
        """Settle a conflict, having seen both sides: for one of them, or for something else."""
        reading = self.read(who, record)
        sides = [side for side in reading.clashes if side.field == field]
        seen = (*reading.agreeing[field], *(side.stamp for side in sides))
        value = (reading.values[field], sides[0].value, self.value(5))[aux % 3]
        self.write(who, record, Kind.CHANGE, {field: value}, {field: seen})
        after = self.read(who, record)
        assert text(after.values[field]) == text(value), "a decision is in force where it was made"
        assert not [side for side in after.clashes if side.field == field], "a decision settles"

    def write(
        self,
        who: int,
        record: UUID,
        kind: Kind,
        values: Mapping[str, object],
        seen: Mapping[str, tuple[Stamp, ...]],
        *,
        schema: int = 1,
    ) -> None:
        """Add a line to the writer's journal."""
        station = STATIONS[who]
        mark = next_stamp(self.last[who], max(self.clocks[who], 0), station)
        assert self.last[who] is None or mark > self.last[who], "clocks never go back"
        self.last[who] = mark
        journal = self.journals[who]
        number = 1 + sum(key[0] == record and key[1] == station for key in journal)
        before = len(journal)
        journal[record, station, number] = Entry(
            group=record,
            station=station,
            number=number,
            stamp=mark,
            record=record,
            table="dispute",
            kind=kind,
            values=values,
            seen=seen,
            schema=schema,
            who=None,
            at=f"{self.clocks[who]:020d}",
            piece=mark,
        )
        assert len(journal) == before + 1
        self.hold_to_the_law(who, record)

    def send(self, who: int, to: int, record: UUID, most: int, *, own: bool = False) -> None:
        """Carry up to ``most`` lines of each station that the other lacks, and one it has."""
        here, there = self.journals[who], self.journals[to]
        before = len(there)
        for station in (STATIONS[who],) if own else STATIONS:
            has = sum(key[0] == record and key[1] == station for key in there)
            for number in range(max(has, 1), has + most + 1):
                entry = here.get((record, station, number))
                if entry is not None:
                    there.setdefault((record, station, number), entry)
                    self.last[to] = max(self.last[to] or entry.stamp, entry.stamp)
        if len(there) == before:
            return
        if any(one.kind is Kind.ERASE for one in self.entries(to, record)):
            self.empty(to, record)
        self.hold_to_the_law(to, record)

    def empty(self, who: int, record: UUID) -> None:
        """Empty the payloads of an erased record, as the store does."""
        for key, one in self.journals[who].items():
            if key[0] == record and one.kind in WRITERS:
                self.journals[who][key] = one.emptied()

    def meet(self, record: UUID) -> None:
        """Carry everything everywhere."""
        for _ in range(2):
            for who in range(3):
                for to in range(3):
                    self.send(who, to, record, 999)

    def entries(self, who: int, record: UUID) -> list[Entry]:
        return [one for key, one in self.journals[who].items() if key[0] == record]

    def read(self, who: int, record: UUID):
        return self.merging.fold(self.entries(who, record))

    def hold_to_the_law(self, who: int, record: UUID) -> None:
        """Hold one station's reading against the law, in several orders and with repetitions."""
        entries = self.entries(who, record)
        reading = self.merging.fold(entries)
        hold(reading, entries, self.merging.SCHEMA)
        turned = [*entries[len(entries) // 2 :], *reversed(entries)]
        assert self.merging.fold(turned) == reading, "order and repetition cannot matter"

    def hold_to_the_end(self, record: UUID) -> None:
        """When all have everything: all equal, upgraded they agree too, and decisions end it."""
        readings = [self.read(who, record) for who in range(3)]
        assert readings[0] == readings[1] == readings[2], "all stations end equal"
        self.merging.SCHEMA = 2
        try:
            for who in range(3):
                self.hold_to_the_law(who, record)
        finally:
            self.merging.SCHEMA = 1
        for field in {side.field for side in readings[1].clashes}:
            self.decide(1, record, field, 2)
        self.meet(record)
        for who in range(3):
            assert not self.read(who, record).clashes, "decisions that saw all sides end a conflict"

"""Three stations edit, carry, lose and mix up bundles for a while, and end equal all the same."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db import journal
from db.tables import entry
from mediator_desk.records import KINDS
from mediator_desk.records.dispute import Dispute, Stage
from mediator_desk.records.entry import Kind
from mediator_desk.records.people import Party
from mediator_desk.rules.merging import fold
from mediator_desk.usecases.settle_clash import SettleClash, settle_clash
from tests.store.stations import AtDesk, party
from tests.sync.meeting import Town, held, states

NAMES = ("甲", "乙", "丙")
WALKS = int(os.environ.get("MEDIATOR_DESK_WALKS", "8"))

DEEDS = (
    *("edit",) * 6,
    *("make",) * 4,
    *("take",) * 5,
    *("log", "party", "settle", "settle", "aside", "erase", "clock"),
)
STEPS = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 2), st.integers(0, 30), st.integers(0, 30)),
    min_size=8,
    max_size=30,
)


class Walk:
    """A town, the bundles that lie about, and every edit that was acknowledged."""

    def __init__(self, folder: Path) -> None:
        """Begin with one dispute that all three know."""
        self.town = Town(folder, *NAMES)
        self.pile: list[tuple[str, Path]] = []
        self.acknowledged: set[str] = set()
        self.town["甲"].log("都知道的一件", parties=(party(),))
        self.town.meet()

    def step(self, what: str, who: int, which: int, aux: int) -> None:
        """Let one thing happen, if it can happen now."""
        name = NAMES[who]
        here = self.town[name]
        here.clock.go(seconds=aux)
        if what == "make":
            peer = NAMES[(who + 1 + which % 2) % 3]
            self.pile += [(peer, file) for file in self.town.make(name, peer).files]
        elif what == "take":
            self._take(which, again=aux % 3 == 0)
        elif what == "clock":
            here.clock.go(days=(-1) ** aux * 300 * which)
        else:
            deed = getattr(self, f"_{what}")
            piece = deed(here, which, aux)
            if piece is not None:
                self.acknowledged.add(piece)

    def hold_to_the_end(self) -> None:
        """Meet once more, and hold everything against everything."""
        for file in self.pile:
            file[1].unlink(missing_ok=True)
        self.town.meet()
        first, *others = (self.town[name] for name in NAMES)
        for other in others:
            assert held(other) == held(first)
            assert states(other) == states(first)
        for one in (first, *others):
            assert one.sane()
        _hold_every_edit(first, self.acknowledged)
        self.town.leave()

    def _take(self, which: int, *, again: bool) -> None:
        """Take any bundle off the pile, in whatever order; some are taken again later."""
        if self.pile:
            place = which % len(self.pile)
            peer, file = self.pile[place]
            self.town[peer].desk.exchange.take(file, confirm_clock=True)
            if not again:
                self.pile.pop(place)

    def _log(self, here: AtDesk, which: int, aux: int) -> None:
        """Log another dispute."""
        here.log(f"第{which}-{aux}件", estate="阳光小区" if aux % 2 else "")

    def _edit(self, here: AtDesk, which: int, aux: int) -> object:
        """Change one or two fields of a dispute."""
        said = {"text": f"说法{aux}", "title": f"题目{aux % 3}", "stage": list(Stage)[aux % 8]}
        some = dict(list(said.items())[aux % 3 :][:2])
        with here.desk.open_work(here.desk.person.id) as work:
            every = work.every(Dispute)
            if not every:
                return None
            work.put(replace(every[which % len(every)], **some))
            return work.commit().piece

    def _party(self, here: AtDesk, which: int, aux: int) -> object:
        """Change the phone of a party."""
        with here.desk.open_work(here.desk.person.id) as work:
            every = work.every(Party)
            if not every:
                return None
            work.put(replace(every[which % len(every)], phone=f"1380013{aux:04}"))
            return work.commit().piece

    def _aside(self, here: AtDesk, which: int, aux: int) -> object:
        """Put a dispute aside, or bring one back."""
        with here.desk.open_work(here.desk.person.id) as work:
            every = work.every(Dispute)
            if not every:
                return None
            work.remove(every[which % len(every)])
            return work.commit().piece

    def _erase(self, here: AtDesk, which: int, aux: int) -> None:
        """Erase a party for ever."""
        with here.desk.open_work(here.desk.person.id) as work:
            for one in work.every(Party)[:1]:
                work.erase(one)
            work.commit()

    def _settle(self, here: AtDesk, which: int, aux: int) -> object:
        """Decide an open conflict for one side or the other."""
        clashes = here.desk.queries.clashes()
        if not clashes:
            return None
        one = clashes[which % len(clashes)]
        value = one.other if aux % 2 else one.in_force
        asked = SettleClash(table=one.table, id=one.id, field=one.field, value=value)
        return settle_clash(here.desk, asked).piece


def _hold_every_edit(here: AtDesk, acknowledged: set[str]) -> None:
    """Every edit is in force, or the other side of a conflict, or was seen by a later edit."""
    with here.house._opened().reading() as connection:
        entries = [journal.from_row(row) for row in connection.execute(select(entry))]
    assert acknowledged <= {one.piece for one in entries}
    by_record: dict[object, list] = {}
    for one in entries:
        by_record.setdefault(one.record, []).append(one)
    for written in by_record.values():
        if any(one.kind is Kind.ERASE for one in written):
            assert all(one.values in (None, {}) for one in written)
            continue
        reading = fold(written)
        sides = {(one.field, one.stamp) for one in reading.clashes}
        seen = {(name, mark) for one in written for name in one.seen for mark in one.seen[name]}
        for one in written:
            assert one.table in KINDS
            for name, value in one.values.items():
                place = (name, one.stamp)
                assert place in seen or place in sides or reading.values[name] == value


@settings(max_examples=WALKS, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_whatever_is_edited_lost_doubled_and_mixed_up_all_end_equal(steps):
    with tempfile.TemporaryDirectory(prefix="walk-") as folder:
        walk = Walk(Path(folder))

        for step in steps:
            walk.step(*step)

        walk.hold_to_the_end()

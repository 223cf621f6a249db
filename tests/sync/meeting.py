"""Real stations that carry real bundles to each other, and what they hold."""

import json
import shutil
from pathlib import Path
from uuid import UUID

from sqlalchemy import Row, select

from db.canonical import state_hash
from db.tables import RECORD_TABLES, clash, entry
from mediator_desk.rows import Made, Taken
from tests.store.stations import AtDesk, Clock, sit_down


class Town:
    """Several stations and the sticks carried between them."""

    def __init__(self, folder: Path, *names: str) -> None:
        """Found the stations; each trusts every other one."""
        self.folder = folder
        self.at = {name: sit_down(folder / name, name=name, clock=Clock()) for name in names}
        for one in self.at.values():
            for other in self.at.values():
                if other is not one:
                    one.desk.exchange.trust(other.desk.exchange.card())

    def __getitem__(self, name: str) -> AtDesk:
        """Give the desk of a station."""
        return self.at[name]

    def stranger(self, name: str, friend: str) -> AtDesk:
        """Found a station that knows all others, but of which only one knows."""
        far = self.at[name] = sit_down(self.folder / name, name=name, clock=Clock())
        self.at[friend].desk.exchange.trust(far.desk.exchange.card())
        for one in self.at.values():
            if one is not far:
                far.desk.exchange.trust(one.desk.exchange.card())
        return far

    def make(self, sender: str, peer: str) -> Made:
        """Write a bundle onto the stick."""
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        return self[sender].desk.exchange.make(str(self[peer].desk.station.id), stick)

    def carry(self, sender: str, peer: str) -> Taken:
        """Make a bundle and take it in at once; of several volumes, say what the last brought.

        A person is there who says yes, whatever the clocks show.
        """
        for file in self.make(sender, peer).files:
            taken = self[peer].desk.exchange.take(file, confirm_clock=True)
        return taken

    def meet(self) -> None:
        """Carry bundles every way until nobody has anything new for anybody."""
        while any(
            self.make_and_count(one, other) for one in self.at for other in self.at if one != other
        ):
            pass

    def make_and_count(self, sender: str, peer: str) -> int:
        """Carry once; count what was new."""
        return sum(one.changes for one in self.carry(sender, peer).groups)

    def leave(self) -> None:
        """Lock all stores."""
        for one in self.at.values():
            one.leave()


def held(here: AtDesk) -> dict[str, list[str]]:
    """Read everything that must be equal at two stations that know the same."""
    with here.house._opened().reading() as connection:
        tables = [*RECORD_TABLES.values(), clash, entry]
        return {
            table.name: sorted(_plain(row) for row in connection.execute(select(table)))
            for table in tables
        }


def _plain(row: Row) -> str:
    """Write a row so that the order of keys in its values does not matter."""
    return json.dumps(tuple(row), sort_keys=True, ensure_ascii=False)


def states(here: AtDesk) -> dict[str, str]:
    """Reckon the state hash of every group."""
    groups: dict[str, list[tuple[UUID, int, str]]] = {}
    with here.house._opened().reading() as connection:
        for row in connection.execute(select(entry)):
            groups.setdefault(row.group_id, []).append((UUID(row.station), row.number, row.digest))
    return {group: state_hash(digests) for group, digests in groups.items()}


def copy_of(here: AtDesk, folder: Path) -> None:
    """Copy the folder of a locked station, as nobody should."""
    shutil.copytree(here.house.folder, folder)

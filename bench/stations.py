"""The bench's throw-away stations: unlocked cheaply, anywhere, on any disk."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from bench.password import PASSWORD
from db.folder import Limits
from db.house import StationHouse
from db.keys import Cost
from db.store import STORE, Store
from mediator_desk.ports import Desk, Founding

CHEAP = Cost(memory=8192, passes=1)


@dataclass(frozen=True, slots=True)
class AtDesk:
    """An open station: its house, and the desk of the only person in it."""

    house: StationHouse
    desk: Desk

    @property
    def store(self) -> Store:
        """Give the open store."""
        assert self.house._store is not None
        return self.house._store

    def bare(self) -> Any:
        """Open the same store once more with the bare driver."""
        return bare(self.house.folder, self.house._data_key)


def sit_down(folder: Path, name: str = "示例") -> AtDesk:
    """Open the station in a folder, founding it when there is none."""
    house = StationHouse(
        folder=folder, limits=Limits(stop_below=0, ballast=0, any_folder=True), cost=CHEAP
    )
    if not house.founded():
        house.found(
            Founding(
                team_name=f"{name}调解队",
                person_name="示例员",
                password=PASSWORD,
                division="371502001001",
                committee_name=f"{name}人民调解委员会",
                committee_short=name,
            )
        )
    return AtDesk(house, house.enter(next(iter(house.people())), PASSWORD))


def bare(folder: Path, key: bytes) -> Any:
    """Open a store with the bare driver, as safely as the desk does."""
    raw = driver.connect(str(folder / STORE), timeout=5, isolation_level=None)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        raw.execute(f"PRAGMA {setting}")
    raw.execute("PRAGMA cache_size=-64000")
    return raw

"""Throw-away stations: founded once per run with cheap keys, then copied for each test."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from db.books import read_books
from db.folder import Limits
from db.house import StationHouse
from db.keys import Cost
from mediator_desk.ports import Books, Desk, Founding
from mediator_desk.records.dispute import Dispute, Topic
from mediator_desk.rows import Changes, DisputeFilter
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute

CHEAP = Cost(memory=8 * 1024, passes=1)
FREE = Limits(stop_below=0, ballast=0, any_folder=True)
PASSWORD = "open sesame"
GUCHENG = "371502001001"

_kept: list[tempfile.TemporaryDirectory[str]] = []


@dataclass(slots=True)
class Clock:
    """A clock that stands still until it is told to go, forth or back."""

    moment: datetime = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Read it."""
        return self.moment

    def go(self, **by: float) -> None:
        """Let time pass; a dead battery lets it pass the other way."""
        self.moment += timedelta(**by)


@dataclass(slots=True)
class AtDesk:
    """A person at the desk of a throw-away station."""

    house: StationHouse
    desk: Desk
    clock: Clock
    code: str = field(default="", repr=False)

    def log(self, text: str = "楼下停车位被占", **said: object) -> UUID:
        """Log a dispute; give its id."""
        asked = LogDispute(text=text, topic=Topic.PARKING)
        changes = log_dispute(self.desk, replace(asked, **said))
        return changes.of("dispute")[0]

    def change(self, dispute: UUID, **said: object) -> Changes:
        """Write other values into a dispute."""
        with self.desk.open_work(self.desk.person.id) as work:
            work.put(replace(work.get(Dispute, dispute), **said))
            return work.commit()

    def read(self, dispute: UUID) -> Dispute:
        """Read a dispute."""
        return self.desk.queries.case_file(dispute).dispute

    def texts(self, **asked: object) -> list[str]:
        """List the texts of the disputes that meet a filter, newest first."""
        return [row.text for row in self.desk.queries.disputes(DisputeFilter(**asked))]

    def sane(self) -> bool:
        """Tell whether the store agrees with its journal."""
        verdict = self.house.verify(self.desk)
        assert verdict.problems == ()
        return verdict.ok

    def leave(self) -> None:
        """Lock the store."""
        self.house.close()


def sit_down(folder: Path, *, name: str = "古城", clock: Clock | None = None) -> AtDesk:
    """Enter a fresh station in a new folder; stations of the same name share identity and keys."""
    template, code = _template(name)
    shutil.copytree(template, folder)
    return enter(folder, clock=clock, code=code)


def enter(folder: Path, *, clock: Clock | None = None, code: str = "") -> AtDesk:
    """Enter the station in a folder."""
    clock = clock or Clock()
    house = house_in(folder, clock)
    desk = house.enter(next(iter(house.people())), PASSWORD)
    return AtDesk(house=house, desk=desk, clock=clock, code=code)


def house_in(folder: Path, clock: Clock | None = None) -> StationHouse:
    """Give the house of a folder, with nothing asked of the disk."""
    return StationHouse(
        folder=folder, limits=FREE, cost=CHEAP, now=clock or Clock(), books=the_books()
    )


def party(name: str = "王芳", phone: str = "13800138000") -> NewParty:
    """Make up a party."""
    return NewParty(name=name, phone=phone)


@cache
def the_books() -> Books:
    """Read the carried data files once."""
    return read_books()


@cache
def _template(name: str) -> tuple[Path, str]:
    """Found a station once."""
    _kept.append(tempfile.TemporaryDirectory(prefix="station-"))
    folder = Path(_kept[-1].name) / "store"
    house = house_in(folder, Clock(datetime(2026, 11, 20, 1, 0, tzinfo=UTC)))
    code = house.found(
        Founding(
            team_name=f"{name}调解队",
            person_name="李梅",
            password=PASSWORD,
            division=GUCHENG,
            committee_name=f"{name}人民调解委员会",
            committee_short=name,
        )
    )
    return folder, code

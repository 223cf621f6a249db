"""The station's folder: founded, entered, backed up and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from mediator_desk.ports.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What setting a station up asks for (see ``usecases/found_station.py``), and the password."""

    team_name: str
    person_name: str
    password: str
    division: str = ""
    place: str = ""
    under: str = ""
    committee_name: str = ""
    committee_short: str = ""
    short: str = ""
    mark: str = ""
    phone: str = ""
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a store is whole: how many disputes it holds, and what is wrong with it."""

    ok: bool
    disputes: int
    problems: tuple[str, ...] = ()


class House(Protocol):
    """The station's folder: it can be founded, entered, backed up and checked."""

    @property
    def folder(self) -> Path:
        """Give the folder of the store."""

    def founded(self) -> bool:
        """Tell whether a station was set up here."""

    def people(self) -> Mapping[UUID, str]:
        """Name the people who can unlock it."""

    def found(self, asked: Founding) -> str:
        """Set the station up; give the code for the recovery card. Raises ``Trouble``."""

    def enter(self, person: UUID, password: str) -> Desk:
        """Unlock it for a person. Raises ``WrongPassword``, ``StoreTooNew``, ``StoreDamaged``."""

    def recover(self, code: str, person: UUID, password: str) -> Desk:
        """Unlock it with the recovery code and give a person a new password."""

    def admit(self, desk: Desk, person: UUID, name: str, password: str) -> None:
        """Give a person a password, or a new one."""

    def backup(self, desk: Desk, file: Path) -> Verdict:
        """Write a backup (store and key file) and check it. Raises ``DiskTrouble``."""

    def restore(self, file: Path, folder: Path) -> None:
        """Put a backup into a new folder; the store there gets a new id when first entered."""

    def check_target(self, file: Path) -> None:
        """Refuse to write over a file of the station itself. Raises ``DiskTrouble``."""

    def verify(self, desk: Desk) -> Verdict:
        """Check the store, and that its tables say what its journal says."""

    def close(self) -> None:
        """Lock the store again."""

"""The desk: who is signed in, where, and how to work, ask and exchange."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from mediator_desk.ports.books import Books, Library
from mediator_desk.ports.queries import Queries
from mediator_desk.ports.work import Work
from mediator_desk.records.people import Person
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.rows import (
    Made,
    Taken,
)
from mediator_desk.rules.roles import permit


class Exchange(Protocol):
    """Handing the journal to other stations and taking theirs in."""

    def card(self) -> bytes:
        """Write this station's public card."""

    def fingerprint(self, card: bytes) -> tuple[str, str]:
        """Give the name on a card and the figures two people compare aloud."""

    def trust(self, card: bytes, *, hub: bool = False) -> str:
        """Trust a peer's card; give its name. Raises ``BundleDamaged``."""

    def make(self, peer: str, folder: Path) -> Made:
        """Write what the peer does not have yet, by its own receipts. Raises ``NotFound``."""

    def take(self, file: Path, *, preview: bool = False, confirm_clock: bool = False) -> Taken:
        """Take a bundle in, or say what would come. Raises ``BundleTrouble``."""

    def sign_file(self, content: bytes) -> bytes:
        """Write this station's signature for a file it vouches for."""

    def file_signer(self, content: bytes, signature: bytes) -> str:
        """Name the trusted hub that signed a file, or nothing. Raises ``BundleDamaged``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who is signed in, where, what time it is, and how to work. One per person signed in."""

    person: Person
    station: Station
    team: Team
    committee: Committee | None
    library: Library
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    open_work: Callable[[UUID], AbstractContextManager[Work]]
    queries: Queries
    exchange: Exchange

    @property
    def books(self) -> Books:
        """Give the books in force: the carried ones, overlaid by the files taken in."""
        return self.library.books

    def work(self, usecase: str) -> AbstractContextManager[Work]:
        """Open a piece of work for a use case. Raises ``NotAllowed``."""
        permit(self.person.role, usecase)
        return self.open_work(self.person.id)

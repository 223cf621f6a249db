"""What a command stands in: the station's folder, the books, and who is at work."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from mediator_desk.commands.answers import Answer
from mediator_desk.ports import Books, Desk, House
from mediator_desk.refusals import NotAllowed, NotFound
from mediator_desk.troubles import DiskTrouble, WrongPassword
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the program gives a command; ``house`` and ``books`` are opened when first needed.

    ``ask`` asks for a password at the keyboard; ``late`` loads a command whose libraries
    are heavy; ``fonts`` is where the carried fonts are unpacked. ``founded`` tells by the files
    alone whether a station is set up here, so that reckoning need not load the store.
    """

    house: Callable[[], House]
    books: Callable[[], Books]
    now: Callable[[], datetime]
    ask: Callable[[str], str]
    late: Callable[[str], "Callable[[Namespace, Surroundings], Answer]"]
    fonts: Path
    founded: Callable[[], bool]
    password: str | None = None
    password_file: Path | None = None
    person: str = ""

    def secret(self, asking: str) -> str:
        """Give the password: from the environment, from its file, or as it is typed."""
        if self.password is not None:
            return self.password
        if self.password_file is not None:
            return read_secret(self.password_file)
        return self.ask(asking)

    def station_books(self) -> Books | None:
        """Give the station's own books, where a password was given that opens it; else nothing.

        Reckoning needs no station and asks for no password; but what a station took in holds there.
        """
        if (self.password is None and self.password_file is None) or not self.founded():
            return None
        try:
            with self.visit() as visit:
                return visit.desk.books
        except (NotFound, NotAllowed, WrongPassword):
            return None

    @contextmanager
    def visit(self) -> Iterator["Visit"]:
        """Unlock the desk for the person at work, and lock it again."""
        house = self.house()
        if not house.founded():
            raise NotFound(
                N_("No station is set up in {folder}. Set one up with: station new"),
                folder=str(house.folder),
            )
        person, name = worker(house.people(), self.person)
        desk = house.enter(person, self.secret(name))
        try:
            yield Visit(house=house, desk=desk)
        finally:
            house.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An open house and the desk in it."""

    house: House
    desk: Desk


def worker(people: Mapping[UUID, str], said: str) -> tuple[UUID, str]:
    """Pick who is at work: by name or id, or the only person there is. Raises ``NotAllowed``."""
    wanted = said.strip()
    if not wanted and len(people) == 1:
        return next(iter(people.items()))
    names = "、".join(people.values())
    if not wanted:
        raise NotAllowed(N_("Say who is working, with --as NAME. Here work: {names}."), names=names)
    found = [(id, name) for id, name in people.items() if wanted in (name, str(id))]
    if not found:
        raise NotAllowed(
            N_("{name} has no password at this station. Here work: {names}."),
            name=wanted,
            names=names,
        )
    if len(found) > 1:
        raise NotAllowed(
            N_("Several people are called {name}. Say which by its id: {ids}."),
            name=wanted,
            ids="、".join(str(id) for id, _name in found),
        )
    return found[0]


def read_secret(file: Path) -> str:
    """Read a password from the first line of a file. Raises ``DiskTrouble``."""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise DiskTrouble(N_("The password file {file} cannot be read."), file=str(file)) from error

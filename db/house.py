"""The house: a folder with a store becomes a desk for one person."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from db import keys as keyring
from db import store as stores
from db.backup import back_up, restore_into, verify
from db.books import read_books
from db.folder import Limits, check_target
from db.keys import Cost
from db.library import StationLibrary
from db.people import RECOVERY
from db.queries import SqlQueries
from db.restored import take_new_id
from db.store import Store
from db.sync.exchange import SqlExchange
from db.work import find_record, get_record
from mediator_desk.ports import Books, Desk, Founding, Verdict
from mediator_desk.records.ids import uuid7
from mediator_desk.records.people import Person
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rules.passwords import check_password
from mediator_desk.rules.place_names import short_name
from mediator_desk.rules.roles import permit
from mediator_desk.troubles import WrongPassword
from mediator_desk.usecases.found_station import FoundStation, check_founding, found_station
from mediator_desk.words import N_

_BITS_DRAWN = 73
"""One less than an id has, so that counting on within a millisecond never runs over."""


def _now() -> datetime:
    """Read this PC's clock."""
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class StationHouse:
    """One station's folder (the promises are those of ``ports.House``)."""

    folder: Path
    limits: Limits = field(default_factory=Limits)
    cost: Cost = field(default_factory=Cost)
    now: Callable[[], datetime] = _now
    books: Books = field(default_factory=read_books)
    _store: Store | None = None
    _library: StationLibrary | None = None
    _data_key: bytes = field(default=b"", repr=False)
    _last_id: tuple[int, int] = (0, 0)

    def founded(self) -> bool:
        """Tell whether a station was set up here."""
        return stores.exists(self.folder)

    def people(self) -> Mapping[UUID, str]:
        """Name the people who can unlock it."""
        return keyring.read_key_file(self.folder / stores.KEYS).people()

    def found(self, asked: Founding) -> str:
        """Set the station up; give the code for the recovery card."""
        if self.founded():
            raise Refusal(N_("A station is set up in this folder already."))
        check_password(asked.password)
        station, person = self.new_id(), self.new_id()
        code = keyring.new_recovery_code()
        request = FoundStation(
            station=station,
            person=person,
            team_name=asked.team_name,
            person_name=asked.person_name,
            short=asked.short or self._short(asked),
            division=asked.division,
            place=asked.place,
            under=asked.under,
            committee_name=asked.committee_name,
            committee_short=asked.committee_short,
            mark=asked.mark,
            phone=asked.phone,
            registered=asked.registered,
        )
        check_founding(request)
        secrets_of = {str(person): (asked.person_name, asked.password), RECOVERY: ("", code)}
        store = stores.create(self.folder, station, secrets_of, self.now, self.limits, self.cost)
        found_station(lambda: store.work(person), self.new_id, request)
        store.close()
        return code

    def enter(self, person: UUID, password: str) -> Desk:
        """Unlock it for a person; a store that is open stays so, with the desks made from it."""
        data_key = keyring.read_key_file(self.folder / stores.KEYS).open(str(person), password)
        if self._store is None or data_key != self._data_key:
            self.close()
            self._data_key = data_key
            store = stores.open_with(self.folder, data_key, self.now, self.limits)
            self._store = take_new_id(store) if store.restored else store
        return self._desk(self._store, person)

    def recover(self, code: str, person: UUID, password: str) -> Desk:
        """Unlock it with the recovery code and give a person a new password."""
        check_password(password)
        file = keyring.read_key_file(self.folder / stores.KEYS)
        data_key = file.open(RECOVERY, keyring.tidy_code(code))
        name = file.people().get(person)
        if name is None:
            raise WrongPassword
        renewed = file.with_slot(str(person), name, password, data_key, self.cost)
        keyring.write_key_file(self.folder / stores.KEYS, renewed)
        return self.enter(person, password)

    def admit(self, desk: Desk, person: UUID, name: str, password: str) -> None:
        """Give a person a password, or a new one; only an administrator may do so for others."""
        if person != desk.person.id:
            permit(desk.person.role, "add-person")
        check_password(password)
        file = keyring.read_key_file(self.folder / stores.KEYS)
        admitted = file.with_slot(str(person), name, password, self._data_key, self.cost)
        keyring.write_key_file(self.folder / stores.KEYS, admitted)

    def backup(self, desk: Desk, file: Path) -> Verdict:
        """Write a backup and check it."""
        permit(desk.person.role, "backup")
        return back_up(self._opened(), self._data_key, file)

    def restore(self, file: Path, folder: Path) -> None:
        """Put a backup into a new folder."""
        restore_into(file, folder, self.limits)

    def check_target(self, file: Path) -> None:
        """Refuse to write over a file of the station itself."""
        check_target(self.folder, file)

    def verify(self, desk: Desk) -> Verdict:  # noqa: ARG002 - anybody may
        """Check the store against its journal."""
        return verify(self._opened())

    def close(self) -> None:
        """Lock the store again."""
        if self._store is not None:
            self._store.close()
        self._store, self._library, self._data_key = None, None, b""

    def new_id(self) -> UUID:
        """Draw a fresh identity."""
        moment = int(self.now().timestamp() * 1000)
        # Ids of one millisecond keep the order they were drawn in: lists are read oldest first.
        drawn = secrets.randbits(_BITS_DRAWN)
        if moment == self._last_id[0]:
            drawn = self._last_id[1] + 1
        self._last_id = (moment, drawn)
        return uuid7(moment, drawn)

    def _opened(self) -> Store:
        """Give the open store."""
        if self._store is None:
            raise WrongPassword
        return self._store

    def _desk(self, store: Store, person: UUID) -> Desk:
        """Set the desk up for a person."""
        with store.reading() as connection:
            who = find_record(connection, Person, person)
            if who is None or not who.active:
                raise Refusal(N_("This person does not work here any more. Ask the administrator."))
            station = get_record(connection, Station, store.station)
            team = get_record(connection, Team, station.team)
            committee = find_record(connection, Committee, team.committee)
        queries = SqlQueries(store.engine, store.station)
        library = self._library_of(store)
        library.refresh()
        return Desk(
            person=who,
            station=station,
            team=team,
            committee=committee,
            library=library,
            now=self.now,
            new_id=self.new_id,
            open_work=library.work,
            queries=queries,
            exchange=SqlExchange(store=store, station=station, team=team, person=person),
        )

    def _library_of(self, store: Store) -> StationLibrary:
        """Give the one library of an open store."""
        if self._library is None:
            self._library = StationLibrary(books=self.books, store=store)
        return self._library

    def _short(self, asked: Founding) -> str:
        """Make the short name for the log numbers out of the place's."""
        return short_name(asked.place or self.books.divisions[asked.division].name)

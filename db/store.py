"""The store of one station: create it, unlock it, and work on it."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DatabaseError

from db import engine as engines
from db import folder as folders
from db import keys as keyring
from db import search
from db.keys import Cost, KeyFile
from db.seal import StationKeys
from db.tables import SCHEMA_VERSION, meta, metadata
from db.work import Author, open_work
from mediator_desk.ports import Work
from mediator_desk.records.ids import StationId
from mediator_desk.troubles import DiskTrouble, StoreDamaged, StoreTooNew
from mediator_desk.words import N_

RESTORED = "restored"
"""The key of ``meta`` that every backup carries, and no store in use."""

STORE = "station.db"
KEYS = "station.keys"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """An open store: its engine, its id, its keys and its clock."""

    folder: Path
    engine: Engine
    station: StationId
    keys: StationKeys
    limits: folders.Limits
    now: Callable[[], datetime]
    restored: bool = False

    def work(self, person: UUID | None) -> AbstractContextManager[Work]:
        """Open a piece of work for a person. Raises ``DiskFull``."""
        folders.check_room(self.folder, self.limits)
        author = Author(station=self.station, person=person, keys=self.keys, now=self.now)
        return open_work(self.engine, author, engines.readings)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open one writing transaction, kept when the block ends well. Raises ``DiskFull``."""
        folders.check_room(self.folder, self.limits)
        writing = self.engine.connect().execution_options(write=True)
        with engines.said_in_words(), writing as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a short reading."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close the file; the write-ahead log is folded back."""
        self.engine.dispose()


def exists(folder: Path) -> bool:
    """Tell whether a store stands in a folder."""
    return (folder / STORE).exists()


def create(
    folder: Path,
    station: UUID,
    secrets_of: dict[str, tuple[str, str]],
    now: Callable[[], datetime],
    limits: folders.Limits,
    cost: Cost,
) -> Store:
    """Make an empty store. ``secrets_of`` gives each slot id its name and its secret.

    Raises ``FolderUnfit``, ``DiskTrouble``.
    """
    folders.check_folder(folder, limits)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folders.check_room(folder, limits)
        data_key = keyring.new_data_key()
        key_file = KeyFile()
        for id, (name, secret) in secrets_of.items():
            key_file = key_file.with_slot(id, name, secret, data_key, cost)
        keyring.write_key_file(folder / KEYS, key_file)
        engine = engines.open_engine(folder / STORE, data_key)
        keys = StationKeys.new()
        with engine.connect().execution_options(write=True) as connection, connection.begin():
            metadata.create_all(connection)
            search.create_index(connection)
            own = {"station": str(station), "keys": keys.to_dict(), "salt": secrets.token_hex(16)}
            connection.execute(
                insert(meta), [{"key": key, "value": value} for key, value in own.items()]
            )
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
        folders.lay_ballast(folder, limits)
    except OSError as broken:
        raise DiskTrouble(
            N_("The folder {folder} cannot be written ({why}). Choose another one."),
            folder=str(folder),
            why=broken.strerror or str(broken),
        ) from broken
    return Store(
        folder=folder, engine=engine, station=StationId(station), keys=keys, limits=limits, now=now
    )


def open_with(
    folder: Path, data_key: bytes, now: Callable[[], datetime], limits: folders.Limits
) -> Store:
    """Open a store with its data key. Raises ``StoreTooNew``, ``StoreDamaged``."""
    folders.check_folder(folder, limits)
    engine = engines.open_engine(folder / STORE, data_key)
    try:
        with engine.connect() as connection, connection.begin():
            version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
            if version > SCHEMA_VERSION:
                raise StoreTooNew(
                    N_("This station was last used with a newer program. Update this one first.")
                )
            own = {row.key: row.value for row in connection.execute(select(meta))}
    except (StoreTooNew, StoreDamaged):
        engine.dispose()
        raise
    except (DatabaseError, driver.DatabaseError) as broken:
        engine.dispose()
        raise StoreDamaged(engines.DAMAGED) from broken
    return Store(
        folder=folder,
        engine=engine,
        station=StationId(UUID(own["station"])),
        keys=StationKeys.from_dict(own["keys"]),
        restored=bool(own.get(RESTORED)),
        limits=limits,
        now=now,
    )

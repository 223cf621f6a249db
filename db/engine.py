"""Opening the encrypted store: one file, one key, real transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from mediator_desk.troubles import DiskFull, DiskTrouble, StoreDamaged, StoreLocked
from mediator_desk.words import N_

PATIENCE = 5
"""How many seconds we wait while somebody else writes."""
_SAFE_SQLITE = (3, 51, 3)
"""Older ones carry the write-ahead-log bug that can damage a store."""


DAMAGED = N_("The store cannot be read. Do not delete anything; restore the last backup.")
_DAMAGED = ("malformed", "not a database", "vtable constructor failed")


def open_engine(file: Path, key: bytes) -> Engine:
    """Open the store's file with its 256-bit key. Raises ``StoreDamaged`` on an unsafe driver."""
    if driver.sqlite_version_info < _SAFE_SQLITE:
        raise StoreDamaged(
            N_("The installed SQLite {version} is not safe for the store. Run set-up again."),
            version=driver.sqlite_version,
        )

    def connect() -> Any:
        """Open one connection; the raw key never passes through a URL or a log."""
        raw = driver.connect(
            str(file), timeout=PATIENCE, isolation_level=None, check_same_thread=False
        )
        raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        raw.execute("PRAGMA cipher_log_level=NONE")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA secure_delete=ON")
        raw.execute("PRAGMA cache_size=-64000")
        return raw

    engine = create_engine(
        "sqlite://", module=driver, creator=connect, poolclass=QueuePool, pool_size=3
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        """Begin for real: the driver would leave half a piece of work behind."""
        write = connection.get_execution_options().get("write", False)
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
        except OperationalError as broken:
            if "locked" not in str(broken.orig):
                raise
            raise StoreLocked(
                N_("Another program is writing into the store just now. Try again in a moment.")
            ) from broken

    @event.listens_for(engine, "handle_error")
    def _say(context: ExceptionContext) -> None:
        """Say in words that the file is damaged, whatever was being read."""
        _check_damage(context.original_exception)

    return engine


@contextmanager
def damage_in_words() -> Iterator[None]:
    """Say that the file is damaged when the driver says so by itself. Raises ``StoreDamaged``."""
    try:
        yield
    except driver.DatabaseError as broken:
        _check_damage(broken)
        raise


def _check_damage(broken: BaseException) -> None:
    """Raise ``StoreDamaged`` when this error of the driver says that the file is not whole."""
    if any(mark in str(broken) for mark in _DAMAGED):
        raise StoreDamaged(DAMAGED) from broken


def readings(name: str) -> tuple[str, ...]:
    """Give the sounds a name is found by; the dictionary is loaded with the first write only."""
    from mediator_desk.rules.pinyin import name_keys  # noqa: PLC0415 - half a second and 50 MB

    return tuple(name_keys(name))


@contextmanager
def said_in_words() -> Iterator[None]:
    """Say why the disk did not let us write. Raises ``DiskFull``, ``DiskTrouble``.

    Whatever was half done is taken back by the transaction around it.
    """
    try:
        yield
    except (OperationalError, driver.OperationalError) as broken:
        why = str(getattr(broken, "orig", broken))
        if "full" in why:
            raise DiskFull(
                N_("The disk is full. Nothing was changed. Free some space, then save again.")
            ) from broken
        if "I/O" in why or "readonly" in why or "unable to open" in why:
            raise DiskTrouble(
                N_("The disk does not let the station write ({why}). Nothing was changed."), why=why
            ) from broken
        raise

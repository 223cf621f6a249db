"""The doors to the store: each puts off loading its libraries until somebody goes through.

The windows' first paint and the commands that need no store stay quick that way.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from mediator_desk.ports import Books, House

_MEGABYTE = 1024 * 1024


def house_maker(
    folder: Path,
    now: Callable[[], datetime],
    *,
    any_folder: bool = False,
    stop_below_mb: int | None = None,
    ballast_mb: int | None = None,
) -> Callable[[], House]:
    """Give what opens the house of a folder; limits that are not given stay as they are."""

    def house() -> House:
        from db.folder import Limits  # noqa: PLC0415 - not every command needs the store
        from db.house import StationHouse  # noqa: PLC0415 - not every command needs the store

        limits = Limits(any_folder=any_folder)
        if stop_below_mb is not None:
            limits = replace(limits, stop_below=stop_below_mb * _MEGABYTE)
        if ballast_mb is not None:
            limits = replace(limits, ballast=ballast_mb * _MEGABYTE)
        return StationHouse(folder=folder, limits=limits, now=now)

    return house


def throw_away_house(folder: Path, now: Callable[[], datetime]) -> House:
    """Make the house of a station that lives as long as a rehearsal, wherever that is."""
    return house_maker(folder, now, any_folder=True, stop_below_mb=0, ballast_mb=0)()


def books() -> Books:
    """Read the books."""
    from db.books import read_books  # noqa: PLC0415 - not every command needs them

    return read_books()


def store_versions() -> dict[str, object]:
    """Tell the versions of the store's shape and of its cipher."""
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - rarely asked

    from db.tables import SCHEMA_VERSION  # noqa: PLC0415 - rarely asked

    cipher = driver.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0]
    return {"schema": SCHEMA_VERSION, "sqlcipher": cipher}

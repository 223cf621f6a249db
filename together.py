"""Puts the desk together behind the first window, or for a command."""

import argparse
import getpass
import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import homes
from mediator_desk.commands import complaints
from mediator_desk.commands.answers import Answer, give
from mediator_desk.commands.arguments import Run
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.ports import Books, House
from mediator_desk.words import N_, _

VERSION = "0.1.0"
_MEGABYTE = 1024 * 1024


def carry_out_typed(typed: Sequence[str], now: Callable[[], datetime]) -> int:
    """Carry out what was typed; give the exit code."""
    from mediator_desk.commands.families import (  # noqa: PLC0415 - windows need no commands
        carry_out,
        read_arguments,
    )

    asked = read_arguments(typed, os.environ)
    folder = asked.data or homes.station()
    if asked.version:
        told = versions(folder)
        lines = [f"{name}: {value}" for name, value in told.items()]
        return give(Answer(json=told, lines=lines), as_json=asked.json)
    if asked.verbose:
        complaints.mention(_("The station's folder is {folder}.").format(folder=folder))
    around = Surroundings(
        house=house_maker(asked, folder, now),
        books=books,
        now=now,
        ask=_ask,
        late=_late,
        fonts=homes.fonts(),
        password=os.environ.get("MEDIATOR_DESK_PASSWORD"),
        password_file=asked.password_file,
        person=asked.person,
    )
    return carry_out(asked, around)


def house_maker(
    asked: argparse.Namespace, folder: Path, now: Callable[[], datetime]
) -> Callable[[], House]:
    """Put off the loading of the store's libraries until a command needs the store."""

    def house() -> House:
        from db.folder import Limits  # noqa: PLC0415 - not every command needs the store
        from db.house import StationHouse  # noqa: PLC0415 - not every command needs the store

        limits = Limits(any_folder=asked.any_folder)
        if asked.stop_below_mb is not None:
            limits = replace(limits, stop_below=asked.stop_below_mb * _MEGABYTE)
        if asked.ballast_mb is not None:
            limits = replace(limits, ballast=asked.ballast_mb * _MEGABYTE)
        return StationHouse(folder=folder, limits=limits, now=now)

    return house


def books() -> Books:
    """Read the books."""
    from db.books import read_books  # noqa: PLC0415 - not every command needs them

    return read_books()


def versions(folder: Path) -> dict[str, object]:
    """Tell what is installed and where the store is."""
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - rarely asked

    from db.tables import SCHEMA_VERSION  # noqa: PLC0415 - rarely asked

    return {
        "program": VERSION,
        "schema": SCHEMA_VERSION,
        "python": platform.python_version(),
        "qt": importlib.metadata.version("pyside6-essentials"),
        "sqlcipher": driver.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0],
        "data": str(folder),
    }


def _throw_away_house(folder: Path, now: Callable[[], datetime]) -> House:
    """Make the house of a station that lives as long as the tour, wherever that is."""
    from db.folder import Limits  # noqa: PLC0415 - only for the tour
    from db.house import StationHouse  # noqa: PLC0415 - only for the tour

    return StationHouse(
        folder=folder, limits=Limits(stop_below=0, ballast=0, any_folder=True), now=now
    )


def _late(name: str) -> Run:
    """Load a command whose libraries are heavy."""
    if name == "intake":
        from mediator_desk.commands.intake import take_in  # noqa: PLC0415 - spreadsheets

        return take_in
    if name == "print":
        from mediator_desk.commands.papers import print_numbers  # noqa: PLC0415 - printing

        return print_numbers
    return _tour


def _tour(asked: argparse.Namespace, around: Surroundings) -> Answer:
    """Play the guided tour and name what it left; without a display it is played offscreen."""
    if not homes.display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.tour import run  # noqa: PLC0415 - Qt is loaded only for a window

    left = run(asked.out, house=_throw_away_house, books=around.books, fonts=around.fonts)
    lines = [_("The tour is in {folder}.").format(folder=asked.out)]
    return Answer(
        json=left, lines=[*lines, *(f"  {one}" for some in left.values() for one in some)]
    )


def _ask(name: str) -> str:
    """Ask for a password at the keyboard. Raises ``Misuse`` when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise Misuse(
            N_("Give the password of {name} in MEDIATOR_DESK_PASSWORD or with --password-file."),
            name=name,
        )
    return getpass.getpass(_("Password of {name}: ").format(name=name))

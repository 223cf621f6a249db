"""Puts the desk together: arguments, language, clock and folder, then a command or the windows."""

import argparse
import getpass
import importlib.metadata
import json
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import platformdirs

from mediator_desk.commands import answers
from mediator_desk.commands.answers import Answer, Misuse
from mediator_desk.commands.arguments import Run
from mediator_desk.commands.codes import moment_or_day
from mediator_desk.commands.families import carry_out, read_arguments
from mediator_desk.commands.mistakes import save_report
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.ports import Books, House
from mediator_desk.refusals import Refusal
from mediator_desk.troubles import Trouble
from mediator_desk.words import LANGUAGES, N_, _, speak
from resources import path

NAME = "mediator-desk"
VERSION = "0.1.0"
_MEGABYTE = 1024 * 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; give the exit code. No traceback ever reaches a person."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in typed
    speak(_language(typed), path("translations"))
    try:
        return _run(typed)
    except (Refusal, Trouble) as said:
        return answers.complain(said, as_json=as_json)
    except KeyboardInterrupt:
        sentence = _("Stopped. What was kept until now is whole; nothing is half done.")
        return answers.complain_of("interrupted", sentence, answers.INTERRUPTED, as_json=as_json)
    except BrokenPipeError:
        # Whoever read our answer has seen enough; Python must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return answers.BROKEN
    except OSError as error:
        sentence = _("A file or the disk made trouble: {why}").format(why=error)
        return answers.complain_of("disk", sentence, answers.BROKEN, as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the last one to answer for our own mistakes
        return _own_mistake(error, as_json=as_json)


def _run(typed: Sequence[str]) -> int:
    """Read the arguments, then open the windows or carry a command out."""
    _speak_utf8()
    asked = read_arguments(typed, os.environ)
    now = _clock(os.environ.get("MEDIATOR_DESK_NOW", ""))
    folder = asked.data or platformdirs.user_data_path(NAME, appauthor=False)
    if asked.version:
        return answers.give(_versions(folder), as_json=asked.json)
    if asked.verbose:
        answers.mention(_("The station's folder is {folder}.").format(folder=folder))
    house = _house_maker(asked, folder, now)
    if not hasattr(asked, "run"):
        return _open_windows(asked, folder, house, now)
    around = Surroundings(
        house=house,
        books=_books,
        now=now,
        ask=_ask,
        late=_late,
        fonts=_fonts(),
        password=os.environ.get("MEDIATOR_DESK_PASSWORD"),
        password_file=asked.password_file,
        person=asked.person,
    )
    return carry_out(asked, around)


def _language(typed: Sequence[str]) -> str:
    """Pick the language before anything is said: as asked, else from the setting, else Chinese."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--lang", choices=LANGUAGES)
    try:
        asked = parser.parse_known_args(list(typed))[0].lang
    except (argparse.ArgumentError, SystemExit):
        asked = None
    return asked or os.environ.get("MEDIATOR_DESK_LANG") or _language_of_windows()


def _language_of_windows() -> str:
    """Read the language that was set in the windows of this PC."""
    try:
        kept = json.loads(_look().read_text(encoding="utf-8"))["language"]
    except (OSError, ValueError, KeyError, TypeError):
        return LANGUAGES[0]
    return kept if kept in LANGUAGES else LANGUAGES[0]


def _speak_utf8() -> None:
    """Speak Chinese whatever the console's own letters are; what it lacks is spelled out."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _clock(fixed: str) -> Callable[[], datetime]:
    """Give this PC's clock, or one that stands still for rehearsals and says so."""
    if not fixed:
        return lambda: datetime.now(UTC)
    moment = moment_or_day(fixed)
    if not isinstance(moment, datetime):
        raise Misuse(
            N_("MEDIATOR_DESK_NOW needs the time of day too, as in 2026-01-15T09:00+08:00.")
        )
    answers.mention(_("Rehearsal: the clock stands at {moment}.").format(moment=moment.isoformat()))
    return lambda: moment


def _house_maker(
    asked: argparse.Namespace, folder: Path, now: Callable[[], datetime]
) -> Callable[[], House]:
    """Put off the loading of the store's libraries until a command needs the store."""

    def house() -> House:
        from db.folder import Limits  # noqa: PLC0415 - see above
        from db.house import StationHouse  # noqa: PLC0415 - see above

        limits = Limits(any_folder=asked.any_folder)
        if asked.stop_below_mb is not None:
            limits = replace(limits, stop_below=asked.stop_below_mb * _MEGABYTE)
        if asked.ballast_mb is not None:
            limits = replace(limits, ballast=asked.ballast_mb * _MEGABYTE)
        return StationHouse(folder=folder, limits=limits, now=now)

    return house


def _throw_away_house(folder: Path, now: Callable[[], datetime]) -> House:
    """Make the house of a station that lives as long as the tour, wherever that is."""
    from db.folder import Limits  # noqa: PLC0415 - see above
    from db.house import StationHouse  # noqa: PLC0415 - see above

    return StationHouse(
        folder=folder, limits=Limits(stop_below=0, ballast=0, any_folder=True), now=now
    )


def _books() -> Books:
    """Read the books when a command needs them."""
    from db.books import read_books  # noqa: PLC0415 - see above

    return read_books()


def _open_windows(
    asked: argparse.Namespace,
    folder: Path,
    house: Callable[[], House],
    now: Callable[[], datetime],
) -> int:
    """Open the desk's windows; of the store only the key file is read before the first paint."""
    if not _display():
        raise Misuse(N_("There is no display here for a window. Commands still work: see --help."))
    from ui.opening import Premises, run  # noqa: PLC0415 - Qt is loaded only for a window

    premises = Premises(
        folder=folder,
        people=lambda: _people(folder),
        house=house,
        books=_books,
        now=now,
        look=_look(),
        fonts=_fonts(),
        reports=_reports(),
        versions=lambda: tuple((name, str(value)) for name, value in _told(folder).items()),
    )
    return run(premises, language=asked.lang or os.environ.get("MEDIATOR_DESK_LANG") or "")


def _people(folder: Path) -> Mapping[UUID, str]:
    """Name who can unlock the station; nobody when none was set up in the folder."""
    from db.keys import read_key_file  # noqa: PLC0415 - needs the cipher's library

    keys = folder / "station.keys"
    if not any(one.exists() for one in (keys, keys.with_suffix(".bak"), folder / "station.db")):
        return {}
    return read_key_file(keys).people()


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
    if not _display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.tour import run  # noqa: PLC0415 - Qt is loaded only for a window

    left = run(asked.out, house=_throw_away_house, books=around.books, fonts=around.fonts)
    lines = [_("The tour is in {folder}.").format(folder=asked.out)]
    return Answer(
        json=left, lines=[*lines, *(f"  {one}" for some in left.values() for one in some)]
    )


def _display() -> bool:
    """Tell whether Qt will find something to draw on; elsewhere than on Linux it always does."""
    said = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(one) for one in said)


def _ask(name: str) -> str:
    """Ask for a password at the keyboard. Raises ``Misuse`` when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise Misuse(
            N_("Give the password of {name} in MEDIATOR_DESK_PASSWORD or with --password-file."),
            name=name,
        )
    return getpass.getpass(_("Password of {name}: ").format(name=name))


def _look() -> Path:
    """Say where this PC remembers how its windows look and speak."""
    return platformdirs.user_config_path(NAME, appauthor=False) / "windows.json"


def _fonts() -> Path:
    """Say where the carried fonts are unpacked, once for each person."""
    return platformdirs.user_cache_path(NAME, appauthor=False) / "fonts"


def _reports() -> Path:
    """Say where reports of our own mistakes are kept."""
    return platformdirs.user_log_path(NAME, appauthor=False)


def _versions(folder: Path) -> Answer:
    """Tell what is installed and where the store is."""
    told = _told(folder)
    return Answer(json=told, lines=[f"{name}: {value}" for name, value in told.items()])


def _told(folder: Path) -> dict[str, object]:
    """Gather what is installed."""
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


def _own_mistake(error: Exception, *, as_json: bool) -> int:
    """Apologise for what nobody foresaw, and save a report that names nobody."""
    file = save_report(error, _reports(), datetime.now(UTC))
    if file is None:
        sentence = _("This did not work, and it is our mistake. Your work up to here is safe.")
    else:
        sentence = _(
            "This did not work, and it is our mistake. Your work up to here is safe. "
            "A report without names is in {file}."
        ).format(file=file)
    return answers.complain_of("mistake", sentence, answers.MISTAKEN, as_json=as_json)


if __name__ == "__main__":
    sys.exit(main())

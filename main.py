"""Opens the windows or carries a command out; of the windows, the first before all else."""

import argparse
import gc
import importlib
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from db.people import people_of
from mediator_desk import homes
from mediator_desk.commands import complaints
from mediator_desk.commands.complaints import Misuse
from mediator_desk.commands.options import options_alone
from mediator_desk.refusals import Refusal
from mediator_desk.troubles import Trouble
from mediator_desk.words import LANGUAGES, N_, _, speak
from resources import path

VERSION = "0.1.0"

_LATE = {
    "intake": "intake:take_in",
    "print": "papers:print_numbers",
    "sample": "samples:print_sample",
    "report": "report:report",
    "read-volume": "volumes_read:read_volume",
    "characters": "characters:tell_characters",
    "font add": "fonts:add_one",
    "font list": "fonts:list_all",
    "font remove": "fonts:remove_one",
    "papers": "issued:list_papers",
    "paper save": "issued:save_paper",
    "scans take": "issued:take",
    "scans match": "issued:match",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask; give the exit code. No traceback ever reaches a person."""
    typed = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in typed
    speak(_language(typed), path("translations"))
    try:
        return _run(typed)
    except (Refusal, Trouble) as said:
        return complaints.complain(said, as_json=as_json)
    except KeyboardInterrupt:
        sentence = _("Stopped. What was kept until now is whole; nothing is half done.")
        return complaints.complain_of(
            "interrupted", sentence, complaints.INTERRUPTED, as_json=as_json
        )
    except BrokenPipeError:
        # Whoever read our answer has seen enough; Python must not complain about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return complaints.BROKEN
    except OSError as error:
        why = f"{error.strerror or error} {error.filename or ''}".strip()
        sentence = _("A file or the disk made trouble: {why}").format(why=why)
        return complaints.complain_of("disk", sentence, complaints.BROKEN, as_json=as_json)
    except Exception as error:  # noqa: BLE001 - the last one to answer for our own mistakes
        return _own_mistake(error, as_json=as_json)


def _run(typed: Sequence[str]) -> int:
    """Read the arguments, then open the windows or carry a command out."""
    _speak_utf8()
    asked = options_alone(typed, os.environ)
    now = _clock(os.environ.get("MEDIATOR_DESK_NOW", ""))
    if asked is None or asked.version:
        return _carry_out_typed(typed, now)
    folder = asked.data or homes.station()
    if asked.verbose:
        complaints.mention(_("The station's folder is {folder}.").format(folder=folder))
    return _open_windows(asked, folder, now)


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
        kept = json.loads(homes.look().read_text(encoding="utf-8"))["language"]
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
    from mediator_desk.commands.codes import moment_or_day  # noqa: PLC0415 - for rehearsals only

    moment = moment_or_day(fixed)
    if not isinstance(moment, datetime):
        raise Misuse(
            N_("MEDIATOR_DESK_NOW needs the time of day too, as in 2026-01-15T09:00+08:00.")
        )
    complaints.mention(
        _("Rehearsal: the clock stands at {moment}.").format(moment=moment.isoformat())
    )
    return lambda: moment


def _open_windows(asked: argparse.Namespace, folder: Path, now: Callable[[], datetime]) -> int:
    """Open the desk's windows; of the store only the key file is read before the first paint."""
    if not homes.display():
        raise Misuse(N_("There is no display here for a window. Commands still work: see --help."))
    # Nothing that is loaded for the first window is ever thrown away again.
    gc.disable()
    from ui.quickening import quicken_imports  # noqa: PLC0415 - Qt is loaded only for a window

    quicken_imports()
    from ui.start import Doorstep, run  # noqa: PLC0415 - after the line above

    people = partial(_people, folder)
    doorstep = Doorstep(folder=folder, people=people, look=homes.look(), fonts=homes.fonts())

    def load(application: Any, look: Any, window: Any) -> Any:
        """Load the desk behind the first window; its very types would be loaded too early."""
        gc.freeze()
        gc.enable()
        from db import doors  # noqa: PLC0415 - after the first paint
        from ui.opening import Opening, Premises  # noqa: PLC0415 - after the first paint

        premises = Premises(
            folder=folder,
            people=people,
            house=_house(asked, folder, now),
            books=doors.books,
            now=now,
            look=homes.look(),
            fonts=homes.fonts(),
            reports=homes.reports(),
            versions=lambda: [(name, str(one)) for name, one in _versions(folder).items()],
        )
        return Opening(application, premises, look, in_sight=window)

    return run(doorstep, load, language=asked.lang or os.environ.get("MEDIATOR_DESK_LANG") or "")


def _people(folder: Path) -> Mapping[UUID, str]:
    """Name who can unlock the station; nobody when none was set up in the folder."""
    keys = folder / "station.keys"
    if not any(one.exists() for one in (keys, keys.with_suffix(".bak"), folder / "station.db")):
        return {}
    return people_of(keys)


def _carry_out_typed(typed: Sequence[str], now: Callable[[], datetime]) -> int:
    """Carry out what was typed; give the exit code."""
    from db import doors  # noqa: PLC0415 - after the first paint
    from mediator_desk.commands.answers import Answer, give  # noqa: PLC0415 - not for windows
    from mediator_desk.commands.families import carry_out, read_arguments  # noqa: PLC0415
    from mediator_desk.commands.surroundings import Surroundings  # noqa: PLC0415

    asked = read_arguments(typed, os.environ)
    folder = asked.data or homes.station()
    if asked.version:
        told = _versions(folder)
        lines = [f"{name}: {value}" for name, value in told.items()]
        return give(Answer(json=told, lines=lines), as_json=asked.json)
    if asked.verbose:
        complaints.mention(_("The station's folder is {folder}.").format(folder=folder))
    around = Surroundings(
        house=_house(asked, folder, now),
        books=doors.books,
        now=now,
        ask=_ask,
        late=_late,
        fonts=homes.fonts(),
        founded=lambda: bool(_people(folder)),
        password=os.environ.get("MEDIATOR_DESK_PASSWORD"),
        password_file=asked.password_file,
        person=asked.person,
    )
    return carry_out(asked, around)


def _late(name: str) -> Any:
    """Load a command whose libraries are heavy: printing, spreadsheets, pictures."""
    if name not in _LATE:
        return _tour
    module, _colon, function = _LATE[name].partition(":")
    return getattr(importlib.import_module(f"mediator_desk.commands.{module}"), function)


def _tour(asked: argparse.Namespace, around: Any) -> Any:
    """Play the guided tour and name what it left; without a display it is played offscreen."""
    if not homes.display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from db import doors  # noqa: PLC0415 - after the first paint
    from mediator_desk.commands.answers import Answer  # noqa: PLC0415 - not for windows
    from ui.tour import run  # noqa: PLC0415 - Qt is loaded only for a window

    left = run(asked.out, house=doors.throw_away_house, books=around.books, fonts=around.fonts)
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
    import getpass  # noqa: PLC0415 - rarely needed

    return getpass.getpass(_("Password of {name}: ").format(name=name))


def _house(
    asked: argparse.Namespace, folder: Path, now: Callable[[], datetime]
) -> Callable[[], Any]:
    """Give the door to the station's store, with the limits that were asked for."""
    from db import doors  # noqa: PLC0415 - after the first paint

    return doors.house_maker(
        folder,
        now,
        any_folder=asked.any_folder,
        stop_below_mb=asked.stop_below_mb,
        ballast_mb=asked.ballast_mb,
    )


def _versions(folder: Path) -> dict[str, object]:
    """Tell what is installed and where the store is."""
    import importlib.metadata  # noqa: PLC0415 - rarely asked
    import platform  # noqa: PLC0415 - rarely asked

    from db import doors  # noqa: PLC0415 - after the first paint

    store = doors.store_versions()
    return {
        "program": VERSION,
        "schema": store["schema"],
        "python": platform.python_version(),
        "qt": importlib.metadata.version("pyside6-essentials"),
        "sqlcipher": store["sqlcipher"],
        "data": str(folder),
    }


def _own_mistake(error: Exception, *, as_json: bool) -> int:
    """Apologise for what nobody foresaw, and save a report that names nobody."""
    from mediator_desk.commands.mistakes import save_report  # noqa: PLC0415 - hardly ever needed

    file = save_report(error, homes.reports(), datetime.now(UTC))
    if file is None:
        sentence = _("This did not work, and it is our mistake. Your work up to here is safe.")
    else:
        sentence = _(
            "This did not work, and it is our mistake. Your work up to here is safe. "
            "A report without names is in {file}."
        ).format(file=file)
    return complaints.complain_of("mistake", sentence, complaints.MISTAKEN, as_json=as_json)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # The packed program starts itself again as a worker that prints; then it ends here.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())

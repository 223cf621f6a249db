"""New files in a folder somebody chose: with safe names, whole, and never over an older one."""

import errno
import os
import re
import tempfile
import time
import unicodedata
from contextlib import suppress
from pathlib import Path

from mediator_desk.troubles import DiskFull, DiskTrouble
from mediator_desk.words import N_

_LONGEST = 80
_TRIES = 10_000
_PREFIX, _SUFFIX = ".mediator-desk-", ".part"
_STALE = 3600.0  # seconds after which a half file is nobody's any more
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def safe_name(words: str) -> str:
    """Make words into a name that every system takes, without its ending."""
    plain = "".join(
        "-" if sign in '\\/:*?"<>|' or unicodedata.category(sign)[0] == "C" else sign
        for sign in unicodedata.normalize("NFC", words)
    )
    name = " ".join(plain.split()).strip(". ")[:_LONGEST].strip(". ")
    if not name or _RESERVED.fullmatch(name):
        return f"_{name}"
    return name


def write_new(folder: Path, name: str, ending: str, content: bytes) -> Path:
    """Write a new file, whole or not at all; a name that is taken gets a number.

    Raises ``DiskTrouble``.
    """
    spare: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
        spare = Path(made)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        return _named(spare, folder, safe_name(name), ending)
    except OSError as error:
        if spare is not None:
            with suppress(OSError):
                spare.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise DiskFull(
                N_("There is no space left in {folder}. Free some, then print the rest."),
                folder=str(folder),
            ) from error
        raise DiskTrouble(
            N_("Nothing can be written into {folder} ({why}). Choose another folder."),
            folder=str(folder),
            why=error.strerror or "",
        ) from error


def clear_halves(folder: Path) -> None:
    """Remove what an interrupted batch of long ago left half written."""
    if not folder.is_dir():
        return
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _named(spare: Path, folder: Path, name: str, ending: str) -> Path:
    """Give the finished file its name, or the first free one like it."""
    for number in range(1, _TRIES):
        file = folder / f"{name}{f' ({number})' if number > 1 else ''}.{ending}"
        if _taken(spare, file):
            continue
        return file
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST))


def _taken(spare: Path, file: Path) -> bool:
    """Give the file its name unless another has it, at one stroke where the disk can do that."""
    try:
        os.link(spare, file)
    except FileExistsError:
        return True
    except OSError:
        # A stick has no second names for a file.
        if file.exists():
            return True
        spare.rename(file)
        return False
    spare.unlink()
    return False

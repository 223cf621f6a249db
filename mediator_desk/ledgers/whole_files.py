"""A file is written whole or not at all: beside its place first, then it gets its name.

What passes through on the way lies in a folder only the writer can read, which goes with it.
"""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from mediator_desk.troubles import DiskFull, DiskTrouble, check_is_file
from mediator_desk.words import N_


def write_beside(path: Path, write: Callable[[Path, Path], None]) -> None:
    """Let ``write`` write a file, given its passing place and a folder for what it needs there.

    Raises ``DiskFull``, ``DiskTrouble``; whatever ``write`` raises leaves nothing behind.
    """
    check_is_file(path)
    try:
        # A folder of mkdtemp is closed to everybody else, and lies on the same disk.
        with tempfile.TemporaryDirectory(prefix=".", suffix=".part", dir=path.parent) as passing:
            file = Path(passing) / "file"
            write(file, Path(passing))
            with file.open("rb+") as written:
                os.fsync(written.fileno())
            file.replace(path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(N_("There is no space left to write {file}."), file=path.name) from error
        raise DiskTrouble(
            N_("{file} could not be written. Choose another folder, or close the file elsewhere."),
            file=path.name,
        ) from error

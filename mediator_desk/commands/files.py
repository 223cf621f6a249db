"""Files a command leaves behind: whole, or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from mediator_desk.troubles import DiskFull, DiskTrouble, check_is_file
from mediator_desk.words import N_


def write_whole(file: Path, content: bytes) -> None:
    """Write beside, make sure it is on the disk, then name it. Raises ``DiskTrouble``."""
    check_is_file(file)
    spare = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, spare = tempfile.mkstemp(prefix=".", suffix=".part", dir=file.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(spare).replace(file)
    except OSError as error:
        if spare is not None:
            with suppress(OSError):
                Path(spare).unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise DiskFull(N_("There is no space left to write {file}."), file=file.name) from error
        raise DiskTrouble(
            N_("{file} could not be written. Choose another folder, or close the file elsewhere."),
            file=str(file),
        ) from error

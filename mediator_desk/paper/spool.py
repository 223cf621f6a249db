"""Keeps papers on the disk while a batch is made, sealed under a key that only we know.

A thousand cases do not fit into memory, and they must not lie about readable: the file has no name
where the system allows that, ends with us, and what a crash leaves of it nobody can read.
"""

import pickle
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Generic, Self, TypeVar
from weakref import finalize

from nacl.secret import SecretBox
from nacl.utils import random

from mediator_desk.troubles import DiskFull, DiskTrouble
from mediator_desk.words import N_

Thing = TypeVar("Thing")


class Spool(Generic[Thing]):
    """A pile of things that is read again from the bottom, or by the place of each."""

    def __init__(self, folder: Path) -> None:
        """Open the pile in a folder of ours. Raises ``DiskTrouble``."""
        self._box = SecretBox(random(SecretBox.KEY_SIZE))
        self._places: list[tuple[int, int]] = []
        self._one_at_a_time = Lock()  # one puts things on the pile while another looks at them
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder, prefix=".batch-")  # noqa: SIM115
        except OSError as error:
            raise _trouble(error) from error
        # A window may go without a word; the pile goes with whoever held it last.
        finalize(self, self._file.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Thing]:
        for place in range(len(self._places)):
            yield self[place]

    def __getitem__(self, place: int) -> Thing:
        """Read one thing again."""
        start, size = self._places[place]
        with self._one_at_a_time:
            self._file.seek(start)
            sealed = self._file.read(size)
        thing: Thing = pickle.loads(zlib.decompress(self._box.decrypt(sealed)))
        return thing

    def put(self, thing: Thing) -> None:
        """Put a thing on the pile. Raises ``DiskTrouble``."""
        sealed = self._box.encrypt(zlib.compress(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL), 1))
        try:
            with self._one_at_a_time:
                start = self._file.seek(0, 2)
                self._file.write(sealed)
                self._file.flush()
        except OSError as error:
            raise _trouble(error) from error
        self._places.append((start, len(sealed)))

    def close(self) -> None:
        """Throw the pile away."""
        self._file.close()


def _trouble(error: OSError) -> DiskTrouble:
    return DiskFull(
        N_("There is no space left to make the papers ({why}). Free some space, or choose fewer."),
        why=error.strerror or "",
    )

"""Reads the rows of a workbook through a child process that may die without harm.

A workbook comes from anywhere and is parsed by a large library. The child holds no key, no
store and no file: it is given bytes and answers in lines, within limits of time and memory.
"""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import msgspec

from mediator_desk.ledgers.cells import Cell, unpack
from mediator_desk.ledgers.guard import Limits, damaged
from mediator_desk.ledgers.telling import WHY_UNFIT, EndTold, RowTold, SheetTold, Told, UnfitTold
from mediator_desk.troubles import LedgerUnfit
from mediator_desk.words import N_

# Windows would open a black window for a moment.
_NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
_TREE = Path(__file__).parents[2]
_LINES_AHEAD = 64
_LONGEST_LINE = 64 * 1024 * 1024
_LOOK_UP_SECONDS = 0.1
# Where the system ends the child by its processor time, a busy PC may make us wait longer.
_PATIENCE = 1 if sys.platform == "win32" else 5
_TOLD: msgspec.json.Decoder[Told] = msgspec.json.Decoder(Told)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the sheet; ``lent`` holds what merged cells say from above."""

    number: int
    cells: tuple[Cell, ...]
    lent: dict[int, Cell] = field(default_factory=dict)

    def at(self, column: int | None) -> Cell:
        """Give the cell of a column; nothing where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else None

    def borrowed(self, column: int | None) -> Cell:
        """Give the cell of a column, or else what a merged cell above it says."""
        cell = self.at(column)
        empty = cell is None or cell == ""
        return self.lent.get(column) if empty and column is not None else cell


class ReadingStopped(LedgerUnfit):
    """The person stopped the reading."""

    code = "stopped"
    exit_code = 130

    def __init__(self) -> None:
        """Say it; there is nothing to fill in."""
        super().__init__(N_("Reading the ledger was stopped."))


class Reading:
    """One reading of one workbook: first its sheet, then its rows, one after the other."""

    def __init__(
        self,
        content: bytes,
        *,
        limits: Limits,
        sheet: str | None,
        columns_named: tuple[str, ...],
        stop: Callable[[], bool],
    ) -> None:
        """Start the child and learn which sheet holds the ledger."""
        self._limits = limits
        self._stop = stop
        self._waited = 0.0
        self._lines: queue.Queue[bytes] = queue.Queue(maxsize=_LINES_AHEAD)
        self._over = threading.Event()
        self._child = _start(limits, sheet, columns_named)
        threading.Thread(target=self._feed, args=(content,), daemon=True).start()
        threading.Thread(target=self._pump, daemon=True).start()
        try:
            told = self._next()
            if not isinstance(told, SheetTold):
                raise damaged()
        except LedgerUnfit:
            self.close()
            raise
        self.sheet = told

    def rows(self) -> Iterator[RawRow]:
        """Yield the rows that hold anything, as they are read."""
        try:
            while isinstance(told := self._next(), RowTold):
                lent = {column: unpack(cell) for column, cell in told.lent.items()}
                yield RawRow(told.number, tuple(map(unpack, told.cells)), lent)
            if not isinstance(told, EndTold):
                raise damaged()
        finally:
            self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        self._over.set()
        self._child.kill()
        self._child.wait()

    def _next(self) -> Told:
        line = self._line()
        if not line:
            raise self._last_words()
        try:
            told = _TOLD.decode(line)
        except msgspec.DecodeError as error:
            raise damaged() from error
        if isinstance(told, UnfitTold):
            raise LedgerUnfit(
                WHY_UNFIT[told.why], rows=self._limits.rows, columns=self._limits.columns
            )
        return told

    def _line(self) -> bytes:
        """Wait for the next line; only time spent waiting for the child counts against it."""
        while not self._stop():
            try:
                return self._lines.get(timeout=_LOOK_UP_SECONDS)
            except queue.Empty:
                self._waited += _LOOK_UP_SECONDS
                if self._waited > self._limits.seconds * _PATIENCE:
                    self.close()
                    raise _too_slow(self._limits) from None
        self.close()
        raise ReadingStopped

    def _last_words(self) -> LedgerUnfit:
        """Tell why the child ended before it had told everything."""
        ended = -self._child.wait()
        if ended in _ENDED_FOR_TIME:
            return _too_slow(self._limits)
        return damaged()

    def _feed(self, content: bytes) -> None:
        """Hand the workbook over; a child that died early takes no more of it."""
        with suppress(OSError), _pipe(self._child.stdin) as pipe:
            pipe.write(content)

    def _pump(self) -> None:
        """Carry the lines of the child across, never more than a few ahead; an empty one ends."""
        with _pipe(self._child.stdout) as pipe:
            line = b"-"
            while line and not self._over.is_set():
                line = pipe.readline(_LONGEST_LINE)
                self._put(line)

    def _put(self, line: bytes) -> None:
        while not self._over.is_set():
            with suppress(queue.Full):
                self._lines.put(line, timeout=_LOOK_UP_SECONDS)
                return


_ENDED_FOR_TIME = () if sys.platform == "win32" else (signal.SIGKILL.value, signal.SIGXCPU.value)


def _too_slow(limits: Limits) -> LedgerUnfit:
    return LedgerUnfit(
        N_("Reading the workbook took longer than {seconds} seconds. Split the ledger."),
        seconds=limits.seconds,
    )


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    """Take an end of the child's pipes, which are always asked for."""
    if pipe is None:
        raise ValueError
    return pipe


def _start(
    limits: Limits, sheet: str | None, columns_named: tuple[str, ...]
) -> subprocess.Popen[bytes]:
    """Start the child from our own tree, with no working folder that could lend it modules."""
    command = [sys.executable, "-P", "-s", "-m", "mediator_desk.ledgers.reader"]
    command += ["--seconds", str(limits.seconds), "--memory", str(limits.memory_bytes)]
    command += ["--rows", str(limits.rows), "--columns", str(limits.columns)]
    command += ["--letters", str(limits.cell_letters)]
    command += [f"--heading={column}" for column in columns_named]
    command += [] if sheet is None else [f"--sheet={sheet}"]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # What a library complains about may quote the ledger; it is not for any log.
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(_TREE), "PYTHONDONTWRITEBYTECODE": "1"},
        creationflags=_NO_CONSOLE,
    )

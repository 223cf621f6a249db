"""Opens a ledger: guard, reading, mapping and rows, one behind the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from mediator_desk.ledgers.guard import Limits, check
from mediator_desk.ledgers.headings import SYNONYMS, Field
from mediator_desk.ledgers.mapping import ColumnMapping, key_of, propose
from mediator_desk.ledgers.reading import RawRow, Reading
from mediator_desk.ledgers.rows import BadRow, LedgerRow, RowReader
from mediator_desk.troubles import DiskTrouble, LedgerUnfit
from mediator_desk.words import N_

PROGRESS_EVERY = 50


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger that is open: what its columns mean, and its rows as they are read.

    The rows can be gone through once. Use it in a ``with`` block, so that leaving early
    also ends the child process that reads.
    """

    sheet: str
    other_sheets: tuple[str, ...]
    headings: tuple[str, ...]
    mapping: ColumnMapping
    rows: Iterator[LedgerRow | BadRow]
    _reading: Reading

    def close(self) -> None:
        """Stop reading."""
        self._reading.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class LedgerLook:
    """The outside of a ledger: its sheet, its headings, and what the columns mean, if known."""

    sheet: str
    other_sheets: tuple[str, ...]
    headings: tuple[str, ...]
    mapping: ColumnMapping


def read_ledger(
    path: Path,
    overrides: Mapping[Field, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    *,
    today: date,
    sheet: str | None = None,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] = lambda _row, _of: None,
    stop: Callable[[], bool] = lambda: False,
) -> Ledger:
    """Open a ledger; ``remembered`` holds earlier mappings by the key of their headings.

    ``progress`` is told now and then the row that was reached and how many the sheet claims
    to have (0 if it does not say); ``stop`` is asked before each line.
    """
    limits = limits or Limits()
    content = _content(path, limits)
    check(content, limits)
    named = tuple(heading for heading in (overrides or {}).values() if heading)
    reading = Reading(content, limits=limits, sheet=sheet, columns_named=named, stop=stop)
    try:
        headings = reading.sheet.headings
        mapping = propose(headings, overrides, (remembered or {}).get(key_of(headings)))
        _check_mapping(mapping)
    except BaseException:
        reading.close()
        raise
    rows = RowReader(mapping=mapping, today=today, from_1904=reading.sheet.counts_from_1904).read(
        _counted(reading, progress)
    )
    return Ledger(reading.sheet.name, reading.sheet.others, headings, mapping, rows, reading)


def peek_ledger(
    path: Path,
    overrides: Mapping[Field, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    *,
    sheet: str | None = None,
    limits: Limits | None = None,
) -> LedgerLook:
    """Read only the headings of a ledger, and what they seem to mean."""
    limits = limits or Limits()
    content = _content(path, limits)
    check(content, limits)
    named = tuple(heading for heading in (overrides or {}).values() if heading)
    reading = Reading(content, limits=limits, sheet=sheet, columns_named=named, stop=lambda: False)
    try:
        headings = reading.sheet.headings
        mapping = propose(headings, overrides, (remembered or {}).get(key_of(headings)))
        return LedgerLook(reading.sheet.name, reading.sheet.others, headings, mapping)
    finally:
        reading.close()


def _content(path: Path, limits: Limits) -> bytes:
    """Read the file once: what was checked is what will be parsed."""
    try:
        with path.open("rb") as file:
            return file.read(limits.packed_bytes + 1)
    except OSError as error:
        raise DiskTrouble(
            N_("{file} cannot be opened. Check that it is there and not in use elsewhere."),
            file=path.name,
        ) from error


def _check_mapping(mapping: ColumnMapping) -> None:
    for field in mapping.missing:
        raise LedgerUnfit(
            N_(
                "No column of the ledger says “{field}”. Its columns are: {columns}."
                " Say which one it is."
            ),
            field=SYNONYMS[field][0],
            columns="、".join(heading for heading in mapping.headings if heading),
        )


def _counted(reading: Reading, progress: Callable[[int, int], None]) -> Iterator[RawRow]:
    for count, raw in enumerate(reading.rows()):
        if count % PROGRESS_EVERY == 0:
            progress(raw.number, reading.sheet.rows_claimed)
        yield raw

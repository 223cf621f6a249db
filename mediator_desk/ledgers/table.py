"""A plain table from a file, CSV or workbook: the words of its headings and of each row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mediator_desk.ledgers.cells import as_text, clean
from mediator_desk.ledgers.guard import MEGABYTE, Limits, check
from mediator_desk.ledgers.headings import plain
from mediator_desk.ledgers.reading import Reading
from mediator_desk.troubles import DiskTrouble, LedgerUnfit
from mediator_desk.words import N_

_TITLE_ROWS = 40
_TELLING = 2
_SHOWN = 3
# Excel and WPS write CSV in either of these here.
_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row as it is counted in the file, its words by the plain word of their heading."""

    number: int
    words: dict[str, str]

    def first(self, headings: tuple[str, ...]) -> str:
        """Give what stands under the first of these headings that holds anything."""
        found = (self.words.get(plain(one), "") for one in headings)
        return next((one for one in found if one), "")


def read_table(path: Path, named: tuple[str, ...]) -> tuple[TableRow, ...]:
    """Read the rows below the headings, of which two or more are ``named``.

    Raises ``LedgerUnfit`` for what is no table or has no such headings, ``DiskTrouble``.
    """
    limits = Limits()
    content = _content(path, limits)
    if content.startswith(b"PK") or path.suffix.lower() not in (".csv", ".txt"):
        return tuple(_workbook(content, named, limits))
    return tuple(_lines(content, named, limits))


def _workbook(content: bytes, named: tuple[str, ...], limits: Limits) -> Iterator[TableRow]:
    check(content, limits)
    reading = Reading(content, limits=limits, sheet=None, columns_named=named, stop=lambda: False)
    try:
        headings = [plain(one) for one in reading.sheet.headings]
        _check_headings(headings, named)
        for raw in reading.rows():
            cells = (as_text(raw.borrowed(at)) for at in range(len(headings)))
            yield TableRow(raw.number, dict(zip(headings, cells, strict=True)))
    finally:
        reading.close()


def _lines(content: bytes, named: tuple[str, ...], limits: Limits) -> Iterator[TableRow]:
    text = _decoded(content)
    comma = max(",\t;", key=text[:MEGABYTE].count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=comma))
    except csv.Error as error:
        raise LedgerUnfit(
            N_("The file is no table of rows and columns. Save it as .xlsx and repeat.")
        ) from error
    if len(rows) > limits.rows:
        raise LedgerUnfit(N_("The file has more than {limit} rows. Split it."), limit=limits.rows)
    known = {plain(one) for one in named}
    top = [len(known & {plain(word) for word in row}) for row in rows[:_TITLE_ROWS]]
    at = top.index(max(top)) if top else 0
    headings = [plain(one) for one in rows[at]] if rows else []
    _check_headings(headings, named)
    for number, row in enumerate(rows[at + 1 :], at + 2):
        if any(cell.strip() for cell in row):
            yield TableRow(number, dict(zip(headings, map(clean, row), strict=False)))


def _check_headings(headings: list[str], named: tuple[str, ...]) -> None:
    if len({plain(one) for one in named} & set(headings)) < _TELLING:
        raise LedgerUnfit(
            N_("No row of the file has the headings {headings}. Write them above the columns."),
            headings="、".join(named[:_SHOWN]),
        )


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise LedgerUnfit(N_("The letters of the file cannot be read. Save it as .xlsx and repeat."))


def _content(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limits.packed_bytes + 1)
    except OSError as error:
        raise DiskTrouble(
            N_("{file} cannot be opened. Check that it is there and not in use elsewhere."),
            file=path.name,
        ) from error
    if len(content) > limits.packed_bytes:
        raise LedgerUnfit(
            N_("The file is larger than {limit} MB. Split the ledger, for example by month."),
            limit=limits.packed_bytes // MEGABYTE,
        )
    return content

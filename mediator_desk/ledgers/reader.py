"""The child process that parses a workbook, so that a bad one can harm nothing but itself.

It takes the checked bytes of the workbook on its standard input and answers with one line of
JSON for the sheet and one for each row that holds anything.
"""

import argparse
import io
import sys
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec
import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from mediator_desk.ledgers.cells import Packed, as_text, pack, unpack
from mediator_desk.ledgers.heading_row import TITLE_ROWS, HeadingRow, find_headings
from mediator_desk.ledgers.headings import plain
from mediator_desk.ledgers.merges import merged_down
from mediator_desk.ledgers.telling import EndTold, RowTold, SheetTold, Told, UnfitTold

if sys.platform != "win32":
    import resource

EMPTY = (None, "")
Values = tuple[object, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the workbook on standard input and tell its rows."""
    asked = _arguments(arguments)
    _hold_back(asked.seconds, asked.memory)
    try:
        for told in _ledger(sys.stdin.buffer.read(), asked):
            _tell(told)
    except MemoryError:
        _tell(UnfitTold("memory"))
    sys.stdout.flush()
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="reader")
    for limit in ("--seconds", "--memory", "--rows", "--columns", "--letters"):
        parser.add_argument(limit, type=int, required=True)
    parser.add_argument("--sheet")
    parser.add_argument("--heading", action="append", default=[])
    return parser.parse_args(arguments)


def _hold_back(seconds: int, memory: int) -> None:
    """Let the system end this process when it takes too much; Windows knows no such limits."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(told: Told) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")


def _ledger(content: bytes, asked: argparse.Namespace) -> Iterator[Told]:
    book = openpyxl.load_workbook(
        io.BytesIO(content), read_only=True, data_only=True, keep_links=False
    )
    claimed = {sheet.title: sheet.max_row or 0 for sheet in book.worksheets}
    found = list(_sheets(book, asked))
    if not found:
        yield UnfitTold("no-headings")
        return
    sheet, headings = max(found, key=lambda each: each[1].known)
    others = tuple(each.title for each, its in found if each is not sheet and its.known)
    yield SheetTold(
        name=sheet.title,
        others=others,
        counts_from_1904=book.epoch.year == 1904,
        rows_claimed=claimed[sheet.title] if claimed[sheet.title] <= asked.rows else 0,
        heading_row=headings.row,
        headings=headings.words,
    )
    # openpyxl leaves merged cells out when it streams, and keeps the path of the part to itself.
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        merged = merged_down(archive, sheet._worksheet_path)  # type: ignore[attr-defined]
    yield from _rows(sheet, headings.row, merged, asked)


def _sheets(
    book: openpyxl.Workbook, asked: argparse.Namespace
) -> Iterator[tuple[ReadOnlyWorksheet, HeadingRow]]:
    """Find the sheets a person can see that have headings."""
    named = frozenset(plain(heading) for heading in asked.heading)
    for sheet in book.worksheets:
        if not isinstance(sheet, ReadOnlyWorksheet) or sheet.sheet_state != "visible":
            continue
        if asked.sheet not in (None, sheet.title):
            continue
        # The size a sheet claims is often wrong, by whole formatted columns or on purpose.
        sheet.reset_dimensions()
        top = [_words(row[: asked.columns]) for row in islice(sheet.values, TITLE_ROWS)]
        if headings := find_headings(top, named):
            yield sheet, headings


def _words(row: Values) -> list[str]:
    return [as_text(unpack(pack(value))) for value in row]


def _rows(
    sheet: ReadOnlyWorksheet,
    heading_row: int,
    merged: dict[int, list[tuple[int, int]]],
    asked: argparse.Namespace,
) -> Iterator[Told]:
    """Tell the rows below the headings; gaps are counted as a person counts them."""
    tops = {(top, column) for cells in merged.values() for column, top in cells}
    lenders: dict[tuple[int, int], Packed] = {}
    for number, row in enumerate(sheet.values, start=1):
        if number <= heading_row or all(value in EMPTY for value in row):
            continue
        if outsize := _outsize(number, row, asked):
            yield UnfitTold(outsize)
            return
        cells = tuple(pack(value) for value in row[: asked.columns])
        for column, cell in enumerate(cells) if tops else ():
            if (number, column) in tops:
                lenders[number, column] = cell
        lent = {column: lenders.get((top, column)) for column, top in merged.get(number, ())}
        yield RowTold(number, cells, lent)
    yield EndTold()


def _outsize(number: int, row: Values, asked: argparse.Namespace) -> str:
    """Say in which way a row goes past the limits, if it does."""
    if number > asked.rows:
        return "rows"
    if any(value not in EMPTY for value in row[asked.columns :]):
        return "columns"
    if any(isinstance(value, str) and len(value) > asked.letters for value in row):
        return "letters"
    return ""


if __name__ == "__main__":
    sys.exit(main())

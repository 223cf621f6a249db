"""Writes ledgers as workbooks in the superiors' layout: row after row, with flat memory.

Text is only ever written as text, so no cell can become a formula, whatever somebody typed. A4
across, the head repeated on every page, as wide as the page, pages numbered.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from mediator_desk.ledgers.cells import plain_text
from mediator_desk.ledgers.whole_files import write_beside
from mediator_desk.troubles import Stopped

LONGEST_CELL = 32_767
PROGRESS_EVERY = 100
_A4 = 9
_FONT = "宋体"

Value = str | int | Decimal | date | None


class Kind(StrEnum):
    """How a column shows what it holds; numbers and days are such, all else is text."""

    TEXT = "text"
    WHOLE = "whole"
    MONEY = "money"
    DAY = "day"


_NUMBER_FORMATS = {
    Kind.TEXT: "@",
    Kind.WHOLE: "0",
    Kind.MONEY: "#,##0.00",
    Kind.DAY: "yyyy-mm-dd",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, its width in characters, and how it shows what it holds."""

    heading: str
    width: float = 12.0
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands around the rows: the title, the line below it (left and right), and the foot."""

    name: str
    title: str
    columns: tuple[Column, ...]
    left: str = ""
    right: str = ""
    foot: str = ""


Rows = Iterable[Sequence[Value]]
Progress = Callable[[int], None]


def write_workbook(
    path: Path,
    sheets: Sequence[tuple[Sheet, Rows]],
    *,
    progress: Progress = lambda _row: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write sheets into one workbook, whole or not at all; answer how many rows.

    ``progress`` is told the rows written so far; ``stop`` is asked before each row. Raises
    ``Stopped``, ``DiskFull``, ``DiskTrouble``.
    """
    counted = _Counted(progress, stop)

    def write(file: Path, passing: Path) -> None:
        book = xlsxwriter.Workbook(
            str(file),
            {
                "constant_memory": True,
                "tmpdir": str(passing),
                "strings_to_numbers": False,
                "strings_to_formulas": False,
                "strings_to_urls": False,
            },
        )
        # The same rows make the same file: it does not tell when it was made.
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - Excel knows no zone
        try:
            for sheet, rows in sheets:
                _write_sheet(book, sheet, counted.through(rows))
        except BaseException:
            _abandon(book)
            raise
        book.close()

    write_beside(path, write)
    return counted.rows


@dataclass(slots=True)
class _Counted:
    """Counts rows on their way and lets the person stop."""

    progress: Progress
    stop: Callable[[], bool]
    rows: int = 0

    def through(self, rows: Rows) -> Rows:
        """Let rows through."""
        for row in rows:
            if self.stop():
                raise Stopped
            yield row
            self.rows += 1
            if self.rows % PROGRESS_EVERY == 0:
                self.progress(self.rows)


def _write_sheet(book: Any, sheet: Sheet, rows: Rows) -> None:
    """Write one sheet, from its title to its foot."""
    page, looks = book.add_worksheet(_tab(sheet.name)), _Looks(book)
    last = len(sheet.columns) - 1
    head = _page(page, sheet)
    page.set_row(0, 30)
    _across(page, 0, 0, last, sheet.title, looks.title)
    if sheet.left or sheet.right:
        middle = max(last // 2, 0)
        _across(page, 1, 0, middle, sheet.left, looks.left)
        if middle < last:
            _across(page, 1, middle + 1, last, sheet.right, looks.right)
    for at, column in enumerate(sheet.columns):
        page.write_string(head, at, _fitting(column.heading), looks.head)
    line = head
    for line, row in enumerate(rows, start=head + 1):
        for at, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
            _write(page, line, at, value, column.kind, looks)
    if sheet.foot:
        _across(page, line + 1, 0, last, sheet.foot, looks.left)


def _page(page: Any, sheet: Sheet) -> int:
    """Set the page up; give the row of the heads."""
    head = 2 if sheet.left or sheet.right else 1
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.repeat_rows(0, head)
    page.freeze_panes(head + 1, 0)
    page.set_footer("&C&P / &N")
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
    return head


class _Looks:
    """The formats of one workbook's cells, made when first needed."""

    def __init__(self, book: Any) -> None:
        self._book = book
        bare = {"font_name": _FONT, "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
        boxed = {**bare, "border": 1}
        self.title = book.add_format({**bare, "font_size": 16, "bold": True, "align": "center"})
        self.left = book.add_format({**bare, "align": "left"})
        self.right = book.add_format({**bare, "align": "right"})
        self.head = book.add_format({**boxed, "bold": True, "align": "center"})
        self.cells = {
            kind: book.add_format({**boxed, "num_format": shown, "align": _ALIGNED[kind]})
            for kind, shown in _NUMBER_FORMATS.items()
        }
        # Excel shows such a text as text even when somebody enters the cell and leaves it.
        self.quoted = book.add_format({**boxed, "num_format": "@", "quote_prefix": True})


_ALIGNED = {Kind.TEXT: "left", Kind.WHOLE: "right", Kind.MONEY: "right", Kind.DAY: "center"}
_MEANT_AS_FORMULA = tuple("=+-@\t\r\n'＝＋－＠")


def _write(page: Any, line: int, at: int, value: Value, kind: Kind, looks: _Looks) -> None:
    """Write one cell. Raises nothing: what is no number or day is text."""
    if value is None or value == "":
        page.write_blank(line, at, None, looks.cells[kind])
    elif isinstance(value, int | Decimal) and kind is not Kind.TEXT:
        page.write_number(line, at, value, looks.cells[kind])
    elif isinstance(value, date) and kind is Kind.DAY:
        page.write_datetime(line, at, value, looks.cells[kind])
    else:
        text = _fitting(value.isoformat() if isinstance(value, date) else str(value))
        meant = text.startswith(_MEANT_AS_FORMULA)
        page.write_string(line, at, text, looks.quoted if meant else looks.cells[Kind.TEXT])


def _across(page: Any, line: int, first: int, last: int, text: str, look: Any) -> None:
    """Write a text over several columns."""
    if first < last:
        page.merge_range(line, first, line, last, "", look)
    page.write_string(line, first, _fitting(text), look)


def _fitting(text: str) -> str:
    plain = plain_text(text)
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - 1] + "…"


def _tab(name: str) -> str:
    """Give a name that a tab may have: 31 letters without brackets, slashes, colons and stars."""
    plain = "".join("_" if one in "[]:*?/\\" else one for one in name)
    return plain.strip("'")[:31] or "Sheet"


def _abandon(book: Any) -> None:
    """Close the passing files of a workbook that is not going to be."""
    for page in book.worksheets():
        with suppress(AttributeError, OSError):
            page.row_data_fh.close()
    book.fileclosed = True

"""Gives the bad rows of a ledger back as a workbook, each with the reason beside it."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from mediator_desk.ledgers.cells import Cell, as_text
from mediator_desk.ledgers.rows import BadRow
from mediator_desk.ledgers.whole_files import write_beside
from mediator_desk.words import _

LONGEST_CELL = 32_767
_WIDTHS = {"row": 8, "reason": 44, "cell": 22}


def write_error_copy(path: Path, headings: Sequence[str], bad_rows: Iterable[BadRow]) -> int:
    """Write the bad rows beside their reasons, whole or not at all; answer how many."""
    rows = tuple(bad_rows)
    content = _workbook(headings, rows)
    write_beside(path, lambda file, _passing: _written(file, content))
    return len(rows)


def _workbook(headings: Sequence[str], rows: Sequence[BadRow]) -> bytes:
    """Draw the workbook; every cell is text, so none can ever be a formula."""
    content = io.BytesIO()
    # In memory, because temporary files would leave names behind on the disk.
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        head = book.add_format({"bold": True, "text_wrap": True, "quote_prefix": True})
        plain = book.add_format(
            {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
        )
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(headings), _WIDTHS["cell"])
        sheet.set_column(len(headings), len(headings), _WIDTHS["reason"])
        sheet.set_column(len(headings) + 1, len(headings) + 1, _WIDTHS["row"])
        ours = (_("Why it was not taken in"), _("Row in the ledger"))
        for column, word in enumerate((*headings, *ours)):
            sheet.write_string(0, column, _fitting(word), head)
        for line, bad in enumerate(rows, start=1):
            ours = (bad.why.words(), str(bad.row))
            for column, word in enumerate((*_texts(bad.cells, len(headings)), *ours)):
                sheet.write_string(line, column, _fitting(word), plain)
    return content.getvalue()


def _texts(cells: Sequence[Cell], width: int) -> list[str]:
    texts = [as_text(cell) for cell in cells[:width]]
    return [*texts, *[""] * (width - len(texts))]


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"


def _written(file: Path, content: bytes) -> None:
    file.write_bytes(content)

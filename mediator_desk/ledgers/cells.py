"""What stands in one cell of a spreadsheet, and how it is read as plain text."""

import math
import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

Cell = str | int | float | bool | datetime | date | time | None
Packed = str | int | float | bool | list[str] | None

# Spreadsheets write characters that XML cannot hold as _x000D_.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029\v\f]")
# Zero-width joiners stay: they hold some characters together. Marks that turn the
# direction of writing go: they can make a line read differently from what it says.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_HALVES = re.compile("[\ud800-\udfff]")
_LARGEST = 2**63


def pack(cell: object) -> Packed:
    """Turn a cell into something JSON can carry between two processes."""
    if isinstance(cell, datetime):
        return ["at", cell.isoformat()]
    if isinstance(cell, date):
        return ["on", cell.isoformat()]
    if isinstance(cell, time):
        return ["time", cell.isoformat()]
    if isinstance(cell, str):
        return _HALVES.sub("", cell)
    if isinstance(cell, int) and abs(cell) >= _LARGEST:
        return str(cell)
    return cell if cell is None or isinstance(cell, int | float) else str(cell)


def unpack(packed: Packed) -> Cell:
    """Give back the cell that was packed."""
    if not isinstance(packed, list):
        return packed
    kind, text = packed
    if kind == "at":
        return datetime.fromisoformat(text)
    return date.fromisoformat(text) if kind == "on" else time.fromisoformat(text)


def as_text(cell: Cell) -> str:
    """Read a cell as a person sees it: clean text, whole numbers without a point."""
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else str(cell).upper()
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, float):
        if not math.isfinite(cell):
            return ""
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return str(cell)


def clean(text: str) -> str:
    """Take out what no person typed: control characters, direction marks, odd line ends."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return plain_text(text).strip()


def plain_text(text: str) -> str:
    """Write a text as a spreadsheet can keep it: no control characters, plain line ends."""
    # What prints holds none of them; of a long ledger nearly every cell does.
    if text.isprintable():
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


def half_width(text: str) -> str:
    """Write full-width digits and letters as plain ones, as numbers and dates need."""
    return unicodedata.normalize("NFKC", text)


def squeezed(text: str) -> str:
    """Write text without any space and in plain width, to compare it with another."""
    return _SPACES.sub("", half_width(text))

"""Cells merged over several rows: the lower ones are empty, yet say what the first one says."""

import re
import zipfile
from collections.abc import Iterator

from openpyxl.utils import range_boundaries

TALLEST = 4_000
_CHUNK = 1024 * 1024
_LONGEST_TAG = 200
_ROWS_END = re.compile(rb"</(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*/>")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)[\"']")


def merged_down(archive: zipfile.ZipFile, part: str) -> dict[int, list[tuple[int, int]]]:
    """Find for each row the columns merged with a cell above, and the row of that cell."""
    merged: dict[int, list[tuple[int, int]]] = {}
    for reference in _merges(archive, part):
        left, top, _, bottom = range_boundaries(reference.decode())
        if left is None or top is None or bottom is None or bottom - top > TALLEST:
            continue
        for row in range(top + 1, bottom + 1):
            merged.setdefault(row, []).append((left - 1, top))
    return merged


def _merges(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """List the merged ranges, which stand behind the rows in the part of the sheet."""
    rest = b""
    behind = False
    with archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            rest += chunk
            if not behind and (end := _ROWS_END.search(rest)):
                behind, rest = True, rest[end.end() :]
            if not behind:
                rest = rest[-_LONGEST_TAG:]
    if behind:
        yield from _MERGED.findall(rest)

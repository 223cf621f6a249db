"""A small ledger as stations keep them, made up for the tour: a workbook of one sheet."""

import csv
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from resources import path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKED_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "application/vnd.openxmlformats"

_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_KINDS}-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml"'
        f' ContentType="{_KINDS}-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{_KINDS}-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKED_LINKS}"><Relationship Id="r1"'
        f' Target="xl/workbook.xml" Type="{_LINKS}/officeDocument"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        '<sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKED_LINKS}"><Relationship Id="r1"'
        f' Target="worksheets/sheet1.xml" Type="{_LINKS}/worksheet"/></Relationships>'
    ),
}


def write_ledger(file: Path) -> Path:
    """Write the ledger as an .xlsx; one row has a date nobody can read, as real ledgers do."""
    with path("tour", "ledger.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    # By hand: only the desk's own ledgers may open spreadsheets, and they have no plain writer.
    with ZipFile(file, "w", ZIP_DEFLATED) as book:
        for name, part in _PARTS.items():
            book.writestr(name, _declared(part))
        book.writestr("xl/worksheets/sheet1.xml", _declared("".join(_sheet(rows))))
    return file


def _sheet(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetData>'
    for number, row in enumerate(rows, start=1):
        yield f'<row r="{number}">{"".join(_cells(number, row))}</row>'
    yield "</sheetData></worksheet>"


def _cells(number: int, row: Sequence[str]) -> Iterator[str]:
    for place, text in enumerate(row):
        where = f"{chr(ord('A') + place)}{number}"
        yield f'<c r="{where}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def _declared(part: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{part}'

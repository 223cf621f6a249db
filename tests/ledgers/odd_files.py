"""Odd and hostile files, each beside the words with which it is refused."""

import io
import random
import warnings
import zipfile
from collections.abc import Callable
from itertools import pairwise

from tests.ledgers.made_up import (
    BOOK,
    HEADINGS,
    ROWS,
    SHEET,
    STRINGS,
    TOP,
    cell,
    changed,
    declared,
    part,
    with_rows,
    workbook,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1024 * 1024
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in pairwise("abcdefghi"))
    + "]>"
)
XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def _flagged_encrypted() -> bytes:
    content = bytearray(workbook())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def _twins() -> bytes:
    out = io.BytesIO(workbook())
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(SHEET, b"<worksheet/>")
    return out.getvalue()


def _flipped() -> bytes:
    content = bytearray(workbook())
    at = content.find(SHEET.encode()) + len(SHEET) + 40
    for offset in range(60):
        content[at + offset] ^= 0x5A
    return bytes(content)


def _many_parts() -> bytes:
    return changed(workbook(), {f"xl/media/image{n}.png": b"" for n in range(2_100)})


def _noise(size: int) -> bytes:
    return random.Random(1).randbytes(size)


def _claims_less() -> bytes:
    """A part that unpacks to more than the directory of the archive claims."""
    content = bytearray(workbook())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(SHEET.encode()))
    content[at + 24 : at + 28] = (50).to_bytes(4, "little")
    return bytes(content)


def _hidden_only() -> bytes:
    book = part(workbook(), BOOK).replace(b"<sheet ", b'<sheet state="hidden" ')
    return changed(workbook(), {BOOK: book})


def _linked(old: bytes, new: bytes) -> bytes:
    """A workbook whose only sheet is said to lie somewhere else."""
    links = "xl/_rels/workbook.xml.rels"
    return changed(workbook(), {links: part(workbook(), links).replace(old, new)})


def _merged_nowhere() -> bytes:
    merged = b'</sheetData><mergeCells><mergeCell ref="ZZZ"/></mergeCells>'
    xml = part(with_rows(TOP), SHEET).replace(b"</sheetData>", merged)
    return changed(with_rows(TOP), {SHEET: xml})


EMPTY = "The file is empty"
OTHER_KIND = "not an .xlsx workbook"
OLD_KIND = "an old .xls or .et file"
LOCKED = "protected by a password"
DAMAGED = "damaged or incomplete"
MACROS = "holds macros"
DECLARES = "declarations that an ordinary ledger never has"
NO_HEADINGS = "has a row of headings"

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", EMPTY),
    "a text": (lambda: "编号,日期,内容\n".encode(), OTHER_KIND),
    "a web page called xlsx": (lambda: b"<html><table><tr><td>1</td></tr></table>", OTHER_KIND),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), OTHER_KIND),
    "an xls": (lambda: OLE + "Workbook".encode("utf-16-le") + bytes(2_000), OLD_KIND),
    "an et": (lambda: OLE + "ETExtData".encode("utf-16-le") + bytes(2_000), OLD_KIND),
    "an encrypted workbook": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "an encrypted archive": (_flagged_encrypted, LOCKED),
    "half a workbook": (lambda: workbook()[: len(workbook()) // 2], DAMAGED),
    "a workbook without its end": (lambda: workbook()[:-30], DAMAGED),
    "an archive of nothing": (lambda: b"PK\x05\x06" + bytes(18), OTHER_KIND),
    "the head of an archive": (lambda: b"PK\x03\x04", DAMAGED),
    "a letter": (
        lambda: changed(workbook(), {"word/document.xml": b"<a/>"}, without=(BOOK,)),
        OTHER_KIND,
    ),
    "an ods": (lambda: changed(workbook(), {"mimetype": b"application/x"}), "of another kind"),
    "an xlsb": (lambda: changed(workbook(), {"xl/workbook.bin": b"\0"}), "of another kind"),
    "macros": (lambda: changed(workbook(), {"xl/vbaProject.bin": b"\0"}), MACROS),
    "macros in capitals": (lambda: changed(workbook(), {"XL\\VBAPROJECT.BIN": b"\0"}), MACROS),
    "old macro sheets": (
        lambda: changed(workbook(), {"xl/macrosheets/sheet1.xml": b"<a/>"}),
        MACROS,
    ),
    "a billion laughs in a sheet": (lambda: declared(SHEET, LAUGHS), DECLARES),
    "a billion laughs in the strings": (lambda: declared(STRINGS, LAUGHS), DECLARES),
    "an entity that reads a file": (lambda: declared(BOOK, XXE), DECLARES),
    "a document type in the styles": (
        lambda: declared("xl/styles.xml", '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">'),
        DECLARES,
    ),
    "a document type in UTF-16": (lambda: declared(SHEET, XXE, "utf-16"), DECLARES),
    "a document type in the links": (
        lambda: declared("xl/_rels/workbook.xml.rels", XXE),
        DECLARES,
    ),
    "an endless prologue": (lambda: declared(SHEET, f"<!--{'x' * 70_000}-->"), DAMAGED),
    "a bomb": (
        lambda: changed(workbook(), {"xl/media/a.bin": bytes(150 * MEGABYTE)}),
        "packed far too tightly",
    ),
    "a larger bomb": (
        lambda: changed(workbook(), {f"xl/media/{n}": bytes(70 * MEGABYTE) for n in range(3)}),
        "larger than 200 MB",
    ),
    "too many parts": (_many_parts, "too many parts"),
    "too many bytes": (lambda: workbook() + _noise(21 * MEGABYTE), "larger than 20 MB"),
    "two parts of one name": (_twins, DAMAGED),
    "a strange packing": (lambda: changed(workbook(), packing=zipfile.ZIP_LZMA), DAMAGED),
    "no XML at all": (lambda: changed(workbook(), {BOOK: _noise(500)}), DAMAGED),
    "flipped bytes": (_flipped, DAMAGED),
    "a wrong size in the directory": (_claims_less, DAMAGED),
    "no sheet behind the name": (lambda: changed(workbook(), without=(SHEET,)), NO_HEADINGS),
    "half a sheet": (
        lambda: changed(workbook(), {SHEET: part(workbook(), SHEET)[:-400]}),
        DAMAGED,
    ),
    "a sheet of nonsense": (lambda: changed(workbook(), {SHEET: b"<nonsense/>"}), NO_HEADINGS),
    "only hidden sheets": (_hidden_only, NO_HEADINGS),
    "an empty sheet": (lambda: with_rows(""), NO_HEADINGS),
    "a single column": (
        lambda: workbook([["一"], ["二"]], headings=("内容",)),
        NO_HEADINGS,
    ),
    "headings that mean nothing": (
        lambda: workbook([["一", "二"]], headings=("甲", "乙")),
        "No column of the ledger says",
    ),
    "the last row there can be": (
        lambda: with_rows(TOP + f'<row r="1048576">{cell("A1048576", "x")}</row>'),
        "more than 100000 rows",
    ),
    "the last column there can be": (
        lambda: with_rows(TOP + f'<row r="3">{cell("XFD3", "x")}</row>'),
        "more than 200 columns",
    ),
    "the corners of a sheet": (
        lambda: with_rows(TOP + f'<row r="1048576">{cell("XFD1048576", "x")}</row>'),
        "more than 100000 rows",
    ),
    "a cell without end": (
        lambda: with_rows(TOP + f'<row r="3">{cell("B3", "停" * 40_000)}</row>'),
        "longer than any spreadsheet allows",
    ),
    "a text that is not in the list of texts": (
        lambda: with_rows(TOP.replace(cell("B2", "地锁"), '<c r="B2" t="s"><v>99999</v></c>')),
        DAMAGED,
    ),
    "a row of no number": (lambda: with_rows(TOP.replace('r="2"', 'r="zwei"', 1)), DAMAGED),
    "a cell of no place": (lambda: with_rows(TOP.replace('r="B2"', 'r="2B"')), DAMAGED),
    "a sign no XML may have": (lambda: with_rows(TOP.replace("地锁", "地&#0;锁")), DAMAGED),
    "a hundred thousand nested parts": (lambda: with_rows("<row>" * 100_000), DAMAGED),
    "merged cells that name no cells": (_merged_nowhere, DAMAGED),
    "no list of contents": (
        lambda: changed(workbook(), without=("[Content_Types].xml",)),
        DAMAGED,
    ),
    "a sheet that lies elsewhere": (
        lambda: _linked(b"worksheets/sheet1.xml", b"../../../../etc/hostname"),
        NO_HEADINGS,
    ),
    "a sheet in the net": (
        lambda: _linked(
            b'Target="worksheets/sheet1.xml"',
            b'Target="http://192.0.2.1/sheet1.xml" TargetMode="External"',
        ),
        NO_HEADINGS,
    ),
    "a program before the workbook": (lambda: b"MZ" + bytes(100) + workbook(), OTHER_KIND),
    "headings below fifty titles": (
        lambda: workbook([("标题",)] * 50 + [HEADINGS, *ROWS], headings=()),
        NO_HEADINGS,
    ),
}

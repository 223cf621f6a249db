"""Odd files that are read all the same, each beside what it answers: a row, a reason, a remark."""

import io
import zipfile
from collections.abc import Callable

from tests.ledgers.made_up import (
    BOOK,
    HEADINGS,
    ROWS,
    SHEET,
    TOP,
    cell,
    changed,
    declared,
    part,
    with_rows,
    workbook,
)

_LOST = 99_999
_DAY, _TEXT = "2026-3-2", "地锁占用车位"
_MERGES = "<mergeCells>{}</mergeCells>"


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _raw(reference: str, kind: str, value: str) -> str:
    return f'<c r="{reference}" t="{kind}"><v>{value}</v></c>'


def _told(text: str, day: str = _DAY) -> bytes:
    """A ledger of one row whose text or day is odd."""
    return workbook([(day, text)], headings=("日期", "内容"))


def _with_merges(*merges: str) -> bytes:
    content = with_rows(TOP)
    said = _MERGES.format("".join(f'<mergeCell ref="{one}"/>' for one in merges)).encode()
    xml = part(content, SHEET).replace(b"</sheetData>", b"</sheetData>" + said)
    return changed(content, {SHEET: xml})


def _titled() -> bytes:
    """Titles over merged cells, unit and period, then the headings."""

    def draw(book, sheet) -> None:
        for line, words in enumerate(("某街道矛盾纠纷台账", "填报单位：某社区　期间：3月")):
            sheet.merge_range(line, 0, line, 7, words)
        for column, word in enumerate(HEADINGS):
            sheet.write_string(2, column, word)
        for column, word in enumerate(ROWS[0]):
            sheet.write_string(3, column, word)

    return workbook([], headings=(), draw=draw)


def _behind_a_letter() -> bytes:
    """A workbook with a web page behind its end."""
    return workbook() + b"<html><script>alert(1)</script></html>"


def _climbing() -> bytes:
    out = io.BytesIO(workbook())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../../outside.txt", b"x")
    return out.getvalue()


def _id(number: object) -> bytes:
    return workbook([(_DAY, _TEXT, number)], headings=("日期", "内容", "身份证号"))


# What is looked for is a part of the first row's text, of its remarks, or of the reason why not.
READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "titles over merged cells": (_titled, "地锁占用车位"),
    "a day as a serial": (
        lambda: with_rows(TOP.replace(cell("A2", _DAY), _raw("A2", "n", "46083"))),
        "地锁",
    ),
    "a day with digits of full width": (lambda: _told(_TEXT, "２０２６－０３－０２"), _TEXT),
    "a day in Chinese digits": (lambda: _told(_TEXT, "二〇二六年三月二日"), _TEXT),
    "a day that is none": (lambda: _told(_TEXT, "2026-2-30"), "no such day"),
    "a day without its year": (lambda: _told(_TEXT, "3月2日"), "year is missing"),
    "a day to come": (lambda: _told(_TEXT, "2099-1-1"), "lies in the future"),
    "a serial no calendar has": (
        lambda: with_rows(TOP.replace(cell("A2", _DAY), _raw("A2", "n", "99999999"))),
        "cannot be read",
    ),
    "a number without end": (
        lambda: with_rows(TOP.replace(cell("A2", _DAY), _raw("A2", "n", "1e400"))),
        "date is missing",
    ),
    "an error where the day should be": (
        lambda: with_rows(TOP.replace(cell("A2", _DAY), _raw("A2", "e", "#REF!"))),
        "cannot be read",
    ),
    "a truth where the text should be": (
        lambda: with_rows(TOP.replace(cell("B2", "地锁"), _raw("B2", "b", "1"))),
        "TRUE",
    ),
    "an ID number that lost its end": (lambda: _id(371502190001010011), "lost the last digits"),
    "an ID number shortened to a power": (lambda: _id("3.71502E+17"), "lost the last digits"),
    "a text that turns the writing round": (lambda: _told("地\u202e锁占用"), "地锁占用"),
    "a text with signs nobody types": (lambda: _told("地_x0007_锁\u200b占用"), "地锁占用"),
    "a text that looks like a formula": (
        lambda: _told('=HYPERLINK("http://192.0.2.1")'),
        "=HYPERLINK",
    ),
    "a text of a rare plane": (lambda: _told("𬱖某与䶮某争执"), "𬱖某与䶮某争执"),
    "a text of runs": (
        lambda: with_rows(
            TOP.replace(
                cell("B2", "地锁"),
                '<c r="B2" t="inlineStr"><is><r><t>地</t></r><r><t>锁</t></r></is></c>',
            )
        ),
        "地锁",
    ),
    "cells out of order": (
        lambda: with_rows(
            _row(1, cell("A1", "日期"), cell("B1", "内容"))
            + _row(2, cell("B2", "地锁"), cell("A2", _DAY))
        ),
        "not written what happened",
    ),
    "a cell said twice": (
        lambda: with_rows(TOP.replace(cell("B2", "地锁"), cell("B2", "地锁") + cell("B2", "噪音"))),
        "噪音",
    ),
    "rows without numbers": (
        lambda: with_rows(TOP.replace(' r="1"', "", 1).replace(' r="2"', "", 1)),
        "地锁",
    ),
    "cells merged over the whole sheet": (lambda: _with_merges("A1:XFD1048576"), "地锁"),
    "cells merged down to the last row": (lambda: _with_merges("A2:A1048576"), "地锁"),
    "ten thousand merged cells": (
        lambda: _with_merges(*(f"C{at}:D{at}" for at in range(3, 10_003))),
        "地锁",
    ),
    "a sheet in UTF-16": (lambda: declared(SHEET, "", "utf-16"), "地锁占用车位"),
    "a page of the web behind the workbook": (_behind_a_letter, "地锁占用车位"),
    "a part that climbs out": (_climbing, "地锁占用车位"),
    "links to another workbook": (
        lambda: changed(workbook(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        "地锁占用车位",
    ),
    "no styles": (lambda: changed(workbook(), without=("xl/styles.xml",)), "地锁占用车位"),
    "a look that is not in the list of looks": (
        lambda: with_rows(TOP.replace(cell("B2", "地锁"), f'<c r="B2" s="{_LOST}"><v>1</v></c>')),
        "1",
    ),
    "no theme": (lambda: changed(workbook(), without=("xl/theme/theme1.xml",)), "地锁占用车位"),
    "a sheet of a strange name": (
        lambda: changed(
            workbook(), {BOOK: part(workbook(), BOOK).replace("台账".encode(), b"&lt;b&gt;&amp;")}
        ),
        "地锁占用车位",
    ),
}

"""Writes ledgers as CSV that Excel and WPS open rightly: UTF-8 with a mark, every field quoted.

A field that would be taken for a formula gets an apostrophe before it (OWASP ASVS 1.2.10); the
heads stand in the first line, so that a program reads it as it is.
"""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

from mediator_desk.ledgers.cells import plain_text
from mediator_desk.ledgers.whole_files import write_beside
from mediator_desk.ledgers.writing import PROGRESS_EVERY, Progress, Rows, Sheet, Value
from mediator_desk.troubles import Stopped

_MEANT_AS_FORMULA = tuple("=+-@\t\r＝＋－＠")


def write_csv(
    path: Path,
    sheet: Sheet,
    rows: Rows,
    *,
    progress: Progress = lambda _row: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write rows below their heads, whole or not at all; answer how many.

    Raises ``Stopped``, ``DiskFull``, ``DiskTrouble``.
    """
    written = 0

    def write(file: Path, _passing: Path) -> None:
        nonlocal written
        with file.open("w", encoding="utf-8-sig", newline="") as lines:
            out = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            out.writerow([_said(column.heading) for column in sheet.columns])
            for row in rows:
                if stop():
                    raise Stopped
                out.writerow([_said(value) for value in row])
                written += 1
                if written % PROGRESS_EVERY == 0:
                    progress(written)

    write_beside(path, write)
    return written


def _said(value: Value) -> str:
    """Write one field; a number is no text and needs no guard."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return str(value)
    text = plain_text(value)
    return f"'{text}" if text.lstrip(" \n").startswith(_MEANT_AS_FORMULA) else text

"""Bad rows come back as a workbook of plain text, whole or not at all."""

import errno
import os
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from mediator_desk.ledgers.error_copy import write_error_copy
from mediator_desk.ledgers.ledger import read_ledger
from mediator_desk.ledgers.rows import BadRow
from mediator_desk.rules.remarks import remark
from mediator_desk.troubles import DiskFull, DiskTrouble
from tests.ledgers.made_up import SHEET, part, put, workbook
from tests.ledgers.payloads import PAYLOADS

HEADINGS = ("日期", "内容", "电话")
WHY = remark("{why}", why="=1+1")


def bad(*cells, row=2, why=WHY):
    return BadRow(row=row, why=why, cells=cells)


def test_no_cell_is_ever_a_formula_a_number_or_a_link(tmp_path):
    path = tmp_path / "bad.xlsx"
    rows = [bad(payload, payload, payload) for payload in PAYLOADS]

    write_error_copy(path, PAYLOADS[:3], rows)

    sheet = openpyxl.load_workbook(path).active
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert len(PAYLOADS) >= 30
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)
    assert b"<f" not in part(path.read_bytes(), SHEET)
    assert b"<hyperlink" not in part(path.read_bytes(), SHEET)


def test_each_bad_row_stands_beside_its_reason(tmp_path):
    path = tmp_path / "bad.xlsx"
    cells = (datetime(2026, 3, 2, 9, 5), "地锁", 13800000001)  # noqa: DTZ001 - as openpyxl gives it

    count = write_error_copy(path, HEADINGS, [bad(*cells, row=7, why=remark("No day."))])

    head, line = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    assert count == 1
    assert head == (*HEADINGS, "Why it was not taken in", "Row in the ledger")
    assert line == ("2026-03-02 09:05:00", "地锁", "13800000001", "No day.", "7")


def test_an_error_copy_can_be_mended_and_taken_in(tmp_path):
    today = date(2026, 11, 23)
    source = put(tmp_path, workbook([("昨天", "地锁", "138")], headings=HEADINGS))
    with read_ledger(source, today=today) as ledger:
        bad_rows = list(ledger.rows)
    write_error_copy(tmp_path / "bad.xlsx", HEADINGS, bad_rows)
    book = openpyxl.load_workbook(tmp_path / "bad.xlsx")
    book.active["A2"] = "2026-3-2"
    book.save(tmp_path / "mended.xlsx")

    with read_ledger(tmp_path / "mended.xlsx", today=today) as ledger:
        (row,) = ledger.rows

    assert (row.logged_on, row.text, row.phone) == (date(2026, 3, 2), "地锁", "138")


def test_a_text_longer_than_a_cell_is_cut_and_shown_as_cut(tmp_path):
    path = tmp_path / "bad.xlsx"

    write_error_copy(path, HEADINGS, [bad("", "停" * 40_000, "")])

    text = openpyxl.load_workbook(path).active["B2"].value
    assert (len(text), text[-1]) == (32_767, "…")


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, "full")

    path = put(tmp_path, b"before", "bad.xlsx")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(DiskFull):
        write_error_copy(path, HEADINGS, [bad("", "地锁", "")])

    assert [each.name for each in tmp_path.iterdir()] == ["bad.xlsx"]
    assert path.read_bytes() == b"before"


def test_a_folder_that_is_not_there_is_a_trouble_of_the_disk(tmp_path):
    with pytest.raises(DiskTrouble):
        write_error_copy(tmp_path / "nowhere" / "bad.xlsx", HEADINGS, [])


def test_nothing_is_left_in_the_folder_for_passing_files(tmp_path, monkeypatch):
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))

    write_error_copy(Path(tmp_path / "bad.xlsx"), HEADINGS, [bad("", "地锁", "")])

    assert list(passing.iterdir()) == []

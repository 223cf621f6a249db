"""Ledgers are written as superiors want them, whole or not at all, and never with a formula."""

import csv
import io
import os
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from mediator_desk.ledgers.cells import clean, plain_text
from mediator_desk.ledgers.writing import Column, Kind, Sheet, write_workbook
from mediator_desk.ledgers.writing_csv import write_csv
from mediator_desk.troubles import DiskFull, DiskTrouble, Stopped
from tests.ledgers.made_up import SHEET, part
from tests.ledgers.payloads import PAYLOADS

COLUMNS = (
    Column(heading="序号", width=6, kind=Kind.WHOLE),
    Column(heading="当事人", width=20),
    Column(heading="金额", kind=Kind.MONEY),
    Column(heading="日期", kind=Kind.DAY),
)
LEDGER = Sheet(
    name="台账", title="人民调解案件台账", columns=COLUMNS, left="填报单位：甲", right="期间：乙",
    foot="制表人：丙",
)  # fmt: skip
ROW = (1, "张三、李四", Decimal("1409.50"), date(2026, 8, 31))


def written(path, rows=(ROW,), sheet=LEDGER, **asked):
    write_workbook(path, [(sheet, rows)], **asked)
    return openpyxl.load_workbook(path).active


def test_a_ledger_has_title_unit_period_head_rows_and_foot(tmp_path):
    sheet = written(tmp_path / "台账.xlsx")

    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert lines[0][0] == "人民调解案件台账"
    assert [lines[1][0], lines[1][2]] == ["填报单位：甲", "期间：乙"]
    assert lines[2] == ["序号", "当事人", "金额", "日期"]
    assert lines[3][:3] == [1, "张三、李四", 1409.5]
    assert lines[3][3].date() == date(2026, 8, 31)
    assert lines[4][0] == "制表人：丙"
    assert "A1:D1" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_ledger_prints_on_a4_across_with_its_head_on_every_page(tmp_path):
    sheet = written(tmp_path / "台账.xlsx")

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$1:$3"
    assert sheet.freeze_panes == "A4"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.center.text == "&P / &N"


def test_no_text_in_any_column_becomes_a_formula(tmp_path):
    everywhere = tuple(
        Column(heading=one, kind=kind) for one, kind in zip("甲乙丙丁", Kind, strict=True)
    )
    sheet = Sheet(name="=1+1", title="=1+1", columns=everywhere, left="=1+1", foot="=1+1")
    path = tmp_path / "台账.xlsx"

    read = written(path, [(one,) * 4 for one in PAYLOADS], sheet)

    assert len(PAYLOADS) >= 30
    body = list(read.iter_rows(min_row=4, max_row=3 + len(PAYLOADS)))
    for payload, line in zip(PAYLOADS, body, strict=True):
        assert {cell.data_type for cell in line} == {"s"}
        assert {cell.value for cell in line} == {plain_text(payload)}
    assert b"<f" not in part(path.read_bytes(), SHEET)
    assert b"<hyperlink" not in part(path.read_bytes(), SHEET)


@pytest.mark.parametrize("payload", [one for one in PAYLOADS if one[0] in "=+-@\t\r\n'＝＋－＠"])
def test_what_looks_like_a_formula_is_marked_as_text(tmp_path, payload):
    read = written(tmp_path / "台账.xlsx", [(1, payload, None, None)])

    assert read["B4"].quotePrefix


@pytest.mark.parametrize("text", ["_x000D_", "_x0041_x", "𬱖㛃䶮", "<b>&amp;]]>", "一\n二"])
def test_a_text_reads_back_as_it_was(tmp_path, text):
    read = written(tmp_path / "台账.xlsx", [(1, text, None, None)])

    assert clean(read["B4"].value) == text


def test_a_csv_opens_in_excel_and_holds_no_formula(tmp_path):
    path = tmp_path / "台账.csv"
    rows = [(at, one, Decimal("-1.50"), date(2026, 8, 31)) for at, one in enumerate(PAYLOADS)]

    count = write_csv(path, LEDGER, rows)

    content = path.read_bytes()
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert content.startswith(b"\xef\xbb\xbf")
    assert (count, head) == (len(PAYLOADS), ["序号", "当事人", "金额", "日期"])
    for payload, line in zip(PAYLOADS, lines, strict=True):
        assert line[1].removeprefix("'") == plain_text(payload).removeprefix("'")
        assert not line[1].lstrip().startswith(tuple("=+-@＝＋－＠"))
        assert line[2:] == ["-1.50", "2026-08-31"]


def test_the_same_rows_make_the_same_file(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        written(tmp_path / name)

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_progress_is_told(tmp_path):
    told = []

    written(tmp_path / "台账.xlsx", [ROW] * 250, progress=told.append)

    assert told == [100, 200]


@pytest.mark.parametrize(
    "write",
    [
        lambda path, stop: write_csv(path, LEDGER, [ROW] * 1000, stop=stop),
        lambda path, stop: write_workbook(path, [(LEDGER, [ROW] * 1000)], stop=stop),
    ],
    ids=["csv", "xlsx"],
)
def test_stopping_leaves_what_was_there_and_nothing_else(tmp_path, write):
    path = tmp_path / "台账"
    path.write_bytes(b"before")
    seen = []

    def stop():
        seen.append(1)
        return len(seen) > 150

    with pytest.raises(Stopped):
        write(path, stop)

    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"before"
    assert len(seen) == 151


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(DiskFull):
        written(tmp_path / "台账.xlsx")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_trouble_of_the_disk(tmp_path):
    with pytest.raises(DiskTrouble):
        written(tmp_path / "nowhere" / "台账.xlsx")


def test_passing_files_are_closed_to_others_and_go(tmp_path):
    seen = []

    def rows():
        for _ in range(300):
            yield ROW
        seen.extend(one.stat().st_mode & 0o077 for one in tmp_path.iterdir())

    written(tmp_path / "台账.xlsx", rows())

    assert seen == [0]
    assert [one.name for one in tmp_path.iterdir()] == ["台账.xlsx"]

"""A roster from a file: headings as they are here, two encodings, and lines that lose nothing."""

from decimal import Decimal

import openpyxl
import pytest

from mediator_desk.records.owners_vote import AreaSource
from mediator_desk.troubles import LedgerUnfit
from mediator_desk.usecases.owners_votes import rosters
from mediator_desk.usecases.owners_votes.pasted import line_of, read_lines, units_of
from mediator_desk.usecases.owners_votes.roster_file import lines_of
from tests.usecases.votes import votes_at

HEADINGS = (
    *("楼号", "单元", "房号", "业主", "共有人", "建筑面积(㎡)", "联系电话"),
    *("代理人", "授权委托书", "是否未售", "面积来源", "占用专有部分"),
)
ROWS = (
    ("5号楼", "2单元", "101", "王芳", "李强", "92.50", "13800635001", "", "", "", "测绘", "是"),
    ("5号楼", "2单元", "102", "赵明", "", "97.5", "", "钱亮", "2026年11月1日签", "", "", ""),
    ("5号楼", "2单元", "201", "某置业", "", "92.50", "", "", "", "是", "合同", ""),
)


def csv_file(folder, encoding, rows=ROWS):
    file = folder / "名册.csv"
    table = "\r\n".join(",".join(one) for one in (HEADINGS, *rows))
    file.write_bytes(table.encode(encoding))
    return file


def workbook(folder):
    book = openpyxl.Workbook()
    book.active.append(["铁塔家园业主名册"])
    for row in (HEADINGS, *ROWS):
        book.active.append([float(one) if one[:2] in ("92", "97") else one for one in row])
    file = folder / "名册.xlsx"
    book.save(file)
    return file


@pytest.fixture(params=["utf-8-sig", "gb18030", "xlsx"])
def roster(request, tmp_path):
    if request.param == "xlsx":
        return workbook(tmp_path)
    return csv_file(tmp_path, request.param)


def test_every_column_is_known_by_its_heading(roster):
    one, other, unsold = units_of(lines_of(roster))

    assert (one.unit, one.owner, one.co_owners) == ("5号楼-2单元-101", "王芳", ("李强",))
    assert (one.area, one.phone) == (Decimal("92.50"), "13800635001")
    assert (one.area_source, one.own_part) == (AreaSource.SURVEY, True)
    assert (other.agent, other.authority) == ("钱亮", "2026年11月1日签")
    assert (other.unsold, other.own_part, other.area_source) == (False, False, AreaSource.REGISTER)
    assert (unsold.unsold, unsold.area_source) == (True, AreaSource.CONTRACT)


def test_every_line_that_cannot_be_read_is_named(tmp_path):
    bad = ((*ROWS[0][:5], "", *ROWS[0][6:]), ROWS[1], (*ROWS[2][:5], "不详", *ROWS[2][6:]))

    units, refusals = read_lines(lines_of(csv_file(tmp_path, "utf-8", bad)))

    assert [one.owner for one in units] == ["赵明"]
    assert ["Line 2" in refusals[0].words(), "Line 4" in refusals[1].words()] == [True, True]


def test_a_file_that_is_no_roster_says_which_headings_it_needs(tmp_path):
    file = tmp_path / "别的.csv"
    file.write_text("日期,内容\n11-1,开会\n", encoding="utf-8")

    with pytest.raises(LedgerUnfit, match="房号"):
        lines_of(file)


def test_what_is_no_workbook_is_refused_in_words(tmp_path):
    file = tmp_path / "名册.xlsx"
    file.write_bytes(b"no workbook")

    with pytest.raises(LedgerUnfit, match=r"not an \.xlsx workbook"):
        lines_of(file)


def test_a_roster_written_as_lines_reads_back_the_same(here, roster):
    votes = votes_at(here)
    vote = votes.called()
    units = units_of(lines_of(roster))
    rosters.take_roster(votes.desk, rosters.TakeRoster(vote=vote, units=units))

    lines = "\n".join(line_of(one) for one in votes.file(vote).units)

    assert units_of(lines) == units

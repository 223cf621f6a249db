"""Statistics and ledgers from the command line, on a station with a few cases."""

import csv

import openpyxl
import pytest

from tests.ledgers.payloads import PAYLOADS

LAYOUT = """
ledger = "mine"
title = "我们的台账"
left = "{unit}"
right = "{period}"
cases = "logged"

[[column]]
field = "number"
heading = "编号"

[[column]]
field = "FIELD"
heading = "内容"
"""


def _rows(file):
    return [[one.value for one in line] for line in openpyxl.load_workbook(file).active.iter_rows()]


def _layout(desk, field="text"):
    file = desk.folder.parent / "mine.toml"
    file.write_text(LAYOUT.replace("FIELD", field), encoding="utf-8")
    return file


def test_the_tables_and_ledgers_are_named(desk):
    told = desk("report", "--list-tables", "--json")

    names = [one["table"] for one in told.json]
    assert names[:3] == ["cases", "organisation", "topics"]
    assert {"ledger:register", "ledger:justice", "ledger:street", "ledger:grid"} <= set(names)


def test_figures_are_told_without_a_file(desk):
    desk.log()

    told = desk("report", "--period", "2026-11", "--json", "--table", "topics")

    assert told.code == 0
    assert told.json["from"] == "2026-11-01"
    assert told.json["figures"]["total"]["value"] == 0
    assert len(told.json["trend"]) == 24


def test_a_table_is_written_with_what_is_told(desk, tmp_path):
    told = desk("report", "--period", "2026-11", "-o", tmp_path / "表.xlsx", "--json")

    rows = _rows(tmp_path / "表.xlsx")
    assert told.json["file"].endswith("表.xlsx")
    assert rows[0][0] == "人民调解案件情况统计表"
    assert rows[1][0] == "填报单位：古城人民调解委员会"
    assert [row[1] for row in rows[3:5]] == ["调解案件总数", "调解成功"]


def test_the_committees_are_counted_and_the_rest_is_typed_once_a_year(desk, tmp_path):
    desk.do("report-figures", period="2026", figures={"trained": "12", "funds.cases": "3.50"})

    told = desk("report", "--period", "2026-11", "--table", "organisation", "--json")
    desk("report", "--period", "2026", "--table", "organisation", "-o", tmp_path / "队伍.xlsx")

    figures = told.json["figures"]
    assert figures["trained"]["value"] == "12"
    assert figures["funds.cases"]["value"] == "3.50"
    assert figures["funds.guidance"]["value"] is None
    assert figures["mediators"]["value"] == "1"
    rows = _rows(tmp_path / "队伍.xlsx")
    assert ["案件补贴", "万元", "3.50"] in [row[1:4] for row in rows]


def test_a_ledger_is_written_with_masked_phones_unless_it_is_asked_for(desk, tmp_path):
    desk.log(parties=[{"name": "张三", "phone": "13800138000"}])
    typed = ("report", "--period", "2026", "--table", "ledger:street", "-o", tmp_path / "台账.xlsx")

    desk(*typed)
    masked = _rows(tmp_path / "台账.xlsx")[3]
    desk(*typed, "--full")
    whole = _rows(tmp_path / "台账.xlsx")[3]

    assert "138****8000" in masked
    assert "13800138000" in whole


def test_a_ledger_that_asks_for_id_numbers_must_be_switched_on(desk, tmp_path):
    desk.log(parties=[{"name": "张三", "id_number": "371502190001010011"}])
    file = tmp_path / "网格.xlsx"
    typed = ("report", "--period", "2026", "--table", "grid", "-o", file)

    refused = desk(*typed)
    desk.do("set-reporting", identity=True)
    told = desk(*typed, "--json")

    assert (refused.code, "not switched on" in refused.err) == (1, True)
    assert told.code == 0
    assert len(_rows(file)[2]) == 27


def test_a_lead_takes_a_layout_of_his_own_in(desk, tmp_path):
    desk.log(text="楼下私装地锁")

    taken = desk("rules", "take", _layout(desk), "--source", "街道通知", "--json")
    desk("report", "--period", "2026", "--table", "ledger:mine", "-o", tmp_path / "台账.xlsx")

    assert taken.json["name"] == "ledgers/mine"
    rows = _rows(tmp_path / "台账.xlsx")
    assert rows[0][0] == "我们的台账"
    assert rows[2:4] == [["编号", "内容"], ["古城-2026-1", "楼下私装地锁"]]


def test_a_layout_with_an_unknown_field_is_refused_with_those_there_are(desk):
    told = desk("rules", "take", _layout(desk, "colour"), "--source", "街道通知")

    assert told.code == 1
    assert "“内容” asks for “colour”" in told.err
    assert "volume_no" in told.err


def test_a_ledger_nobody_knows_is_not_found(desk, tmp_path):
    told = desk("report", "--period", "2026", "--table", "ledger:none", "-o", tmp_path / "a.xlsx")

    assert told.code == 4
    assert "register" in told.err


@pytest.mark.parametrize("period", ["2026-13", "viele"])
def test_what_is_no_period_is_refused(desk, period):
    assert desk("report", "--period", period).code == 1


def test_hostile_texts_stay_text_in_every_ledger(desk, tmp_path):
    for payload in PAYLOADS[9:19]:
        desk.log(text=payload, title=payload, parties=[{"name": "张三", "address": payload}])
    desk.do("set-reporting", identity=True)

    for name in ("register", "justice", "street", "governance", "grid"):
        typed = ("report", "--period", "2026", "--table", name)
        desk(*typed, "-o", tmp_path / f"{name}.xlsx")
        desk(*typed, "-o", tmp_path / f"{name}.csv")

        cells = [
            one
            for line in openpyxl.load_workbook(tmp_path / f"{name}.xlsx").active.iter_rows()
            for one in line
        ]
        assert not [one for one in cells if one.data_type == "f"]
        text = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        fields = [one for line in csv.reader(text.splitlines()) for one in line]
        assert not [one for one in fields if one[:1] in tuple("=+-@")]


@pytest.mark.parametrize("table", ["cases", "organisation", "topics", "register"])
def test_a_table_prints(desk, tmp_path, table):
    desk.log()

    told = desk("report", "--period", "2026", "--table", table, "-o", tmp_path / "表.pdf")

    assert told.code == 0
    assert (tmp_path / "表.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_of_another_kind_is_not_understood(desk, tmp_path):
    told = desk("report", "--period", "2026", "-o", tmp_path / "表.docx")

    assert (told.code, ".pdf" in told.err) == (2, True)


def test_a_ledger_is_never_written_for_the_public(desk, tmp_path):
    out = tmp_path / "ledger.csv"

    told = desk("report", "--period", "2026", "--table", "ledger:justice", "--public", "-o", out)

    assert told.code == 2
    assert "never public" in told.err
    assert not out.exists()

"""The program as its own process: what it loads, real messages, and a reader who has enough."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import main
from tests.store import stations

ROOT = Path(main.__file__).parent
SAMPLE = ROOT.parent / "shared" / "data" / "citizen_messages_sample.xlsx"
FREE = ["--any-folder", "--stop-below-mb", "0", "--ballast-mb", "0"]


def _start(*typed, code="", **more):
    words = [sys.executable, *(["-c", code] if code else ["main.py"]), *map(str, typed)]
    said = {"MEDIATOR_DESK_PASSWORD": stations.PASSWORD, "PYTHONWARNINGS": "error"}
    return subprocess.run(
        words,
        cwd=ROOT,
        env=os.environ | said,
        capture_output=True,
        encoding="utf-8",
        check=False,
        **more,
    )


def test_reckoning_loads_neither_windows_nor_store_nor_printing():
    code = (
        "import sys, main; main.main(['due', 'D01', '--from', '2026-01-15', '--json']);"
        "heavy = {'PySide6', 'sqlalchemy', 'sqlcipher3', 'reportlab', 'xlsxwriter', 'pypinyin'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )

    told = _start(code=code)

    assert json.loads(told.stdout)["due_on"] == "2026-02-24"
    assert told.stderr.strip() == "[]"


def test_a_command_over_the_store_loads_no_windows(tmp_path):
    station = stations.sit_down(tmp_path / "station")
    station.leave()
    code = (
        "import sys; from main import main; main(sys.argv[1:]);"
        "print('PySide6' in sys.modules, file=sys.stderr)"
    )

    told = _start("--data", station.house.folder, *FREE, "list", "--json", code=code)

    assert (json.loads(told.stdout), told.stderr.strip()) == ([], "False")


def test_a_reader_who_has_enough_hears_no_complaint(tmp_path):
    station = stations.sit_down(tmp_path / "station")
    station.leave()
    words = [sys.executable, "main.py", "do", "--list", "--json"]

    with subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as program:
        program.stdout.close()
        complained = program.stderr.read()

    assert complained == ""


@pytest.mark.skipif(not SAMPLE.exists(), reason="the messages of residents are not here")
def test_real_messages_are_taken_in_once_and_found_as_a_plain_scan_finds_them(tmp_path):
    station = stations.sit_down(tmp_path / "station")
    station.leave()
    here = ["--data", station.house.folder, *FREE]
    told = [tuple(map(str, row)) for row in openpyxl.load_workbook(SAMPLE).active.values][1:]
    scanned = {title for _no, _who, title, _at, text, *_ in told if "停车" in f"{title}\n{text}"}

    first = json.loads(_start(*here, "intake", SAMPLE, "--json").stdout)
    again = json.loads(_start(*here, "intake", SAMPLE, "--json").stdout)
    found = json.loads(_start(*here, "list", "--search", "停车", "--json").stdout)

    assert (first["logged"], first["refused"]) == (344, [])
    assert (again["logged"], again["already"]) == (0, 344)
    assert {one["title"].strip() for one in found} == {title.strip() for title in scanned}
    assert len(found) == sum("停车" in f"{row[2]}\n{row[4]}" for row in told)

"""The commands that need no store, and what every command keeps to."""

import importlib.metadata
import json
import tomllib
from pathlib import Path

import pytest

import main
from mediator_desk import homes

ROOT = Path(main.__file__).parent


def test_the_version_names_everything_that_matters(desk):
    told = desk("--version", "--json").json

    assert (
        told["program"]
        == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    )
    assert told["qt"] == importlib.metadata.version("pyside6-essentials")
    assert told["data"] == str(desk.folder)
    assert set(told) == {"program", "schema", "python", "qt", "sqlcipher", "data"}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["D01", "--from", "2026-01-15"], {"due_on": "2026-02-24", "rule_set": "national"}),
        (["D02", "--from", "2026-01-20"], {"due_on": "2026-02-24"}),
        (
            ["D08.sign", "--from", "2026-09-23T15:20", "--rule-set", "gulou"],
            {"due_at": "2026-09-23T16:20:00+08:00", "rule_set": "gulou"},
        ),
        (
            ["D08.report", "--from", "2026-09-18T09:00+08:00", "--rule-set", "gulou"],
            {"due_on": "2026-09-22"},
        ),
    ],
)
def test_due_reckons_one_deadline(desk, typed, answer):
    told = desk("due", *typed, "--json").json

    assert told | answer == told
    assert told["provisional"] is False
    assert told["because"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["D01", "--from", "2026-09-01", "--extend", "20"], {"due_on": "2026-10-28"}),
        (
            ["D08.report", "--from", "2026-09-23T15:20+08:00", "--rule-set", "shandong-hotline",
             "--extend", "10"],
            {"due_on": "2026-10-21", "first": {"due_on": "2026-10-08"}},
        ),
        (
            ["D01", "--from", "2026-09-01", "--extend", "1", "--unit", "months"],
            {"due_on": "2026-11-09"},
        ),
    ],
)  # fmt: skip
def test_due_reckons_an_extension_from_the_old_date(desk, typed, answer):
    told = desk("due", *typed, "--json").json

    assert told | answer == told


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["D06", "--from", "2026-09-01", "--extend", "1"], "allows no extension"),
        (["D07", "--from", "2026-09-01", "--extend", "11"], "at most 10 working days"),
        (["D01", "--from", "2026-09-01", "--extend", "1", "--unit", "hours"], "in days"),
    ],
)
def test_due_extends_only_as_the_rule_allows(desk, typed, said):
    told = desk("due", *typed)

    assert told.code == 1
    assert said in told.err


def test_due_says_why_in_the_language_asked_for(desk):
    told = desk("due", "D01", "--from", "2026-01-15", "--lang", "zh_CN")

    assert "2026-02-24" in told.out
    assert "春节" in told.out


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["D99", "--from", "2026-01-15"], 4),
        (["D01", "--from", "someday"], 2),
        (["D08.sign", "--from", "2026-01-15", "--rule-set", "gulou"], 1),
        (["D01"], 2),
    ],
)
def test_due_refuses_what_it_cannot_reckon(desk, typed, code):
    told = desk("due", *typed, "--json")

    assert (told.code, told.out) == (code, "")
    assert told.error["message"]


def test_route_proposes_with_reasons_and_departments(desk):
    told = desk("route", "--topic", "parking", "--text", "私装地锁占用公共车位", "--json").json

    assert told["route"] == "whistle"
    assert told["because"]
    assert told["departments"]


def test_route_hears_how_many_households_and_says_who_decides_by_law(desk):
    text = "空地要不要划停车位，大家有不同想法"
    told = desk("route", "--text", text, "--households", "60", "--place", "371502", "--json").json

    assert told["route"] == "council"
    assert (told["decided_by"], told["law_item"]) == ("owners", 8)
    assert "第二百七十八条" in told["decided_because"]


def test_route_sends_an_emergency_away_with_the_number_to_call(desk):
    told = desk("route", "--text", "十五楼着火了", "--json").json

    assert (told["outside"], told["call"]) == ("emergency", "119")
    assert "119" in told["notice"]


def test_route_refuses_a_number_of_households_nobody_counted(desk):
    told = desk("route", "--text", "漏水", "--households", "-3", "--json")

    assert told.code == 1


def test_route_proposes_the_topic_too(desk):
    told = desk("route", "--text", "楼上半夜装修噪声扰民", "--json").json

    assert told["topic"] == "noise"


def test_route_refuses_a_topic_nobody_knows(desk):
    told = desk("route", "--topic", "weather", "--text", "x", "--json")

    assert told.code == 2
    assert "parking" in told.error["message"]


@pytest.mark.parametrize("command", ["list", "intake", "print", "due", "route", "do", "backup"])
def test_every_command_has_help_with_an_example(desk, capsys, command):
    with pytest.raises(SystemExit) as ended:
        main.main(["--lang", "en", command, "--help"])

    assert ended.value.code == 0
    assert f"mediator-desk {command}" in capsys.readouterr().out.partition("Example:")[2]


def test_help_speaks_chinese(capsys):
    with pytest.raises(SystemExit):
        main.main(["--lang", "zh_CN", "--help"])

    assert "调解" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed", [["fly"], ["list", "--limit", "many"], ["print"], ["--lang", "fr"]]
)
def test_what_cannot_be_understood_ends_with_two(desk, typed):
    told = desk("--json", *typed)

    assert told.code == 2
    assert told.error["error"] == "usage"


def test_a_folder_without_a_station_is_not_found(desk, tmp_path):
    told = desk("list", "--json", data=tmp_path / "nothing")

    assert told.code == 4
    assert "station new" in told.error["message"]


def test_a_wrong_password_ends_with_five(desk, monkeypatch):
    monkeypatch.setenv("MEDIATOR_DESK_PASSWORD", "wrong password")

    told = desk("list", "--json")

    assert (told.code, told.error["error"]) == (5, "wrong-password")


def test_the_password_may_come_from_a_file(desk, monkeypatch, tmp_path):
    monkeypatch.delenv("MEDIATOR_DESK_PASSWORD")
    secret = tmp_path / "secret.txt"
    secret.write_text("open sesame\n", encoding="utf-8")

    told = desk("list", "--password-file", secret, "--json")

    assert (told.code, told.json) == (0, [])


def test_without_a_keyboard_nobody_is_asked_for_a_password(desk, monkeypatch):
    monkeypatch.delenv("MEDIATOR_DESK_PASSWORD")

    told = desk("list", "--json")

    assert told.code == 2
    assert "MEDIATOR_DESK_PASSWORD" in told.error["message"]


def test_a_clock_that_stands_still_is_said_so(desk, monkeypatch):
    monkeypatch.setenv("MEDIATOR_DESK_NOW", "2026-01-15T09:00+08:00")

    told = desk.log()
    listed = desk("list", "--json")

    assert "2026-01-15T09:00:00+08:00" in told.err
    assert listed.json[0]["logged_at"] == "2026-01-15T09:00:00+08:00"


def test_a_clock_without_the_time_of_day_is_refused(desk, monkeypatch):
    monkeypatch.setenv("MEDIATOR_DESK_NOW", "2026-01-15")

    assert desk("list", "--json").code == 2


class _Interrupted:
    def read(self) -> str:
        raise KeyboardInterrupt

    def isatty(self) -> bool:
        return False


def test_an_interruption_ends_with_130_and_keeps_nothing_half(desk, monkeypatch):
    monkeypatch.setattr("sys.stdin", _Interrupted())

    told = desk("log", "--file", "-", "--json")

    assert (told.code, told.error["error"]) == (130, "interrupted")
    assert desk("list", "--json").json == []


def test_our_own_mistake_leaves_a_report_without_names(desk, monkeypatch, tmp_path):
    def fail(*_said):
        raise LookupError("王芳 13800138000")

    monkeypatch.setattr(main, "_carry_out_typed", fail)
    monkeypatch.setattr(homes, "reports", lambda: tmp_path / "reports")

    told = desk("list", "--json")

    report = next((tmp_path / "reports").iterdir()).read_text(encoding="utf-8")
    assert (told.code, told.error["error"]) == (70, "mistake")
    assert "Traceback" not in told.err
    assert "LookupError" in report
    assert "王芳" not in report


def test_too_little_room_on_the_disk_stops_a_change(desk):
    told = desk(
        "--stop-below-mb",
        "999999999",
        "log",
        "--file",
        desk.file({"text": "x", "topic": "noise"}),
        "--json",
    )

    assert (told.code, told.error["error"]) == (7, "disk-full")
    assert json.loads(told.err.splitlines()[-1])["message"].startswith("Only")


def test_without_a_display_no_window_is_tried(desk, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    told = desk()

    assert told.code == 2
    assert "no display" in told.err


def test_commands_speak_the_language_set_in_the_windows(desk, capsys):
    look = homes.look()
    look.parent.mkdir(parents=True, exist_ok=True)
    look.write_text('{"language": "en"}', encoding="utf-8")

    main.main(["due", "D99", "--from", "2026-01-15"])

    look.unlink()
    assert capsys.readouterr().err.startswith("There is no limit")

"""Stations on the command line: found, people, roles, cards, bundles, backups."""

import json
import shutil

import pytest

from tests.store import stations
from tests.walks.conftest import CommandLine

PLACE = ["--division", "371502001", "--team", "古楼调解队", "--person", "王芳"]


@pytest.fixture
def peer(tmp_path, capsys, desk):
    """Stand before the command line of a second station."""
    folder = tmp_path / "peer"
    template, _code = stations._template("新区")
    shutil.copytree(template, folder)
    return CommandLine(folder, capsys)


@pytest.fixture
def friends(desk, peer, tmp_path):
    """Let the two stations trust each other."""
    for one, name in ((desk, "a.card"), (peer, "b.card")):
        one("station", "card", "-o", tmp_path / name)
    desk("station", "trust", tmp_path / "b.card")
    peer("station", "trust", tmp_path / "a.card")
    return desk, peer


def test_a_station_is_set_up_and_works_at_once(desk, tmp_path):
    new = tmp_path / "new"

    told = desk("station", "new", *PLACE, "--committee", "某调委会", "--json", data=new)

    assert told.code == 0
    assert told.json["station"]
    assert len(told.json["recovery_code"].replace("-", "")) == 32
    assert desk("list", "--json", data=new).json == []


def test_a_place_without_a_code_can_hold_a_station(desk, tmp_path):
    new = tmp_path / "new"
    typed = ["--place", "九州街道", "--under", "371502", "--team", "九州队", "--person", "王芳"]

    told = desk("station", "new", *typed, data=new)
    request = desk.file({"text": "噪声", "topic": "noise"})
    logged = desk("log", "--file", request, "--json", data=new)

    assert told.code == 0
    assert "recovery" in told.err.lower()
    assert logged.json["number"].startswith("九州-")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (["--team", "队", "--person", "王芳"], 2),
        (["--place", "九州", "--team", "队", "--person", "王芳"], 2),
        (["--division", "999", "--team", "队", "--person", "王芳"], 4),
        (["--division", "371502001", "--team", " ", "--person", "王芳"], 1),
    ],
)
def test_a_station_that_lacks_something_is_refused(desk, tmp_path, typed, code):
    told = desk("station", "new", *typed, "--json", data=tmp_path / "new")

    assert told.code == code
    assert desk("list", data=tmp_path / "new").code == 4


def test_a_folder_holds_one_station(desk):
    assert desk("station", "new", *PLACE, "--json").code == 1


def _admit(desk, name, role, tmp_path):
    desk.do("add-person", name=name, role=role)
    secret = tmp_path / "new.txt"
    secret.write_text("another secret\n", encoding="utf-8")
    return desk("--as", "李梅", "station", "admit", name, "--new-password-file", secret, "--json")


def test_who_works_must_be_said_when_there_are_several(desk, tmp_path):
    admitted = _admit(desk, "李强", "mediator", tmp_path)

    told = desk("list", "--json")

    assert admitted.code == 0
    assert told.code == 3
    assert "李强" in told.error["message"]
    assert desk("list", "--as", "李梅", "--json").code == 0
    assert desk("list", "--as", "赵六", "--json").code == 3


def test_a_mediator_may_not_do_what_only_leads_may(desk, tmp_path, monkeypatch):
    number = desk.log().json["number"]
    _admit(desk, "李强", "mediator", tmp_path)
    monkeypatch.setenv("MEDIATOR_DESK_PASSWORD", "another secret")

    codes = {
        "archive": desk(
            "--as", "李强", "do", "archive-dispute", "--file", desk.file({"dispute": number})
        ).code,
        "backup": desk("--as", "李强", "backup", "-o", tmp_path / "x").code,
        "intake": desk("--as", "李强", "intake", tmp_path / "x.xlsx").code,
        "bundle": desk("--as", "李强", "bundle", "make", "--to", "x", "-o", tmp_path).code,
        "admit": desk("--as", "李强", "station", "admit", "李强").code,
        "list": desk("--as", "李强", "list").code,
    }

    assert codes == {
        "archive": 3, "backup": 3, "intake": 3, "bundle": 3, "admit": 3, "list": 0,
    }  # fmt: skip


def test_a_bundle_carries_disputes_to_a_peer(friends, tmp_path):
    desk, peer = friends
    desk.log(text="停车位被占")

    made = desk("bundle", "make", "--to", "新区调解队", "-o", tmp_path / "out", "--json").json
    seen = peer("bundle", "take", made["file"], "--preview", "--json").json
    before = peer("list", "--json").json
    taken = peer("bundle", "take", made["file"], "--json").json
    again = peer("bundle", "take", made["file"], "--json").json

    assert made["changes"] > 0
    assert before == []
    assert seen["new"] == taken["new"] >= 1
    assert taken["refused"] == []
    assert (again["new"], again["changed"]) == (0, 0)
    assert len(peer("list", "--search", "停车", "--json").json) == 1


def test_a_damaged_bundle_ends_with_six_and_a_good_one_beside_it_with_eight(friends, tmp_path):
    desk, peer = friends
    desk.log()
    made = desk("bundle", "make", "--to", "新区调解队", "-o", tmp_path / "out", "--json").json
    bad = tmp_path / "bad.bundle"
    bad.write_bytes(b"nothing of ours")

    alone = peer("bundle", "take", bad, "--json")
    both = peer("bundle", "take", bad, made["file"], "--json")

    assert alone.code == 6
    assert both.code == 8
    assert [one["file"] for one in both.json["refused"]] == [str(bad)]


def test_the_status_names_peers_and_bundles(friends, tmp_path):
    desk, _peer = friends
    desk("bundle", "make", "--to", "新区调解队", "-o", tmp_path / "out", "--json")

    told = desk("bundle", "status", "--json").json

    assert [one["name"] for one in told["peers"]] == ["新区调解队"]
    assert len(told["bundles"]) == 1
    assert told["to_settle"] == []


def test_a_backup_is_restored_into_a_new_folder(desk, tmp_path):
    desk.log(text="停车位被占")

    made = desk("backup", "-o", tmp_path / "station.backup", "--json")
    restored = desk("restore", tmp_path / "station.backup", "--json", data=tmp_path / "restored")

    assert (made.code, made.json["ok"], made.json["disputes"]) == (0, True, 1)
    assert restored.json == {"ok": True, "disputes": 1, "problems": []}
    assert len(desk("list", "--json", data=tmp_path / "restored").json) == 1


def test_a_store_is_verified(desk):
    desk.log()

    told = desk("verify", "--json")

    assert told.json == {"ok": True, "disputes": 1, "problems": []}
    assert json.loads(told.out) == told.json


def test_restoring_needs_to_know_where(capsys, tmp_path):
    import main

    code = main.main(["--lang", "en", "restore", str(tmp_path / "x")])

    assert code == 2

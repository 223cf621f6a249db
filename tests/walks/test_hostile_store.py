"""A damaged store, a strange key file, and answers aimed at the station's own files."""

import json
import os
import time

import pytest

PAGE = 4096


def _logged(desk):
    desk.log(parties=[{"name": "张三"}])


def _keys(desk):
    return json.loads((desk.folder / "station.keys").read_text(encoding="utf-8"))


@pytest.mark.parametrize("typed", [["list"], ["show", "古城-2026-1"], ["verify"]])
def test_a_damaged_page_is_said_in_words_wherever_it_is_met(desk, typed):
    _logged(desk)
    file = desk.folder / "station.db"
    whole = file.read_bytes()

    for at in range(PAGE, len(whole), PAGE * 7):
        file.write_bytes(whole[:at] + bytes(PAGE) + whole[at + PAGE :])
        told = desk(*typed, "--json")

        assert told.code in (0, 7)
        assert "SQL" not in told.out + told.err
    assert desk("list", "--json").code in (0, 7)


def test_logging_into_a_store_that_lost_its_end_is_refused_in_words(desk):
    _logged(desk)
    file = desk.folder / "station.db"
    file.write_bytes(file.read_bytes()[:-1])

    told = desk.log()

    assert (told.code, told.error["error"]) == (7, "store-damaged")


@pytest.mark.parametrize(
    "said",
    [
        {"id": "x"},
        {"id": 5},
        {"name": 5},
        {"memory": 0},
        {"memory": 10**15},
        {"passes": 10**9},
        {"salt": ""},
        {"nonce": "AAAA"},
        {"wrapped": ""},
    ],
    ids=str,
)
def test_a_key_file_with_nonsense_in_it_counts_as_damaged(desk, said):
    keys = _keys(desk)
    for slot in keys["slots"]:
        slot.update(said)
    (desk.folder / "station.keys").write_text(json.dumps(keys), encoding="utf-8")

    told = desk("list", "--json")

    assert (told.code, told.error["error"]) == (7, "store-damaged")


def test_a_key_file_without_anybody_counts_as_damaged(desk):
    (desk.folder / "station.keys").write_text('{"format": 1, "slots": []}', encoding="utf-8")

    assert desk("list", "--json").error["error"] == "store-damaged"


def test_a_key_file_of_a_newer_program_is_said_so(desk):
    keys = _keys(desk) | {"format": 2}
    (desk.folder / "station.keys").write_text(json.dumps(keys), encoding="utf-8")

    assert desk("list", "--json").error["error"] == "store-too-new"


@pytest.mark.parametrize("name", ["station.db", "station.keys", "station.db-wal", "ballast"])
def test_nothing_is_written_over_the_files_of_the_station(desk, name):
    number = desk.log().json["number"]
    own = desk.folder / name
    before = own.read_bytes() if own.exists() else None

    for typed in (
        ["backup", "-o", own],
        ["print", number, "--paper", "summary", "-o", own],
        ["station", "card", "-o", desk.folder / "." / name],
    ):
        told = desk(*typed, "--json")

        assert (told.code, told.error["error"]) == (7, "disk")
        assert (own.read_bytes() if own.exists() else None) == before
    assert desk("verify", "--json").json["ok"]


def test_a_backup_into_a_file_instead_of_a_folder_is_refused_in_our_words(desk, tmp_path):
    (tmp_path / "file").write_text("x")

    for typed in (["backup", "-o", tmp_path / "file" / "b"],
                  ["bundle", "make", "--to", "x", "-o", tmp_path / "file"]):  # fmt: skip
        told = desk(*typed, "--json")

        assert told.code == 7
        assert "Errno" not in told.error["message"]


def test_what_a_killed_backup_left_goes_with_the_next(desk, tmp_path):
    left, at_work = desk.folder / "backup-left", desk.folder / "backup-at-work"
    for one in (left, at_work):
        one.mkdir()
        (one / "station.db").write_bytes(b"x")
    long_ago = time.time() - 3 * 24 * 3600
    os.utime(left, (long_ago, long_ago))

    desk("backup", "-o", tmp_path / "b.backup")

    assert not left.exists()
    assert at_work.exists()

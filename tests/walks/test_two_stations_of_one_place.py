"""Two stations of one place: a mark keeps their numbers apart, and who forgot it is told."""

import pytest

from tests.store import stations

PLACE = ["--division", stations.GUCHENG, "--person", "王芳", "--committee", "古城调委会"]


def _new(desk, folder, *typed):
    return desk("station", "new", *PLACE, *typed, "--json", data=folder)


def _meet(desk, one, other, tmp_path):
    card = tmp_path / "other.card"
    desk("station", "card", "-o", card, data=other)
    return desk("station", "trust", card, "--json", data=one)


def test_a_mark_stands_in_every_number(desk, tmp_path):
    new = tmp_path / "new"
    made = _new(desk, new, "--team", "古城调解队", "--mark", "b")
    request = desk.file({"text": "噪声", "topic": "noise"})

    number = desk("log", "--file", request, "--json", data=new).json["number"]
    desk("do", "accept", "--file", desk.file({"dispute": number}), data=new)
    shown = desk("show", number, "--json", data=new).json

    assert made.json["mark"] == "B"
    assert number.startswith("古城B-")
    assert "古城B人调字" in shown["dispute"]["volume_no"]


@pytest.mark.parametrize("mark", ["哨", "-", "B-1", "LONG", "1", "<b>"])
def test_a_mark_is_one_to_three_latin_letters_or_figures(desk, tmp_path, mark):
    told = _new(desk, tmp_path / "new", "--team", "队", f"--mark={mark}")

    assert told.code == 1
    assert not (tmp_path / "new" / "station.db").exists()


def test_a_station_with_our_name_and_mark_is_remarked_on_when_it_is_trusted(desk, tmp_path):
    twin = tmp_path / "twin"
    _new(desk, twin, "--team", "古城调解队")

    told = _meet(desk, desk.folder, twin, tmp_path)

    assert told.code == 0
    assert "mark-station" in told.json["remarks"][0]


def test_a_station_with_a_mark_of_its_own_is_no_cause_for_a_remark(desk, tmp_path):
    twin = tmp_path / "twin"
    _new(desk, twin, "--team", "古城调解队", "--mark", "B")

    assert _meet(desk, desk.folder, twin, tmp_path).json["remarks"] == []


def test_two_teams_that_print_the_same_numbers_are_told_with_the_first_bundle(desk, tmp_path):
    twin = tmp_path / "twin"
    _new(desk, twin, "--team", "另一队")
    _meet(desk, desk.folder, twin, tmp_path)
    _meet(desk, twin, desk.folder, tmp_path)
    desk("log", "--file", desk.file({"text": "噪声", "topic": "noise"}), data=twin)
    made = desk("bundle", "make", "--to", "古城调解队", "-o", tmp_path / "out", "--json", data=twin)

    told = desk("bundle", "take", made.json["file"], "--json")

    assert "另一队" in told.json["remarks"][0]


def test_a_mark_can_be_given_later(desk):
    first = desk.log().json["number"]

    told = desk.do("mark-station", mark="c")

    assert told.code == 0
    assert first.startswith("古城-")
    assert desk.log().json["number"].startswith("古城C-")
    assert desk("station", "card", "-o", desk.folder.parent / "c", "--json").json["name"] == (
        "古城调解队 C"
    )

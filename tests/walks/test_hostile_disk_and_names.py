"""A disk that cannot be written, names in other letters, and a clock far ahead."""

import os

import pytest

from db import backup
from mediator_desk.troubles import BundleAhead
from tests.store import stations
from tests.sync.meeting import Town


@pytest.fixture
def town(tmp_path):
    """Let two stations trust each other."""
    both = Town(tmp_path, "甲", "乙")
    yield both
    both.leave()


def test_a_bundle_named_in_other_letters_is_taken_in(town, tmp_path):
    town["甲"].log("x")
    (made,) = town.make("甲", "乙").files
    other = made.rename(tmp_path / os.fsdecode("包.yslb".encode("gbk")))

    taken = town["乙"].desk.exchange.take(other)

    assert taken.new
    assert town["乙"].desk.queries.bundles()[0].file.endswith(".yslb")


def test_a_clock_that_was_confirmed_once_is_not_asked_about_for_ever(town):
    town["甲"].clock.go(days=3000)
    town["甲"].log("x")
    (first,) = town.make("甲", "乙").files
    with pytest.raises(BundleAhead):
        town["乙"].desk.exchange.take(first)
    town["乙"].desk.exchange.take(first, confirm_clock=True)
    town["甲"].clock.go(days=-3000)
    town["甲"].log("y")
    (second,) = town.make("甲", "乙").files

    assert town["乙"].desk.exchange.take(second).new == 1


def test_checking_a_store_on_a_disk_that_is_read_only_does_not_call_it_damaged(desk, monkeypatch):
    real = stations.StationHouse.enter

    def enter(house, person, password):
        entered = real(house, person, password)
        with house._opened().engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        return entered

    desk.log()
    monkeypatch.setattr(stations.StationHouse, "enter", enter)

    told = desk("verify", "--json")

    assert (told.code, told.error["error"]) == (7, "disk")


def test_a_restoring_that_found_no_room_leaves_the_folder_empty(desk, tmp_path, monkeypatch):
    desk("backup", "-o", tmp_path / "b")
    real = backup._extract

    def extract(archive, name, to):
        real(archive, name, to)
        if name == "station.keys":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_extract", extract)

    told = desk("restore", tmp_path / "b", "--json", data=tmp_path / "new")

    assert told.code == 7
    assert list((tmp_path / "new").iterdir()) == []

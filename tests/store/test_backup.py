"""A backup is good only after it was opened; what comes out of one is a station of its own."""

import zipfile
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.store import KEYS, STORE
from db.tables import chip, entry, line, meta
from mediator_desk.records.team import Station
from mediator_desk.rows import DisputeFilter
from mediator_desk.troubles import DiskFull, DiskTrouble, FolderUnfit, StoreDamaged, WrongPassword
from tests.store.stations import FREE, PASSWORD, enter, house_in, party
from tests.sync.meeting import held


@pytest.fixture
def backup(here, tmp_path):
    """Back a station with a dispute up."""
    here.log("备份之前", parties=(party(),))
    file = tmp_path / "a.ysbak"
    verdict = here.house.backup(here.desk, file)
    assert (verdict.ok, verdict.disputes, verdict.problems) == (True, 1, ())
    return file


def test_a_backup_is_one_encrypted_file_with_the_key_file_in_it(here, backup):
    with zipfile.ZipFile(backup) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in (STORE, KEYS))

    assert names == ["backup.json", STORE, KEYS]
    assert "备份之前".encode() not in whole
    assert "王芳".encode() not in whole
    assert sorted(one.name for one in backup.parent.iterdir()) == ["a.ysbak", "station"]
    assert not [one for one in here.house.folder.iterdir() if one.name.startswith("backup-")]


def test_backing_up_leaves_the_station_as_it_was_and_at_work(here, backup):
    before = held(here)

    here.house.backup(here.desk, backup)

    assert held(here) == before
    here.log("danach")
    assert here.house.enter(here.desk.person.id, PASSWORD).station.id == here.desk.station.id


def test_everything_comes_back_in_a_new_folder_under_a_new_id(here, backup, tmp_path):
    before = held(here)

    here.house.restore(backup, tmp_path / "new")
    again = enter(tmp_path / "new")

    after = held(again)
    new_station = [row for row in after["station"] if row not in before["station"]]
    assert again.desk.station.id != here.desk.station.id
    assert len(new_station) == 1
    assert set(before["entry"]) < set(after["entry"])
    assert {name: rows for name, rows in after.items() if name not in ("station", "entry")} == {
        name: rows for name, rows in before.items() if name not in ("station", "entry")
    }
    assert again.texts(text="王芳") == ["备份之前"]
    assert again.sane()
    again.leave()


def test_the_people_of_the_old_station_still_work_at_the_restored_one(here, backup, tmp_path):
    here.house.restore(backup, tmp_path / "new")

    again = enter(tmp_path / "new")

    assert [one.name for one in again.desk.queries.people()] == ["李梅"]
    assert again.desk.person.id == here.desk.person.id
    assert again.desk.team == here.desk.team
    again.leave()


def test_the_restored_station_never_prints_a_number_the_old_one_may_have_given(
    here, backup, tmp_path
):
    later = here.read(here.log("原站的后一件")).number
    here.house.restore(backup, tmp_path / "new")

    again = enter(tmp_path / "new")
    number = again.read(again.log("新站的后一件")).number

    assert later == "古城-2026-2"
    assert number == "古城B-2026-2"
    again.leave()


def test_a_restored_station_takes_its_new_id_only_once(here, backup, tmp_path):
    here.house.restore(backup, tmp_path / "new")
    first = enter(tmp_path / "new")
    first.leave()

    second = enter(tmp_path / "new")

    assert second.desk.station.id == first.desk.station.id
    with second.desk.open_work(second.desk.person.id) as work:
        assert len(work.every(Station)) == 2
    second.leave()


def test_a_backup_put_in_place_by_hand_takes_a_new_id_too(here, backup, tmp_path):
    (tmp_path / "new").mkdir()
    with zipfile.ZipFile(backup) as archive:
        archive.extractall(tmp_path / "new", [STORE, KEYS])

    again = enter(tmp_path / "new")

    assert again.desk.station.id != here.desk.station.id
    again.leave()


def test_a_backup_of_a_restored_station_can_be_restored_again(here, backup, tmp_path):
    here.house.restore(backup, tmp_path / "second")
    second = enter(tmp_path / "second")
    second.house.backup(second.desk, tmp_path / "b.ysbak")
    second.house.restore(tmp_path / "b.ysbak", tmp_path / "third")

    third = enter(tmp_path / "third")

    ids = {one.desk.station.id for one in (here, second, third)}
    assert len(ids) == 3
    assert third.desk.station.mark == "C"
    assert [one.name for one in third.desk.queries.people()] == ["李梅"]
    assert third.desk.station.name == "古城调解队 C"
    second.leave()
    third.leave()


def test_the_recovery_code_opens_a_restored_station(here, backup, tmp_path):
    here.house.restore(backup, tmp_path / "new")
    house = house_in(tmp_path / "new")

    desk = house.recover(here.code, here.desk.person.id, "a new password")

    assert desk.queries.found(DisputeFilter()) == 1
    house.close()


def test_a_restored_station_opens_to_no_wrong_password(here, backup, tmp_path):
    here.house.restore(backup, tmp_path / "new")

    with pytest.raises(WrongPassword):
        house_in(tmp_path / "new").enter(here.desk.person.id, "wrong")


def test_a_backup_goes_only_into_a_new_folder(here, backup):
    with pytest.raises(FolderUnfit, match="already"):
        here.house.restore(backup, here.house.folder)


@pytest.mark.parametrize("hurt", ["cut", "changed", "empty", "other"])
def test_a_damaged_backup_is_refused_before_anything_is_put_anywhere(here, backup, tmp_path, hurt):
    whole = bytearray(backup.read_bytes())
    middle = len(whole) // 2
    changed = {
        "cut": whole[:middle],
        "changed": whole[:middle] + bytes(32) + whole[middle + 32 :],
        "empty": b"",
        "other": b"PK" + bytes(100),
    }[hurt]
    backup.write_bytes(changed)

    with pytest.raises(StoreDamaged, match="older one"):
        here.house.restore(backup, tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_a_missing_backup_and_a_place_that_cannot_be_written_are_said(here, tmp_path):
    with pytest.raises(DiskTrouble):
        here.house.restore(tmp_path / "nowhere.ysbak", tmp_path / "new")
    with pytest.raises(DiskTrouble):
        here.house.backup(here.desk, tmp_path / "nowhere" / "a.ysbak")


def test_without_room_there_is_no_backup_and_the_last_one_stays(here, backup):
    before = backup.read_bytes()
    store = here.house._opened()
    here.house._store = replace(store, limits=replace(FREE, stop_below=1 << 60))

    with pytest.raises(DiskFull):
        here.house.backup(here.desk, backup)

    assert backup.read_bytes() == before


def test_a_store_with_damaged_pages_gives_no_backup(here, tmp_path):
    for _ in range(5):
        here.log("长" * 3000)
    person = here.desk.person.id
    here.leave()
    file = here.house.folder / STORE
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 4096 * 2048 // 4096 * 4096 + 100
    whole[middle : middle + 64] = bytes(64)
    file.write_bytes(whole)
    desk = here.house.enter(person, PASSWORD)

    try:
        ok = here.house.backup(desk, tmp_path / "a.ysbak").ok
    except StoreDamaged:
        # The page hurt was one that is read while the backup is being made.
        ok = False

    assert not ok
    assert not (tmp_path / "a.ysbak").exists()


@pytest.mark.parametrize(
    "hurt",
    [
        lambda: line.update().values(title="x"),
        lambda: chip.update().values(count=99),
        lambda: entry.update().values(vals={"team": None, "text": "x"}),
    ],
)
def test_a_check_finds_tables_that_differ_from_the_journal(here, hurt):
    here.log()
    assert here.sane()

    with here.house._opened().writing() as connection:
        connection.execute(hurt())

    assert not here.house.verify(here.desk).ok


def test_a_check_finds_a_search_index_that_lost_a_word(here):
    here.log()

    with here.house._opened().writing() as connection:
        connection.exec_driver_sql("DELETE FROM dispute_texts")

    assert not here.house.verify(here.desk).ok


def test_a_check_changes_nothing(here):
    here.log(parties=(party(),))
    with here.house._opened().reading() as connection:
        before = (held(here), connection.execute(select(line)).all())

    here.house.verify(here.desk)

    with here.house._opened().reading() as connection:
        assert (held(here), connection.execute(select(line)).all()) == before
        assert connection.scalar(select(meta.c.value).where(meta.c.key == "restored")) is None
    assert here.texts(text="王芳") == ["楼下停车位被占"]

"""The house opens to those who may, and says in words why not to everybody else."""

import json
from dataclasses import replace
from uuid import UUID

import pytest

from db import keys as keyring
from db.folder import Limits
from db.store import KEYS, STORE
from mediator_desk.ports import Founding
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.troubles import (
    DiskFull,
    DiskTrouble,
    FolderUnfit,
    StoreDamaged,
    StoreTooNew,
    WrongPassword,
)
from mediator_desk.usecases.run_station import AddPerson, ChangePerson, add_person, change_person
from tests.store.stations import CHEAP, FREE, GUCHENG, PASSWORD, enter, house_in, sit_down

FOUNDING = Founding(team_name="古城调解队", person_name="李梅", password=PASSWORD, division=GUCHENG)


def test_a_founded_station_names_its_people_before_anything_is_unlocked(tmp_path):
    house = house_in(tmp_path / "new")
    assert not house.founded()

    code = house.found(FOUNDING)

    assert house.founded()
    assert list(house.people().values()) == ["李梅"]
    assert len(code) == 39


def test_a_folder_with_a_station_is_never_founded_again(here):
    with pytest.raises(Refusal, match="already"):
        here.house.found(FOUNDING)


def test_a_place_without_a_code_is_added_and_gives_the_log_numbers_their_name(tmp_path):
    house = house_in(tmp_path / "new")

    house.found(replace(FOUNDING, division="", place="李海务街道办事处", under="3715"))

    here = enter(tmp_path / "new")
    assert [one.name for one in here.desk.queries.added_places()] == ["李海务街道办事处"]
    assert here.read(here.log()).number == "李海务-2026-1"
    here.leave()


def test_nothing_of_the_store_can_be_read_without_its_key(here):
    here.log("绝密的一句话")
    here.leave()

    files = list(here.house.folder.rglob("*"))

    kept = b"".join(one.read_bytes() for one in files if one.is_file())
    assert "绝密".encode() not in kept
    assert not kept.startswith(b"SQLite format 3")


@pytest.mark.parametrize("wrong", ["", "open sesam", "OPEN SESAME"])
def test_a_wrong_password_opens_nothing(here, wrong):
    person = here.desk.person.id
    here.leave()

    with pytest.raises(WrongPassword):
        here.house.enter(person, wrong)
    with pytest.raises(WrongPassword):
        here.house.enter(UUID(int=1), PASSWORD)


def test_a_short_password_is_refused(here):
    with pytest.raises(Refusal, match="6 characters"):
        here.house.admit(here.desk, here.desk.person.id, "李梅", "12345")


def test_a_changed_password_opens_and_the_old_one_no_more(here):
    person = here.desk.person.id
    here.house.admit(here.desk, person, "李梅", "another password")
    here.leave()

    with pytest.raises(WrongPassword):
        here.house.enter(person, PASSWORD)
    assert here.house.enter(person, "another password").person.name == "李梅"


def test_a_second_person_enters_with_a_password_of_her_own_until_she_leaves(here):
    person = here.desk.new_id()
    add_person(here.desk, AddPerson(name="王强", id=person))
    here.house.admit(here.desk, person, "王强", "her own password")
    admin = here.desk.person.id

    here.leave()
    assert here.house.enter(person, "her own password").person.role is Role.MEDIATOR

    desk = here.house.enter(admin, PASSWORD)
    gone = ChangePerson(person=person, name="王强", role=Role.MEDIATOR, active=False)
    change_person(desk, gone)
    with pytest.raises(Refusal, match="does not work here"):
        here.house.enter(person, "her own password")


def test_a_mediator_gives_nobody_else_a_password_and_makes_no_backup(here, tmp_path):
    mediator = replace(here.desk, person=replace(here.desk.person, role=Role.MEDIATOR))

    with pytest.raises(NotAllowed):
        here.house.admit(mediator, here.desk.new_id(), "王强", PASSWORD)
    with pytest.raises(NotAllowed):
        here.house.backup(mediator, tmp_path / "a.ysbak")


def test_the_recovery_code_gives_a_person_a_new_password_however_it_is_typed(here):
    person = here.desk.person.id
    here.leave()

    typed = here.code.lower().replace("-", "  ")
    desk = here.house.recover(typed, person, "a new password")

    assert desk.person.id == person
    here.leave()
    assert here.house.enter(person, "a new password").person.id == person


def test_a_wrong_recovery_code_opens_nothing(here):
    with pytest.raises(WrongPassword):
        here.house.recover("AAAA-BBBB", here.desk.person.id, "a new password")


def test_a_store_of_a_newer_program_is_left_alone(here):
    with here.house._opened().writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version=99")
    person = here.desk.person.id
    here.leave()

    with pytest.raises(StoreTooNew):
        here.house.enter(person, PASSWORD)


def test_a_damaged_store_is_said_to_be_damaged(here):
    person = here.desk.person.id
    here.leave()
    file = here.house.folder / STORE
    whole = bytearray(file.read_bytes())
    whole[:4096] = bytes(4096)
    file.write_bytes(whole)

    with pytest.raises(StoreDamaged):
        here.house.enter(person, PASSWORD)


def test_a_store_damaged_in_the_middle_fails_its_check(here):
    for _ in range(5):
        here.log("长" * 3000)
    person = here.desk.person.id
    here.leave()
    file = here.house.folder / STORE
    whole = bytearray(file.read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 64] = bytes(64)
    file.write_bytes(whole)

    desk = here.house.enter(person, PASSWORD)

    assert not here.house.verify(desk).ok


def test_a_damaged_key_file_is_replaced_by_its_spare(here):
    person = here.desk.person.id
    here.house.admit(here.desk, person, "李梅", PASSWORD)
    here.leave()
    (here.house.folder / KEYS).write_text("{", encoding="utf-8")

    assert here.house.enter(person, PASSWORD).person.id == person


def test_without_any_key_file_the_way_out_is_said(here):
    here.leave()
    for one in here.house.folder.glob("station.keys"):
        one.unlink()
    for one in here.house.folder.glob("station.bak"):
        one.unlink()

    with pytest.raises(StoreDamaged, match="backup"):
        here.house.people()


def test_a_slot_cannot_be_passed_to_another_person(here):
    file = here.house.folder / KEYS
    said = json.loads(file.read_text(encoding="utf-8"))
    stolen = UUID(int=5)
    said["slots"][0]["id"] = str(stolen)
    file.write_text(json.dumps(said), encoding="utf-8")

    with pytest.raises(WrongPassword):
        here.house.enter(stolen, PASSWORD)


def test_composed_and_decomposed_letters_are_the_same_password():
    key_file = keyring.KeyFile().with_slot("recovery", "", "caf\u00e9 au lait", b"k" * 32, CHEAP)

    assert key_file.open("recovery", "cafe\u0301 au lait") == b"k" * 32


def test_writing_stops_in_words_before_the_disk_is_full(here):
    person = here.desk.person.id
    here.leave()
    here.house.limits = replace(FREE, stop_below=1 << 60)

    desk = here.house.enter(person, PASSWORD)

    with pytest.raises(DiskFull, match="Nothing was changed"), desk.open_work(person):
        pass
    assert desk.queries.disputes is not None


def test_a_disk_without_room_is_refused_before_anything_is_founded(tmp_path):
    house = house_in(tmp_path / "new")
    house.limits = replace(FREE, stop_below=1 << 60)

    with pytest.raises(DiskFull):
        house.found(FOUNDING)

    assert not house.founded()


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(DiskTrouble, match="file"):
        house_in(tmp_path / "file" / "new").found(FOUNDING)


@pytest.mark.parametrize("name", ["OneDrive", "坚果云", "my Dropbox"])
def test_a_synced_folder_is_refused(tmp_path, name):
    house = house_in(tmp_path / name / "station")
    house.limits = replace(FREE, any_folder=False)

    with pytest.raises(FolderUnfit, match="internet"):
        house.found(FOUNDING)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "vfat", "exfat"])
def test_a_network_folder_and_a_stick_are_refused(tmp_path, kind):
    mounts = tmp_path / "mounts"
    carried = tmp_path / "a place"
    carried.mkdir()
    spelled = str(carried.resolve()).replace(" ", "\\040")
    mounts.write_text(f"/dev/a / ext4 rw 0 0\n/dev/b {spelled} {kind} rw 0 0\n", encoding="utf-8")
    limits = Limits(stop_below=0, ballast=0, mounts=mounts)
    inside, beside = house_in(carried / "station"), house_in(tmp_path / "beside")
    inside.limits = beside.limits = limits

    with pytest.raises(FolderUnfit, match="stick"):
        inside.found(FOUNDING)
    beside.found(FOUNDING)

    assert beside.founded()


def test_ballast_is_laid_and_can_be_given_up(tmp_path):
    house = house_in(tmp_path / "new")
    house.limits = replace(FREE, ballast=1024 * 1024)

    house.found(FOUNDING)

    assert (tmp_path / "new" / "ballast").stat().st_size == 1024 * 1024


def test_two_stations_of_one_name_are_two_only_if_founded_twice(tmp_path):
    one, same = sit_down(tmp_path / "one"), sit_down(tmp_path / "same")

    assert one.desk.station.id == same.desk.station.id
    one.leave()
    same.leave()

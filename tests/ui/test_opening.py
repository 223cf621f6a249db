"""The first window comes before the store's libraries; the desk locks, unlocks and is found."""

import subprocess
import sys
from dataclasses import replace
from uuid import uuid4

import pytest

from mediator_desk.troubles import StoreDamaged
from tests.ui.open_stations import PASSWORD, Answers, end, founded, logged, premises_of
from ui.dialogs.unlock import UnlockWindow
from ui.errands import InlineErrands
from ui.forms.sheet_dialog import SheetDialog
from ui.look import Look, read_look
from ui.opening import Opening
from ui.translator import speak_qt

HEAVY = ("sqlalchemy", "sqlcipher3", "reportlab", "pypdfium2", "openpyxl", "xlsxwriter", "pypinyin")


@pytest.fixture
def station(tmp_path):
    return founded(tmp_path / "station")


@pytest.fixture
def opened(qapp, qtbot, tmp_path, station):
    """Make openings, and close every window of theirs when the test ends."""
    made = []

    def make(**more):
        premises = premises_of(tmp_path, station[0], **more)
        opening = Opening(
            qapp,
            premises,
            Look(language="en"),
            errands=InlineErrands(),
            files=Answers(folder=tmp_path),
        )
        made.append(opening)
        opening.begin()
        return opening

    yield make
    for opening in made:
        end(opening)
    speak_qt(qapp)


def unlock(opening, password=PASSWORD):
    window = opening.door.unlock_window
    window.password.setText(password)
    window.try_password()
    return opening.door.window


def test_the_windows_load_no_heavy_library_before_the_first_paint():
    tell = (
        f"import ui.opening, ui.start, sys; print([one for one in {HEAVY} if one in sys.modules])"
    )

    said = subprocess.run([sys.executable, "-c", tell], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "[]"


def test_the_unlock_window_is_in_sight_before_the_house_is_opened(qtbot, opened, station):
    seen = []

    def house():
        seen.append(opening.door.unlock_window.isVisible())
        return station[0]

    opening = opened(house=house)
    before = list(seen)
    qtbot.waitUntil(lambda: bool(seen))

    assert (before, seen) == ([], [True])


def test_the_right_password_leads_to_the_desk(opened):
    opening = opened()

    window = unlock(opening)

    assert window.isVisible()
    assert window.place() == "today"
    assert not opening.door.unlock_window.isVisible()


def test_a_wrong_password_is_said_in_place(opened):
    opening = opened()

    window = unlock(opening, "wrong")

    assert window is None
    assert opening.door.unlock_window.error.text().startswith("This password does not open")


def test_who_comes_back_after_a_lock_finds_the_same_window_and_a_working_desk(opened, station):
    opening = opened()
    window = unlock(opening)

    opening.lock()
    locked = window.isVisible()
    again = unlock(opening)
    again.open_place("disputes")

    assert not locked
    assert again is window
    assert again.current().count() == "0 disputes"


def test_the_station_and_the_last_person_are_remembered(opened, station, tmp_path):
    unlock(opened())

    kept = read_look(tmp_path / "windows.json").station(tmp_path / "station")

    assert (kept.name, kept.person) == ("古楼街道调解队", str(station[1]))


def test_a_saved_change_is_told_in_the_foot(opened, station):
    opening = opened()
    window = unlock(opening)
    desk = station[0].enter(station[1], PASSWORD)

    opening.errands.run(lambda: _changed(desk))

    assert window.foot._saved.accessibleName().endswith(":30")


def _changed(desk):
    from mediator_desk.usecases.run_station import AddPerson, add_person

    return add_person(desk, AddPerson(name="李强"))


def test_the_recovery_code_gives_a_new_password_and_opens_the_desk(opened, station):
    opening = opened()
    opening._recover()
    form = opening.door.unlock_window.findChild(SheetDialog)

    form.sheet.fill({"code": station[2].lower(), "password": "peony 123", "again": "peony 123"})
    form.hand_over()

    assert opening.door.window.isVisible()
    assert station[0].enter(station[1], "peony 123").person.name == "王淼"


def test_a_wrong_recovery_code_is_said_in_the_form(opened):
    opening = opened()
    opening._recover()
    form = opening.door.unlock_window.findChild(SheetDialog)

    form.sheet.fill({"code": "AAAA", "password": "peony 123", "again": "peony 123"})
    form.hand_over()

    assert form.error.text()
    assert form.isVisible()


def test_other_letters_and_colours_are_worn_at_once_and_kept(opened, tmp_path):
    opening = opened()
    unlock(opening).open_place("settings")

    opening.change_look(replace(opening.look, text_size=18, colours="dark"))

    kept = read_look(tmp_path / "windows.json")
    assert opening.door.window.place() == "settings"
    assert opening.door.window.current().chips.current() == "windows"
    assert (kept.text_size, kept.colours) == (18, "dark")


def test_another_language_is_spoken_by_every_window(opened):
    opening = opened()
    unlock(opening)

    opening.change_look(replace(opening.look, language="zh_CN"))

    assert opening.door.window.windowTitle() == "调解工作台 · 古楼街道调解队"
    assert opening.door.unlock_window.windowTitle().startswith("解锁")


def test_after_ten_idle_minutes_the_desk_locks_and_the_last_one_is_counted(opened):
    opening = opened()
    window = unlock(opening)
    clock = [0.0]
    opening.idle._clock = lambda: clock[0]
    opening.idle.stir()

    clock[0] = 570.0
    opening.idle.tick()
    counted = window.foot._going.text()
    clock[0] = 600.0
    opening.idle.tick()

    assert counted == "Locks in 30 seconds"
    assert not window.isVisible()
    assert opening.door.unlock_window.isVisible()


def test_a_stir_in_the_last_minute_keeps_the_desk_open(opened):
    opening = opened()
    window = unlock(opening)
    clock = [0.0]
    opening.idle._clock = lambda: clock[0]
    opening.idle.stir()
    clock[0] = 590.0
    opening.idle.tick()

    opening.idle.stir()

    clock[0] = 700.0
    opening.idle.tick()
    assert window.isVisible()
    assert window.foot._going.isHidden()


def test_those_who_got_a_password_are_offered_at_the_next_lock(opened, station):
    opening = opened()
    window = unlock(opening)
    house, who, _code = station
    house.admit(house.enter(who, PASSWORD), uuid4(), "李强", "bamboo 77")

    window.locked.emit()

    offered = opening.door.unlock_window.entrants()
    assert [one.name for one in offered] == ["王淼", "李强"]


def test_a_damaged_key_file_is_said_in_a_window(opened):
    def people():
        raise StoreDamaged("The key file {file} is damaged.", file="station.keys")

    opening = opened(people=people)

    said = opening.first
    assert said.isVisible()
    assert not isinstance(said, UnlockWindow)
    assert any("station.keys" in child.text() for child in said.findChildren(type(_label())))


def _label():
    from ui.widgets.label import Label

    return Label()


def test_a_dispute_logged_before_a_lock_is_in_the_list_after_it(opened, station):
    opening = opened()
    unlock(opening)
    house, who, _code = station
    logged(house.enter(who, PASSWORD))

    opening.lock()
    window = unlock(opening)
    window.open_place("disputes")

    assert window.current().count() == "1 dispute"

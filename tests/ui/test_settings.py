"""The settings keep people, passwords, the committee, the look, and the store itself safe."""

from dataclasses import replace

import pytest

from mediator_desk.records.number_block import NumberBlock
from mediator_desk.records.people import Role
from mediator_desk.troubles import WrongPassword
from mediator_desk.usecases.run_station import SetCommittee, set_committee
from tests.ui.open_stations import PASSWORD, Answers, founded
from ui.actions import KEYS
from ui.forms.sheet_dialog import SheetDialog
from ui.look import Look
from ui.panes.settings import ABOUT, DATA, NOTICES, PEOPLE, TEAM, SettingsPane
from ui.widgets.label import Label

NEW = {"password": "peony 123", "again": "peony 123"}


@pytest.fixture
def house(tmp_path):
    made, who, _code = founded(tmp_path / "station")
    made.enter(who, PASSWORD)
    yield made
    made.close()


@pytest.fixture
def desk(house):
    (who,) = house.people()
    return house.enter(who, PASSWORD)


@pytest.fixture
def looks():
    return []


@pytest.fixture
def opened(keep, tmp_path, errands, notices, house, looks):
    def make(desk):
        pane = keep(
            SettingsPane(
                desk=desk,
                house=house,
                errands=errands,
                notices=notices,
                files=Answers(folder=tmp_path),
                look=Look(language="en"),
                change_look=looks.append,
                versions=lambda: (("program", "0.1.0"),),
                fonts=tmp_path,
            )
        )
        pane.resize(1100, 640)
        pane.show()
        pane.open()
        return pane

    return make


def form_of(pane):
    return pane.window().findChild(SheetDialog)


def words_in(widget):
    return " ".join(label.text() for label in widget.findChildren(Label))


def test_the_first_person_is_listed_as_administrator(opened, desk):
    pane = opened(desk)

    assert [one.name for one in pane.people.table.rows.rows()] == ["王淼"]
    assert pane.people.side.shown().state == "station administrator"


def test_a_person_that_was_added_can_unlock_the_station(opened, errands, desk, house):
    pane = opened(desk)
    errands.changed.connect(pane.refresh)
    pane.people.add()

    form_of(pane).sheet.fill({"name": "李强", "role": "mediator", **NEW})
    form_of(pane).hand_over()

    entered = {name: id for id, name in house.people().items()}["李强"]
    assert house.enter(entered, "peony 123").person.role is Role.MEDIATOR
    assert [one.name for one in pane.people.table.rows.rows()] == ["李强", "王淼"]


def test_a_first_password_that_is_too_short_adds_nobody(opened, desk):
    pane = opened(desk)
    pane.people.add()

    form_of(pane).sheet.fill({"name": "李强", "password": "123", "again": "123"})
    form_of(pane).hand_over()

    assert "characters at least" in form_of(pane).error.text()
    assert len(desk.queries.people()) == 1


def test_the_last_administrator_stays_one(opened, desk):
    pane = opened(desk)
    pane.people.change(pane.people.table.current_row())

    form_of(pane).sheet.fill({"role": "mediator"})
    form_of(pane).hand_over()

    assert form_of(pane).error.text() == "Somebody must stay administrator of the station."


def test_the_own_password_needs_the_old_one(opened, desk, house):
    pane = opened(desk)
    pane.people.give_password(pane.people.table.current_row())

    form_of(pane).sheet.fill({"now": "wrong", **NEW})
    form_of(pane).hand_over()

    assert form_of(pane).error.text().startswith("This password does not open")
    assert house.enter(desk.person.id, PASSWORD)


def test_the_own_password_is_changed(opened, desk, house):
    pane = opened(desk)
    pane.people.give_password(pane.people.table.current_row())

    form_of(pane).sheet.fill({"now": PASSWORD, **NEW})
    form_of(pane).hand_over()

    assert house.enter(desk.person.id, "peony 123")
    with pytest.raises(WrongPassword):
        house.enter(desk.person.id, PASSWORD)


def test_the_committee_is_proposed_and_named(opened, desk, house):
    pane = opened(desk)
    pane.team.name_committee()

    form_of(pane).hand_over()

    named = house.enter(desk.person.id, PASSWORD).committee
    assert named.name == "聊城市东昌府区古楼街道人民调解委员会"


def test_numbers_are_reserved_for_this_station(opened, desk, house):
    set_committee(desk, SetCommittee(name="古城调委会", short="古城"))
    desk = house.enter(desk.person.id, PASSWORD)
    pane = opened(desk)
    pane.team.reserve_numbers()
    form_of(pane).sheet.fill({"first": "1", "last": "50"})

    form_of(pane).hand_over()

    with desk.open_work(desk.person.id) as work:
        (block,) = work.every(NumberBlock)
    assert (block.first, block.last, block.station) == (1, 50, desk.station.id)


def test_larger_letters_are_told_as_soon_as_they_are_chosen(opened, desk, looks):
    pane = opened(desk)

    pane.windows.looks.fill({"text_size": "24"})

    assert looks == [Look(language="en", text_size=24)]


def test_every_key_is_listed(opened, desk):
    said = words_in(opened(desk).sections["keys"])

    assert all(key.keys in said for key in KEYS)


def test_a_backup_is_written_and_found_good(tmp_path, opened, desk):
    pane = opened(desk)
    pane.chips.choose(DATA)

    pane.primary().do()

    assert (tmp_path / "saved.backup").exists()
    assert "Everything is in order." in pane.data.checked.text()


def test_the_store_is_checked(opened, desk):
    pane = opened(desk)

    pane.data.verify()

    assert pane.data.checked.text() == "The store was checked. Everything is in order. 0 disputes."


def test_where_the_data_lie_is_said(opened, desk, house):
    assert str(house.folder) in words_in(opened(desk).sections[DATA])


def test_what_the_program_is_made_with_is_named_with_its_licences(opened, desk):
    pane = opened(desk)

    pane.chips.choose(ABOUT)

    said = words_in(pane.sections[ABOUT])
    assert "0.1.0" in said
    assert "OFL-1.1" in said
    assert "SQLAlchemy" in said


def test_a_mediator_is_offered_only_her_own_password(opened, desk):
    mediator = replace(desk, person=replace(desk.person, role=Role.MEDIATOR))
    pane = opened(mediator)

    pane.chips.choose(PEOPLE)

    assert pane.primary() is None
    assert [verb.text for verb in pane.people.side.shown().verbs] == ["My pass&word …"]
    pane.chips.choose(TEAM)
    pane.chips.choose(DATA)
    assert pane.primary() is None


def test_the_duty_hours_are_shown_and_changed(desk, opened):
    pane = opened(desk)
    pane.chips.choose(NOTICES)
    before = [label.text() for label in pane.quiet.findChildren(Label)]

    pane.quiet.change()
    (dialog,) = pane.findChildren(SheetDialog)
    dialog.sheet.fill({"hours": "9:00-17:00"})
    dialog.hand_over()

    after = [label.text() for label in pane.quiet.findChildren(Label)]
    assert "08:30-12:00, 14:00-18:00" in before
    assert "09:00-17:00" in after

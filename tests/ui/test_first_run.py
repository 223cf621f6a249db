"""Five short pages found a station; its recovery card is shown once; then comes the desk."""

import pytest

from mediator_desk.records.place import Place
from tests.ui.open_stations import GULOU, Answers, end, house_in, premises_of
from ui.dialogs.question import Question
from ui.errands import InlineErrands
from ui.forms.inputs import PickInput
from ui.look import Look, read_look
from ui.opening import Opening
from ui.widgets.completing import Candidate


@pytest.fixture
def house(tmp_path):
    return house_in(tmp_path / "station")


@pytest.fixture
def opening(qapp, tmp_path, house):
    made = Opening(
        qapp,
        premises_of(tmp_path, house),
        Look(language="en"),
        errands=InlineErrands(),
        files=Answers(folder=tmp_path),
    )
    made.begin()
    yield made
    end(made)


@pytest.fixture
def first(opening):
    return opening.first


def pick(first, key, typed):
    line = first.steps[0].sheet.cell(key).input
    assert isinstance(line, PickInput)
    found = line.edit._find(typed)
    line.edit.pick(found[0])
    return [one.text for one in found]


def go_through(first, *, committed=False, password="osmanthus 8", again="osmanthus 8"):
    pick(first, "division", "古楼街道")
    first.wizard.go_on()
    first.wizard.go_on()
    first.steps[2].sheet.fill({"committed": committed})
    first.wizard.go_on()
    first.steps[3].sheet.fill({"person_name": "王淼", "password": password, "again": again})
    first.wizard.go_on()


def test_the_first_run_has_five_pages(first):
    assert len(first.steps) == 5
    assert first.wizard.place() == 0


def test_a_place_is_found_by_its_pinyin_initials(first):
    found = pick(first, "division", "gljd")

    assert "古楼街道" in found


def test_where_a_picked_place_lies_is_said_below_it(first):
    pick(first, "division", "古楼街道")

    assert first.steps[0].sheet.cell("division").doubt() == "东昌府区 › 古楼街道"


def test_the_names_are_proposed_from_the_place(first):
    pick(first, "division", "古城社区居委会")
    first.wizard.go_on()

    values = first.steps[1].sheet.values()

    assert (values["team_name"], values["short"]) == ("古城社区调解队", "古城")
    assert first.steps[1].sheet.cell("short").doubt().startswith("As in 古城-20")


def test_names_that_were_typed_are_not_proposed_over(first):
    pick(first, "division", "古楼街道")
    first.wizard.go_on()
    first.steps[1].sheet.fill({"team_name": "老街坊调解队"})
    first.wizard.go_back()
    pick(first, "division", "柳园街道")

    first.wizard.go_on()

    values = first.steps[1].sheet.values()
    assert (values["team_name"], values["short"]) == ("老街坊调解队", "柳园")


def test_a_page_without_its_place_is_refused_in_place(first):
    first.wizard.go_on()

    assert first.wizard.place() == 0
    assert "still empty" in first.wizard.error.text()


def test_two_passwords_that_differ_are_refused_in_place(first):
    go_through(first, again="osmanthus 9")

    assert first.wizard.place() == 3
    assert "not the same" in first.wizard.error.text()


def test_a_short_password_is_refused_in_place(first):
    go_through(first, password="123", again="123")

    assert first.wizard.place() == 3
    assert "characters at least" in first.wizard.error.text()


def test_larger_letters_are_worn_at_once_and_kept(opening, first, tmp_path):
    first.steps[4].sheet.fill({"text_size": "18"})

    assert opening.look.text_size == 18
    assert read_look(tmp_path / "windows.json").text_size == 18


def test_founding_shows_the_recovery_code_that_opens_the_station(first, house):
    go_through(first)

    first.wizard.go_on()

    (person,) = house.people()
    assert house.recover(first.card.card.code, person, "peony 123").team.division == GULOU


def test_the_desk_opens_only_after_the_code_is_kept(opening, first):
    go_through(first)
    first.wizard.go_on()
    before = first.card.go.isEnabled()

    first.card.tick.setChecked(True)
    first.card.go.click()

    assert not before
    assert opening.door.window.isVisible()
    assert opening.door.window.windowTitle() == "Mediator Desk · 古楼街道调解队"


def test_leaving_before_the_code_is_kept_is_asked_about(first):
    go_through(first)
    first.wizard.go_on()

    closed = first.close()

    assert not closed
    assert first.findChild(Question) is not None


def test_a_committee_is_founded_with_the_names_proposed_for_it(opening, first):
    go_through(first, committed=True)
    first.wizard.go_on()
    first.card.tick.setChecked(True)

    first.card.go.click()

    committee = opening.door._opened.committee
    assert committee.name == "聊城市东昌府区古楼街道人民调解委员会"
    assert committee.short == "东昌府古楼"


def test_a_place_without_a_code_is_added_under_one(opening, first):
    sheet = first.steps[0].sheet
    sheet.fill({"unlisted": True})
    sheet.fill({"place": "九州街道"})
    pick(first, "under", "东昌府区")
    for _page in range(3):
        first.wizard.go_on()
    first.steps[3].sheet.fill(
        {"person_name": "王淼", "password": "osmanthus 8", "again": "osmanthus 8"}
    )
    first.wizard.go_on()
    first.wizard.go_on()

    desk = first._desk
    (place,) = desk.queries.added_places()
    assert isinstance(place, Place)
    assert (place.name, place.under, desk.team.name) == ("九州街道", "371502", "九州街道调解队")


def test_the_directory_offers_every_county_street_and_community(first):
    line = first.steps[0].sheet.cell("division").input

    offered = line.edit._find("市")

    assert len(first._divisions) == 2553
    assert all(isinstance(one, Candidate) for one in offered)
    assert "聊城市" not in [one.text for one in offered]

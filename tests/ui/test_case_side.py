"""A dispute beside the list says what is next and offers what may be done."""

from PySide6.QtCore import QItemSelectionModel, Qt

from mediator_desk.records.people import Role
from mediator_desk.records.place import Level
from mediator_desk.usecases.run_station import AddPlace, add_place
from tests.store.stations import GUCHENG
from tests.ui.casework import Windows


def test_enter_begins_the_recommended_step(qtbot, here, windows):
    here.logged()
    pane = windows.disputes()

    qtbot.keyClick(pane.table, Qt.Key.Key_Return)

    dialog = pane.window().findChildren(type(pane.side.do("route-dispute")))
    assert dialog


def test_several_disputes_become_one_topic(here, windows):
    for text in ("电梯一", "电梯二", "电梯三"):
        here.logged(text=text)
    pane = windows.disputes()
    pane.table.choose_place(0)
    flag = QItemSelectionModel.SelectionFlag
    pane.table.selectionModel().select(pane.table.rows.index(2, 0), flag.Select | flag.Rows)

    pane.side.verbs().buttons()[0].click()

    assert pane.side.shown().title == "2 disputes chosen"
    assert [row.text for row in windows.handed.topics[0]] == ["电梯三", "电梯一"]


def test_a_whistle_is_handed_the_whole_case(here, windows):
    dispute = here.logged()
    pane = windows.disputes()

    pane.side.do("blow-whistle")

    assert windows.handed.whistles[0].dispute.id == dispute


def test_verbs_a_role_lacks_are_not_offered(qtbot, here, tmp_path):
    here.closed()
    windows = Windows(qtbot, here.as_role(Role.MEDIATOR), tmp_path)

    pane = windows.disputes()

    verbs = [one.text().replace("&", "") for one in pane.side.verbs().buttons()]
    assert "Reopen" not in verbs
    assert "Archive" not in verbs
    assert "Record a return visit" in verbs


def test_phones_are_masked_beside_the_list(here, windows):
    from mediator_desk.records.people import Side
    from mediator_desk.usecases.log_dispute import NewParty

    here.logged(parties=(NewParty(name="王芳", side=Side.APPLICANT, phone="13800138000"),))

    pane = windows.disputes()

    assert pane.side.shown().parties[0].reach == "138****8000"


def test_what_is_next_stands_with_its_last_day(here, windows):
    here.accepted()

    pane = windows.disputes()

    banner = pane.side.shown().banner
    assert "23/12" in banner
    assert "working days left" in banner
    assert "Ask every party" in banner


def test_a_community_without_a_code_is_named_all_the_same(here, windows):
    asked = AddPlace(name="北城社区", level=Level.COMMUNITY, under=GUCHENG[:9])
    (place,) = add_place(here.desk, asked).of("place")
    here.logged(division=str(place))

    pane = windows.disputes()

    assert ("Community", "北城社区") in pane.side.shown().sections[-1].facts


def test_editing_names_a_community_without_a_code(here, windows):
    asked = AddPlace(name="北城社区", level=Level.COMMUNITY, under=GUCHENG[:9])
    (place,) = add_place(here.desk, asked).of("place")
    dispute = here.logged(division=str(place))

    dialog = windows.dialog("change-dispute", dispute)

    assert dialog.sheet.cell("division").input.edit.text() == "北城社区"
    assert dialog.sheet.values()["division"] == str(place)
    assert not dialog.sheet.touched()

"""The frame leads to its places, tells changes to the pane in sight, and fits small screens."""

import pytest
from PySide6.QtCore import Qt

from mediator_desk.rows import Changes
from ui.actions import places
from ui.dialogs.unlock import Entrant
from ui.front_door import FrontDoor
from ui.main_window import MainWindow
from ui.theme import Theme, wear
from ui.tokens import LIGHT
from ui.widgets.empty_state import EmptyState
from ui.widgets.pane import Pane
from ui.widgets.verb import Verb


class Noted(Pane):
    """A pane that notes what it is asked."""

    def __init__(self, name):
        super().__init__()
        self.name, self.noted = name, []
        self.column.addWidget(EmptyState("document", name))

    def title(self):
        return self.name

    def search_hint(self):
        return "Search"

    def primary(self):
        return Verb(text="&New", do=lambda: self.noted.append("new"), primary=True)

    def open(self, id=None):
        self.noted.append(("open", id))

    def refresh(self, changes=None):
        self.noted.append(("refresh", changes))

    def search(self, text):
        self.noted.append(("search", text))

    def print_out(self):
        self.noted.append("print")


PLACES = ("today", "disputes", "council", "whistles", "bundles", "settings")


def frame(errands, notices, person="赵敏"):
    return MainWindow(
        {code: lambda code=code: Noted(code) for code in PLACES},
        errands=errands,
        notices=notices,
        person=person,
        station="柳园社区调解队",
    )


@pytest.fixture
def window(qtbot, errands, notices):
    made = frame(errands, notices)
    qtbot.addWidget(made)
    made.open_first()
    qtbot.waitActive(made)
    return made


def test_only_the_first_pane_is_built_at_the_beginning(window):
    assert list(window._panes) == ["today"]


def test_control_and_a_number_lead_to_a_place(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert window.place() == "disputes"
    assert window.current().noted == [("open", None)]


@pytest.mark.parametrize(
    ("key", "modifier", "noted"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "new"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, "print"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, ("refresh", None)),
        (Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier, "new"),
    ],
)
def test_keys_and_the_mnemonic_beside_them_both_work(qtbot, window, key, modifier, noted):
    qtbot.keyClick(window, key, modifier)

    # A mnemonic presses the button in sight for a moment before it lets go.
    qtbot.waitUntil(lambda: window.current().noted[-1] == noted)


def test_control_f_goes_to_the_search_box_and_words_reach_the_pane(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.focusWidget(), "lift")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)

    assert ("search", "lift") in window.current().noted


def test_changes_reach_the_pane_in_sight_once(window, errands):
    errands.run(Changes)

    assert window.current().noted.count(("refresh", Changes())) == 1


def test_a_pane_can_lead_to_a_record_at_another_place(window):
    window.current().go.emit("whistles", "an id")

    assert window.place() == "whistles"
    assert window.current().noted == [("open", "an id")]


def test_a_narrow_window_turns_the_places_into_a_rail(window):
    window.showNormal()
    window.resize(911, 512)

    assert window.navigation.is_rail()
    assert window.navigation.width() >= 56


def test_the_window_can_be_as_small_as_a_small_screen_at_one_and_a_half(window):
    assert window.minimumSizeHint().width() <= 911
    assert window.minimumSizeHint().height() <= 512


def test_no_two_things_share_a_mnemonic(window, doubled):
    assert doubled(window) == []


def test_bad_news_nobody_asked_for_shows_in_the_notice_bar(window, errands):
    errands.refused.emit("The disk is full.")

    assert window.notice_bar.isVisible()
    assert window.notice_bar.accessibleName() == "The disk is full."


def test_places_without_a_pane_are_not_shown(qtbot, errands, notices):
    window = MainWindow(
        {"today": lambda: Noted("today")},
        errands=errands,
        notices=notices,
        person="赵敏",
        station="柳园社区",
    )
    qtbot.addWidget(window)

    window.open_place("council")

    assert list(window.navigation._buttons) == ["today"]


@pytest.fixture
def door(qtbot, errands, notices):
    made = FrontDoor(
        station="柳园社区调解队",
        entrants=(Entrant("1", "赵敏"), Entrant("2", "刘志强")),
        errands=errands,
        unlock=lambda code, _password: lambda: code,
        build=lambda opened: frame(errands, notices, opened),
        who=lambda opened: opened,
    )
    qtbot.addWidget(made.unlock_window)
    made.begin()
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


def unlock(door, code):
    door.unlock_window.person.setCurrentIndex(door.unlock_window.person.findData(code))
    door.unlock_window.password.setText("secret")
    door.unlock_window.try_password()


def test_the_right_password_opens_the_desk(door):
    unlock(door, "1")

    assert door.window.isVisible()
    assert not door.unlock_window.isVisible()
    assert door.unlock_window.password.text() == ""


def test_after_a_lock_the_same_person_finds_the_same_window(door):
    unlock(door, "1")
    before = door.window

    door.lock()
    hidden = not before.isVisible()
    unlock(door, "1")

    assert hidden
    assert door.window is before
    assert before.isVisible()


def test_after_a_lock_another_person_gets_a_desk_of_their_own(door):
    unlock(door, "1")
    before = door.window

    door.lock()
    unlock(door, "2")

    assert door.window is not before
    assert door.window.isVisible()


def test_an_empty_password_is_asked_for_in_place(door):
    door.unlock_window.try_password()

    assert door.unlock_window.error.text() == "Type your password first."


def test_a_rebuilt_window_opens_where_one_was(door):
    unlock(door, "1")
    door.window.open_place("bundles")

    door.rebuild()

    assert door.window.place() == "bundles"


def test_every_place_fits_a_low_screen_in_the_largest_letters(
    qapp, families, errands, notices, keep
):
    wear(qapp, Theme(LIGHT, 24, families))
    named = {place.code: lambda: Noted("place") for place in places()}

    window = keep(MainWindow(named, errands=errands, notices=notices, person="", station=""))
    window.show()
    window.resize(911, 700)
    window.resize(911, 512)

    assert window.navigation.is_rail()
    assert window.height() == 512

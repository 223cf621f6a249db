"""Chips and the search box work by keyboard and leave the input method alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.chips import Chip, ChipBar
from ui.widgets.search_box import SearchBox

CHIPS = (Chip("all", "All", 12), Chip("open", "Open", 3), Chip("late", "Late", 1))


@pytest.fixture
def bar(qtbot):
    made = ChipBar("Filters")
    qtbot.addWidget(made)
    made.show_chips(CHIPS)
    made.show()
    return made


@pytest.fixture
def box(qtbot):
    made = SearchBox("Search")
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_the_first_chip_is_chosen_from_the_beginning(bar):
    assert bar.current() == "all"


def test_the_arrow_keys_walk_along_the_chips(qtbot, bar):
    told = []
    bar.chosen.connect(told.append)

    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Right)

    assert told == ["open", "late"]


def test_new_counts_leave_the_choice_and_tell_nobody(bar):
    bar.choose("late")
    told = []
    bar.chosen.connect(told.append)

    bar.show_chips((Chip("all", "All", 13), Chip("open", "Open", 3), Chip("late", "Late", 2)))

    assert bar.current() == "late"
    assert told == []


def test_a_screen_reader_hears_word_and_number(bar):
    names = [bar._buttons[code].accessibleName() for code in ("all", "open")]

    assert names == ["All 12", "Open 3"]


def test_words_are_searched_once_they_are_settled(qtbot, box):
    told = []
    box.searched.connect(told.append)

    qtbot.keyClicks(box, "lift")
    box.settle()
    box.settle()

    assert told == ["lift"]


def test_enter_belongs_to_the_input_method_while_it_composes(qtbot, box):
    told, left = [], []
    box.searched.connect(told.append)
    box.left_down.connect(lambda: left.append(1))
    QApplication.sendEvent(box, QInputMethodEvent("tingche", []))

    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert (told, left) == ([], [])


def test_the_committed_characters_are_searched_beyond_the_first_plane_too(qtbot, box):
    told = []
    box.searched.connect(told.append)
    committed = QInputMethodEvent()
    committed.setCommitString("欧阳𬱖")
    QApplication.sendEvent(box, QInputMethodEvent("ouyang", []))

    QApplication.sendEvent(box, committed)
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert told == ["欧阳𬱖"]


def test_escape_empties_the_box_and_shows_everything_again(qtbot, box):
    qtbot.keyClicks(box, "lift")
    box.settle()
    told = []
    box.searched.connect(told.append)

    qtbot.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == ""
    assert told == [""]

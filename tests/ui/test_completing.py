"""A line that completes itself takes characters, beginnings and pinyin initials."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.completing import Candidate, CompletingLineEdit, fitting

PLACES = (
    Candidate("1", "柳园社区", "东昌府区 › 柳园街道", "lysq"),
    Candidate("2", "花园社区", "东昌府区 › 新区街道", "hysq"),
    Candidate("3", "柳林社区", "冠县 › 柳林镇", "llsq"),
)


@pytest.fixture
def line(qtbot):
    made = CompletingLineEdit(PLACES)
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("柳", ["1", "3"]),
        ("ly", ["1"]),
        ("园", ["1", "2"]),
        ("冠县", ["3"]),
        ("", ["1", "2", "3"]),
        ("电梯", []),
    ],
)
def test_candidates_fit_by_characters_initials_and_hint(typed, found):
    assert [candidate.key for candidate in fitting(PLACES, typed)] == found


def test_beginnings_come_before_what_only_holds_the_words():
    places = (Candidate(1, "老柳园"), Candidate(2, "柳园"))

    assert [candidate.key for candidate in fitting(places, "柳")] == [2, 1]


def test_typing_initials_and_enter_picks_the_first(qtbot, line):
    picked = []
    line.picked.connect(picked.append)

    qtbot.keyClicks(line, "hy")
    qtbot.keyClick(line._completer.popup(), Qt.Key.Key_Return)

    assert line.text() == "花园社区"
    assert picked[-1].key == "2"


def test_changing_the_words_undoes_the_pick(qtbot, line):
    line.pick(PLACES[0])

    qtbot.keyClick(line, Qt.Key.Key_Backspace)

    assert line.candidate() is None
    assert line.unknown()


def test_words_typed_in_full_count_as_picked_when_the_line_is_left(qtbot, line):
    line.setText("柳林社区")

    line._settle()

    assert line.candidate() == PLACES[2]


def test_candidates_may_come_from_a_function(qtbot, line):
    asked = []

    def find(typed):
        asked.append(typed)
        return PLACES[:1]

    line.offer(find)
    qtbot.keyClicks(line, "x")

    assert asked == ["x"]


def test_free_words_are_no_mistake(qtbot):
    line = CompletingLineEdit(PLACES, free=True)
    qtbot.addWidget(line)
    line.setText("新建的小区")

    assert not line.unknown()
    assert line.words() == "新建的小区"

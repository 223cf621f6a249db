"""A verb can be done with any of the keys a person would try."""

import ast

import pytest
from PySide6.QtCore import Qt

from tests.house.tree import sources
from ui.widgets.press import PressButton
from ui.widgets.verb import Verb, VerbButton, without_mnemonic


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_verb_that_has_the_focus(qtbot, key):
    done = []
    button = VerbButton(Verb(text="&Log", do=lambda: done.append("log")))
    qtbot.addWidget(button)

    qtbot.keyClick(button, key)

    assert done == ["log"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_cancel_as_they_press_a_verb(qtbot, key):
    pressed = []
    button = PressButton("Cancel")
    button.clicked.connect(lambda: pressed.append("cancel"))
    qtbot.addWidget(button)

    qtbot.keyClick(button, key)

    assert pressed == ["cancel"]


def test_no_button_of_ours_leaves_enter_without_an_answer():
    plain = {
        name
        for name, tree in sources("ui")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QPushButton"
    }

    # A segment is a choice within a form, where Enter goes on to the next field.
    assert plain == {"ui/forms/segments.py", "ui/forms/case_route.py"}


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("登记(&N)", "登记"), ("&Log it", "Log it"), ("Salt && pepper", "Salt & pepper")],
)
def test_a_verb_shown_again_has_no_key(written, spoken):
    assert without_mnemonic(written) == spoken

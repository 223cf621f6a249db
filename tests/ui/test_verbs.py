"""A verb can be done with any of the keys a person would try."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.verb import Verb, VerbButton, without_mnemonic


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_verb_that_has_the_focus(qtbot, key):
    done = []
    button = VerbButton(Verb(text="&Log", do=lambda: done.append("log")))
    qtbot.addWidget(button)

    qtbot.keyClick(button, key)

    assert done == ["log"]


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("登记(&N)", "登记"), ("&Log it", "Log it"), ("Salt && pepper", "Salt & pepper")],
)
def test_a_verb_shown_again_has_no_key(written, spoken):
    assert without_mnemonic(written) == spoken

"""The Qt we ship is the one whose quirks we know."""

import sys
from importlib.metadata import version

from PySide6.QtCore import QObject

from tests.house.tree import ROOT

CALLS = 100_000


def test_a_hundred_thousand_calls_that_answer_nothing_leave_none_alive():
    # 6.12.0 lost a reference to None with every such call before Python 3.12.
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(CALLS):
        thing.setObjectName("desk")

    assert sys.getrefcount(None) > before - CALLS // 10


def test_qt_is_pinned_to_the_one_we_tried():
    pinned = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert version("PySide6-Essentials") == "6.11.3"
    assert '"pyside6-essentials==6.11.3"' in pinned

"""Windows for tests: the carried letters, errands that run at once, a fixed moment."""

from datetime import UTC, date, datetime

import pytest
from shiboken6 import delete, isValid

from mediator_desk.words import speak, spoken
from tests.store.stations import sit_down
from tests.ui.casework import Windows
from tests.usecases.cases import Cases
from ui.app import letters
from ui.errands import InlineErrands
from ui.notices import Notices
from ui.theme import Theme, wear, worn
from ui.tokens import LIGHT
from ui.tour.watch import doubled_mnemonics

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def families(qapp, tmp_path_factory):
    return letters(tmp_path_factory.mktemp("fonts"))


@pytest.fixture(autouse=True)
def dressed(qapp, families):
    theme = Theme(LIGHT, 14, families)
    if worn() != theme:
        wear(qapp, theme)


@pytest.fixture(autouse=True)
def plain_words(tmp_path):
    before = spoken()
    speak("en", tmp_path)
    assert before in ("en", "zh_CN")


@pytest.fixture
def errands(qapp):
    return InlineErrands()


@pytest.fixture
def notices(qapp, tmp_path):
    return Notices(tmp_path / "reports", lambda: NOW)


@pytest.fixture
def keep():
    """Keep widgets until the test ends, those another widget takes in and deletes too."""
    kept = []

    def hold(widget):
        kept.append(widget)
        return widget

    yield hold
    for widget in reversed(kept):
        if isValid(widget):
            widget.hide()
            delete(widget)


@pytest.fixture
def here(tmp_path):
    """Sit at the desk of a fresh station, with cases at hand."""
    station = sit_down(tmp_path / "station")
    yield Cases(station)
    station.leave()


@pytest.fixture
def windows(qtbot, here, tmp_path):
    """Open windows on that desk; a mistake of ours in one fails the test."""
    made = Windows(qtbot, here.desk, tmp_path)
    yield made
    assert made.mistakes == []


@pytest.fixture
def doubled():
    return doubled_mnemonics


def pytest_collection_modifyitems(items):
    # The offscreen platform says what it cannot do (size hints, raise, grab); nothing is wrong.
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))

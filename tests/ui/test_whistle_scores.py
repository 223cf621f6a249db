"""The scores of the departments are counts a lead can open one by one."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediator_desk.records.people import Role
from tests.store.stations import sit_down
from tests.ui.casework import columns_of
from tests.ui.council_work import CouncilDesk
from ui.dialogs.whistle_scores import WhistleScores, periods


@pytest.fixture
def here(qtbot, tmp_path):
    station = sit_down(tmp_path / "station")
    made = CouncilDesk(qtbot, station, tmp_path)
    yield made
    station.leave()
    assert made.mistakes == []


def scores_of(pane):
    pane.secondary().do()
    return pane.window().findChildren(WhistleScores)[-1]


def test_each_department_shows_how_many_of_how_many(here):
    here.whistle(steps=9)

    shown = scores_of(here.whistles())

    (line,) = columns_of(shown.scores)
    assert line[1:5] == ["1/1", "1/1", "1/1", "1/1"]
    assert "blown 1, false 0/1" in shown.street.text()


def test_enter_goes_to_the_whistles_of_the_department_and_on_to_one_of_them(here):
    id = here.whistle(steps=2)
    pane = here.whistles()
    shown = scores_of(pane)

    QTest.keyClick(shown.scores, Qt.Key.Key_Return)
    assert shown.whistles.current_row().id == id
    QTest.keyClick(shown.whistles, Qt.Key.Key_Return)

    assert pane.shown().whistle.id == id


def test_another_period_is_counted_when_it_is_chosen(here):
    here.whistle(steps=2)
    shown = scores_of(here.whistles())

    shown.period.setCurrentIndex(1)

    assert columns_of(shown.scores) == []
    assert "Choose another one" in shown.said.text()


def test_who_does_not_lead_is_offered_no_scores(here):
    here.whistle(steps=2)
    here.desk = replace(here.desk, person=replace(here.desk.person, role=Role.MEDIATOR))

    pane = here.whistles()

    assert pane.secondary() is None


def test_the_periods_are_whole_months_quarters_and_years():
    found = [(first, last) for _words, first, last in periods(date(2026, 2, 15))]

    assert found == [
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2025, 10, 1), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 12, 31)),
        (date(2025, 1, 1), date(2025, 12, 31)),
    ]

"""Quiet notices: one line in duty hours, what came over night once, and never twice."""

from datetime import UTC, datetime

import pytest

from mediator_desk.usecases.duty_hours import SetDutyHours, set_duty_hours
from ui.reminder import Reminder


@pytest.fixture
def reminded(here, windows):
    """Start a reminder at nine on a Monday; ``pass_by`` lets time go and ticks."""
    went = []
    reminder = Reminder(
        desk=here.desk,
        errands=windows.errands,
        notices=windows.notices,
        go=lambda: went.append("today"),
    )

    def pass_by(**by):
        here.at.clock.go(**by)
        before = len(windows.said)
        reminder.tick(here.desk.now())
        return [notice.text for notice in windows.said[before:]]

    pass_by.went = went
    pass_by.reminder = reminder
    yield pass_by
    reminder.deleteLater()


def test_what_becomes_late_is_said_once_and_leads_to_today(here, windows, reminded):
    here.dispatched(title="私搭彩钢棚")
    reminded(minutes=1)

    said = [reminded(minutes=60), reminded(minutes=1)]

    assert said == [
        ["Late: Urge: red card · The department signs for the whistle · 私搭彩钢棚"],
        [],
    ]
    windows.said[-1].do()
    assert reminded.went == ["today"]


def test_what_pressed_already_when_the_desk_opened_is_not_said(here, windows):
    here.accepted()
    here.at.clock.go(days=40)
    reminder = Reminder(
        desk=here.desk, errands=windows.errands, notices=windows.notices, go=lambda: None
    )

    reminder.tick(here.desk.now())

    assert windows.said == []


def test_nothing_is_said_at_night_and_in_the_morning_all_of_it_once(here, reminded):
    here.at.clock.moment = datetime(2026, 11, 23, 9, 50, tzinfo=UTC)
    here.dispatched()
    here.dispatched()
    reminded(minutes=1)

    night = reminded(hours=2)
    morning = reminded(hours=14)

    assert night == []
    assert morning == ["2 late"]


def test_who_wants_no_notices_gets_none(here, reminded):
    set_duty_hours(here.desk, SetDutyHours(hours=""))
    here.dispatched()

    assert reminded(hours=2) == []

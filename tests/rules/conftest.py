"""The data files the rules are tried with: the ones that are carried."""

from pathlib import Path

import pytest

from mediator_desk.rules.calendar import joined, read_calendar
from mediator_desk.rules.deadlines import read_deadlines

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def calendar():
    files = sorted((RESOURCES / "calendars").glob("*.toml"))
    return joined(read_calendar(file.read_text("utf-8")) for file in files)


@pytest.fixture(scope="session")
def deadlines():
    return read_deadlines((RESOURCES / "rule_sets" / "deadlines.toml").read_text("utf-8"))

"""A throw-away station for each test."""

import pytest

from tests.store.stations import sit_down


@pytest.fixture
def here(tmp_path):
    """Sit at the desk of a fresh station."""
    station = sit_down(tmp_path / "station")
    yield station
    station.leave()

"""A desk at a throw-away station for each scenario; ``A1`` … are the numbers of domain.md 9."""

import pytest

from tests.store.stations import sit_down
from tests.usecases.cases import Cases


@pytest.fixture(scope="session")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def here(tmp_path):
    """Sit at the desk of a fresh station, with cases at hand."""
    station = sit_down(tmp_path / "station")
    yield Cases(station)
    station.leave()

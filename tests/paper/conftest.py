"""The fonts are unpacked once for all tests of papers."""

import pytest

from mediator_desk.paper.setting import open_press


@pytest.fixture(scope="session")
def press(tmp_path_factory):
    return open_press(tmp_path_factory.mktemp("fonts"))

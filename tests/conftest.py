"""What every test stands on: no screen, no settings of whoever runs it, English unless said."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import resources
from mediator_desk import words

# Before pytest-qt makes its application, which reads this once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

# A loaded machine is slow, not wrong; a failure prints what repeats it.
settings.register_profile("desk", deadline=None, print_blob=True)
settings.load_profile("desk")


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep tests away from the folders and settings of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("MEDIATOR_DESK_")]:
            patch.delenv(name)
        patch.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Speak English at the start of every test, whatever the one before it spoke."""
    words.speak("en", resources.path("translations"))
    yield
    words.speak("en", resources.path("translations"))

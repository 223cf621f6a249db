"""The stage: an application of the usual screen, a clock the story winds, throw-away folders."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mediator_desk.rules.durations import CHINA
from mediator_desk.words import speak, spoken
from resources import path
from ui.app import start_application
from ui.tour.camera import SCREEN

_ZONE = "Asia/Shanghai"
_STEP = timedelta(milliseconds=1)


@dataclass(slots=True)
class StoryClock:
    """Stands at the story's moment; each look moves it on a little, so that order is kept."""

    moment: datetime

    def now(self) -> datetime:
        """Give the moment of the story."""
        self.moment += _STEP
        return self.moment

    def go_to(self, month: int, day: int, at: str) -> None:
        """Go on to a moment of the story's year, as in ``go_to(11, 5, "09:10")``."""
        hour, minute = (int(part) for part in at.split(":"))
        self.moment = datetime(self.moment.year, month, day, hour, minute, tzinfo=CHINA)


@dataclass(slots=True, kw_only=True)
class Stage:
    """What the whole story stands on."""

    application: QApplication
    folder: Path
    fonts: Path
    clock: StoryClock = field(
        default_factory=lambda: StoryClock(datetime(2026, 10, 12, 8, 0, tzinfo=CHINA))
    )


@contextmanager
def on_stage(fonts: Path) -> Iterator[Stage]:
    """Set the stage and clear it away again: language, zone and folders are as they were."""
    language = spoken()
    folder = Path(tempfile.mkdtemp(prefix="mediator-desk-tour-"))
    try:
        with _in_the_zone_of_the_story():
            speak("zh_CN", path("translations"))
            _make_room(folder)
            application = start_application(["tour"], fonts=fonts)
            application.setQuitOnLastWindowClosed(False)
            # A blinking bar would make two pictures of the same thing differ.
            application.setCursorFlashTime(0)
            yield Stage(application=application, folder=folder, fonts=fonts)
    finally:
        speak(language, path("translations"))
        shutil.rmtree(folder, ignore_errors=True)


def _make_room(folder: Path) -> None:
    """Give the platform without a screen one of the usual size; its own is 800 by 800."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    screen = {
        "name": "tour",
        "x": 0,
        "y": 0,
        "width": SCREEN.width(),
        "height": SCREEN.height(),
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="ascii")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


@contextmanager
def _in_the_zone_of_the_story() -> Iterator[None]:
    """Let this process live in Liaocheng's zone; days must not depend on where it is played."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = _ZONE
    _take_zone()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        _take_zone()


def _take_zone() -> None:
    # Windows has no such call; there Python asks the system's own zone.
    take: Callable[[], None] | None = getattr(time, "tzset", None)
    if take is not None:
        take()

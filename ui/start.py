"""The start: the unlock window is painted before anything else of the desk is loaded.

Whatever is imported here is waited for by somebody who looks at an empty screen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

import resources
from mediator_desk.troubles import Trouble
from mediator_desk.words import speak
from ui.app import complete_application, dress_application, watch_over
from ui.dialogs.unlock import Entrant, UnlockWindow
from ui.look import Look, read_look
from ui.notices import Notices
from ui.only_one import OnlyOne


class Rest(Protocol):
    """The desk behind the first window; ``ui.opening`` has it."""

    notices: Notices

    def begin(self) -> None:
        """Take the first window over, or show what is shown instead of it."""

    def bring_forward(self) -> None:
        """Put the window in sight before all others."""

    def end(self) -> None:
        """Let what is under way end, then lock the store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorstep:
    """What the first window needs to know.

    ``people`` names who can unlock the station, or nobody when none was set up in the folder yet;
    it must be quick. ``look`` is the file of this PC's own settings.
    """

    folder: Path
    people: Callable[[], Mapping[UUID, str]]
    look: Path
    fonts: Path


def run(
    doorstep: Doorstep,
    load: Callable[[QApplication, Look, UnlockWindow | None], Rest],
    *,
    language: str = "",
) -> int:
    """Open the windows and stay until they are closed; ``language`` wins over the settings.

    ``load`` loads the desk behind the first window, after that was painted.
    """
    look = read_look(doorstep.look)
    if language:
        look = replace(look, language=language)
    speak(look.language, resources.path("translations"))
    only = OnlyOne(doorstep.folder)
    if not only.take():
        return 0
    application = dress_application(
        ["mediator-desk"], fonts=doorstep.fonts, colours=look.colours, text_size=look.text_size
    )
    window = _unlock_window(doorstep, look)
    loaded: list[Rest] = []

    def go_on() -> None:
        complete_application(application)
        rest = load(application, look, window)
        loaded.append(rest)
        watch_over(rest.notices)
        only.knocked.connect(rest.bring_forward)
        only.listen()
        rest.begin()

    if window is None:
        QTimer.singleShot(0, go_on)
    else:
        FirstPaint(window, go_on)
        window.show()
    code = application.exec()
    for rest in loaded:
        rest.end()
    only.leave()
    return code


class FirstPaint(QObject):
    """Does something once a window has been painted for the first time."""

    def __init__(self, window: QWidget, do: Callable[[], object]) -> None:
        """Begin to watch the window."""
        super().__init__(window)
        self._do = do
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The paint itself comes after the filter.
            QTimer.singleShot(0, self._do)
        return False


def entrants_of(people: Mapping[UUID, str]) -> list[Entrant]:
    """Say who is offered at the unlock window."""
    return [Entrant(str(id), name) for id, name in people.items()]


def _unlock_window(doorstep: Doorstep, look: Look) -> UnlockWindow | None:
    """Make the unlock window; there is none when nobody can unlock, and ``Rest`` knows why."""
    try:
        people = doorstep.people()
    except Trouble:
        return None
    if not people:
        return None
    known = look.station(doorstep.folder)
    return UnlockWindow(station=known.name, entrants=entrants_of(people), last=known.person)

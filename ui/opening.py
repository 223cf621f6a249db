"""The program with windows: unlock or set up first, then the desk; lock, leave, come back.

Nothing here, nor in what it imports, may load the libraries of the store, the papers or the
ledgers: they are loaded while somebody types a password.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

import resources
from mediator_desk.ports import Books, Desk, House
from mediator_desk.rows import Changes
from mediator_desk.troubles import Trouble
from mediator_desk.words import _, speak
from ui.app import redress
from ui.dialogs.unlock import UnlockWindow
from ui.errands import Errands
from ui.files import FileQuestions
from ui.front_door import FrontDoor
from ui.idle import IdleWatch
from ui.look import Look, Station, keep_look, read_look
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.start import FirstPaint, entrants_of
from ui.translator import speak_qt
from ui.widgets.empty_state import EmptyState

_LATER = (
    "mediator_desk.rules.pinyin",
    "mediator_desk.usecases.intake_ledger",
    "mediator_desk.usecases.print_papers",
    "ui.desk_window",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """Where the station is, and what is loaded only when it is asked for.

    ``people`` names who can unlock it, or nobody when none was set up here yet; it is asked for
    before the first window and must be quick. ``look`` is the file of this PC's own settings.
    """

    folder: Path
    people: Callable[[], Mapping[UUID, str]]
    house: Callable[[], House]
    books: Callable[[], Books]
    now: Callable[[], datetime]
    look: Path
    fonts: Path
    reports: Path
    versions: Callable[[], Sequence[tuple[str, str]]]


class Opening(QObject):
    """Leads from the first window to the desk and back, until the program ends."""

    def __init__(
        self,
        application: QApplication,
        premises: Premises,
        look: Look,
        *,
        in_sight: UnlockWindow | None = None,
        errands: Errands | None = None,
        files: FileQuestions | None = None,
    ) -> None:
        """Prepare; ``begin`` shows the first window, unless it is ``in_sight`` already."""
        super().__init__(application)
        self._application, self._premises, self.look = application, premises, look
        self.notices = Notices(premises.reports, premises.now, self)
        self.errands = errands or Errands(self)
        self.files = files or FileQuestions()
        self.idle = IdleWatch(application, parent=self)
        self.door: FrontDoor | None = None
        self.first: QWidget | None = None
        self._opened_house: House | None = None
        self._section = ""
        self._in_sight = in_sight
        self._wire()

    def begin(self) -> None:
        """Show the first window: unlock, or set up, or what is wrong with the key file."""
        try:
            people = self._premises.people()
        except Trouble as trouble:
            self.first = _said(trouble.words())
            self.first.show()
            return
        if people:
            self._stand_at_the_door(people)
        else:
            self._begin_first_run()

    def house(self) -> House:
        """Give the house, loading its libraries the first time; only errands may call this."""
        if self._opened_house is None:
            self._opened_house = self._premises.house()
        return self._opened_house

    def bring_forward(self) -> None:
        """Put the window in sight before all others, for somebody started the program again."""
        if self.door is not None:
            self.door.bring_forward()
        elif self.first is not None:
            self.first.show()
            self.first.raise_()
            self.first.activateWindow()

    def lock(self) -> None:
        """Lock the desk, if somebody is at it."""
        if self.door is not None and self._window() is not None:
            self.door.lock()

    def change_look(self, look: Look) -> None:
        """Wear other colours or letters, or speak another language, from now on."""
        spoke = self.look.language
        self.look = look
        self._remember(language=look.language, text_size=look.text_size, colours=look.colours)
        if look.language != spoke:
            speak(look.language, resources.path("translations"))
            speak_qt(self._application)
        redress(self._application, colours=look.colours, text_size=look.text_size)
        if self.door is not None:
            self._section = "windows"
            self.door.rebuild()
            self._section = ""

    def end(self) -> None:
        """Let what is under way end, then lock the store."""
        self.errands.run(self._close)
        self.errands.finish()

    def _close(self) -> None:
        if self._opened_house is not None:
            self._opened_house.close()

    def _stand_at_the_door(self, people: Mapping[UUID, str]) -> None:
        self.door = self._make_door(people)
        if self._in_sight is not None:
            self._load_the_rest()
            return
        FirstPaint(self.door.unlock_window, self._load_the_rest)
        self.door.begin()

    def _make_door(self, people: Mapping[UUID, str]) -> FrontDoor:
        known = self.look.station(self._premises.folder)
        return FrontDoor(
            station=known.name,
            entrants=entrants_of(people),
            errands=self.errands,
            unlock=lambda code, password: partial(self._enter, UUID(code), password),
            build=self._build,
            who=lambda desk: desk.person.id,
            last=known.person,
            forgotten=self._recover,
            in_sight=self._in_sight,
            parent=self,
        )

    def _enter(self, person: UUID, password: str) -> Desk:
        return self.house().enter(person, password)

    def _recover(self) -> None:
        """Ask for the recovery code above the unlock window."""
        from ui.forms.recover_form import recover_form  # noqa: PLC0415 - hardly ever needed

        assert self.door is not None
        window = self.door.unlock_window
        recover_form(
            window,
            entrants_of(self._premises.people()),
            str(window.person.currentData()),
            errands=self.errands,
            recover=lambda code, person, password: self.house().recover(code, person, password),
            then=window.unlocked.emit,
        ).open()

    def _begin_first_run(self) -> None:
        from ui.first_run import FirstRun  # noqa: PLC0415 - brings the paper engine along

        first = FirstRun(
            house=self.house,
            books=self._premises.books,
            look=self.look,
            fonts=self._premises.fonts,
            now=self._premises.now,
            errands=self.errands,
            notices=self.notices,
        )
        first.look_changed.connect(self._look_while_founding)
        first.founded.connect(self._founded)
        self.first = first
        FirstPaint(first, self._load_the_rest)
        first.begin()

    def _look_while_founding(self, text_size: int, colours: str) -> None:
        self.change_look(replace(self.look, text_size=text_size, colours=colours))

    def _founded(self, desk: Desk) -> None:
        """Go straight to the desk; the password was typed a minute ago."""
        self.door = self._make_door({desk.person.id: desk.person.name})
        self.door.enter(desk)
        if self.first is not None:
            self.first.close()
            self.first.deleteLater()
            self.first = None

    def _build(self, desk: Desk) -> MainWindow:
        from ui.desk_window import Around, desk_window  # noqa: PLC0415 - after the first paint

        self._meet(desk)
        house = self._opened_house
        assert house is not None
        around = Around(
            desk=desk,
            house=house,
            errands=self.errands,
            notices=self.notices,
            files=self.files,
            fonts=self._premises.fonts,
            look=self.look,
            change_look=self.change_look,
            versions=self._premises.versions,
            section=self._section,
        )
        window = desk_window(around)
        window.locked.connect(self._greet_again)
        return window

    def _meet(self, desk: Desk) -> None:
        """Remember whose station this is, for the next time it is still closed."""
        station = Station(name=desk.team.name, person=str(desk.person.id))
        self.look = self.look.met(self._premises.folder, station)
        self._remember(stations=self.look.stations)
        if self.door is not None:
            self.door.unlock_window.say_station(station.name)

    def _greet_again(self) -> None:
        """Let those in who got a password since."""
        if self.door is not None:
            last = self.look.station(self._premises.folder).person
            self.door.unlock_window.offer(entrants_of(self._premises.people()), last)

    def _load_the_rest(self) -> None:
        """Load what the desk will need while somebody types a password."""
        self.errands.run(partial(_load, self.house))

    def _remember(self, **what: object) -> None:
        """Keep some of the look; what was only asked for on the command line is not kept."""
        kept = read_look(self._premises.look)
        keep_look(self._premises.look, replace(kept, **what))  # type: ignore[arg-type] # by name

    def _window(self) -> MainWindow | None:
        window = self.door.window if self.door is not None else None
        return window if window is not None and window.isVisible() else None

    def _count_down(self, seconds: int) -> None:
        window = self._window()
        if window is not None:
            window.foot.say_locking(seconds)

    def _saved(self, changes: Changes) -> None:
        window = self._window()
        if window is not None and changes.touched:
            window.say_saved(self._premises.now())

    def _wire(self) -> None:
        self.idle.nearing.connect(self._count_down)
        self.idle.passed.connect(self.lock)
        self.errands.changed.connect(self._saved)


def _load(house: Callable[[], House]) -> None:
    house()
    for name in _LATER:
        import_module(name)


def _said(sentence: str) -> QWidget:
    """Say in a window of its own why the station cannot be opened."""
    page = EmptyState("warning", _("The station cannot be opened."), sentence)
    page.setProperty("page", True)
    page.setWindowTitle(_("Mediator Desk"))
    page.resize(560, 400)
    return page

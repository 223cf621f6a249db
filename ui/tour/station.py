"""A station of the story: the whole program with windows, in a folder of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from mediator_desk.ports import Books, Desk, House
from mediator_desk.words import N_
from ui.errands import InlineErrands
from ui.files import FileQuestions, Kind
from ui.first_run import FirstRun
from ui.look import Look
from ui.main_window import MainWindow
from ui.opening import Opening, Premises
from ui.tour.camera import SCREEN, settle
from ui.tour.stage import Stage
from ui.tour.watch import TourStopped, Watch
from ui.widgets.pane import Pane

P = TypeVar("P", bound=Pane)


@dataclass(slots=True)
class ToldFiles(FileQuestions):
    """Answers each question about a file with what the story said beforehand."""

    next_ones: list[Path] = field(default_factory=list)

    @override
    def to_open(self, parent: QWidget, title: str, kinds: Sequence[Kind]) -> list[Path]:
        return [self._told(title)]

    @override
    def to_save(self, parent: QWidget, title: str, name: str, kind: Kind) -> Path | None:
        return self._told(title)

    @override
    def to_fill(self, parent: QWidget, title: str) -> Path | None:
        return self._told(title)

    def _told(self, title: str) -> Path:
        if not self.next_ones:
            raise TourStopped(N_("The story has no answer to “{title}”."), title=title)
        return self.next_ones.pop(0)


class PlayedStation:
    """One station with its windows; whatever it refuses stops the tour."""

    def __init__(
        self,
        stage: Stage,
        name: str,
        *,
        house: House,
        books: Books,
        watch: Watch,
    ) -> None:
        """Open the program in the station's folder: nobody has set it up yet."""
        self.folder = stage.folder / name
        self.house, self.books = house, books
        self.files = ToldFiles(folder=self.folder)
        self.errands = InlineErrands()
        self.errands.refused.connect(watch.hear)
        self.errands.failed.connect(partial(_mistaken, watch))
        self._desk: Desk | None = None
        premises = Premises(
            folder=self.folder,
            people=self._people,
            house=lambda: self.house,
            books=lambda: self.books,
            now=stage.clock.now,
            look=stage.folder / f"{name}.json",
            fonts=stage.fonts,
            reports=stage.folder / "reports",
            versions=lambda: [("qt", qVersion())],
        )
        self.opening = Opening(
            stage.application, premises, Look(), errands=self.errands, files=self.files
        )
        self.opening.begin()
        self.first_run.founded.connect(self._sit_down)
        settle()

    @property
    def first_run(self) -> FirstRun:
        """Give the window that sets a station up. Raises ``TourStopped``."""
        if not isinstance(self.opening.first, FirstRun):
            raise TourStopped(N_("The first run is over."))
        return self.opening.first

    @property
    def desk(self) -> Desk:
        """Give the open desk. Raises ``TourStopped``."""
        if self._desk is None:
            raise TourStopped(N_("The desk of this station is not open."))
        return self._desk

    @property
    def opened(self) -> bool:
        """Tell whether somebody sits at the desk."""
        return self._desk is not None

    @property
    def window(self) -> MainWindow:
        """Give the main window. Raises ``TourStopped``."""
        door = self.opening.door
        if door is None or door.window is None:
            raise TourStopped(N_("The desk of this station is not open."))
        return door.window

    def in_usual_size(self) -> None:
        """Make the window as large as the usual screen, whatever screen there is."""
        if self.window.size() != SCREEN:
            self.window.showNormal()
            self.window.resize(SCREEN)
        settle()

    def go_to(self, code: str, kind: type[P]) -> P:
        """Press the button of a place."""
        self.window.navigation.button(code).click()
        settle()
        return self.pane(code, kind)

    def pane(self, code: str, kind: type[P]) -> P:
        """Give the pane of a place. Raises ``TourStopped``."""
        pane = self.window.pane(code)
        if not isinstance(pane, kind):
            raise TourStopped(N_("There is no pane {code}."), code=code)
        return pane

    def leave(self) -> None:
        """Close the windows and lock the store."""
        door = self.opening.door
        if door is not None:
            if door.window is not None:
                door.window.close()
                door.window.deleteLater()
            door.unlock_window.close()
            door.unlock_window.deleteLater()
        if self.opening.first is not None:
            self.opening.first.close()
            self.opening.first.deleteLater()
        self.opening.end()
        self.opening.deleteLater()
        settle()

    def _people(self) -> Mapping[UUID, str]:
        return self.house.people() if self.house.founded() else {}

    def _sit_down(self, desk: Desk) -> None:
        self._desk = desk


def _mistaken(watch: Watch, error: BaseException) -> None:
    watch.hear(f"{type(error).__name__}: {error}")

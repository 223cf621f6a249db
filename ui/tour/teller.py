"""The teller of the story: goes to places, takes steps through their dialogs, shows them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from mediator_desk.rows import CaseFile
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import N_, _
from ui.dialogs.preview import PreviewDialog
from ui.next_step import VERBS
from ui.panes.disputes import DisputesPane
from ui.tour import hands
from ui.tour.album import Album
from ui.tour.camera import Camera, settle
from ui.tour.stage import Stage
from ui.tour.station import PlayedStation
from ui.tour.watch import TourStopped, Watch
from ui.widgets.side_pane import SidePane

Values = Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Teller:
    """Carries the story from chapter to chapter; ``here`` is the station it is played at."""

    stage: Stage
    album: Album
    watch: Watch
    camera: Camera
    station: Callable[[str], PlayedStation]
    here: PlayedStation
    others: list[PlayedStation] = field(default_factory=list)
    known: dict[str, UUID] = field(default_factory=dict)

    def go_to(self, month: int, day: int, at: str) -> None:
        """Let time pass; what was said in passing is gone by then."""
        self.stage.clock.go_to(month, day, at)
        for station in (self.here, *self.others):
            if station.opened:
                station.window.notice_bar.hide()

    def show(self, picture: str) -> None:
        """Take a picture of the window of this station."""
        self.camera.screen(picture, self.here.window)

    @contextmanager
    def at(self, station: PlayedStation) -> Iterator[None]:
        """Tell a part of the story at another station."""
        before, self.here = self.here, station
        try:
            yield
        finally:
            self.here = before

    def leave_all(self) -> None:
        """Close every station of the story."""
        for one in (self.here, *self.others):
            one.leave()

    def disputes(self) -> DisputesPane:
        """Go to the disputes."""
        return self.here.go_to("disputes", DisputesPane)

    def log(self, name: str, values: Values, *, picture: str = "") -> CaseFile:
        """Log a dispute in the real form, and remember it by a name of the story."""
        pane = self.disputes()
        form = pane.log()
        hands.fill(form, values)
        hands.come_to_rest(form)
        if picture:
            self.show(picture)
            form.sheet.ensureWidgetVisible(form.sheet.cell("happened_on"))
            self.show(f"{picture}-parties")
        hands.hand_over(form)
        file = self.case(pane)
        self.known[name] = file.dispute.id
        return file

    def open_case(self, name: str) -> CaseFile:
        """Go to a dispute of the story."""
        self.here.window.open_place("disputes", self.known[name])
        settle()
        return self.case(self.here.pane("disputes", DisputesPane))

    def case(self, pane: DisputesPane) -> CaseFile:
        """Give the dispute that stands at the side. Raises ``TourStopped``."""
        settle()
        file = pane.side.case()
        if file is None:
            raise TourStopped(N_("No dispute stands at the side."))
        return file

    def case_step(
        self, usecase: str, values: Values, *, picture: str = "", at: str = ""
    ) -> CaseFile:
        """Take one step of the dispute at the side, through its dialog."""
        pane = self.here.pane("disputes", DisputesPane)
        self.step(pane.side, _(VERBS[usecase]), values, picture=picture, at=at)
        return self.case(pane)

    def step(
        self, side: SidePane, words: str, values: Values, *, picture: str = "", at: str = ""
    ) -> None:
        """Press a verb of a record, fill the sheet that opens, show it, and hand it over.

        ``at`` names the field the picture is to show when not all of them have room.
        """
        hands.press_verb(side, words)
        opened = hands.sheet(self.here.window)
        hands.fill(opened, values)
        if at:
            opened.sheet.focus(at)
        if picture:
            self.show(picture)
        hands.hand_over(opened)
        self.watch.look(words)

    def print_case(self, paper: PaperName, *, picture: str = "") -> None:
        """Look at a paper of the dispute at the side, and save it."""
        opened = hands.present(self.here.pane("disputes", DisputesPane).side.preview(paper))
        self.keep_paper(opened, paper.value, picture=picture)

    def keep_paper(self, opened: PreviewDialog, name: str, *, picture: str = "") -> None:
        """Look at the pages, save them, and close the window."""
        settle()
        hands.expect(opened.said)
        if picture:
            # The first look only asks for the pages; they are there at the second.
            opened.grab()
            self.show(picture)
        self.camera.paper(name, opened.save_to)
        hands.expect(opened.said)
        hands.close(opened)

"""Plays the story from the first morning to the last evening, then writes its page."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from mediator_desk.ports import Books, House
from ui.tour import (
    ballots,
    barking,
    bundles,
    commons_revenue,
    conventions,
    elevators,
    first_run,
    ledger,
    owners_vote,
    parking,
    statistics,
    today,
    whistle,
)
from ui.tour.album import Album, read_captions
from ui.tour.camera import Camera
from ui.tour.page import write_page
from ui.tour.stage import on_stage
from ui.tour.station import PlayedStation
from ui.tour.teller import Teller
from ui.tour.watch import Watch

MakeHouse = Callable[[Path, Callable[[], datetime]], House]

CHAPTERS = (
    first_run, ledger, parking, barking, elevators, owners_vote, conventions, whistle, bundles,
    today, ballots, commons_revenue, statistics,
)  # fmt: skip


def run(
    out: Path, *, house: MakeHouse, books: Callable[[], Books], fonts: Path
) -> dict[str, list[str]]:
    """Play the story into a folder; give the names of what it left there, by kind.

    ``house`` makes a throw-away station in a folder under a clock of the story. Raises
    ``TourStopped`` when a window warns, refuses or shows nothing.
    """
    out.mkdir(parents=True, exist_ok=True)
    watch = Watch()
    album = Album(folder=out.resolve(), tell=_tell, captions=read_captions())
    album.clear()
    with on_stage(fonts) as stage, watch.over_qt():

        def station(name: str) -> PlayedStation:
            folder = stage.folder / name
            made = house(folder, stage.clock.now)
            return PlayedStation(stage, name, house=made, books=books(), watch=watch)

        teller = Teller(
            stage=stage,
            album=album,
            watch=watch,
            camera=Camera(album, watch),
            station=station,
            here=station("gulou"),
        )
        try:
            for chapter in CHAPTERS:
                chapter.play(teller)
        finally:
            teller.leave_all()
        watch.look("the end")
    page = write_page(album)
    return {**album.left(), "page": [page.name]}


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()

"""The last morning: what is late and due, and the same windows large, dark and in English."""

from PySide6.QtCore import QSize

from mediator_desk.rules.whose_turn import When
from ui.panes.council import CouncilPane
from ui.panes.disputes import DisputesPane
from ui.panes.settings import WINDOWS, SettingsPane
from ui.panes.today import TodayPane
from ui.panes.today_people import EVERYBODY
from ui.panes.whistles import WhistlesPane
from ui.tour import hands, meanwhile
from ui.tour.camera import settle
from ui.tour.first_run import PASSWORD
from ui.tour.teller import Teller

_SMALL = QSize(911, 512)


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("today")
    meanwhile.spaces(tell)
    meanwhile.noise(tell)
    meanwhile.colleague(tell)
    _unlock(tell)
    meanwhile.shed(tell)
    tell.go_to(11, 23, "08:30")
    tell.here.go_to("today", TodayPane)
    tell.show("today")
    _alike(tell)
    tell.open_case("noise")
    tell.show("disputes")
    _search(tell)
    _narrow(tell)
    wear(tell, text_size="18", picture="settings")
    tell.here.go_to("today", TodayPane)
    tell.show("today-large")
    wear(tell, text_size="24")
    tell.here.go_to("today", TodayPane)
    tell.show("today-larger")
    for colours in ("dark", "contrast"):
        wear(tell, text_size="14", colours=colours)
        tell.open_case("leak")
        tell.show(f"disputes-{colours}")
    wear(tell, colours="light", language="en")
    _in_english(tell)


def _unlock(tell: Teller) -> None:
    """Lock the desk in the evening, and unlock it on the last morning."""
    tell.go_to(11, 20, "17:30")
    opening = tell.here.opening
    opening.lock()
    settle()
    tell.go_to(11, 23, "08:00")
    door = hands.present(opening.door)
    tell.camera.screen("unlock", door.unlock_window)
    door.unlock_window.password.setText(PASSWORD)
    door.unlock_window.press.click()
    settle()
    hands.expect(door.unlock_window.error)
    tell.here.in_usual_size()


def _alike(tell: Teller) -> None:
    """Show what could be one topic, and the work of one colleague."""
    pane = tell.here.pane("today", TodayPane)
    pane.chips.choose(When.GATHER.value)
    settle()
    tell.show("today-alike")
    pane.chips.choose(When.ALL.value)
    me = tell.here.desk.person.id
    other = next(one for one in tell.here.desk.queries.people() if one.id != me)
    pane.whose.choose(str(other.id))
    settle()
    tell.show("today-colleague")
    pane.whose.choose(EVERYBODY)
    settle()


def _search(tell: Teller) -> None:
    """Type into the search box: a word of the text, then pinyin initials of a rare name."""
    tell.disputes()
    box = tell.here.window.header.search
    for words, picture in (("停车", "search-word"), ("wj", "search-initials")):
        box.setText(words)
        box.settle()
        tell.show(picture)
    box.setText("")
    box.settle()


def _in_english(tell: Teller) -> None:
    """Show the main places in English."""
    tell.here.go_to("today", TodayPane)
    tell.show("english-today")
    tell.open_case("leak")
    tell.show("english-disputes")
    form = tell.here.pane("disputes", DisputesPane).log()
    settle()
    tell.show("english-log-form")
    hands.close(form)
    tell.here.window.open_place("council", tell.known["elevators"])
    tell.here.pane("council", CouncilPane)
    tell.show("english-council")
    tell.here.go_to("whistles", WhistlesPane)
    tell.show("english-whistles")


def _narrow(tell: Teller) -> None:
    """Show a dispute in a window as small as that of a laptop at one and a half."""
    tell.open_case("leak")
    window = tell.here.window
    window.showNormal()
    window.resize(_SMALL)
    settle()
    tell.open_case("leak")
    tell.show("narrow")
    tell.here.in_usual_size()


def wear(tell: Teller, *, picture: str = "", **what: str) -> None:
    """Choose another look in the settings; it changes at once, and the windows are made anew."""
    pane = tell.here.go_to("settings", SettingsPane)
    pane.chips.choose(WINDOWS)
    if picture:
        tell.show(picture)
    for key, value in what.items():
        tell.here.pane("settings", SettingsPane).looks.fill({key: value})
        settle()
        tell.here.in_usual_size()
    tell.watch.look("settings")

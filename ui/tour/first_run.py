"""The first morning: five short pages found the station, and its recovery card is shown."""

from ui.panes.settings import SettingsPane
from ui.tour import hands
from ui.tour.camera import settle
from ui.tour.station import PlayedStation
from ui.tour.teller import Teller, Values

PASSWORD = "柳暗花明-1"


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("first-run")
    tell.go_to(10, 12, "09:00")
    pages: tuple[Values, ...] = (
        {"division": "gljd"},
        {},
        {"committed": True},
        _person("甄和", "13800635100"),
        {"text_size": "14", "colours": "light"},
    )
    _turn_pages(tell, tell.here, pages, pictures=True)
    tell.camera.screen("recovery-card", tell.here.first_run)
    _open_desk(tell.here)
    tell.show("empty-desk")
    _colleague(tell)


def _colleague(tell: Teller) -> None:
    """Give somebody else a place at the desk."""
    tell.go_to(10, 12, "09:15")
    tell.here.go_to("settings", SettingsPane)
    tell.here.window.header.do_primary()
    opened = hands.sheet(tell.here.window)
    secret = {"password": PASSWORD, "again": PASSWORD}
    hands.fill(opened, {"name": "史录", "phone": "13800635101", **secret})
    tell.show("add-person")
    hands.hand_over(opened)


def found(tell: Teller, station: PlayedStation, place: str, person: str, phone: str) -> None:
    """Found another station in the same way, without pictures; the place as it is typed."""
    pages: tuple[Values, ...] = (
        {"division": place},
        {},
        {"committed": True},
        _person(person, phone),
        {},
    )
    _turn_pages(tell, station, pages, pictures=False)
    _open_desk(station)


def _turn_pages(
    tell: Teller, station: PlayedStation, pages: tuple[Values, ...], *, pictures: bool
) -> None:
    """Fill each page as a person would and go on."""
    first = station.first_run
    for step, values in zip(first.steps, pages, strict=True):
        place = str(values.get("division", ""))
        if place:
            hands.type_into(step.sheet, "division", place)
        else:
            step.sheet.fill(values)
            settle()
        if pictures:
            tell.camera.screen(f"wizard-{first.wizard.place() + 1}", first)
        if place:
            hands.take_first()
        first.wizard.go_on()
        settle()
        tell.watch.look(step.name)
        hands.expect(first.wizard.error)


def _open_desk(station: PlayedStation) -> None:
    """Say that the code is kept, and open the desk."""
    card = hands.present(station.first_run.card)
    card.tick.setChecked(True)
    card.go.click()
    settle()
    station.in_usual_size()


def _person(name: str, phone: str) -> Values:
    return {
        "person_name": name,
        "phone": phone,
        "password": PASSWORD,
        "again": PASSWORD,
        "registered": True,
    }

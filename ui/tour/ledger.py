"""The ledger the station kept so far is taken in: good rows go in, a bad one comes back."""

from mediator_desk.words import N_, _
from ui.forms.ledger_form import LedgerDialog
from ui.tour import hands
from ui.tour.ledger_file import write_ledger
from ui.tour.teller import Teller
from ui.tour.watch import TourStopped

_GOOD = 7


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("ledger")
    tell.go_to(10, 12, "09:30")
    file = write_ledger(tell.stage.folder / "2026年9月台账.xlsx")
    tell.disputes()
    hands.press(tell.here.window.header, _("Take in a &ledger"))
    opened = hands.dialog(tell.here.window, LedgerDialog)
    tell.here.files.next_ones = [file]
    opened.choose()
    hands.expect(opened.said)
    tell.show("ledger-preview")
    opened.press.click()
    hands.expect(opened.said)
    tell.show("ledger-done")
    hands.close(opened)
    tell.show("ledger-listed")
    _count(tell)


def _count(tell: Teller) -> None:
    """Hold the list to what the ledger holds."""
    chips = tell.here.desk.queries.chips("stage")
    count = sum(chip.count for chip in chips)
    if count != _GOOD:
        raise TourStopped(
            N_("{count} disputes came from the ledger instead of {wanted}."),
            count=count,
            wanted=_GOOD,
        )

"""The figures of the year: at a glance, the cases behind one, the brief, a superior's workbook."""

from datetime import date

from mediator_desk.rules.periods import PeriodKind, period_of
from ui.dialogs.preview import PreviewDialog
from ui.panes.statistics import MAP, TOPICS, StatisticsPane
from ui.tour import hands
from ui.tour.camera import settle
from ui.tour.teller import Teller

_LEDGER = "justice"
_TODAY = date(2026, 12, 1)


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("statistics")
    tell.go_to(12, 1, "10:30")
    pane = tell.here.go_to("statistics", StatisticsPane)
    pane.period.go_to(period_of(PeriodKind.YEAR, _TODAY))
    settle()
    tell.show("statistics")
    for part in (TOPICS, MAP):
        pane.sections.choose(part)
        settle()
        tell.show(f"statistics-{part}")
    _look_behind(tell, pane)
    pane.print_out()
    tell.keep_paper(hands.dialog(tell.here.window, PreviewDialog), "statistics-brief")
    _save(tell, pane)


def _look_behind(tell: Teller, pane: StatisticsPane) -> None:
    """Open the cases behind the first figure, and go back."""
    first = next(spot for spot in pane.glance.charts[0].spots() if spot.spot.key is not None)
    first.click()
    settle()
    tell.show("statistics-cases")
    hands.press(pane.cases, pane.cases.back.text())


def _save(tell: Teller, pane: StatisticsPane) -> None:
    """Save the year in the layout of a superior."""
    tell.here.files.next_ones.append(tell.here.folder / "2026.xlsx")
    hands.present(pane.secondary()).do()
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, {"table": _LEDGER})
    tell.show("statistics-save")
    hands.hand_over(opened)
    tell.watch.look("statistics-save")

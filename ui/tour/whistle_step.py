"""One step of a whistle, taken at the side of its place."""

from mediator_desk.words import _
from ui.panes.whistles import WhistlesPane
from ui.tour.teller import Teller, Values
from ui.whistle_steps import VERBS


def step(tell: Teller, name: str, values: Values, picture: str = "") -> None:
    """Take one step of the whistle at the side."""
    pane = tell.here.pane("whistles", WhistlesPane)
    tell.step(pane.side, _(VERBS[name]), values, picture=picture)

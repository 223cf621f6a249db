"""The places of the desk and the keys that work everywhere. A new feature adds one line here."""

from dataclasses import dataclass

from mediator_desk.words import N_, p_
from ui.widgets.navigation import Place


def places() -> tuple[Place, ...]:
    """List the places in their order; Ctrl+1, Ctrl+2 … lead to them."""
    return (
        Place("today", p_("place", "Today"), "home"),
        Place("disputes", p_("place", "Disputes"), "dispute"),
        Place("council", p_("place", "Council"), "council"),
        Place("votes", p_("place", "Votes"), "vote"),
        Place("whistles", p_("place", "Whistles"), "whistle"),
        Place("commons", p_("place", "Commons"), "document"),
        Place("statistics", p_("place", "Statistics"), "chart"),
        Place("bundles", p_("place", "Bundles"), "bundle"),
        Place("settings", p_("place", "Settings"), "settings", low=True),
    )


@dataclass(frozen=True, slots=True)
class Key:
    """A key that works in the whole window, and what it does."""

    code: str
    keys: str
    text: str


KEYS = (
    Key("new", "Ctrl+N", N_("Do the main thing of this place, such as logging a dispute")),
    Key("find", "Ctrl+F", N_("Go to the search box")),
    Key("print", "Ctrl+P", N_("Print what is being looked at")),
    Key("refresh", "F5", N_("Ask again for everything shown")),
    Key("lock", "F12", N_("Lock the desk")),
)

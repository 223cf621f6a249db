"""One page of the settings: cards below one another, never too wide to read."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.theme import worn
from ui.widgets.reading import ReadingArea
from ui.widgets.verb import Verb

BROAD = 16.0
_WIDEST = 50


class SettingsPage(ReadingArea):
    """Shows cards; ``primary`` gives the verb of the page, if it has one."""

    def primary(self) -> Verb | None:
        """Give the one verb that matters most here."""
        return None

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards."""
        self.lay(cards, spacing=12)
        for card in cards:
            card.setMaximumWidth(worn().em(_WIDEST))

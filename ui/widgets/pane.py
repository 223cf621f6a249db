"""What every pane of the main window is: it opens, it refreshes, it closes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.rows import Changes
from mediator_desk.words import _
from ui.theme import worn
from ui.widgets.verb import Verb


class Pane(QWidget):
    """One place of the desk. A pane overrides what it needs of the methods below.

    The frame shows ``title()``, ``count()``, ``primary()`` and ``secondary()`` in its header and
    asks again when ``header_changed`` is sent; ``go`` asks the frame to open another place at a
    record, ``step`` to begin the next step of a record of another place without going there.
    """

    header_changed = Signal()
    go = Signal(str, object)
    step = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay an empty pane; put things into ``column``."""
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def title(self) -> str:
        """Name the place, in words."""
        return ""

    def count(self) -> str:
        """Say how much there is, for example ``1,284 disputes``; empty for nothing."""
        return ""

    def primary(self) -> Verb | None:
        """Give the one verb that matters most here; Ctrl+N does it."""
        return None

    def primary_again(self) -> Verb | None:
        """Give it once more for the empty list; the key belongs to the one in the header."""
        verb = self.primary()
        return verb and verb.again()

    def secondary(self) -> Verb | None:
        """Give a second verb for the header, quieter than the first; mostly there is none."""
        return None

    def search_hint(self) -> str:
        """Say what the search box finds here; empty hides the box."""
        return ""

    def search(self, text: str) -> None:
        """Show what the search box asks for."""

    def print_out(self) -> None:
        """Print what is looked at (Ctrl+P); every place should be able to."""

    def open(self, id: UUID | None = None) -> None:
        """Come into sight, at a record if one is named; ask for rows here, not earlier."""

    def begin(self, _id: UUID, instead: Callable[[], object]) -> None:
        """Begin the next step of a record, though the place is not in sight.

        Where no step can be begun, ``instead`` is done; it goes to the record.
        """
        instead()

    def refresh(self, changes: Changes | None = None) -> None:
        """Ask again for what the changes touched; without changes (F5), for everything."""

    def take_focus(self) -> None:
        """Put the keyboard where work goes on, for example into the table."""
        self.setFocus()

    def narrow(self) -> bool:
        """Tell whether there is room for one column only, measured in letters."""
        return self.width() < worn().em(46)


def nothing_found(text: str) -> str:
    """Say that a search found nothing, and what to try."""
    return _("Nothing matches “{text}”. Try fewer characters or pinyin initials.").format(text=text)

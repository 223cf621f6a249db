"""Small acts on layouts that Qt leaves to everybody."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # Hidden first: it would stay in sight until the next turn of the event loop.
            widget.hide()
            widget.deleteLater()

"""The head of a pane: its title and count, the search box, one main verb, perhaps a second."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import TITLE, worn
from ui.widgets.label import Label
from ui.widgets.pane import Pane
from ui.widgets.search_box import SearchBox
from ui.widgets.verb import Verb, VerbButton


class Header(QWidget):
    """Shows what the pane says of itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._title = Label(scale=TITLE, strong=True)
        self._count = Label(tone="quiet")
        self.search = SearchBox()
        self._button: VerbButton | None = None
        self._second: VerbButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._title)
        self._row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 4)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pane(self, pane: Pane) -> None:
        """Show title, count, search and verb of a pane."""
        self._title.setText(pane.title())
        self._count.setText(pane.count())
        hint = pane.search_hint()
        self.search.setVisible(bool(hint))
        self.search.set_hint(hint)
        self._second = self._offer(self._second, pane.secondary())
        self._button = self._offer(self._button, pane.primary())
        self._fit()

    def _offer(self, button: VerbButton | None, verb: Verb | None) -> VerbButton | None:
        """Show the button of a verb in the place of the one before; the same verb keeps its own."""
        if button is not None and button.verb == verb:
            self._row.addWidget(button)
            return button
        if button is not None:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        if verb is None:
            return None
        made = VerbButton(verb, self)
        self._row.addWidget(made)
        made.show()
        return made

    def do_primary(self) -> None:
        """Press the main button, if it can be pressed."""
        if self._button is not None and self._button.isEnabled():
            self._button.click()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        if self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._count.setVisible(bool(self._count.text()) and self.width() > worn().em(34))
        self.search.setMaximumWidth(worn().em(22))

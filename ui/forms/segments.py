"""A few choices side by side of which one is pressed; the arrow keys walk along them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override


class Segments(QWidget):
    """Pairs of code and words as buttons; ``chosen()`` gives the code, ``""`` for none."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Show the choices, none pressed."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._chosen = ""
        self._buttons: dict[str, QPushButton] = {}
        for code, words in choices:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", True)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.installEventFilter(self)
            button.clicked.connect(self._pressed)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._buttons[code] = button
            row.addWidget(button)
        row.addStretch(1)
        first = next(iter(self._buttons.values()))
        first.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(first)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def chosen(self) -> str:
        """Give the code of the pressed one."""
        return self._chosen

    def choose(self, code: str) -> None:
        """Press one; an unknown code presses none."""
        before, self._chosen = self._chosen, code if code in self._buttons else ""
        for each, button in self._buttons.items():
            button.setChecked(each == self._chosen)
            # One stop for Tab: the pressed one, or the first.
            stop = each == (self._chosen or next(iter(self._buttons)))
            policy = Qt.FocusPolicy
            button.setFocusPolicy(policy.StrongFocus if stop else policy.ClickFocus)
            if stop:
                self.setFocusProxy(button)
        if before != self._chosen:
            self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step is not None:
                codes = list(self._buttons)
                here = next(at for at, code in enumerate(codes) if self._buttons[code] is watched)
                code = codes[max(0, min(here + step, len(codes) - 1))]
                self._buttons[code].setFocus()
                self.choose(code)
                return True
        return False

    def _pressed(self) -> None:
        for code, button in self._buttons.items():
            if button.isChecked() and code != self._chosen:
                self.choose(code)
                return
        self.choose(self._chosen)

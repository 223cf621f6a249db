"""Quiet grounds: cards with a hairline, banners in a tone, and the hairline itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import HEADING, worn
from ui.tokens import HAIRLINE, Tone
from ui.widgets.icon import drawn
from ui.widgets.label import Label

_BANNER_ICONS: dict[Tone, str] = {
    "plain": "info",
    "quiet": "info",
    "accent": "info",
    "good": "check",
    "warning": "clock",
    "danger": "warning",
}


class Card(QFrame):
    """A surface with a hairline and rounded corners; put things into ``column``."""

    def __init__(
        self, heading: str = "", *, margin: int = 16, parent: QWidget | None = None
    ) -> None:
        """Lay an empty card, with a heading if one is given."""
        super().__init__(parent)
        self.setProperty("card", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(10)
        if heading:
            self.column.addWidget(Label(heading, scale=HEADING, strong=True))


class Hairline(QFrame):
    """A line one pixel thin."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        """Lie flat unless told to stand."""
        super().__init__(parent)
        self.setProperty("hairline", True)
        if upright:
            self.setFixedWidth(HAIRLINE)
        else:
            self.setFixedHeight(HAIRLINE)


class Banner(QFrame):
    """One sentence that matters now, on a ground in its tone, with a sign beside it."""

    def __init__(
        self, text: str = "", tone: Tone = "accent", parent: QWidget | None = None
    ) -> None:
        """Say the sentence; an empty one hides the banner."""
        super().__init__(parent)
        self._sign = QLabel(self)
        self._words = Label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.say(text, tone)

    def say(self, text: str, tone: Tone = "accent") -> None:
        """Say another sentence, or nothing."""
        self._words.setText(text)
        self._words.set_tone(tone)
        self.setProperty("banner", tone)
        side = worn().em(1.15)
        colour = worn().tokens.ink(tone)
        self._sign.setPixmap(drawn(_BANNER_ICONS[tone], colour, side, self.devicePixelRatioF()))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Give the sentence."""
        return self._words.text()

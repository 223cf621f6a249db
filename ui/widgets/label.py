"""Words on a window, in one of few sizes and tones, following the text size by themselves."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import worn
from ui.tokens import Tone


class Label(QLabel):
    """Plain words, never markup: what people typed cannot change how a window looks."""

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = 1.0,
        strong: bool = False,
        tone: Tone = "plain",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the text; ``scale`` is relative to the body letters."""
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self._scale = scale
        self._strong = strong
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._dress()

    def set_tone(self, tone: Tone) -> None:
        """Say the same words in another colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        if self._scale != 1.0 or self._strong:
            font = worn().font(self._scale, strong=self._strong)
            if font != self.font():
                self.setFont(font)


class ElidedLabel(Label):
    """Words on one line that end in … when there is no room; the tool tip has them whole."""

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = 1.0,
        strong: bool = False,
        tone: Tone = "plain",
        parent: QWidget | None = None,
    ) -> None:
        """Show as much of the text as fits."""
        super().__init__("", scale=scale, strong=strong, tone=tone, parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(worn().em(2))
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    @override
    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.contentsRect().width(), 1)
        )
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")

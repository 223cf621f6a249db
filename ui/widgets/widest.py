"""How wide a column must be for the longest of its words, in letters of the body size."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetricsF

from ui.delegates.pill import pill_width
from ui.theme import worn


def widest(texts: Iterable[str], *, strong: bool = False) -> float:
    """Measure the longest of these words."""
    metrics = QFontMetricsF(worn().font(strong=strong))
    return max(metrics.horizontalAdvance(text) + 2 for text in texts) / worn().em()


def widest_pill(texts: Iterable[str]) -> float:
    """Measure the longest of these words as a pill."""
    return max(pill_width(text) + 2 for text in texts) / worn().em()

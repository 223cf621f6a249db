"""The line icons: one stroke, tinted with the colour of the words beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.theme import worn
from ui.tokens import Tone

_DRAWN_IN = "#1b2733"
_SIZES = (16, 20, 24, 32)


def icon(name: str, tone: Tone = "plain") -> QIcon:
    """Give a carried icon in the colour of a tone."""
    return tinted(name, worn().tokens.ink(tone))


@lru_cache(maxsize=256)
def tinted(name: str, colour: str) -> QIcon:
    """Give a carried icon in any colour, sharp at every scale of the screen."""
    made = QIcon()
    for size in _SIZES:
        for ratio in (1, 2):
            made.addPixmap(drawn(name, colour, size, ratio))
    return made


@lru_cache(maxsize=512)
def drawn(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon once into a picture of so many pixels."""
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(source.replace(_DRAWN_IN, colour).encode()))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def names() -> list[str]:
    """List the icons there are."""
    return sorted(file.stem for file in resources.path("icons").glob("*.svg"))

"""What the windows wear: colours, letters and measures, put on once for the whole application."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

import resources
from ui.tokens import (
    ALL,
    CARD_RADIUS,
    ELDER_SIZE,
    ELDER_TARGET,
    LIGHT,
    RADIUS,
    ROW,
    TARGET,
    TEXT_SIZES,
    Tokens,
    Tone,
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, size of letters (in points) and the families to write with, best first."""

    tokens: Tokens = LIGHT
    text_size: int = TEXT_SIZES[0]
    families: tuple[str, ...] = ()

    @property
    def elder(self) -> bool:
        """Tell whether the large letters also ask for large things to press."""
        return self.text_size >= ELDER_SIZE

    @property
    def target(self) -> int:
        """Give the least height of a thing to press, in pixels."""
        return ELDER_TARGET if self.elder else TARGET

    def colour(self, tone: Tone) -> QColor:
        """Give the colour of letters in a tone."""
        return QColor(self.tokens.ink(tone))

    def ground(self, tone: Tone) -> QColor:
        """Give the soft ground under letters in a tone."""
        return QColor(self.tokens.ground(tone))

    def font(self, scale: float = 1.0, *, strong: bool = False) -> QFont:
        """Give the body letters, larger or smaller by the scale."""
        font = QFont(QApplication.font())
        font.setPointSizeF(self.text_size * scale)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def em(self, count: float = 1.0) -> int:
        """Measure so many Chinese characters in the body letters, in pixels."""
        return round(QFontMetricsF(self.font()).horizontalAdvance("国") * count)

    def row(self) -> int:
        """Give the height of a row in a table: it grows with the letters."""
        return max(ROW, round(QFontMetricsF(self.font()).height() * 1.25))


SMALL = 0.86
HEADING = 1.14
TITLE = 1.36


@dataclass(slots=True)
class _Worn:
    """One application wears one theme, as it has one palette."""

    theme: Theme


_WORN = _Worn(Theme())


def worn() -> Theme:
    """Give the theme the application wears now, for whoever paints by hand."""
    return _WORN.theme


def wear(application: QApplication, theme: Theme) -> None:
    """Put the theme on every window, those open now and those to come."""
    _WORN.theme = theme
    if application.style().objectName().lower() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(application.font())
    if theme.families:
        font.setFamilies(list(theme.families))
    font.setPointSizeF(theme.text_size)
    # Full hinting tears thin Chinese strokes apart at body size.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    with _nothing_thrown_away(application):
        application.setFont(font)
        application.setPalette(palette(theme.tokens))
        application.setStyleSheet(style_sheet(theme))


@contextmanager
def _nothing_thrown_away(application: QApplication) -> Iterator[None]:
    """Keep Python from throwing windows away while Qt goes through all of them.

    Closed windows may still lie about in circles. Qt tells each of the change, our code answers,
    and if that made Python tidy up, Qt would go on to a window that is gone and crash.
    """
    if application.topLevelWidgets():
        gc.collect()
    tidying = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if tidying:
            gc.enable()


def tokens_named(name: str) -> Tokens:
    """Find a set of colours by its name; an unknown name gives the light one."""
    return next((tokens for tokens in ALL if tokens.name == name), LIGHT)


def palette(tokens: Tokens) -> QPalette:
    """Make Qt's palette from the tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, tokens.page),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.raised),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.second),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Link, tokens.accent_text),
        (role.LinkVisited, tokens.accent_text),
        (role.ToolTipBase, tokens.text),
        (role.ToolTipText, tokens.page),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.raised),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.edge),
        (role.Accent, tokens.accent),
    ):
        made.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(tokens.second))
    return made


def style_sheet(theme: Theme) -> str:
    """Fill the carried style sheet with the colours and measures of the theme."""
    tokens = theme.tokens
    line = QFontMetricsF(theme.font()).height()
    inner = max(theme.target - 2, round(line) + 8)
    mark = max(20, round(line * 0.8))
    measures: dict[str, object] = {
        "radius": RADIUS,
        "card": CARD_RADIUS,
        "pad": 16,
        "pad_focus": 15,
        "target": theme.target,
        "inner": inner,
        "inner_focus": inner - 2,
        "low": round(line) + 6,
        "low_focus": round(line) + 4,
        "mark": mark,
        "mark_round": (mark + 2) // 2,
        "mark_ring": round(mark * 0.3),
        "arrow": resources.path("style", f"arrow-{tokens.name}.svg").as_posix(),
        "tick": resources.path("style", f"tick-{tokens.name}.svg").as_posix(),
    }
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    template = Template(resources.path("style", "desk.qss").read_text(encoding="utf-8"))
    return template.substitute(colours, **measures)

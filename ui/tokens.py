"""Every colour and measure of the windows, in one place: light, dark, high contrast."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "quiet", "accent", "good", "warning", "danger"]

RADIUS = 6
CARD_RADIUS = 8
HAIRLINE = 1
ROW = 34
TARGET = 44
ELDER_TARGET = 60
TEXT_SIZES = (14, 18, 24)
ELDER_SIZE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One set of colours; each ``on_…`` or soft ground has the ink that can be read on it."""

    name: str
    page: str
    surface: str
    raised: str
    hover: str
    line: str
    edge_soft: str
    edge: str
    text: str
    second: str
    accent: str
    accent_text: str
    on_accent: str
    accent_hover: str
    soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str

    def ink(self, tone: Tone) -> str:
        """Give the colour of letters in a tone."""
        return {
            "plain": self.text,
            "quiet": self.second,
            "accent": self.accent_text,
            "good": self.good,
            "warning": self.warning,
            "danger": self.danger,
        }[tone]

    def ground(self, tone: Tone) -> str:
        """Give the soft ground that belongs under letters of a tone."""
        return {
            "plain": self.raised,
            "quiet": self.raised,
            "accent": self.soft,
            "good": self.good_soft,
            "warning": self.warning_soft,
            "danger": self.danger_soft,
        }[tone]


LIGHT = Tokens(
    name="light",
    page="#f4f6f8",
    surface="#ffffff",
    raised="#f8fafb",
    hover="#eef3f7",
    line="#dde3e9",
    edge_soft="#c9d2da",
    edge="#84919e",
    text="#1b2733",
    second="#546474",
    accent="#1766b3",
    accent_text="#1766b3",
    on_accent="#ffffff",
    accent_hover="#115596",
    soft="#e3effa",
    danger="#b42318",
    danger_soft="#fdecea",
    warning="#8a5300",
    warning_soft="#fff3dc",
    good="#1b6e3c",
    good_soft="#e3f4e9",
)

DARK = Tokens(
    name="dark",
    page="#15191e",
    surface="#1d2329",
    raised="#212930",
    hover="#262e36",
    line="#343c45",
    edge_soft="#4a545e",
    edge="#6f7b87",
    text="#e6eaee",
    second="#a9b4bf",
    accent="#4a9be6",
    accent_text="#7fbbf2",
    on_accent="#0c1a28",
    accent_hover="#6bb0f0",
    soft="#22384f",
    danger="#ff8f85",
    danger_soft="#45211f",
    warning="#f3c063",
    warning_soft="#41331a",
    good="#7ed29a",
    good_soft="#1d3a2a",
)

CONTRAST = Tokens(
    name="contrast",
    page="#000000",
    surface="#000000",
    raised="#0d0d0d",
    hover="#1f1f1f",
    line="#b8b8b8",
    edge_soft="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    second="#f0f0f0",
    accent="#ffe14d",
    accent_text="#ffe14d",
    on_accent="#000000",
    accent_hover="#fff0a3",
    soft="#3a3300",
    danger="#ffb3ad",
    danger_soft="#3d0500",
    warning="#ffd68a",
    warning_soft="#332100",
    good="#a6f0bd",
    good_soft="#00290f",
)

ALL = (LIGHT, DARK, CONTRAST)


def contrast(one: str, other: str) -> float:
    """Reckon how well two colours part, from 1 (not at all) to 21 (as WCAG 2 does)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

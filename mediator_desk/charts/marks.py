"""What a picture is made of: filled boxes, strokes, words, and the spots that lead further.

All lengths are in one unit that the hand chooses (pixels on a screen, points on paper); x grows to
the right and y downwards. Colours are named, and each hand has its own for a name.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Ink(StrEnum):
    """The colours of pictures by name; a tint goes from 0 (nothing) to 4 (most)."""

    TEXT = "text"
    SECOND = "second"
    LINE = "line"
    ACCENT = "accent"
    BEFORE = "before"
    TINT_0 = "tint_0"
    TINT_1 = "tint_1"
    TINT_2 = "tint_2"
    TINT_3 = "tint_3"
    TINT_4 = "tint_4"
    ON_TINT_0 = "on_tint_0"
    ON_TINT_1 = "on_tint_1"
    ON_TINT_2 = "on_tint_2"
    ON_TINT_3 = "on_tint_3"
    ON_TINT_4 = "on_tint_4"


TINTS = (Ink.TINT_0, Ink.TINT_1, Ink.TINT_2, Ink.TINT_3, Ink.TINT_4)
ON_TINTS = (Ink.ON_TINT_0, Ink.ON_TINT_1, Ink.ON_TINT_2, Ink.ON_TINT_3, Ink.ON_TINT_4)


class Anchor(Enum):
    """Where words stand in their box."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A place in the picture."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Filled:
    """A box filled with one colour; ``radius`` rounds its corners."""

    box: Box
    ink: Ink
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; a dashed one can be told from a whole one without colour."""

    points: tuple[tuple[float, float], ...]
    ink: Ink
    weight: float
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words on one line, already short enough for their box, centred in its height."""

    box: Box
    text: str
    size: float
    ink: Ink = Ink.TEXT
    anchor: Anchor = Anchor.START
    strong: bool = False


Mark = Filled | Stroke | Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A figure one can point at: where it is, what it says whole, and the key of what is behind.

    ``row`` and ``column`` are for the arrow keys. A spot without a key only says its figure.
    """

    box: Box
    row: int
    column: int
    says: str
    key: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole picture, worked out for one width."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    spots: tuple[Spot, ...] = ()

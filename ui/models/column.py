"""Columns are data: what a table shows of each row, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.tokens import Tone

Row = TypeVar("Row")

# Plain numbers, for a repaint asks 1,800 times and PySide's enums are slow to compare.
DISPLAY = 0
TOOL_TIP = 3
ALIGNMENT = 7
ACCESSIBLE_TEXT = 11
TONE = 257
STRONG = 258
BAND = 259
LEFT_MIDDLE = 0x0081
RIGHT_MIDDLE = 0x0082


def _plainly(_row: object) -> Tone:
    return "plain"


def _never(_row: object) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its title, the words of a row in it, their tone, and its width in letters.

    A column with ``stretch`` takes the room that is left; ``pill`` paints the words as a state;
    columns with the largest ``fold`` number leave first when the window is narrow (0 stays).
    """

    title: str
    text: Callable[[Row], str]
    tone: Callable[[Row], Tone] = _plainly
    strong: Callable[[Row], bool] = _never
    width: float = 6.0
    stretch: bool = False
    pill: bool = False
    right: bool = False
    fold: int = 0

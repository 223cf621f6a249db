"""The hand that draws: how large its letters are and how wide words run in them."""

from collections.abc import Callable
from dataclasses import dataclass

from mediator_desk.charts.marks import Anchor, Box, Drawing, Ink, Words

SMALL = 0.86
LARGE = 1.14
_LINE = 1.45
_DOTS = "…"
_OPENING, _CLOSING = "（《“‘(", "）》”’，。、；：)"
_HAIR = 0.005  # what sums of widths may be off


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Letters of size ``em``; ``measure`` gives the width of a text at a size, plain or strong."""

    em: float
    measure: Callable[[str, float, bool], float]

    def line(self, scale: float = 1.0) -> float:
        """Give the height of a line of letters."""
        return self.em * scale * _LINE

    def width(self, text: str, scale: float = 1.0, *, strong: bool = False) -> float:
        """Measure a text."""
        return self.measure(text, self.em * scale, strong)

    def elided(self, text: str, room: float, scale: float = 1.0, *, strong: bool = False) -> str:
        """Shorten a text until it fits; with no room even for the dots nothing is left."""
        if self.width(text, scale, strong=strong) <= room + _HAIR:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(text[:middle].rstrip() + _DOTS, scale, strong=strong) <= room + _HAIR:
                low = middle
            else:
                high = middle - 1
        short = text[:low].rstrip() + _DOTS
        return short if self.width(short, scale, strong=strong) <= room + _HAIR else ""

    def wrapped(self, text: str, room: float, lines: int, scale: float = 1.0) -> tuple[str, ...]:
        """Break a text into at most so many lines, the last one shortened if it must be.

        Words in Latin letters are kept whole where the room allows; Chinese may break anywhere.
        """
        made: list[str] = []
        rest = text.strip()
        while rest and len(made) < lines - 1:
            end = self._break(rest, room, scale)
            if end >= len(rest):
                break
            made.append(rest[:end].rstrip())
            rest = rest[end:].lstrip()
        if rest:
            made.append(self.elided(rest, room, scale))
        return tuple(made)

    def balanced(self, text: str, room: float, lines: int, scale: float = 1.0) -> tuple[str, ...]:
        """Break a text as ``wrapped`` does, but into lines of like length."""
        made = self.wrapped(text, room, lines, scale)
        narrow = room
        while len(made) > 1 and not made[-1].endswith(_DOTS):
            narrow -= self.em * scale / 2
            tried = self.wrapped(text, narrow, lines, scale)
            if len(tried) != len(made) or tried[-1].endswith(_DOTS) or not tried[-1]:
                break
            made = tried
        return made

    def words(
        self,
        text: str,
        box: Box,
        *,
        scale: float = 1.0,
        ink: Ink = Ink.TEXT,
        anchor: Anchor = Anchor.START,
        strong: bool = False,
    ) -> Words:
        """Put a text into a box, shortened to its width."""
        return Words(
            box=box,
            text=self.elided(text, box.width, scale, strong=strong),
            size=self.em * scale,
            ink=ink,
            anchor=anchor,
            strong=strong,
        )

    def _break(self, text: str, room: float, scale: float) -> int:
        """Find how many characters of a text go on one line, at least one."""
        fitting = len(text)
        while fitting > 1 and self.width(text[:fitting].rstrip(), scale) > room:
            fitting -= 1
        if fitting >= len(text):
            return fitting
        if not (_latin(text[fitting - 1]) and _latin(text[fitting])):
            while fitting > 1 and (text[fitting - 1] in _OPENING or text[fitting] in _CLOSING):
                fitting -= 1
            return fitting
        space = text.rfind(" ", 0, fitting)
        return space + 1 if space > 0 else fitting


def _latin(character: str) -> bool:
    return character.isascii() and not character.isspace()


Draw = Callable[[Hand, float], Drawing]
"""A picture waiting for a hand and a width."""

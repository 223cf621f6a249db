"""Which characters can be printed here, and by which font."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.paper.setting import Face, Press
from mediator_desk.rules.characters import CharacterSet, character_sets


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSet:
    """How much of a set can be printed: ``by_font`` counts what each font prints of it."""

    about: CharacterSet
    held: int
    of: int
    by_font: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedBy:
    """A character, and the font that prints it; the font is empty when none does."""

    character: str
    font: str

    @property
    def code(self) -> str:
        """Give the code point as it is written."""
        return f"U+{ord(self.character):04X}"


def held_sets(press: Press, face: Face = Face.TEXT) -> tuple[HeldSet, ...]:
    """Count what the fonts hold of every set."""
    return tuple(_held(press, face, about) for about in character_sets())


def printed_by(press: Press, text: str, face: Face = Face.TEXT) -> tuple[PrintedBy, ...]:
    """Name the font of each character of a text, each character once."""
    return tuple(
        PrintedBy(character=one, font=glyph.font if glyph else "")
        for one in dict.fromkeys(text)
        for glyph in [press.chains[face].glyph(one)]
    )


def _held(press: Press, face: Face, about: CharacterSet) -> HeldSet:
    chain, fonts, of = press.chains[face], Counter[str](), 0
    for code in about.members():
        of += 1
        if glyph := chain.glyph(chr(code)):
            fonts[glyph.font] += 1
    return HeldSet(about=about, held=fonts.total(), of=of, by_font=dict(fonts))

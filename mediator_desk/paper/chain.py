"""Which font prints which character, and the refusal of what no font can print."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mediator_desk.paper.fonts import unpacked
from mediator_desk.paper.typefaces import Typeface, typeface
from mediator_desk.troubles import GlyphMissing
from mediator_desk.words import N_

# Controls and format characters leave no ink: marks of direction, joiners, variation selectors.
_INKLESS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f]")
_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ACCENTED = re.compile("[A-Za-z][\u0300-\u036f]+")

# What makes a text worth a closer look; most have nothing of it.
_ODD = re.compile("|".join(one.pattern for one in (_INKLESS, _SPACES, _ENDS, _ACCENTED)))


@dataclass(frozen=True, slots=True)
class Glyph:
    """How a character is printed: the font that holds it and its width in parts of the size."""

    font: str
    em: float


class _Known(dict[str, Glyph | None]):
    """The characters met so far; another is looked for in the fonts."""

    def __init__(self, search: Callable[[str], Glyph | None]) -> None:
        self._search = search

    def __missing__(self, character: str) -> Glyph | None:
        """Look for a character."""
        self[character] = found = self._search(character)
        return found


class FontChain:
    """Fonts asked in order; the later ones are opened only when a character needs them."""

    def __init__(
        self, names: Sequence[str], cache: Path, own: Mapping[str, Path] = MappingProxyType({})
    ) -> None:
        """Take the names of fonts, the usual one first; ``own`` are the files of the district's."""
        self.first = names[0]
        self._names = tuple(names)
        self._cache = cache
        self._own = dict(own)
        self._faces: dict[str, Typeface] = {}
        # Finds the font that prints a character, or None when none does; bare, for it is asked of
        # every character of every paper.
        self.glyph: Callable[[str], Glyph | None] = _Known(self._search).__getitem__

    def __reduce__(self) -> tuple[type["FontChain"], tuple[object, ...]]:
        """Cross to another process with nothing opened: ReportLab there knows no font yet."""
        return FontChain, (self._names, self._cache, self._own)

    def _search(self, character: str) -> Glyph | None:
        # What a private code means is agreed nowhere, so no font can print it rightly.
        if unicodedata.category(character) in ("Co", "Cs"):
            return None
        for name in self._names:
            # The font is opened here, and not before, because the rare one takes 30 MB.
            face = self._faces.get(name) or self._open(name)
            em = face.em(character)
            if em is not None:
                return Glyph(name, em)
        return None

    def _open(self, name: str) -> Typeface:
        file = self._own.get(name) or unpacked(name, self._cache)
        self._faces[name] = face = typeface(name, file)
        return face


def printable(text: str, chain: FontChain, field: str) -> str:
    """Give the text as it can be printed, or say which character of which field cannot be."""
    clean = text
    if _ODD.search(text):
        clean = _SPACES.sub(" ", _ENDS.sub("\n", text))
        clean = _INKLESS.sub("", clean)
        clean = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), clean)
    # The end of a line is no character; no font holds it, and all would be opened for it.
    if None in map(chain.glyph, clean.replace("\n", "")):
        for character in clean:
            if character != "\n" and chain.glyph(character) is None:
                raise _missing(character, field)
    return clean


def _missing(character: str, field: str) -> GlyphMissing:
    """Name the character, its code point and where it stands."""
    lone = unicodedata.category(character) == "Cs"
    return GlyphMissing(
        N_(
            "The character {character} ({code}) in “{field}” is in no font here, so nothing was"
            " printed. Add a font that holds it (Settings, Fonts; or the command font add), or"
            " write the character by its parts, and print again."
        ),
        character="�" if lone else character,
        code=f"U+{ord(character):04X}",
        field=field,
    )

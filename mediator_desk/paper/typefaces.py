"""TrueType faces as papers need them: quick to cut into subsets, and true when copied from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import _fonts, registerFont
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTEncoding,
    TTFont,
    TTFontFace,
)
from typing_extensions import override

from mediator_desk.paper.cutting import Cutter
from mediator_desk.paper.objects import PACKED, Words, packed

_SPACE, _SUBSET = 32, 256
_SKIPPED = 0x1F  # no place is stepped over that has one of these bits
_KEPT = 32  # so many cut fonts are kept, of about 40 kB each
_CODES = tuple(f"{code:02X}" for code in range(256))
_ENTRIES = 100  # the most a PDF reader must take in one bfchar block


class _Codes(dict[str, int]):
    """The place of each character of one document in the subsets; given when first asked for."""

    def __init__(self, face: "Typeface", doc: PDFDocument) -> None:
        face.splitString("", doc)  # begins the state that ReportLab keeps for a document
        self.state: Any = face.state[doc]
        self._known: dict[int, int] = self.state.assignments
        self.name = face.getSubsetInternalName(0, doc)[:-1]

    def __missing__(self, character: str) -> int:
        """Give a character its place."""
        code = ord(character)
        place = self._known.get(code)
        if place is None:
            state = self.state
            place = state.nextCode
            if not place & _SKIPPED:
                place = self._after(place)
            state.nextCode = place + 1
            self._known[code] = place
            if place < _SPACE:
                state.subsets[0][place] = code
            else:
                state.subsets[-1].append(code)
        self[character] = place
        return place

    def _after(self, place: int) -> int:
        """Step over 0, which stands for no character, and over 32, which is the space."""
        subsets = self.state.subsets
        if place & 0xFF == _SPACE:
            if place != _SPACE:
                subsets[place >> 8].append(_SPACE)
            place += 1
        if place & 0xFF == 0:
            subsets.append([0])
            place += 1
        return place


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a PDF says of a character: its glyph, its width, and its number as UTF-16."""

    glyph: int
    width: str
    utf_16: str


class _Signs(dict[int, _Sign]):
    """The signs of a font; each is worked out when first needed."""

    def __init__(self, face: TTFontFace) -> None:
        self._face = face

    def __missing__(self, character: int) -> _Sign:
        """Work a sign out."""
        width = self._face.getCharWidth(character)
        glyph = self._face.charToGlyph.get(character, 0)
        self[character] = sign = _Sign(glyph, f"{width:.10g}", _utf_16(character))
        return sign


class Typeface(TTFont):  # type: ignore[misc]
    """A font that embeds only what a paper uses and says truly which characters those are."""

    def __init__(self, name: str, file: Path) -> None:
        """Parse the file; this takes a third of a second, so faces are kept for the process."""
        # TTFont.__init__ would parse with its own face and read the whole font for each subset.
        self.fontName = name
        self.face = TTFontFace(str(file))
        _widths_in_units(self.face)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, Any] = WeakKeyDictionary()
        self._codes: WeakKeyDictionary[PDFDocument, _Codes] = WeakKeyDictionary()
        self._signs = _Signs(self.face).__getitem__
        self._said = _about(self.face)
        # The heads of one form need the same characters in every paper.
        self._embedded = lru_cache(maxsize=_KEPT)(partial(_embedded, Cutter(self.face)))
        self._asciiReadable = False
        self.shapable = False

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        """Put the subsets into the document; each is a font of at most 256 characters."""
        state: Any = self.state[doc]
        for number, subset in enumerate(state.subsets):
            inside = self.getSubsetInternalName(number, doc)[1:]
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            signs = [*map(self._signs, subset)]
            outlines, length = self._embedded(tuple([sign.glyph for sign in signs]))
            font = Words(
                doc,
                f"/Type /Font /Subtype /TrueType /Name /{inside} /BaseFont /{name}"
                f" /FirstChar 0 /LastChar {len(subset) - 1}"
                f" /Widths [{' '.join([sign.width for sign in signs])}]",
                ToUnicode=Words(doc, PACKED, packed(_to_unicode(name, signs).encode())),
                FontDescriptor=Words(
                    doc,
                    f"/Type /FontDescriptor /FontName /{name}{self._said}",
                    FontFile2=Words(doc, f"{PACKED} /Length1 {length}", outlines),
                ),
            )
            doc.Reference(font, inside)
            doc.idToObject["BasicFonts"].dict[inside] = font
        del self.state[doc]
        self._codes.pop(doc, None)

    def coder(self, doc: PDFDocument) -> Callable[[str], Iterable[tuple[str, str]]]:
        """Give what writes text of one document as codes in hexadecimal.

        Each stretch comes with the name of the subset that its codes belong to.
        """
        known = self._codes.get(doc)
        if known is None:
            known = self._codes[doc] = _Codes(self, doc)
        state, name, place = known.state, known.name, known.__getitem__
        first = f"{name}0"

        def coded(text: str) -> Iterable[tuple[str, str]]:
            places = [*map(place, text)]
            if state.nextCode <= _SUBSET:
                return ((first, bytes(places).hex()),)
            return [
                (f"{name}{subset}", bytes([one & 0xFF for one in codes]).hex())
                for subset, codes in groupby(places, _subset)
            ]

        return coded

    def em(self, character: str) -> float | None:
        """Give the width of a character as a part of the size, or None if it has no picture."""
        code = ord(character)
        glyph = self.face.charToGlyph.get(code)
        if not glyph:
            return None
        places = self.face.glyphPos
        if places[glyph] == places[glyph + 1] and not character.isspace():
            return None  # the font lists the character but would print nothing
        width: float = self.face.charWidths[code]
        return width / 1000


@lru_cache(maxsize=16)
def typeface(name: str, file: Path) -> Typeface:
    """Parse a font once for the process and make its name known to ReportLab."""
    face = Typeface(name, file)
    registerFont(face)
    # ReportLab takes two files of one face for the same font; a newer one may hold other signs.
    _fonts[name] = face
    return face


def _subset(place: int) -> int:
    return place >> 8


def _embedded(cutter: Cutter, glyphs: tuple[int, ...]) -> tuple[bytes, int]:
    """Cut the file of a subset and pack it; its length before that belongs to it."""
    content = cutter.cut(glyphs)
    return packed(content), len(content)


def _about(face: TTFontFace) -> str:
    """Say what is true of the whole font, and so of every part of it."""
    return (
        f" /Flags {face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC}"
        f" /FontBBox [{fp_str(*face.bbox)}] /ItalicAngle {fp_str(face.italicAngle)}"
        f" /Ascent {fp_str(face.ascent)} /Descent {fp_str(face.descent)}"
        f" /CapHeight {fp_str(face.capHeight)} /StemV {fp_str(face.stemV)}"
        f" /MissingWidth {fp_str(face.defaultWidth)}"
    )


def _widths_in_units(face: TTFontFace) -> None:
    """Give glyphs that share the last width that width in the units of the font.

    ReportLab notes it in thousandths, and embeds a font of 1,024 units with widths an archive
    refuses (ISO 19005-3, 6.2.11.5).
    """
    own = int.from_bytes(face.get_table("hhea")[34:36], "big")
    width = face.hmetrics[own - 1][0]
    if face.hmetrics[-1][0] != width:
        face.hmetrics[own:] = [(width, bearing) for _width, bearing in face.hmetrics[own:]]


def _to_unicode(name: str, signs: Sequence[_Sign]) -> str:
    """Write which codes mean which characters, beyond U+FFFF as two UTF-16 units.

    ReportLab writes five hexadecimal digits there, and readers take 𬱖 for another character.
    """
    entries = [
        f"<{code}> <{sign.utf_16}>"
        for code, sign in zip(_CODES, signs, strict=False)
        if sign.utf_16 != "0000"
    ]
    blocks = [entries[at : at + _ENTRIES] for at in range(0, len(entries), _ENTRIES)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                line
                for block in blocks
                for line in (f"{len(block)} beginbfchar", *block, "endbfchar")
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf_16(character: int) -> str:
    if character <= 0xFFFF:
        return f"{character:04X}"
    return chr(character).encode("utf-16-be").hex().upper()

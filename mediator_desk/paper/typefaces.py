"""TrueType faces as papers need them: quick to cut into subsets, and true when copied from."""

import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFTrueTypeFont,
)
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTEncoding,
    TTFont,
    TTFontFace,
)
from typing_extensions import override

from mediator_desk.paper.cutting import cut

_SPACE = 32
_ENTRIES = 100  # the most a PDF reader must take in one bfchar block


class _Codes(dict[str, tuple[str, str]]):
    """The subset and code of each character in one document; given when first asked for."""

    def __init__(self, face: "Typeface", doc: PDFDocument) -> None:
        face.splitString("", doc)  # begins the state that ReportLab keeps for a document
        self._state: Any = face.state[doc]
        self._name = face.getSubsetInternalName(0, doc)[:-1]

    def __missing__(self, character: str) -> tuple[str, str]:
        """Give a character its place in a subset."""
        state, code = self._state, ord(character)
        place = state.assignments.get(code)
        if place is None:
            place = state.assignments[code] = self._next(state)
            subset = state.subsets[place >> 8]
            if place < _SPACE:
                subset[place] = code
            else:
                subset.append(code)
        found = (f"{self._name}{place >> 8}", f"{place & 0xFF:02X}")
        self[character] = found
        return found

    def _next(self, state: Any) -> int:
        """Give the next free place: 0 of each subset stands for no character, 32 for the space."""
        place: int = state.nextCode
        if place & 0xFF == _SPACE:
            if place != _SPACE:
                state.subsets[place >> 8].append(_SPACE)
            place += 1
        if place & 0xFF == 0:
            state.subsets.append([0])
            place += 1
        state.nextCode = place + 1
        return place


class _Packing:
    """Packs the files of fonts at the lowest effort: 6 % larger, in half the time."""

    pdfname = "FlateDecode"

    def encode(self, content: bytes) -> bytes:
        """Pack."""
        return zlib.compress(content, 1)


class Typeface(TTFont):  # type: ignore[misc]
    """A font that embeds only what a paper uses and says truly which characters those are."""

    def __init__(self, name: str, file: Path) -> None:
        """Parse the file; this takes a third of a second, so faces are kept for the process."""
        # TTFont.__init__ would parse with its own face and read the whole font for each subset.
        self.fontName = name
        self.face = TTFontFace(str(file))
        _widths_in_units(self.face)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, object] = WeakKeyDictionary()
        self._codes: WeakKeyDictionary[PDFDocument, _Codes] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        """Put the subsets into the document; each is a font of at most 256 characters."""
        state: Any = self.state[doc]
        for number, subset in enumerate(state.subsets):
            inside = self.getSubsetInternalName(number, doc)[1:]
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            font = PDFTrueTypeFont()
            font.Name, font.BaseFont = inside, name
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            widths = (self.face.getCharWidth(character) for character in subset)
            font.Widths = f"[{' '.join(f'{width:.10g}' for width in widths)}]".encode()
            font.ToUnicode = doc.Reference(_packed(_to_unicode(name, subset).encode()))
            font.FontDescriptor = doc.Reference(self._descriptor(doc, name, subset))
            doc.Reference(font, inside)
            doc.idToObject["BasicFonts"].dict[inside] = font
        del self.state[doc]
        self._codes.pop(doc, None)

    def _descriptor(self, doc: PDFDocument, name: str, subset: list[int]) -> PDFDictionary:
        face = self.face
        content = cut(face, subset)
        file = _packed(content)
        file.dictionary["Length1"] = len(content)
        return PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "Ascent": face.ascent,
                "CapHeight": face.capHeight,
                "Descent": face.descent,
                "Flags": face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
                "FontBBox": PDFArray(face.bbox),
                "FontName": PDFName(name),
                "ItalicAngle": face.italicAngle,
                "StemV": face.stemV,
                "FontFile2": doc.Reference(file),
                "MissingWidth": face.defaultWidth,
            }
        )

    def coded(self, text: str, doc: PDFDocument) -> Iterator[tuple[str, str]]:
        """Give the text as codes in hexadecimal, with the name of the subset they belong to."""
        known = self._codes.get(doc)
        if known is None:
            known = self._codes[doc] = _Codes(self, doc)
        for subset, codes in groupby([known[character] for character in text], itemgetter(0)):
            yield subset, "".join([code for _subset, code in codes])

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


@lru_cache(maxsize=8)
def typeface(name: str, file: Path) -> Typeface:
    """Parse a font once for the process and make its name known to ReportLab."""
    face = Typeface(name, file)
    registerFont(face)
    return face


def _packed(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[_Packing()])


def _widths_in_units(face: TTFontFace) -> None:
    """Give glyphs that share the last width that width in the units of the font.

    ReportLab notes it in thousandths, and embeds a font of 1,024 units with widths an archive
    refuses (ISO 19005-3, 6.2.11.5).
    """
    own = int.from_bytes(face.get_table("hhea")[34:36], "big")
    width = face.hmetrics[own - 1][0]
    if face.hmetrics[-1][0] != width:
        face.hmetrics[own:] = [(width, bearing) for _width, bearing in face.hmetrics[own:]]


def _to_unicode(name: str, subset: list[int]) -> str:
    """Write which codes mean which characters, beyond U+FFFF as two UTF-16 units.

    ReportLab writes five hexadecimal digits there, and readers take 𬱖 for another character.
    """
    entries = [
        f"<{code:02X}> <{_utf_16(character)}>" for code, character in enumerate(subset) if character
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

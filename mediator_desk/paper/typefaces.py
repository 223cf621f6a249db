"""TrueType faces as papers need them: quick to cut into subsets, and true when copied from."""

from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import SUBSETN, TTEncoding, TTFont, TTFontFace
from typing_extensions import override

_ENTRIES = 100  # the most a PDF reader must take in one bfchar block


class _Outlines:
    """The outlines of a font, given piece by piece; ReportLab would copy all 14 MB each time."""

    def __init__(self, font: bytes, start: int) -> None:
        self._font = font
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._font[self._start + part.start : self._start + part.stop]


class _Face(TTFontFace):  # type: ignore[misc]
    """A parsed font file."""

    @override
    def get_table(self, tag: str) -> bytes | _Outlines:
        if tag == "glyf":
            return _Outlines(self._ttf_data, self.get_table_pos(tag)[0])
        table: bytes = super().get_table(tag)
        return table


class Typeface(TTFont):  # type: ignore[misc]
    """A font that embeds only what a paper uses and says truly which characters those are."""

    def __init__(self, name: str, file: Path) -> None:
        """Parse the file; this takes a third of a second, so faces are kept for the process."""
        # TTFont.__init__ would parse with its own face and read the whole font for each subset.
        self.fontName = name
        self.face = _Face(str(file))
        _widths_in_units(self.face)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, object] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        subsets = self.state[doc].subsets  # type: ignore[attr-defined]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{SUBSETN(number).decode()}+{self.face.name.decode()}"
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _to_unicode(name, subset)

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


def _widths_in_units(face: _Face) -> None:
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
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
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

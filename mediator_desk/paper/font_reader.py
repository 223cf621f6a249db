"""The process that reads a strange font file, so that a bad one can harm nothing but itself."""

import struct
import sys
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFontFace

from mediator_desk.paper.cutting import Cutter

if sys.platform != "win32":
    import resource

_MEMORY = 1 << 30
_SECONDS = 25


@dataclass(frozen=True, slots=True)
class Found:
    """What a font file says: its name, its rights (OS/2.fsType) and the characters it draws."""

    name: str
    rights: int
    characters: frozenset[int]


def look(line: Connection) -> None:
    """Take the bytes of a font from the line and answer with what it is, or with nothing."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    content = line.recv_bytes()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "font.ttf"
        file.write_bytes(content)
        try:
            line.send(_read(file))
        except (TTFError, struct.error, LookupError, ValueError, TypeError, ArithmeticError,
                AttributeError, MemoryError, RecursionError):  # fmt: skip
            line.send(None)


def _read(file: Path) -> Found:
    """Read a font as papers do, and cut some of it to see that this works."""
    face = TTFontFace(str(file))
    places = face.glyphPos
    size = face.get_table_pos("glyf")[1]
    if places[-1] > size or any(one > two for one, two in pairwise(places)):
        raise ValueError
    drawn = frozenset(
        character
        for character, glyph in face.charToGlyph.items()
        if 0 < glyph < len(places) - 1 and places[glyph] < places[glyph + 1]
    )
    cutter = Cutter(face)
    for at in range(0, min(len(places) - 1, 20_000), 250):
        cutter.cut(tuple(range(at, min(at + 250, len(places) - 1))))
    rights = int.from_bytes(face.get_table("OS/2")[8:10], "big") if "OS/2" in face.table else 0
    family = face.familyName
    name = getattr(family, "ustr", None) or bytes(family).decode("utf-8", "replace")
    return Found(str(name)[:80], rights, drawn)

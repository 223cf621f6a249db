"""Cut the pictures that a paper uses out of a font file, as a small font of their own.

ReportLab's own cutter does the same in three times the time. Only the tables that a PDF needs of a
font are kept (ISO 32000-1, 9.9), and one table of characters, as PDF/A wants it.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate
from struct import pack
from typing import Protocol

from reportlab.lib.rl_accel import calcChecksum

_COPIED = ("cvt ", "fpgm", "prep")
_WORDS, _MORE = 0x1, 0x20
_SCALES = ((0x8, 2), (0x40, 4), (0x80, 8))  # a part may be scaled, by so many bytes
_SHORT_PLACES = 0x1FFFE  # the farthest place that the short table of places can name
_MAGIC = 0xB1B0AFBA


class Parsed(Protocol):
    """What ReportLab has read of a font file."""

    _ttf_data: bytes
    table: dict[str, object]
    glyphPos: Sequence[int]  # noqa: N815 - as ReportLab calls it
    hmetrics: Sequence[tuple[int, int]]

    def get_table_pos(self, tag: str) -> tuple[int, int]:
        """Give where a table begins and how long it is."""

    def get_table(self, tag: str) -> bytes:
        """Give a table."""


class Cutter:
    """Cuts one font; what it has once read of a picture it keeps."""

    def __init__(self, face: Parsed) -> None:
        """Take a font that ReportLab has read."""
        self._face = face
        self._start = face.get_table_pos("glyf")[0]
        self._head, self._widths, self._most = map(face.get_table, ("head", "hhea", "maxp"))
        self._copied = {tag: face.get_table(tag) for tag in _COPIED if tag in face.table}
        self._outline = _Read(self._read).__getitem__
        self._bearing = _Read(self._measures).__getitem__

    def cut(self, glyphs: Sequence[int]) -> bytes:
        """Give a font in which code n shows the n-th glyph; glyph 0 stands for none."""
        numbers: dict[int, int] = {0: 0}
        codes = [numbers.setdefault(glyph, len(numbers)) for glyph in glyphs]
        outlines = self._outlines(numbers)
        places = [0, *accumulate(map(len, outlines))]
        short = places[-1] <= _SHORT_PLACES
        count = len(outlines)
        head, widths, most = self._head, self._widths, self._most
        tables = {
            "cmap": pack(f">{11 + len(codes)}H",
                         0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes),
            "glyf": b"".join(outlines),
            "head": head[:8] + bytes(4) + head[12:50] + pack(">H", not short) + head[52:],
            "hhea": widths[:34] + pack(">H", count) + widths[36:],
            "hmtx": b"".join(map(self._bearing, numbers)),
            "loca": pack(f">{count + 1}{'H' if short else 'L'}",
                         *([place >> 1 for place in places] if short else places)),
            "maxp": most[:4] + pack(">H", count) + most[6:],
        }  # fmt: skip
        return _file(tables | self._copied)

    def _outlines(self, numbers: dict[int, int]) -> list[bytes]:
        """Give the outlines in the order of their new numbers; parts of outlines are added."""
        order, outlines = list(numbers), []
        for glyph in order:
            outline = self._outline(glyph)
            if outline and outline[0] & 0x80:
                outline = _put_together(outline, numbers, order)
            outlines.append(outline)
        return outlines

    def _read(self, glyph: int) -> bytes:
        """Read an outline as it stands in the font, filled up to whole words."""
        face, start = self._face, self._start
        here, there = face.glyphPos[glyph : glyph + 2]
        outline = face._ttf_data[start + here : start + there]
        return outline + bytes(-len(outline) % 4)

    def _measures(self, glyph: int) -> bytes:
        """Read the width of a picture and where it begins."""
        return pack(">2H", *(int(one) & 0xFFFF for one in self._face.hmetrics[glyph]))


class _Read(dict[int, bytes]):
    """What was read of each picture so far; another is read when it is first needed."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read

    def __missing__(self, glyph: int) -> bytes:
        """Read it."""
        self[glyph] = found = self._read(glyph)
        return found


def _put_together(outline: bytes, numbers: dict[int, int], order: list[int]) -> bytes:
    """Give an outline made of others with their new numbers; those not yet there are added."""
    changed, at, flags = bytearray(outline), 10, _MORE
    while flags & _MORE:
        flags = int.from_bytes(outline[at : at + 2], "big")
        part = int.from_bytes(outline[at + 2 : at + 4], "big")
        if part not in numbers:
            numbers[part] = len(numbers)
            order.append(part)
        changed[at + 2 : at + 4] = numbers[part].to_bytes(2, "big")
        at += 8 if flags & _WORDS else 6
        at += next((size for flag, size in _SCALES if flags & flag), 0)
    return bytes(changed)


def _file(tables: dict[str, bytes]) -> bytes:
    """Put tables into a font file, with the sums that readers check."""
    count = len(tables)
    near = count.bit_length() - 1
    place = 12 + 16 * count
    parts = [pack(">LHHHH", 0x10000, count, 16 << near, near, 16 * count - (16 << near))]
    filled, total = [], 0
    for tag in sorted(tables):
        table = tables[tag]
        size, added = len(table), calcChecksum(table)
        parts.append(pack(">4sLLL", tag.encode(), added, place, size))
        filled.append(table + bytes(-size % 4))
        total += added
        place += size + -size % 4
    directory = b"".join(parts)
    total = (_MAGIC - total - calcChecksum(directory)) & 0xFFFFFFFF
    at = sorted(tables).index("head")
    filled[at] = filled[at][:8] + pack(">L", total) + filled[at][12:]
    return directory + b"".join(filled)

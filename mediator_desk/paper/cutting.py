"""Cut the pictures that a paper uses out of a font file, as a small font of their own.

ReportLab's own cutter does the same in three times the time. Only the tables that a PDF needs of a
font are kept (ISO 32000-1, 9.9), and one table of characters, as PDF/A wants it.
"""

from collections.abc import Sequence
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


def cut(face: Parsed, glyphs: Sequence[int]) -> bytes:
    """Give a font in which code n shows the n-th glyph; glyph 0 stands for none."""
    numbers: dict[int, int] = {0: 0}
    codes = [numbers.setdefault(glyph, len(numbers)) for glyph in glyphs]
    outlines = _outlines(face, numbers)
    places = [0, *accumulate(map(len, outlines))]
    short = places[-1] <= _SHORT_PLACES
    count = len(outlines)
    bearings = [one for number in numbers for one in face.hmetrics[number]]
    head, widths, most = (face.get_table(tag) for tag in ("head", "hhea", "maxp"))
    tables = {
        "cmap": pack(f">{11 + len(codes)}H",
                     0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes),
        "glyf": b"".join(outlines),
        "head": head[:8] + bytes(4) + head[12:50] + pack(">H", not short) + head[52:],
        "hhea": widths[:34] + pack(">H", count) + widths[36:],
        "hmtx": pack(f">{2 * count}H", *(int(one) & 0xFFFF for one in bearings)),
        "loca": pack(f">{count + 1}{'H' if short else 'L'}",
                     *(place >> 1 if short else place for place in places)),
        "maxp": most[:4] + pack(">H", count) + most[6:],
    }  # fmt: skip
    tables |= {tag: face.get_table(tag) for tag in _COPIED if tag in face.table}
    return _file(tables)


def _outlines(face: Parsed, numbers: dict[int, int]) -> list[bytes]:
    """Give the outlines in the order of their new numbers; parts of outlines are added."""
    font, start, places = face._ttf_data, face.get_table_pos("glyf")[0], face.glyphPos
    order, outlines = list(numbers), []
    for glyph in order:
        outline = font[start + places[glyph] : start + places[glyph + 1]]
        if outline and outline[0] & 0x80:
            outline = _put_together(outline, numbers, order)
        outlines.append(outline + bytes(-len(outline) % 4))
    return outlines


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
    for tag in sorted(tables):
        size = len(tables[tag])
        parts.append(pack(">4sLLL", tag.encode(), calcChecksum(tables[tag]), place, size))
        place += size + -size % 4
    head = 0
    for tag in sorted(tables):
        if tag == "head":
            head = sum(map(len, parts))
        parts.append(tables[tag] + bytes(-len(tables[tag]) % 4))
    whole = b"".join(parts)
    total = pack(">L", (_MAGIC - calcChecksum(whole)) & 0xFFFFFFFF)
    return whole[: head + 8] + total + whole[head + 12 :]

"""Read what a subset of a TrueType font says of its codes and widths."""

import struct


class TrueType:
    """An embedded font."""

    def __init__(self, data):
        """Find the tables."""
        count = struct.unpack(">H", data[4:6])[0]
        self._tables = {}
        for at in range(12, 12 + 16 * count, 16):
            name, _sum, start, size = struct.unpack(">4sIII", data[at : at + 16])
            self._tables[name.decode()] = data[start : start + size]
        self._units = struct.unpack(">H", self._tables["head"][18:20])[0]
        self._metrics = struct.unpack(">H", self._tables["hhea"][34:36])[0]
        self._glyphs = struct.unpack(">H", self._tables["maxp"][4:6])[0]
        self._codes = self._read_codes(self._tables["cmap"])

    @property
    def tables_of_codes(self):
        """Count the tables that tell which code is which glyph."""
        return struct.unpack(">H", self._tables["cmap"][2:4])[0]

    def glyph(self, code):
        """Give the glyph of a code, 0 for none."""
        glyph = self._codes.get(code, 0)
        return glyph if glyph < self._glyphs else 0

    def width(self, glyph):
        """Give the width of a glyph in thousandths of the size."""
        place = min(glyph, self._metrics - 1) * 4
        return struct.unpack(">H", self._tables["hmtx"][place : place + 2])[0] * 1000 / self._units

    @staticmethod
    def _read_codes(cmap):
        start = struct.unpack(">I", cmap[8:12])[0]
        kind = struct.unpack(">H", cmap[start : start + 2])[0]
        if kind == 0:
            return dict(enumerate(cmap[start + 6 : start + 262]))
        assert kind == 6, kind
        first, count = struct.unpack(">HH", cmap[start + 6 : start + 10])
        glyphs = struct.unpack(f">{count}H", cmap[start + 10 : start + 10 + 2 * count])
        return dict(enumerate(glyphs, start=first))

"""Makes resources/colour/sRGB.icc anew: what the colours of a paper mean, written by ourselves.

``colour_profile.py`` writes the file, ``colour_profile.py check`` compares it. The numbers are
those of IEC 61966-2-1, its primaries seen under D50 as ICC.1 asks; the layout is that of ICC.1
version 2, which every reader of PDF/A knows.
"""

import struct
import sys
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "resources" / "colour" / "sRGB.icc"
_WHITE = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (
    (0.43607, 0.22249, 0.01392),
    (0.38515, 0.71687, 0.09708),
    (0.14307, 0.06061, 0.71410),
)
_STEPS = 256
_HEADER, _ENTRY = 128, 12


def profile() -> bytes:
    """Give the whole file."""
    curve = struct.pack(">4sII", b"curv", 0, _STEPS)
    curve += struct.pack(f">{_STEPS}H", *(round(65535 * _linear(at / 255)) for at in range(_STEPS)))
    tags = {
        b"desc": _description("sRGB"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\x00",
        b"wtpt": _xyz(_WHITE),
        b"rXYZ": _xyz(_RED),
        b"gXYZ": _xyz(_GREEN),
        b"bXYZ": _xyz(_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    at = _HEADER + 4 + _ENTRY * len(tags)
    table, content = struct.pack(">I", len(tags)), b""
    places: dict[bytes, int] = {}
    for name, tag in tags.items():
        if tag not in places:
            places[tag] = at + len(content)
            content += tag + bytes(-len(tag) % 4)
        table += struct.pack(">4sII", name, places[tag], len(tag))
    return _header(at + len(content)) + table + content


def _linear(value: float) -> float:
    """Give the light of a value between 0 and 1."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _fixed(*numbers: float) -> bytes:
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(numbers: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*numbers)


def _description(name: str) -> bytes:
    """Give the name; the places for it in other scripts stay empty."""
    said = name.encode("ascii") + b"\x00"
    return b"desc" + bytes(4) + struct.pack(">I", len(said)) + said + bytes(4 + 4 + 2 + 1 + 67)


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI", size, bytes(4), 0x02100000) + b"mntrRGB XYZ " + made + b"acsp"
    head += bytes(28) + _fixed(*_WHITE)
    return head + bytes(_HEADER - len(head))


def main() -> int:
    """Write or compare the file."""
    if sys.argv[1:] == ["check"]:
        return 0 if FILE.read_bytes() == profile() else 1
    FILE.write_bytes(profile())
    return 0


if __name__ == "__main__":
    sys.exit(main())

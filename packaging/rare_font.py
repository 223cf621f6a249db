"""Cuts BabelStone Han down to the characters that the other carried fonts lack.

``python packaging/rare_font.py BabelStoneHan.ttf OUT.ttf LICENCE.txt OTHER.ttf ...`` with fontTools
4.68.0, which the program itself never needs. The same input gives the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# Radicals, strokes, marks and ideographs; letters and signs of other scripts stay out.
WANTED = (
    range(0x2E80, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000)
)  # fmt: skip
NOTICE = (
    "Changed for Mediator Desk on 2026-11-27: only the characters that Noto Serif SC and HanaMinB "
    "lack were kept, hints and layout tables were taken out, and the font was renamed. Nothing of "
    "the outlines was changed. Under the same licence as the whole font."
)
NAMES = {
    1: "BabelStone Han Rare",
    3: "BabelStone Han Rare:Version 16.0.1",
    4: "BabelStone Han Rare",
    6: "BabelStoneHanRare",
    10: NOTICE,
}
LICENCE = 13


def held(font: TTFont) -> set[int]:
    """List the characters that a font has ink for."""
    places, order = font["loca"], {name: at for at, name in enumerate(font.getGlyphOrder())}
    return {
        character
        for character, name in font.getBestCmap().items()
        if places[order[name]] != places[order[name] + 1]
    }


def main(source: str, out: str, licence: str, *others: str) -> None:
    """Write the reduced font and its licence."""
    font = TTFont(source, recalcTimestamp=False)
    wanted = {one for some in WANTED for one in some} & held(font)
    for other in others:
        wanted -= held(TTFont(other, lazy=True))
    text = font["name"].getName(LICENCE, 3, 1, 0x409).toUnicode()
    options = Options(hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "meta", "vhea", "vmtx"]
    cut = Subsetter(options)
    cut.populate(unicodes=wanted)
    cut.subset(font)
    for number, name in NAMES.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font.save(out)
    lines = [line.rstrip() for line in text.splitlines()]
    Path(licence).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(wanted)} characters")


if __name__ == "__main__":
    main(*sys.argv[1:])

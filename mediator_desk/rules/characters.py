"""The sets of Han characters that papers are measured by, as standards and Unicode draw them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from mediator_desk.words import N_

# The twelve ideographs that Unicode calls unified though they stand in the compatibility block.
_TWELVE = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"

# What the Table of General Standard Characters (通用规范汉字表, 2013) has beyond U+FFFF: 196.
_GENERAL = (
    "𠅤𠙶𠳐𡎚𡐓𣗋𣲗𣲘𣸣𤧛𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦭜𦰡𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨺙𩽾𩾃𩾌𪟝𪣻𪤗𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣"
    "𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃𫰛𫵷𫶇𫷷𫸩𬀩"
    "𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸𬬹"
    "𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓"
)

_Ranges = tuple[tuple[int, int], ...]

# Unicode's blocks as far as they are filled (Unicode 16), last character included.
_BLOCKS: dict[str, tuple[int, int]] = {
    "URO": (0x4E00, 0x9FFF),
    "A": (0x3400, 0x4DBF),
    "B": (0x20000, 0x2A6DF),
    "C": (0x2A700, 0x2B739),
    "D": (0x2B740, 0x2B81D),
    "E": (0x2B820, 0x2CEA1),
    "F": (0x2CEB0, 0x2EBE0),
    "G": (0x30000, 0x3134A),
    "H": (0x31350, 0x323AF),
    "I": (0x2EBF0, 0x2EE5D),
}
# GB 18030-2022 came with Unicode 11; where the blocks ended then.
_LEVEL_1: _Ranges = ((0x4E00, 0x9FEF), (0x3400, 0x4DB5))
_BEYOND_2: _Ranges = ((0x20000, 0x2A6D6), (0x2A700, 0x2B734), *(_BLOCKS[one] for one in "DEF"))
# Its first amendment: three whole blocks, and what the older ones had gained since.
_AMENDED: _Ranges = (
    (0x9FF0, 0x9FFF), (0x4DB6, 0x4DBF), (0x2A6D7, 0x2A6DF), (0x2B735, 0x2B739),
    *(_BLOCKS[one] for one in "GHI"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterSet:
    """A set of characters; ``stated`` is the count its standard gives, where we know it.

    ``because`` is a marked sentence that says how the set is made up here.
    """

    code: str
    name: str
    because: str
    ranges: _Ranges
    singles: str = ""
    stated: int | None = None
    places: dict[str, object] = field(default_factory=dict)

    def members(self) -> Iterator[int]:
        """Give the code points."""
        yield from chain.from_iterable(range(first, last + 1) for first, last in self.ranges)
        yield from map(ord, self.singles)


def character_sets() -> tuple[CharacterSet, ...]:
    """Give the levels of GB 18030-2022, its amendment, and the blocks of Unicode."""
    return (*_levels(), *(_block(code, *ends) for code, ends in _BLOCKS.items()))


def _levels() -> Iterator[CharacterSet]:
    yield CharacterSet(
        code="gb18030-1",
        name=N_("GB 18030-2022, level 1"),
        because=N_(
            "the basic block to U+9FEF, Extension A to U+4DB5, and the 12 unified characters of the"
            " compatibility block"
        ),
        ranges=_LEVEL_1,
        singles=_TWELVE,
    )
    yield CharacterSet(
        code="gb18030-2",
        name=N_("GB 18030-2022, level 2"),
        because=N_("level 1 and the 196 others of the Table of General Standard Characters"),
        ranges=_LEVEL_1,
        singles=_TWELVE + _GENERAL,
    )
    yield CharacterSet(
        code="gb18030-3",
        name=N_("GB 18030-2022, level 3"),
        because=N_("level 1, and Extensions B to F as they stood in Unicode 11"),
        ranges=_LEVEL_1 + _BEYOND_2,
        singles=_TWELVE,
        stated=87_887,
    )
    yield CharacterSet(
        code="amendment-1",
        name=N_("Amendment 1 of GB 18030-2022"),
        because=N_(
            "Extensions G, H and I, and 40 that came to the basic block and Extensions A, B and C"
            " after Unicode 11"
        ),
        ranges=_AMENDED,
        stated=9_793,
    )


def _block(code: str, first: int, last: int) -> CharacterSet:
    return CharacterSet(
        code=f"unicode-{code.lower()}",
        name=N_("Unicode, basic block") if code == "URO" else N_("Unicode, Extension {block}"),
        because=N_("U+{first} to U+{last}"),
        ranges=((first, last),),
        places={"block": code, "first": f"{first:04X}", "last": f"{last:04X}"},
    )

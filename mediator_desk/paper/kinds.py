"""What sort of character each is, for breaking and spacing lines; looked up once for each."""

# Marks that must not begin a line, marks that must not end one (GB/T 15834).
NO_START = frozenset("，。、；：！？）》」』】〕〗〉〕｝］’”…—·～％‰℃々ー,.;:!?)]}%/")
NO_END = frozenset("（《「『【〔〖〈｛［‘“￥＄（([{$¥￥№")

_OPENING = frozenset("（《「『【〔〖〈‘“")
_CLOSING = frozenset("，。、）》」』】〕〗〉’”；：！？")
_HALF_BLANK = frozenset("，。、：；）》」』】〕〗〉’”")  # the right half of these holds no ink
_UNITS = frozenset("元万亿角分年月日号时点岁室户栋楼层米件次天人个")

STARTS_NONE, ENDS_NONE, OPENING, CLOSING, BLANK_HALF = 1, 2, 4, 8, 16
UNIT, LETTER, HAN, DIGIT, SPACE, DASH, ORDINAL = 32, 64, 128, 256, 512, 1024, 2048

_SORTED_HAN = _UNITS | {"第"}  # ideographs that are something besides


class _Kinds(dict[str, int]):
    """The sorts of a character as bits of a number; a character is sorted when first met."""

    def __missing__(self, character: str) -> int:
        """Sort a character."""
        kind = 0
        if "\u4e00" <= character <= "\u9fff" and character not in _SORTED_HAN:
            kind = self[character] = HAN
            return kind
        for belongs, bit in (
            (character in NO_START, STARTS_NONE),
            (character in NO_END, ENDS_NONE),
            (character in _OPENING, OPENING),
            (character in _CLOSING, CLOSING),
            (character in _HALF_BLANK, BLANK_HALF),
            (character in _UNITS, UNIT),
            (_letter(character), LETTER),
            (_han(character), HAN),
            ("0" <= character <= "9", DIGIT),
            (character == " ", SPACE),
            (character == "—", DASH),
            (character == "第", ORDINAL),
        ):
            kind |= bit if belongs else 0
        self[character] = kind
        return kind


def _letter(character: str) -> bool:
    """Tell whether the character belongs to a word or number rather than to Chinese text."""
    # Between the full-width digits and letters stand ：；？ and other marks.
    return (character < "\u2000" and character not in " ·") or (
        "０" <= character <= "ｚ" and character.isalnum()
    )


def _han(character: str) -> bool:
    """Tell whether the character is an ideograph, not a mark."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or (character >= "\U00020000")
    )


KINDS = _Kinds()

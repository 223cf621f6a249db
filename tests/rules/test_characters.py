"""The sets of characters are as large as their standards say."""

from mediator_desk.rules.characters import character_sets

SETS = {one.code: frozenset(one.members()) for one in character_sets()}


def test_the_sets_have_the_counts_that_the_standards_state():
    stated = {one.code: one.stated for one in character_sets() if one.stated}

    assert stated == {"gb18030-3": 87_887, "amendment-1": 9_793}
    assert {code: len(SETS[code]) for code in stated} == stated


def test_no_character_is_counted_twice_within_a_set():
    assert all(len(list(one.members())) == len(SETS[one.code]) for one in character_sets())


def test_the_levels_hold_each_other_and_the_amendment_adds_only_new_ones():
    assert SETS["gb18030-1"] < SETS["gb18030-2"] < SETS["gb18030-3"]
    assert not SETS["gb18030-3"] & SETS["amendment-1"]
    assert len(SETS["gb18030-2"] - SETS["gb18030-1"]) == 196


def test_the_blocks_of_unicode_hold_what_gb18030_has_but_for_the_twelve():
    blocks = frozenset().union(*(SETS[one] for one in SETS if one.startswith("unicode-")))

    rest = (SETS["gb18030-3"] | SETS["amendment-1"]) - blocks

    assert len(rest) == 12
    assert all(0xFA0E <= one <= 0xFA29 for one in rest)


def test_every_character_of_gb2312_is_in_level_1():
    hanzi = {
        ord(bytes([high, low]).decode("gb2312"))
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF if high != 0xD7 else 0xFA)
    }

    assert len(hanzi) == 6_763
    assert hanzi <= SETS["gb18030-1"]

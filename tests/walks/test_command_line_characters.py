"""A command says in numbers which characters can be printed, and which font prints which."""


def test_every_character_of_level_3_is_held_and_what_is_not_is_counted(desk):
    told = desk("characters", "--json")

    sets = {one["set"]: one for one in told.json}
    assert (sets["gb18030-3"]["held"], sets["gb18030-3"]["of"]) == (87_887, 87_887)
    assert sets["unicode-i"]["held"] == 622
    assert all(sum(one["by_font"].values()) == one["held"] <= one["of"] for one in told.json)
    assert 0 < sets["amendment-1"]["held"] < sets["amendment-1"]["of"] == 9_793


def test_each_character_of_a_text_is_given_its_font_once(desk):
    told = desk("characters", "王㛃王𰻝", "\U00031353", "--json")

    assert told.code == 8
    assert [(one["code"], one["font"]) for one in told.json] == [
        ("U+738B", "NotoSerifSC-Regular"),
        ("U+36C3", "NotoSerifSC-Regular"),
        ("U+30EDD", "BabelStoneHanRare"),
        ("U+31353", ""),
    ]


def test_the_numbers_are_said_in_words(desk):
    told = desk("characters", "--face", "head")

    assert told.code == 0
    assert "GB 18030-2022, level 3        87,887  87,887  all" in told.out
    assert "NotoSansSC-Bold" in told.out


def test_a_text_that_can_be_printed_whole_ends_well(desk):
    told = desk("characters", "欧阳𬱖")

    assert told.code == 0
    assert "in no font" not in told.out

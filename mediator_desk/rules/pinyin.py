"""How names and places sound: pinyin without tones, whole and as initials.

A surname is often read otherwise than the same character elsewhere, and the dictionary of
readings knows nothing of that; the table below does. The dictionary takes half a second to come
in, so whoever needs this file imports it late, on the worker.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from mediator_desk.rules.names import is_han, without_separators
from mediator_desk.rules.search_words import fold
from mediator_desk.rules.surnames import DOUBLE_SURNAMES

_MOST_READINGS = 8
_GIVEN_READINGS = 2

# Surnames of one character whose reading differs from the usual one, or that have several; the
# commonest reading as a surname stands first.
SURNAMES: dict[str, tuple[str, ...]] = {
    "艾": ("ai",), "卜": ("bu",), "薄": ("bo",), "贲": ("ben",), "柏": ("bai", "bo"),
    "晁": ("chao",), "车": ("che",), "谌": ("chen", "shen"), "种": ("chong",), "褚": ("chu",),
    "啜": ("chuai",), "长": ("chang", "zhang"), "重": ("chong",), "翟": ("zhai", "di"),
    "都": ("du",), "费": ("fei", "bi"), "逄": ("pang",), "冯": ("feng",), "盖": ("ge", "gai"),
    "干": ("gan",), "句": ("gou",), "谷": ("gu",), "贾": ("jia",), "哈": ("ha",), "行": ("xing",),
    "郝": ("hao",), "和": ("he",), "黑": ("he", "hei"), "郇": ("xun", "huan"),
    "会": ("gui", "hui"), "祭": ("zhai", "ji"), "揭": ("jie",), "解": ("xie",), "隽": ("juan",),
    "圈": ("juan",), "角": ("jue",), "阚": ("kan",), "隗": ("wei", "kui"), "乐": ("yue", "le"),
    "令": ("ling",), "逯": ("lu",), "吕": ("lv", "lu"), "缪": ("miao",), "万": ("wan",),
    "宓": ("mi", "fu"), "乜": ("nie",), "牟": ("mu", "mou"), "那": ("na",), "能": ("nai",),
    "粘": ("nian",), "宁": ("ning",), "区": ("ou",), "繁": ("po",), "朴": ("piao", "pu"),
    "仇": ("qiu",), "覃": ("qin", "tan"), "瞿": ("qu",), "任": ("ren",), "单": ("shan",),
    "折": ("she",), "召": ("shao",), "沈": ("shen",), "盛": ("sheng",), "石": ("shi",),
    "台": ("tai",), "洗": ("xian",), "冼": ("xian",), "员": ("yun", "yuan"), "尉": ("wei", "yu"),
    "於": ("yu",), "查": ("zha",), "占": ("zhan",), "曾": ("zeng",), "臧": ("zang",),
    "郗": ("xi", "chi"), "尹": ("yin",), "芮": ("rui",), "钭": ("tou",), "叶": ("ye",),
    "俞": ("yu",), "郄": ("qie", "xi"), "幺": ("yao",), "适": ("kuo", "shi"), "佴": ("nai",),
    "莘": ("shen", "xin"), "阿": ("a", "e"),
}  # fmt: skip

# Words and characters of place names here that the dictionary reads otherwise first.
_PLACE_WORDS: dict[str, tuple[str, ...]] = {
    "东阿": ("dong", "e"), "莘县": ("shen", "xian"), "莘亭": ("shen", "ting"),
    "朝城": ("chao", "cheng"), "长": ("chang",), "茌": ("chi",), "冠": ("guan",),
    "佛": ("fo",), "牟": ("mu",), "贾": ("jia",), "茄": ("qie",), "漯": ("ta",),
}  # fmt: skip


def name_keys(name: str) -> tuple[str, ...]:
    """Give what a name can be found by: whole sound, given name and initials, all readings."""
    keys: dict[str, None] = {}
    for surname, given in _readings(name, _GIVEN_READINGS):
        whole = surname + given
        keys["".join(whole)] = None
        if given:
            keys["".join(given)] = None
        keys["".join(sound[0] for sound in whole)] = None
    return tuple(keys)


def full_sounds(name: str) -> frozenset[str]:
    """Give the whole sounds of a name, to compare two names by ear."""
    return frozenset("".join(surname + given) for surname, given in _readings(name, 1))


def sort_key(name: str) -> tuple[str, str]:
    """Order names by their commonest sound, then by their characters."""
    first = next(_readings(name, 1), ((), ()))
    return "".join(first[0] + first[1]), name


def initials(text: str) -> str:
    """Give the first letters of a place as people type them: 聊城经开 is ``lcjk``."""
    return "".join(sound[0] if han else sound for sound, han in _sounds(text))


def sound(text: str) -> str:
    """Spell a place out in pinyin without tones: 柳园 is ``liuyuan``."""
    return "".join(spelled for spelled, _han in _sounds(text))


@cache
def readings_of(character: str) -> tuple[str, ...]:
    """Give the readings of a character, the commonest first; none if it is not known."""
    toned = PINYIN_DICT.get(ord(character), "")
    plain = (to_normal(reading).replace("ü", "v") for reading in toned.split(",") if reading)
    return tuple(dict.fromkeys(plain))


def _readings(name: str, most: int) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Read a name as sounds of its surname and of its given name, the likeliest first.

    Of each character of the given name at most so many readings are tried.
    """
    characters = [character for character in without_separators(name) if is_han(character)]
    written = "".join(characters)
    if not written:
        return
    if len(written) > 2 and written[:2] in DOUBLE_SURNAMES:
        surnames = [_split_double(written[:2])]
        given = characters[2:]
    else:
        surnames = [(reading,) for reading in _surname(characters[0])]
        given = characters[1:]
    choices = [readings_of(character)[:most] or ("",) for character in given]
    for surname, rest in islice(product(surnames, product(*choices)), _MOST_READINGS):
        yield _known(surname), _known(rest)


def _known(sounds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in sounds if one)


def _surname(character: str) -> tuple[str, ...]:
    return SURNAMES.get(character) or readings_of(character)[:1] or ("",)


def _split_double(surname: str) -> tuple[str, ...]:
    """Cut the reading of a double surname where its second character begins."""
    whole = DOUBLE_SURNAMES[surname]
    for second in readings_of(surname[1]):
        if whole.endswith(second):
            return whole[: -len(second)], second
    return (whole,)


def _sounds(text: str) -> Iterator[tuple[str, bool]]:
    """Read a place from left to right: each sound, and whether it is that of a character."""
    rest = fold(text)
    while rest:
        word = next((one for one in _PLACE_WORDS if rest.startswith(one)), rest[0])
        if word in _PLACE_WORDS:
            yield from ((sound, True) for sound in _PLACE_WORDS[word])
        elif is_han(word):
            yield from ((sound, True) for sound in readings_of(word)[:1])
        elif word.isalnum():
            yield word, False
        rest = rest[len(word) :]

"""Hearing words in a text: where they stand, whether they are denied, and gaps in a phrase."""

import re
from collections.abc import Iterable
from functools import cache

from mediator_desk.rules.search_words import fold

BEGINNING = 40
# A long letter tells of many things; what it opens with is what it is about.
OPENING = 80
_BELOW = 0.4
_GAP = "…"

# "It did not come to blows" is no blow, and "I am afraid of a fire" is no fire.
_DENIED = re.compile(
    r"(?:没有|没|未曾|从未|从来没有|并未|并没有|不是|并非|不会|不想|不要|不用|不愿|不打算|不准备|不至于"
    r"|别|无|尚未|还没|避免|防止|以免|免得|担心|害怕|生怕|怕|如果|要是|万一|假如|威胁说|扬言|差点"
    r")(?:有|要|去|到|想|真的|真|动手|人|发生|过|任何|再|因此|被|对方|他|她|谁|出现|引起|引发|造成|会|说|哪天|将来|等到|等)*$"
)


def plain(text: str) -> str:
    """Make a text comparable: one form of each letter, no spaces."""
    return fold(text).replace(" ", "")


def heard(words: Iterable[str], said: str, *, denied: bool = True) -> tuple[str, ...]:
    """Name the words that occur; without ``denied`` only those that are also meant."""
    return tuple(word for word in words if place(word, said, denied=denied) >= 0)


def place(word: str, said: str, *, denied: bool = True) -> int:
    """Say where a word first stands, or -1; ``…`` in a word is a gap inside one clause."""
    if denied and _GAP not in word:
        return said.find(word)
    for found in _pattern(word).finditer(said):
        if denied or not _DENIED.search(said[max(0, found.start() - 10) : found.start()]):
            return found.start()
    return -1


def nearness(words: Iterable[str], said: str) -> float:
    """Weigh where words stand: in the title, in the opening, or somewhere below."""
    first = min(place(word, said) for word in words)
    if first < BEGINNING:
        return 2
    return 1 if first < OPENING else _BELOW


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile("[^，。；！？,;!?]{0,12}".join(map(re.escape, word.split(_GAP))))

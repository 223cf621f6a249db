"""Finds the row of headings under the merged titles with which most ledgers begin."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mediator_desk.ledgers.headings import known, plain

TITLE_ROWS = 40
_TELLING = 2
_SHORT = 8


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The words over the columns, the number of their last row, and how many mean something."""

    words: tuple[str, ...]
    row: int
    known: int


def find_headings(top: list[list[str]], named: frozenset[str]) -> HeadingRow | None:
    """Find the headings in the first rows of a sheet; ``named`` are columns asked for by name."""
    best: HeadingRow | None = None
    for at, words in enumerate(top):
        if _meaning(words, named) < _TELLING:
            continue
        below = top[at + 1] if at + 1 < len(top) else []
        two_rows = _only_headings(below, named)
        joined = _joined(words, below) if two_rows else tuple(words)
        found = HeadingRow(joined, at + 1 + two_rows, _meaning(joined, named))
        if best is None or found.known > best.known:
            best = found
    return best or _first_words(top)


def _meaning(words: Sequence[str], named: frozenset[str]) -> int:
    """Count the fields a row names; a column that was asked for by name tells the most."""
    fields = {field for word in words if (field := known(word))}
    return len(fields) + _TELLING * len(named & {plain(word) for word in words if word})


def _first_words(top: list[list[str]]) -> HeadingRow | None:
    """Take the first row of several different words, so that a person can say what they mean."""
    for row, words in enumerate(top, start=1):
        if len({word for word in words if word}) >= _TELLING:
            return HeadingRow(tuple(words), row, 0)
    return None


def _only_headings(below: list[str], named: frozenset[str]) -> bool:
    """Tell whether the next row continues headings that stand over two rows."""
    words = [word for word in below if word]
    return bool(words) and all(
        plain(word) in named or (known(word) and len(word) <= _SHORT) for word in words
    )


def _joined(upper: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    pairs = zip_longest(upper, below, fillvalue="")
    return tuple(lower or higher for higher, lower in pairs)

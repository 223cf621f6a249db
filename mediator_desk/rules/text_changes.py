"""Two texts compared article by article: what was added, what went, which words changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_ALIKE = 0.4


class Sign(StrEnum):
    """What became of an article, or of a piece of one."""

    SAME = "="
    ADDED = "+"
    REMOVED = "−"
    CHANGED = "±"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of an article and what became of them."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleChange:
    """One article in both texts; its number is 0 in the one that lacks it."""

    sign: Sign
    before: int
    after: int
    pieces: tuple[Piece, ...]


def compare_articles(before: Sequence[str], after: Sequence[str]) -> tuple[ArticleChange, ...]:
    """Compare two texts, in the order they are read; a changed article keeps its place."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes: list[ArticleChange] = []
    for what, old, old_end, new, new_end in matcher.get_opcodes():
        if what == "equal":
            changes += (
                _whole(Sign.SAME, before[old + step], old + step + 1, new + step + 1)
                for step in range(old_end - old)
            )
        else:
            changes += _paired(before, after, range(old, old_end), range(new, new_end))
    return tuple(changes)


def _paired(
    before: Sequence[str], after: Sequence[str], olds: range, news: range
) -> Iterator[ArticleChange]:
    """Pair what is alike within a stretch that differs, first with first."""
    left = list(olds)
    for new in news:
        twin = next((old for old in left if _alike(before[old], after[new])), None)
        if twin is None:
            yield _whole(Sign.ADDED, after[new], 0, new + 1)
            continue
        while left[0] != twin:
            gone = left.pop(0)
            yield _whole(Sign.REMOVED, before[gone], gone + 1, 0)
        left.pop(0)
        pieces = tuple(_pieces(before[twin], after[new]))
        yield ArticleChange(sign=Sign.CHANGED, before=twin + 1, after=new + 1, pieces=pieces)
    for gone in left:
        yield _whole(Sign.REMOVED, before[gone], gone + 1, 0)


def _whole(sign: Sign, text: str, before: int, after: int) -> ArticleChange:
    return ArticleChange(sign=sign, before=before, after=after, pieces=(Piece(sign, text),))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """Name the pieces of a changed article: what went stands before what came."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, old, old_end, new, new_end in matcher.get_opcodes():
        if what == "equal":
            yield Piece(Sign.SAME, before[old:old_end])
            continue
        if old != old_end:
            yield Piece(Sign.REMOVED, before[old:old_end])
        if new != new_end:
            yield Piece(Sign.ADDED, after[new:new_end])

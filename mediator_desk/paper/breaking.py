"""Where a line of Chinese text may end, and how wide each character then stands."""

from collections.abc import Sequence
from itertools import pairwise

from mediator_desk.paper.kinds import (
    BLANK_HALF,
    CLOSING,
    DASH,
    DIGIT,
    ENDS_NONE,
    HAN,
    KINDS,
    LETTER,
    NO_END,
    NO_START,
    OPENING,
    ORDINAL,
    SPACE,
    STARTS_NONE,
    UNIT,
)

__all__ = ["NO_END", "NO_START", "advances", "blank_half", "break_lines", "gaps"]

_CJK_GAP = 1 / 8  # between Chinese and Latin, as word processors set it
_SLACK = 0.01
_kind = KINDS.__getitem__


def advances(text: str, ems: Sequence[float]) -> Sequence[float]:
    """Give how far each character moves the next one on, in parts of the size.

    Two full marks side by side share their blank halves; Chinese and Latin stand a little apart.
    """
    kinds = [*map(_kind, text)]
    if not kinds or (min(kinds) >= HAN and max(kinds) < 2 * HAN):
        return ems  # nothing but ideographs
    moved = list(ems)
    one = 0
    for at, two in enumerate(kinds):
        if not one & two & (HAN | LETTER):
            if _share_blank(one, two) and ems[at - 1] >= 1 <= ems[at]:
                moved[at - 1] -= 0.5
            elif (one ^ two) & LETTER and (one | two) & HAN:
                moved[at - 1] += _CJK_GAP
        one = two
    return moved


def break_lines(
    text: str, widths: Sequence[float], room: float, indent: float = 0.0
) -> list[tuple[int, int]]:
    """Cut one paragraph into lines no wider than the room, as pairs of start and end.

    Marks stand where they may, words and amounts stay whole; only a word longer than the room
    is cut. A closing mark at the end may hang with its blank half over the edge.
    """
    if indent + sum(widths) <= room:
        return [(0, len(text))]
    kinds = [*map(_kind, text)]
    lines: list[tuple[int, int]] = []
    start, at, fit, used, end_of_text = 0, 0, 0, indent, len(text)
    room += _SLACK
    while at < end_of_text:
        width = widths[at]
        if used + width > room and at > start and used + _least(kinds[at], width) > room:
            end = fit if fit > start else _cut(kinds, start, at)
            lines.append((start, end))
            start = at = fit = end
            used = 0.0
            continue
        used += width
        at += 1
        if at < end_of_text and _may_end(kinds, at):
            fit = at
    lines.append((start, end_of_text))
    return lines


def blank_half(character: str) -> bool:
    """Tell whether the right half of a mark holds no ink, so that it may stand over the edge."""
    return bool(KINDS[character] & BLANK_HALF)


def gaps(text: str) -> list[bool]:
    """Tell of the gap after each character but the last whether it may be widened.

    Not beside a letter or digit: readers of PDF take a wider gap there for a space, and a date
    copied out would not be found again. Nor inside a dash.
    """
    kinds = [*map(_kind, text)]
    return [not ((one | two) & LETTER or one & two & DASH) for one, two in pairwise(kinds)]


def _may_end(kinds: Sequence[int], at: int) -> bool:
    """Tell whether a line may end before the character at this place."""
    one, two = kinds[at - 1], kinds[at]
    if two & (SPACE | STARTS_NONE):
        return False
    if one & SPACE:
        before = at - 1
        while before and kinds[before - 1] & SPACE:
            before -= 1
        return not before or not kinds[before - 1] & ENDS_NONE
    if one & ENDS_NONE or one & two & LETTER:
        return False
    return not (one & DIGIT and two & UNIT) and not (one & ORDINAL and two & DIGIT)


def _cut(kinds: Sequence[int], start: int, at: int) -> int:
    """Cut a word longer than a line, but leave no closing mark at the head of the next."""
    end = at
    while end - 1 > start and (kinds[end] & STARTS_NONE or kinds[end - 1] & ENDS_NONE):
        end -= 1
    return at if end - 1 <= start else end


def _least(kind: int, width: float) -> float:
    """Give the room a character needs at the end of a line."""
    if kind & SPACE:
        return 0.0
    return width / 2 if kind & BLANK_HALF else width


def _share_blank(one: int, two: int) -> bool:
    """Tell whether two full marks face each other with blank halves."""
    if one & BLANK_HALF:
        return bool(two & (CLOSING | OPENING))
    return bool(one & two & OPENING)

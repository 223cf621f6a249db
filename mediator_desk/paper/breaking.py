"""Where a line of Chinese text may end, and how wide each character then stands."""

from collections.abc import Sequence

# Marks that must not begin a line, marks that must not end one (GB/T 15834).
NO_START = frozenset("，。、；：！？）》」』】〕〗〉〕｝］’”…—·～％‰℃々ー,.;:!?)]}%/")
NO_END = frozenset("（《「『【〔〖〈｛［‘“￥＄（([{$¥￥№")

_OPENING = frozenset("（《「『【〔〖〈‘“")
_CLOSING = frozenset("，。、）》」』】〕〗〉’”；：！？")
_HALF_BLANK = frozenset("，。、：；）》」』】〕〗〉’”")  # the right half of these holds no ink
_UNITS = frozenset("元万亿角分年月日号时点岁室户栋楼层米件次天人个")
_CJK_GAP = 1 / 8  # between Chinese and Latin, as word processors set it
_SLACK = 0.01


def advances(text: str, ems: Sequence[float]) -> list[float]:
    """Give how far each character moves the next one on, in parts of the size.

    Two full marks side by side share their blank halves; Chinese and Latin stand a little apart.
    """
    moved = list(ems)
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if _share_blank(one, two) and ems[at] >= 1 <= ems[at + 1]:
            moved[at] -= 0.5
        elif _letter(one) != _letter(two) and _han(one if _letter(two) else two):
            moved[at] += _CJK_GAP
    return moved


def break_lines(
    text: str, widths: Sequence[float], room: float, indent: float = 0.0
) -> list[tuple[int, int]]:
    """Cut one paragraph into lines no wider than the room, as pairs of start and end.

    Marks stand where they may, words and amounts stay whole; only a word longer than the room
    is cut. A closing mark at the end may hang with its blank half over the edge.
    """
    lines: list[tuple[int, int]] = []
    start, at, fit, used = 0, 0, 0, indent
    while at < len(text):
        if used + _least(text[at], widths[at]) > room + _SLACK and at > start:
            end = fit if fit > start else _cut(text, start, at)
            lines.append((start, end))
            start = at = fit = end
            used = 0.0
            continue
        used += widths[at]
        at += 1
        if at < len(text) and may_end(text, at):
            fit = at
    lines.append((start, len(text)))
    return lines


def may_end(text: str, at: int) -> bool:
    """Tell whether a line may end before the character at this place."""
    one, two = text[at - 1], text[at]
    if two == " " or two in NO_START:
        return False
    if one == " ":
        before = text[:at].rstrip(" ")
        return not before or before[-1] not in NO_END
    if one in NO_END:
        return False
    if _letter(one) and _letter(two):
        return False
    return not (_digit(one) and two in _UNITS) and not (one == "第" and _digit(two))


def blank_half(character: str) -> bool:
    """Tell whether the right half of a mark holds no ink, so that it may stand over the edge."""
    return character in _HALF_BLANK


def stretchable(text: str, at: int) -> bool:
    """Tell whether the gap after a character may be widened.

    Not beside a letter or digit: readers of PDF take a wider gap there for a space, and a date
    copied out would not be found again. Nor inside a dash.
    """
    one, two = text[at], text[at + 1]
    return not (_letter(one) or _letter(two)) and not one == two == "—"


def _cut(text: str, start: int, at: int) -> int:
    """Cut a word longer than a line, but leave no closing mark at the head of the next."""
    end = at
    while end - 1 > start and (text[end] in NO_START or text[end - 1] in NO_END):
        end -= 1
    return at if end - 1 <= start else end


def _least(character: str, width: float) -> float:
    """Give the room a character needs at the end of a line."""
    if character == " ":
        return 0.0
    return width / 2 if character in _HALF_BLANK else width


def _share_blank(one: str, two: str) -> bool:
    """Tell whether two full marks face each other with blank halves."""
    if one in _HALF_BLANK:
        return two in _CLOSING or two in _OPENING
    return one in _OPENING and two in _OPENING


def _letter(character: str) -> bool:
    """Tell whether the character belongs to a word or number rather than to Chinese text."""
    return (character < "\u2000" and character not in " ·") or "０" <= character <= "ｚ"


def _han(character: str) -> bool:
    """Tell whether the character is an ideograph, not a mark."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or (character >= "\U00020000")
    )


def _digit(character: str) -> bool:
    return "0" <= character <= "9"

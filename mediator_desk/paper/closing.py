"""The end of a paper: places to sign, the body that seals it, the day. It never stands alone."""

from collections.abc import Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from mediator_desk.paper.layout import Letters
from mediator_desk.paper.setting import GREY, Align, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Ink, Placed, Spot, Strip

_MARK = 34.0  # free height for a signature with a fingerprint
_SIGN = 20.0  # free height for a signature
_APART = 8.0  # between two places beside each other
_SEAL = 0.56  # the sealed lines are centred in the part of the paper right of this
_WITH_SEAL = 2  # so many rows of signatures stand on the page of the seal
_TOGETHER = 0.55  # a closing of less than this part of a page is never parted


class Place(Struct, frozen=True, gc=False):
    """A place to sign: what is printed there, whose ink is awaited, whether a fingerprint fits."""

    label: str
    ink: Ink
    name: str = ""
    mark: bool = False
    wide: bool = False


def closing(
    press: Press,
    letters: Letters,
    room: float,
    page: float,
    places: Sequence[Place],
    sealed: Sequence[str],
    seals: Sequence[Ink] = (),
) -> list[Strip]:
    """Give the places to sign in two columns, then the sealing body and the day at the right."""
    strips = [_row(press, letters, room, pair) for pair in _pairs(places)]
    if sealed:
        strips.append(_sealed(press, letters, room, sealed, seals))
    if strips:
        strips[0] = replace(strips[0], gap=letters.pitch)
    together = sum(strip.gap + strip.height for strip in strips) <= page * _TOGETHER
    last = len(strips) - 1
    return [
        replace(strip, stays=at < last and (together or at >= last - _WITH_SEAL))
        for at, strip in enumerate(strips)
    ]


def _pairs(places: Sequence[Place]) -> list[tuple[Place, ...]]:
    pairs: list[tuple[Place, ...]] = []
    for kind in (True, False):
        narrow = [place for place in places if place.mark is kind and not place.wide]
        pairs += [(place,) for place in places if place.mark is kind and place.wide]
        pairs += [
            (left, right) if right else (left,)
            for left, right in zip_longest(narrow[::2], narrow[1::2])
        ]
    return pairs


def _row(press: Press, letters: Letters, room: float, pair: tuple[Place, ...]) -> Strip:
    width = room if pair[0].wide else room / 2
    columns = [
        [line.moved(at * width) for line in _said(press, letters, place, width - _APART)]
        for at, place in enumerate(pair)
    ]
    height = max(len(column) for column in columns) * letters.pitch
    height += _MARK if pair[0].mark else _SIGN
    return Strip(
        height=height,
        lines=tuple(
            Placed(line, at * letters.pitch) for column in columns for at, line in enumerate(column)
        ),
        spots=tuple(
            Spot(place.ink, at * width, 0.0, width - _APART, height)
            for at, place in enumerate(pair)
        ),
    )


def _said(press: Press, letters: Letters, place: Place, room: float) -> list[SetLine]:
    """Set what is printed at a place to sign: who signs, and small below the name."""
    style = Style(size=letters.size, pitch=letters.pitch)
    lines = press.set([Span(place.label, place.label)], style, room)
    if place.name:
        small = Style(size=letters.size - 1.5, pitch=letters.pitch, grey=GREY)
        lines += press.set([Span(place.name, place.label)], small, room)
    return lines


def _sealed(
    press: Press, letters: Letters, room: float, sealed: Sequence[str], seals: Sequence[Ink]
) -> Strip:
    """Give the lines over which the seal is pressed; a long name gets the room it needs."""
    widest = max(press.width(text, letters.size) for text in sealed)
    left = max(0.0, min(room * (_SEAL - 0.12), room - widest - letters.size))
    style = Style(size=letters.size, pitch=letters.pitch * 1.25, align=Align.CENTRE)
    lines = [
        line.moved(left)
        for text in sealed
        for line in press.set([Span(text, text)], style, room - left)
    ]
    height = len(lines) * style.pitch
    return Strip(
        height=height,
        lines=tuple(Placed(line, at * style.pitch) for at, line in enumerate(lines)),
        spots=tuple(Spot(ink, left, 0.0, room - left, height) for ink in seals),
        gap=letters.pitch * 0.6,
    )

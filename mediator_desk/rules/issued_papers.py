"""What the marks on pages say, where ink is awaited, and what is still missing of a paper."""

import base64
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from uuid import UUID

from mediator_desk.records.issued_paper import Ink, IssuedPaper, SignedPage

_SERIES = "MD1:"
_LETTERS = 12
_BITS = 60

_SURELY = 9.0
"""Square millimetres of new ink from which a place counts as signed: a short name has fifteen."""
_SURELY_NOT = 2.5
"""Square millimetres up to which it is dirt: the dust and edges of a poor scan have one or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InkPlace:
    """A place to sign, mark or seal: page from 1, its box in points from the upper left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float
    kind: str
    label: str
    who: str = ""

    @property
    def named(self) -> str:
        """Say whose ink is awaited, and what is printed there."""
        return f"{self.who} {self.label}".strip()

    def written(self) -> str:
        """Write it as the record of an issue keeps it."""
        figures = (self.x, self.y, self.width, self.height)
        words = (self.kind, self.label, self.who)
        return "\t".join([str(self.page), *(f"{one:.1f}" for one in figures), *words])

    @classmethod
    def read(cls, text: str) -> Self:
        """Read it back."""
        page, x, y, width, height, kind, label, who = text.split("\t")
        return cls(
            page=int(page),
            x=float(x),
            y=float(y),
            width=float(width),
            height=float(height),
            kind=kind,
            label=label,
            who=who,
        )


def mark_of(id: UUID) -> str:
    """Give the mark of an issue: short letters made of what is random in its identity."""
    chance = (id.int & ((1 << _BITS) - 1)) << 4
    return _SERIES + base64.b32encode(chance.to_bytes(8, "big")).decode("ascii")[:_LETTERS]


def typed_mark(typed: str) -> str:
    """Read a mark as a person types it from a page: small or full-width letters, with blanks."""
    letters = "".join(unicodedata.normalize("NFKC", typed).split()).upper()
    return letters if letters.startswith(_SERIES) else _SERIES + letters


def read_mark(text: str) -> tuple[str, int] | None:
    """Read the mark of a page: which issue, which page from 1; None if it is no mark of ours."""
    mark, dot, page = text.strip().rpartition(".")
    letters = mark.removeprefix(_SERIES)
    if not dot or letters == mark or len(letters) != _LETTERS or not page.isascii():
        return None
    return (mark, int(page)) if page.isdecimal() and 0 < int(page) < 10_000 else None


def ink_from(square_millimetres: float) -> Ink:
    """Judge by how much ink stands where the issued page has none."""
    if square_millimetres >= _SURELY:
        return Ink.FOUND
    return Ink.NONE if square_millimetres <= _SURELY_NOT else Ink.UNSURE


class Back(StrEnum):
    """How much of an issued paper came back signed."""

    NOTHING_TO_SIGN = "nothing_to_sign"
    OUT = "out"
    IN_PART = "in_part"
    UNSIGNED = "unsigned"
    UNSURE = "unsure"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    """One place to sign, and what stands there; None while its page is not back."""

    place: InkPlace
    ink: Ink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperState:
    """What came back of one issued paper."""

    issued: IssuedPaper
    back: Back
    pages_back: tuple[int, ...]
    places: tuple[PlaceState, ...]
    replaced: bool

    @property
    def missing(self) -> tuple[PlaceState, ...]:
        """Name the places of pages that came back without ink, or with too little to be sure."""
        return tuple(one for one in self.places if one.ink in (Ink.NONE, Ink.UNSURE))


def places_on(issued: IssuedPaper, page: int) -> tuple[InkPlace, ...]:
    """Give the places of one page of an issued paper, in their order."""
    every = (InkPlace.read(one) for one in issued.places)
    return tuple(one for one in every if one.page == page)


def paper_states(
    issued: Iterable[IssuedPaper], came: Iterable[SignedPage]
) -> tuple[PaperState, ...]:
    """Say what came back of every issue, the newest first; the order of scans does not matter."""
    papers = sorted(issued, key=lambda one: (one.issued_at, one.id), reverse=True)
    pages: dict[UUID, list[SignedPage]] = {}
    for one in came:
        pages.setdefault(one.issued, []).append(one)
    replaced = {one.replaces for one in papers}
    return tuple(_state(one, pages.get(one.id, ()), one.id in replaced) for one in papers)


def _state(issued: IssuedPaper, came: Sequence[SignedPage], replaced: bool) -> PaperState:
    back: dict[int, list[SignedPage]] = {}
    for one in came:
        back.setdefault(one.page, []).append(one)
    seen: dict[int, int] = {}
    places: list[PlaceState] = []
    for place in (InkPlace.read(one) for one in issued.places):
        number = seen.get(place.page, 0)
        seen[place.page] = number + 1
        places.append(PlaceState(place=place, ink=_ink(back.get(place.page, ()), number)))
    return PaperState(
        issued=issued,
        back=_how_far(places, back),
        pages_back=tuple(sorted(back)),
        places=tuple(places),
        replaced=replaced,
    )


def _ink(pages: Sequence[SignedPage], number: int) -> Ink | None:
    """Say what stands at one place, by every scan of its page; what a person said comes first."""
    said = [one for one in pages if one.corrected_by is not None and number < len(one.ink)]
    newest = max(said, key=lambda one: (one.taken_at, one.id), default=None)
    if newest is not None:
        return newest.ink[number]
    found = {one.ink[number] for one in pages if number < len(one.ink)}
    return next((one for one in (Ink.FOUND, Ink.UNSURE, Ink.NONE) if one in found), None)


def _how_far(places: Sequence[PlaceState], back: Mapping[int, object]) -> Back:
    inks = [one.ink for one in places]
    if not places:
        return Back.NOTHING_TO_SIGN
    if Ink.NONE in inks:
        return Back.UNSIGNED
    if Ink.UNSURE in inks:
        return Back.UNSURE
    if None in inks:
        return Back.IN_PART if back else Back.OUT
    return Back.SIGNED

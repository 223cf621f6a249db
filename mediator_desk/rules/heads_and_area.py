"""The two measures of an owners' vote: heads and exclusive area, in whole numbers.

Areas are whole numbers of 0.01 m². Heads follow the interpretation on buildings' ownership, art. 9.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitVote:
    """One unit and its vote. ``area`` is its exclusive area in 0.01 m².

    ``owner`` tells which units belong together; empty, the unit stands for itself. ``unsold``
    marks what a developer still holds. Who agrees takes part.
    """

    unit: str
    owner: str
    area: int
    took_part: bool
    agrees: bool
    unsold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many there are, take part, and agree: owners, or hundredths of a square metre."""

    all: int
    taking_part: int
    agreeing: int

    @property
    def against(self) -> int:
        """Count those who take part and do not agree."""
        return self.taking_part - self.agreeing


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One of the two measures, judged: is there a quorum, is there a majority, what is missing.

    ``quorum_short_by`` is how many more would have to take part; ``majority_short_by`` how many
    more of those the majority is a share of would have to agree.
    """

    tally: Tally
    quorum: bool
    majority: bool
    quorum_short_by: int
    majority_short_by: int

    @property
    def short_by(self) -> int:
        """Say what is missing next: first a quorum, then a majority; 0 when nothing is."""
        return self.quorum_short_by or self.majority_short_by


def tally_heads(votes: Iterable[UnitVote]) -> Tally:
    """Count owners. One owner has one head, which agrees only if all that was cast for it does."""
    heads: dict[tuple[str, str], list[UnitVote]] = {}
    for vote in votes:
        heads.setdefault(head_of(vote), []).append(vote)
    cast = [[one for one in units if one.took_part] for units in heads.values()]
    return Tally(
        all=len(heads),
        taking_part=sum(bool(units) for units in cast),
        agreeing=sum(bool(units) and all(one.agrees for one in units) for units in cast),
    )


def tally_area(votes: Iterable[UnitVote]) -> Tally:
    """Add up areas, in 0.01 m²; each unit's own."""
    every = tuple(votes)
    return Tally(
        all=sum(one.area for one in every),
        taking_part=sum(one.area for one in every if one.took_part),
        agreeing=sum(one.area for one in every if one.took_part and one.agrees),
    )


def head_of(vote: UnitVote) -> tuple[str, str]:
    """Name the head a unit belongs to: its owner's, its developer's, or its own."""
    if vote.unsold:
        return "unsold", vote.owner
    return ("owner", vote.owner) if vote.owner else ("unit", vote.unit)


def square_metres(hundredths: int) -> str:
    """Write an area as an exact decimal number of square metres."""
    return f"{hundredths // 100}.{hundredths % 100:02d}"

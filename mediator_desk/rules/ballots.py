"""What a pile of ballots says: each paper entered twice, compared, and counted once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from mediator_desk.records.owners_vote import BallotChannel, BallotEntry, Choice, VotingUnit
from mediator_desk.rules.heads_and_area import UnitVote

FIRST, SECOND, THIRD = 1, 2, 3
_TWO = 2


class Standing(StrEnum):
    """How far the ballot of a unit is."""

    OUT = "out"
    ONCE = "once"
    DIFFERS = "differs"
    SURE = "sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitBallot:
    """A unit with what was read of its ballot; ``choice`` is empty until it is sure."""

    unit: VotingUnit
    entries: tuple[BallotEntry, ...]
    standing: Standing
    choice: Choice | None = None

    @property
    def likely(self) -> Choice | None:
        """Give what the ballot says as far as is known: the sure choice, or the only one read."""
        said = {one.choice for one in self.entries}
        return self.choice or (said.pop() if len(said) == 1 else None)


def read_ballots(
    units: Iterable[VotingUnit], entries: Iterable[BallotEntry]
) -> tuple[UnitBallot, ...]:
    """Read the ballots of all units; entries of a voided serial count for nothing."""
    by_unit: dict[UUID, list[BallotEntry]] = {}
    for one in entries:
        by_unit.setdefault(one.unit, []).append(one)
    return tuple(_read(unit, by_unit.get(unit.id, ())) for unit in units)


def votes_of(ballots: Iterable[UnitBallot], *, sure: bool = True) -> tuple[UnitVote, ...]:
    """Give the votes to count: only sure ballots, or for the live meter what is likely too."""
    return tuple(
        vote_of(one.unit, one.choice if sure else one.likely or one.choice) for one in ballots
    )


def vote_of(unit: VotingUnit, choice: Choice | None) -> UnitVote:
    """Give the vote of one unit; an invalid ballot, or none, takes no part."""
    return UnitVote(
        unit=unit.unit,
        owner=unit.owner,
        area=unit.area,
        took_part=choice in (Choice.AGREE, Choice.AGAINST, Choice.ABSTAIN),
        agrees=choice is Choice.AGREE,
        unsold=unit.unsold,
    )


def standings(ballots: Iterable[UnitBallot]) -> Mapping[Standing, int]:
    """Count how many ballots stand how."""
    counts = dict.fromkeys(Standing, 0)
    for one in ballots:
        counts[one.standing] += 1
    return counts


def _read(unit: VotingUnit, entries: Sequence[BallotEntry]) -> UnitBallot:
    """Compare what was read of one unit's ballot.

    What came online was typed by its owner and needs no second reading. Two ways of voting that
    say different things are a difference like any other: a person looks and settles it.
    """
    valid = tuple(one for one in entries if not unit.serial or one.serial == unit.serial)
    settled = [one for one in valid if one.round == THIRD]
    if settled:
        last = max(settled, key=lambda one: (one.at, one.id))
        return _ballot(unit, valid, Standing.SURE, last.choice)
    if not valid:
        return _ballot(unit, (), Standing.OUT)
    choices = {one.choice for one in valid}
    if len(choices) > 1:
        return _ballot(unit, valid, Standing.DIFFERS)
    papers = [one for one in valid if one.channel is not BallotChannel.ONLINE]
    readers = {one.by for one in papers if one.round in (FIRST, SECOND)}
    if papers and len(readers) < _TWO:
        return _ballot(unit, valid, Standing.ONCE)
    return _ballot(unit, valid, Standing.SURE, choices.pop())


def _ballot(
    unit: VotingUnit,
    entries: tuple[BallotEntry, ...],
    standing: Standing,
    choice: Choice | None = None,
) -> UnitBallot:
    return UnitBallot(unit=unit, entries=entries, standing=standing, choice=choice)

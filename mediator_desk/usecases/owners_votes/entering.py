"""Open a vote and enter its ballots: each paper twice, by two people."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import (
    BallotChannel,
    BallotEntry,
    Choice,
    OwnersVote,
    VoteForm,
    VotingUnit,
)
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.ballots import FIRST, SECOND, THIRD, Standing, UnitBallot, read_ballots
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.joint_rules import Silent
from mediator_desk.rules.transitions import VOTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenVote:
    """The vote is opened on its day."""

    vote: UUID


def open_vote(desk: Desk, asked: OpenVote) -> Changes:
    """Open a vote; before its day nobody may."""
    with desk.work("open-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "open-vote", vote.state)
        if local_day(desk.now()) < vote.opens_on:
            raise Refusal(N_("The vote opens on {day}, as the notice says."), day=vote.opens_on)
        work.put(replace(vote, state=state))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One ballot as it is read: its serial number or its unit, and what it says."""

    ballot: str
    choice: Choice
    channel: BallotChannel = BallotChannel.PAPER
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterBallots:
    """Ballots read in one sitting. ``round`` is 1 or 2; 3 settles what the two read differently.

    An invalid ballot, and every ballot of the third look, needs its ``reason``.
    """

    vote: UUID
    round: int
    ballots: tuple[Cast, ...]


def enter_ballots(desk: Desk, asked: EnterBallots) -> Changes:
    """Keep what was read. The second reading is another person's."""
    with desk.work("enter-ballots") as work:
        vote = work.get(OwnersVote, asked.vote)
        after(VOTE_STEPS, "enter-ballots", vote.state)
        if asked.round not in (FIRST, SECOND, THIRD):
            raise Refusal(N_("Ballots are read twice, and a third time to settle a difference."))
        if not asked.ballots:
            raise Refusal(N_("No ballot was entered."))
        units = work.of(VotingUnit, vote.id)
        entered = list(work.of(BallotEntry, vote.id))
        named = _named(units)
        for cast in asked.ballots:
            unit = _unit(named, units, cast.ballot)
            _check_cast(cast, asked.round)
            _check_channel(vote, cast)
            _check_reader(desk, unit, entered, asked.round, cast)
            entered.append(work.add(_entry(desk, vote, unit, asked.round, cast)))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseVote:
    """No more ballots come in; before the last day only for a ``reason``."""

    vote: UUID
    reason: str = ""


def close_vote(desk: Desk, asked: CloseVote) -> Changes:
    """Close a vote, so that it can be counted."""
    with desk.work("close-vote") as work:
        vote = work.get(OwnersVote, asked.vote)
        state = after(VOTE_STEPS, "close-vote", vote.state)
        if not _over(local_day(desk.now()), vote) and not asked.reason.strip():
            raise Refusal(
                N_("The vote runs until {day}. To end it earlier, write down why."),
                day=vote.closes_on,
            )
        if desk.books.joint.named(vote.rule_set).silent is Silent.WITH_MAJORITY:
            units, entries = work.of(VotingUnit, vote.id), work.of(BallotEntry, vote.id)
            _check_delivered(read_ballots(units, entries))
        work.put(replace(vote, state=state, early_reason=asked.reason.strip()))
        return work.commit()


def _check_delivered(ballots: tuple[UnitBallot, ...]) -> None:
    """Refuse to take for silence that no ballot reached an owner."""
    never = [
        one.unit.unit
        for one in ballots
        if one.standing is Standing.OUT and one.unit.delivered_on is None
    ]
    if never:
        raise Refusal(
            N_(
                "Silence counts only where a ballot was delivered; {unit} has none ({count} in "
                "all). Deliver or post these ballots before the vote is closed."
            ),
            unit=never[0],
            count=len(never),
        )


def _over(today: date, vote: OwnersVote) -> bool:
    """Tell whether the last day is over, or is today: the evening's count is not kept waiting."""
    return today >= vote.closes_on


def _named(units: tuple[VotingUnit, ...]) -> Mapping[str, VotingUnit]:
    """Name units by their unit and by the serial of their ballot; the serial comes first."""
    return {one.unit: one for one in units} | {one.serial: one for one in units if one.serial}


def _unit(
    named: Mapping[str, VotingUnit], units: tuple[VotingUnit, ...], ballot: str
) -> VotingUnit:
    """Find the unit of a ballot. Raises ``Refusal`` for a voided one, ``NotFound`` otherwise."""
    said = ballot.strip()
    if said in named:
        return named[said]
    for unit in units:
        if said in unit.void_serials:
            raise Refusal(
                N_("Ballot {said} was replaced by {serial} and does not count any more."),
                said=said,
                serial=unit.serial,
            )
    raise NotFound(N_("There is no ballot and no unit {said} in this vote."), said=said)


def _check_cast(cast: Cast, round: int) -> None:
    if cast.choice is Choice.INVALID and not cast.reason.strip():
        raise Refusal(N_("Say why ballot {ballot} is invalid."), ballot=cast.ballot)
    if round == THIRD and not cast.reason.strip():
        raise Refusal(N_("Say what the third look at ballot {ballot} found."), ballot=cast.ballot)


def _check_channel(vote: OwnersVote, cast: Cast) -> None:
    """Refuse an online ballot of a vote without one: it would need no second reader."""
    if cast.channel is BallotChannel.ONLINE and vote.form is not VoteForm.ONLINE_AND_PAPER:
        raise Refusal(
            N_("This vote is not held online. Enter ballot {ballot} as paper."),
            ballot=cast.ballot,
        )


def _check_reader(
    desk: Desk, unit: VotingUnit, entered: list[BallotEntry], round: int, cast: Cast
) -> None:
    """Refuse the same reading twice, a second by who did the first, a third nobody needs."""
    ours = [one for one in entered if one.unit == unit.id and one.serial == unit.serial]
    if round == THIRD:
        (ballot,) = read_ballots((unit,), ours)
        if ballot.standing is not Standing.DIFFERS:
            raise Refusal(
                N_("The readings of {unit} do not differ; nothing is to be settled."),
                unit=unit.unit,
            )
        return
    if any(one.round == round and one.channel is cast.channel for one in ours):
        raise Refusal(N_("The ballot of {unit} was entered already."), unit=unit.unit)
    other = [one for one in ours if one.round != round and one.round != THIRD]
    if any(one.by == desk.person.id and one.channel is cast.channel for one in other):
        raise Refusal(
            N_("You entered the ballot of {unit} yourself. Somebody else reads it again."),
            unit=unit.unit,
        )


def _entry(desk: Desk, vote: OwnersVote, unit: VotingUnit, round: int, cast: Cast) -> BallotEntry:
    return BallotEntry(
        id=desk.new_id(),
        vote=vote.id,
        unit=unit.id,
        serial=unit.serial,
        round=round,
        choice=cast.choice,
        channel=cast.channel,
        reason=cast.reason.strip(),
        by=desk.person.id,
        at=desk.now(),
    )

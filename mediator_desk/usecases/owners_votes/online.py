"""Votes cast online, read from the list another system gives, and compared with the paper ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from mediator_desk.ledgers.table import TableRow, read_table
from mediator_desk.ports import Desk
from mediator_desk.records.owners_vote import BallotChannel, BallotEntry, Choice, VotingUnit
from mediator_desk.refusals import Refusal
from mediator_desk.rules.remarks import Listed
from mediator_desk.usecases.owners_votes.entering import Cast
from mediator_desk.words import N_

_UNIT = ("房号", "户", "户号", "票号", "unit", "ballot")
_CHOICE = ("意见", "选择", "表决意见", "表决结果", "投票", "choice", "vote")
_CHOICES = {
    "同意": Choice.AGREE,
    "赞成": Choice.AGREE,
    "agree": Choice.AGREE,
    "反对": Choice.AGAINST,
    "不同意": Choice.AGAINST,
    "against": Choice.AGAINST,
    "弃权": Choice.ABSTAIN,
    "abstain": Choice.ABSTAIN,
}
_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineList:
    """What a list would add: the new votes, and the units where it says other than is known.

    ``differing`` are new but their paper says otherwise; ``changed`` came in online before and
    said otherwise then, so they are left alone; ``again`` counts those that came in the same.
    """

    casts: tuple[Cast, ...]
    differing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    again: int = 0


def read_online(desk: Desk, vote: UUID, file: Path) -> OnlineList:
    """Read a list of unit and choice. Raises ``Refusal`` naming the rows that fit nothing."""
    known = desk.queries.vote_file(vote)
    named = {one.unit: one for one in known.units} | {one.serial: one for one in known.units}
    rows = read_table(file, (*_UNIT, *_CHOICE))
    _check(rows, named)
    entries: dict[UUID, list[BallotEntry]] = {}
    for entry in known.entries:
        entries.setdefault(entry.unit, []).append(entry)
    casts, differing, changed, again = [], [], [], 0
    for row in rows:
        unit, choice = named[row.first(_UNIT)], _CHOICES[row.first(_CHOICE).casefold()]
        valid = [one for one in entries.get(unit.id, ()) if one.serial == unit.serial]
        online = [one for one in valid if one.channel is BallotChannel.ONLINE]
        if any(one.choice is not choice for one in online):
            changed.append(unit.unit)
        elif online:
            again += 1
        else:
            casts.append(Cast(ballot=unit.unit, choice=choice, channel=BallotChannel.ONLINE))
            if any(one.choice is not choice for one in valid):
                differing.append(unit.unit)
    return OnlineList(
        casts=tuple(casts), differing=tuple(differing), changed=tuple(changed), again=again
    )


def _check(rows: Sequence[TableRow], named: dict[str, VotingUnit]) -> None:
    """Refuse the whole list while a row of it names no unit, no choice, or a unit again."""
    seen: set[UUID] = set()
    strange, twice = [], []
    for row in rows:
        unit = named.get(row.first(_UNIT))
        if unit is None or row.first(_CHOICE).casefold() not in _CHOICES:
            strange.append(f"{row.number} {row.first(_UNIT)} {row.first(_CHOICE)}".strip())
        elif unit.id in seen:
            twice.append(unit.unit)
        else:
            seen.add(unit.id)
    if strange:
        raise Refusal(
            N_(
                "These lines name no unit of this vote, or neither agree, against nor abstain: "
                "{lines}. Correct the list and take it in again."
            ),
            lines=Listed(tuple(strange[:_NAMED])),
        )
    if twice:
        raise Refusal(
            N_("The list names {units} more than once. Keep one line of each."),
            units=Listed(tuple(twice[:_NAMED])),
        )
    if not rows:
        raise Refusal(N_("The list holds no vote."))

"""The roster of a vote: its units with owners and areas, and the ballots that reach them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.ids import VoteId
from mediator_desk.records.owners_vote import (
    AreaSource,
    Delivery,
    OwnersVote,
    VoteState,
    VotingUnit,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.names import tidy_name
from mediator_desk.rules.phones import tidy_phone
from mediator_desk.rules.transitions import VOTE_STEPS, after
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.owners_votes.calling import serial_of
from mediator_desk.words import N_

_LARGEST = 10_000_000
_MOST = 20_000
_READ_APART = ("unit", "area", "reason")
_COUNTED = ("owner", "area", "unsold")
"""What decides how a unit counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUnit:
    """One unit as it is typed or taken from a table; ``area`` in square metres."""

    unit: str
    area: Decimal
    owner: str = ""
    co_owners: tuple[str, ...] = ()
    agent: str = ""
    authority: str = ""
    phone: str = ""
    area_source: AreaSource = AreaSource.REGISTER
    unsold: bool = False
    own_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRoster:
    """The units of a vote, typed or from a table, or those of an earlier vote (``like``)."""

    vote: UUID
    units: tuple[NewUnit, ...] = ()
    like: UUID | None = None


def take_roster(desk: Desk, asked: TakeRoster) -> Changes:
    """Keep the whole roster in place of the one before."""
    with desk.work("take-roster") as work:
        vote = work.get(OwnersVote, asked.vote)
        after(VOTE_STEPS, "take-roster", vote.state)
        units = _carried(work, asked.like) if asked.like else asked.units
        _check_units(units)
        for old in work.of(VotingUnit, vote.id):
            work.remove(old)
        for unit in units:
            work.add(_unit(desk, vote.id, unit))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUnit:
    """What is corrected of one unit; what is not given stays.

    ``own_part_agreed_on`` keeps the separate consent of an owner whose own part is taken up.
    Once notice was given, what counts (owner, area, unsold) changes only for a ``reason``.
    """

    unit: UUID
    owner: str | None = None
    co_owners: tuple[str, ...] | None = None
    agent: str | None = None
    authority: str | None = None
    phone: str | None = None
    area: Decimal | None = None
    area_source: AreaSource | None = None
    unsold: bool | None = None
    own_part: bool | None = None
    own_part_agreed_on: date | None = None
    opinion_by: str | None = None
    opinion_on: date | None = None
    reason: str = ""


def change_unit(desk: Desk, asked: ChangeUnit) -> Changes:
    """Correct a unit, until the count begins to be made known."""
    with desk.work("change-unit") as work:
        unit = work.get(VotingUnit, asked.unit)
        vote = work.get(OwnersVote, unit.vote)
        after(VOTE_STEPS, "change-unit", vote.state)
        given = {
            name: value
            for name in ChangeUnit.__dataclass_fields__
            if name not in ("unit", "area", "reason")
            and (value := getattr(asked, name)) is not None
        }
        if asked.area is not None:
            given["area"] = hundredths(asked.area, unit.unit)
        if asked.owner is not None:
            given["owner"] = tidy_name(asked.owner)
        if asked.phone is not None:
            given["phone"] = tidy_phone(asked.phone)
        changed = work.put(replace(unit, **given))
        if vote.state is not VoteState.DRAFT and _counts_otherwise(unit, changed):
            _keep_reason(desk, work, unit, asked.reason.strip())
        return work.commit()


def _counts_otherwise(before: VotingUnit, now: VotingUnit) -> bool:
    """Tell whether the unit counts for another head or another area than it did."""
    return any(getattr(before, name) != getattr(now, name) for name in _COUNTED)


def _keep_reason(desk: Desk, work: Work, unit: VotingUnit, reason: str) -> None:
    """Keep why a unit counts otherwise after the notice. Raises ``Refusal`` without a reason."""
    if not reason:
        raise Refusal(
            N_("Notice was given: owner, area and unsold change only for a reason. Write it down.")
        )
    write_note(desk, work, AddNote(subject=unit.vote, text=f"{unit.unit}　{reason}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverBallots:
    """Which ballots were delivered, when and how; ``units`` empty means all that were not yet."""

    vote: UUID
    how: Delivery
    units: tuple[UUID, ...] = ()
    on: date | None = None


def deliver_ballots(desk: Desk, asked: DeliverBallots) -> Changes:
    """Keep that ballots reached their owners, each by name, or were posted if they could not."""
    with desk.work("deliver-ballots") as work:
        vote = work.get(OwnersVote, asked.vote)
        after(VOTE_STEPS, "deliver-ballots", vote.state)
        if asked.how is Delivery.NOT_YET:
            raise Refusal(N_("Say how the ballots were delivered."))
        on = asked.on or local_day(desk.now())
        for unit in work.of(VotingUnit, vote.id):
            chosen = unit.id in asked.units if asked.units else unit.delivered_on is None
            if chosen:
                work.put(replace(unit, delivery=asked.how, delivered_on=on))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReissueBallot:
    """A ballot that was lost or spoilt is replaced; the old number counts no more."""

    unit: UUID
    reason: str


def reissue_ballot(desk: Desk, asked: ReissueBallot) -> Changes:
    """Give a unit a new ballot and void the old one; why is kept as a note of the vote."""
    with desk.work("reissue-ballot") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Write down why the ballot is replaced."))
        unit = work.get(VotingUnit, asked.unit)
        vote = work.get(OwnersVote, unit.vote)
        after(VOTE_STEPS, "reissue-ballot", vote.state)
        units = work.of(VotingUnit, vote.id)
        issued = len(units) + sum(len(one.void_serials) for one in units)
        serial = serial_of(issued + 1)
        said = f"{unit.unit}: {unit.serial} → {serial}. {asked.reason.strip()}"
        write_note(desk, work, AddNote(subject=vote.id, text=said))
        work.put(
            replace(
                unit,
                serial=serial,
                void_serials=(*unit.void_serials, unit.serial),
                delivery=Delivery.NOT_YET,
                delivered_on=None,
            )
        )
        return work.commit()


def hundredths(area: Decimal, unit: str) -> int:
    """Read square metres as whole hundredths. Raises ``Refusal`` naming the unit."""
    # Compared before it is reckoned with: an exponent may be more than any sum can hold.
    countable = area.is_finite() and 0 < area <= _LARGEST
    scaled = area * 100 if countable else Decimal(0)
    if scaled != scaled.to_integral_value() or not 0 < scaled <= _LARGEST:
        raise Refusal(
            N_("{unit}: “{said}” is no area. Write square metres with at most two places."),
            unit=unit,
            said=str(area),
        )
    return int(scaled)


def _check_units(units: tuple[NewUnit, ...]) -> None:
    """Refuse an empty roster, one that is too long, a unit without a name, or one named twice."""
    if not units:
        raise Refusal(N_("The roster is empty. Take in the units and their areas first."))
    if len(units) > _MOST:
        raise Refusal(N_("That are more than {most} units. Cut the roster."), most=_MOST)
    seen: set[str] = set()
    for unit in units:
        name = unit.unit.strip()
        if not name:
            raise Refusal(N_("A unit has no name. Write down its number."))
        if name in seen:
            raise Refusal(
                N_("The unit {unit} stands in the roster twice. Keep one line."), unit=name
            )
        seen.add(name)


def _unit(desk: Desk, vote: VoteId, typed: NewUnit) -> VotingUnit:
    return VotingUnit(
        id=desk.new_id(),
        vote=vote,
        unit=typed.unit.strip(),
        owner=tidy_name(typed.owner),
        co_owners=tuple(tidy_name(one) for one in typed.co_owners if one.strip()),
        agent=tidy_name(typed.agent),
        authority=typed.authority.strip(),
        phone=tidy_phone(typed.phone),
        area=hundredths(typed.area, typed.unit),
        area_source=typed.area_source,
        unsold=typed.unsold,
        own_part=typed.own_part,
    )


def _carried(work: Work, earlier: UUID) -> tuple[NewUnit, ...]:
    """Give the units of an earlier vote as they would be typed."""
    names = [name for name in NewUnit.__dataclass_fields__ if name != "area"]
    return tuple(
        NewUnit(area=Decimal(unit.area).scaleb(-2), **{name: getattr(unit, name) for name in names})
        for unit in work.of(VotingUnit, work.get(OwnersVote, earlier).id)
    )

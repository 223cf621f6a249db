"""A team's own papers: the sweep of a period, and handing volumes over to another mediator."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import DisputeId, PersonId
from mediator_desk.records.people import Person
from mediator_desk.records.team_work import Handover, Sweep
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSweep:
    """From when to when the team went round, and how often."""

    first_on: date
    last_on: date
    times: int = 1
    note: str = ""


def record_sweep(desk: Desk, asked: RecordSweep) -> Changes:
    """Keep a sweep; the disputes it found are those logged in its days. None is a nil report."""
    with desk.work("record-sweep") as work:
        today = local_day(desk.now())
        if asked.last_on < asked.first_on:
            raise Refusal(N_("The last day lies before the first. Correct the days."))
        if asked.first_on > today:
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        if asked.times < 1:
            raise Refusal(N_("Say how often the team went round, once at least."))
        work.add(
            Sweep(
                id=desk.new_id(),
                team=desk.team.id,
                number=team_number(desk, work, "排查", today.year),
                first_on=asked.first_on,
                last_on=asked.last_on,
                times=asked.times,
                filed_on=today,
                by=desk.person.id,
                note=asked.note.strip(),
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverVolumes:
    """Who hands over to whom, who watches, and which disputes; without any, all of the giver's."""

    giver: UUID
    taker: UUID
    supervisor: str
    handed_on: date | None = None
    reason: str = ""
    disputes: tuple[UUID, ...] = ()


def hand_over_volumes(desk: Desk, asked: HandOverVolumes) -> Changes:
    """Keep the list as it is that day; what is still open gets the taker as its mediator."""
    with desk.work("hand-over-volumes") as work:
        giver, taker = work.get(Person, asked.giver), work.get(Person, asked.taker)
        today = local_day(desk.now())
        if giver.id == taker.id:
            raise Refusal(N_("Nobody hands over to himself. Choose another person."))
        if not asked.supervisor.strip():
            raise Refusal(N_("Say who watches the handover; volumes get lost without a third."))
        if (asked.handed_on or today) > today:
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        disputes = _given(desk, work, giver, asked.disputes)
        work.add(
            Handover(
                id=desk.new_id(),
                team=desk.team.id,
                number=team_number(desk, work, "移交", today.year),
                giver=PersonId(giver.id),
                taker=PersonId(taker.id),
                supervisor=asked.supervisor.strip(),
                handed_on=asked.handed_on or today,
                reason=asked.reason.strip(),
                disputes=tuple(DisputeId(one.id) for one in disputes),
                by=desk.person.id,
            )
        )
        for one in disputes:
            if one.open:
                work.put(replace(one, mediator=PersonId(taker.id)))
        return work.commit()


def team_number(desk: Desk, work: Work, kind: str, year: int) -> str:
    """Draw the next number of a team's own papers, as in 古城排查〔2026〕3号; never drawn again."""
    count = work.next_number(f"{kind}/{desk.team.id}/{year}")
    return f"{desk.team.short}{desk.station.mark}{kind}〔{year}〕{count}号"


def _given(desk: Desk, work: Work, giver: Person, chosen: tuple[UUID, ...]) -> tuple[Dispute, ...]:
    """Read the disputes that change hands; each must be the giver's."""
    found = [work.get(Dispute, one) for one in chosen or desk.queries.disputes_of(giver.id)]
    for one in found:
        if one.mediator != giver.id:
            raise Refusal(
                N_("{number} is not in the hands of {name}. Take it off the list."),
                number=one.volume_no or one.number,
                name=giver.name,
            )
    if not found:
        raise Refusal(N_("{name} has no volume to hand over."), name=giver.name)
    return tuple(found)

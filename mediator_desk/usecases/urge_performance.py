"""Urging a party to perform (督促履行), and the lawsuit that may follow when it does not help."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.records.performance import Lawsuit, UrgedBy, Urging
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import call_off_clocks, start_clock
from mediator_desk.usecases.pace import CONFIRM, PERFORM, URGE, clock_is_of
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgePerformance:
    """How the debtor was urged, what was said, and when to ask again."""

    obligation: UUID
    urged_by: UrgedBy = UrgedBy.CALL
    words: str
    at: datetime | None = None
    next_on: date | None = None


def urge_performance(desk: Desk, asked: UrgePerformance) -> Changes:
    """Keep it; the clock of the last urging is met, and one for the next day starts."""
    with desk.work("urge-performance") as work:
        one = work.get(Obligation, asked.obligation)
        after(DISPUTE_STEPS, "urge-performance", work.get(Dispute, one.dispute).stage)
        _check(desk, one, asked)
        _meet_last(desk, work, one)
        work.add(
            Urging(
                id=desk.new_id(),
                dispute=one.dispute,
                obligation=one.id,
                at=asked.at or desk.now(),
                urged_by=asked.urged_by,
                words=asked.words.strip(),
                next_on=asked.next_on,
                by=desk.person.id,
            )
        )
        if asked.next_on is not None:
            start_clock(desk, work, one.dispute, URGE, asked.next_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLawsuit:
    """A party sued over the agreement; recorded again, it tells the court's number and result."""

    agreement: UUID
    plaintiff: UUID
    sued_on: date
    court: str = ""
    number: str = ""
    result: str = ""


def record_lawsuit(desk: Desk, asked: RecordLawsuit) -> Changes:
    """Keep the lawsuit; from now on the court decides, and the clocks of performance rest."""
    with desk.work("record-lawsuit") as work:
        agreement = work.get(Agreement, asked.agreement)
        after(DISPUTE_STEPS, "record-lawsuit", work.get(Dispute, agreement.dispute).stage)
        party = work.get(Party, asked.plaintiff)
        if party.dispute != agreement.dispute:
            raise Refusal(N_("{name} is no party of this dispute."), name=party.name)
        if asked.sued_on > local_day(desk.now()):
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        _keep(desk, work, agreement, party, asked)
        call_off_clocks(work, agreement.dispute, PERFORM, CONFIRM)
        return work.commit()


def _keep(desk: Desk, work: Work, agreement: Agreement, party: Party, asked: RecordLawsuit) -> None:
    """Add the lawsuit of this party, or complete the one that is known."""
    said = Lawsuit(
        id=desk.new_id(),
        dispute=agreement.dispute,
        agreement=agreement.id,
        plaintiff=PartyId(party.id),
        sued_on=asked.sued_on,
        court=asked.court.strip(),
        number=asked.number.strip(),
        result=asked.result.strip(),
    )
    for known in work.of(Lawsuit, agreement.dispute):
        if (known.agreement, known.plaintiff) == (said.agreement, said.plaintiff):
            work.put(
                replace(
                    known,
                    sued_on=said.sued_on,
                    court=said.court or known.court,
                    number=said.number or known.number,
                    result=said.result or known.result,
                )
            )
            return
    work.add(said)


def _check(desk: Desk, one: Obligation, asked: UrgePerformance) -> None:
    if one.performed_on is not None:
        raise Refusal(N_("This is performed already; nothing is owed here any more."))
    if not asked.words.strip():
        raise Refusal(N_("Write down what was said, and what the party answered."))
    if asked.next_on is not None and asked.next_on <= local_day(desk.now()):
        raise Refusal(N_("The day to ask again lies ahead; choose a later one."))


def _meet_last(desk: Desk, work: Work, one: Obligation) -> None:
    """Meet the clock that asked for this urging."""
    planned = [
        urging.next_on
        for urging in work.of(Urging, one.dispute)
        if urging.obligation == one.id and urging.next_on is not None
    ]
    for clock in work.of(Deadline, one.dispute):
        if clock.rule != URGE or not clock.running():
            continue
        if any(clock_is_of(clock, day) for day in planned):
            work.put(replace(clock, met_at=desk.now()))

"""Blow a whistle: a call to the departments is written down, to be approved and dispatched."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute, Route
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.ids import DisputeId, TopicId, WhistleId
from mediator_desk.records.whistle import Solved, StepKind, Whistle, WhistleSource
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, WHISTLE_STEPS, after
from mediator_desk.rules.whistle_kinds import Kind
from mediator_desk.usecases.log_dispute import check_division
from mediator_desk.usecases.whistle_steps import StepWhistle, steps_of
from mediator_desk.usecases.whistles import send_out
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class BlowWhistle:
    """A call to one lead department and those who assist it.

    ``kind`` is one of the place's kinds (``rule_set``; empty: the nearest to the division).
    ``again_of`` is the whistle that left somebody dissatisfied or whose matter came back, and
    ``why_again`` says which. ``told`` is who was told by phone when it goes out at once.
    """

    title: str
    content: str
    lead: str
    kind: str = "daily"
    source: WhistleSource = WhistleSource.DISPUTE
    dispute: UUID | None = None
    agenda_topic: UUID | None = None
    division: str = ""
    place: str = ""
    legal_basis: str = ""
    assisting: tuple[str, ...] = ()
    request: str = ""
    rule_set: str = ""
    again_of: UUID | None = None
    why_again: str = ""
    told: str = ""


def blow_whistle(desk: Desk, asked: BlowWhistle) -> Changes:
    """Write a whistle down; it is dispatched after approval, an emergency at once."""
    with desk.work("blow-whistle") as work:
        if not asked.title.strip() or not asked.content.strip():
            raise Refusal(N_("Say what the matter is and what was done about it so far."))
        if not asked.lead.strip():
            raise Refusal(N_("Name the department that is to lead."))
        _check_named(desk, work, asked)
        kind = _kind(desk, asked)
        whistle = work.add(_whistle(desk, work, asked, kind))
        if asked.dispute is not None:
            dispute = work.get(Dispute, asked.dispute)
            stage = after(DISPUTE_STEPS, "blow-whistle", dispute.stage)
            work.put(replace(dispute, stage=stage, route=Route.WHISTLE))
        if kind.at_once:
            told = asked.told.strip() or whistle.lead
            send_out(desk, work, whistle, StepWhistle(whistle=whistle.id, contact=told))
        return work.commit()


def _whistle(desk: Desk, work: Work, asked: BlowWhistle, kind: Kind) -> Whistle:
    """Make the record, with the next number of the year."""
    year = local_day(desk.now()).year
    count = work.next_number(f"whistle/{year}")
    return Whistle(
        id=WhistleId(desk.new_id()),
        team=desk.team.id,
        number=f"{desk.team.short}{desk.station.mark}哨-{year}-{count}",
        dispute=None if asked.dispute is None else DisputeId(asked.dispute),
        agenda_topic=None if asked.agenda_topic is None else TopicId(asked.agenda_topic),
        kind=kind.id,
        source=asked.source,
        title=asked.title.strip(),
        division=asked.division or desk.team.division,
        place=asked.place.strip(),
        content="\n".join(one for one in (asked.content.strip(), asked.why_again.strip()) if one),
        legal_basis=asked.legal_basis.strip(),
        lead=asked.lead.strip(),
        assisting=asked.assisting,
        request=asked.request.strip(),
        blown_by=desk.person.id,
        blown_at=desk.now(),
        again_of=None if asked.again_of is None else WhistleId(asked.again_of),
        rule_set=kind.rule_set,
    )


def _kind(desk: Desk, asked: BlowWhistle) -> Kind:
    """Find the kind in force today. Raises ``NotFound``."""
    kinds = desk.books.whistle_kinds
    place = asked.rule_set or kinds.place_of(asked.division or desk.team.division)
    return kinds.find(place, asked.kind, local_day(desk.now()))


def _check_named(desk: Desk, work: Work, asked: BlowWhistle) -> None:
    """Refuse a place or a topic that is not known, or a repetition with no ground."""
    if asked.division:
        check_division(desk, work, asked.division)
    if asked.agenda_topic is not None:
        work.get(AgendaTopic, asked.agenda_topic)
    if asked.again_of is None:
        return
    first = work.get(Whistle, asked.again_of)
    after(WHISTLE_STEPS, "blow-whistle: again", first.state)
    rated = steps_of(work, first, StepKind.EVALUATED, StepKind.VERIFIED)
    unhappy = any(
        one.resident_rating is Satisfaction.UNSATISFIED or one.solved is Solved.PARTLY
        for one in rated
    )
    if not unhappy and not asked.why_again.strip():
        raise Refusal(
            N_("The residents were content with {number}. Say how the matter has come back."),
            number=first.number,
        )

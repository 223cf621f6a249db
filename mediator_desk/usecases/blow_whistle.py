"""Blow a whistle: a call to the departments is written down, to be approved and dispatched."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute, Route
from mediator_desk.records.ids import DisputeId, TopicId, WhistleId
from mediator_desk.records.whistle import (
    Whistle,
    WhistleKind,
    WhistleSource,
)
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.log_dispute import check_division
from mediator_desk.usecases.whistles import DEPARTMENT_CLOCKS
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class BlowWhistle:
    """A call to one lead department and those who assist it."""

    title: str
    content: str
    lead: str
    kind: WhistleKind = WhistleKind.DAILY
    source: WhistleSource = WhistleSource.DISPUTE
    dispute: UUID | None = None
    agenda_topic: UUID | None = None
    division: str = ""
    place: str = ""
    legal_basis: str = ""
    assisting: tuple[str, ...] = ()
    request: str = ""
    rule_set: str = "gulou"


def blow_whistle(desk: Desk, asked: BlowWhistle) -> Changes:
    """Write a whistle down; it is dispatched after approval."""
    with desk.work("blow-whistle") as work:
        if not asked.title.strip() or not asked.content.strip():
            raise Refusal(N_("Say what the matter is and what was done about it so far."))
        if not asked.lead.strip():
            raise Refusal(N_("Name the department that is to lead."))
        _check_named(desk, work, asked)
        year = local_day(desk.now()).year
        count = work.next_number(f"whistle/{year}")
        whistle = Whistle(
            id=WhistleId(desk.new_id()),
            team=desk.team.id,
            number=f"{desk.team.short}{desk.station.mark}哨-{year}-{count}",
            dispute=None if asked.dispute is None else DisputeId(asked.dispute),
            agenda_topic=None if asked.agenda_topic is None else TopicId(asked.agenda_topic),
            kind=asked.kind,
            source=asked.source,
            title=asked.title.strip(),
            division=asked.division or desk.team.division,
            place=asked.place.strip(),
            content=asked.content.strip(),
            legal_basis=asked.legal_basis.strip(),
            lead=asked.lead.strip(),
            assisting=asked.assisting,
            request=asked.request.strip(),
            blown_by=desk.person.id,
            blown_at=desk.now(),
            rule_set=asked.rule_set,
        )
        work.add(whistle)
        if asked.dispute is not None:
            dispute = work.get(Dispute, asked.dispute)
            stage = after(DISPUTE_STEPS, "blow-whistle", dispute.stage)
            work.put(replace(dispute, stage=stage, route=Route.WHISTLE))
        return work.commit()


def _check_named(desk: Desk, work: Work, asked: BlowWhistle) -> None:
    """Refuse a place, a topic or a rule set that is not known. Raises ``NotFound``."""
    if asked.division:
        check_division(desk, work, asked.division)
    if asked.agenda_topic is not None:
        work.get(AgendaTopic, asked.agenda_topic)
    # A rule set that is not there would show only when the whistle is dispatched.
    for rule in DEPARTMENT_CLOCKS:
        desk.books.deadlines.due(rule, desk.now(), desk.books.calendar, asked.rule_set)

"""When mediation failed: the facts nobody disputes, agreed to by all (Shandong 2016, art. 24)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.care import UndisputedFacts
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordUndisputed:
    """What is not in dispute, who agreed to have it written down, and when they signed."""

    dispute: UUID
    facts: str
    agreed_by: tuple[UUID, ...]
    signed_on: date | None = None


def record_undisputed(desk: Desk, asked: RecordUndisputed) -> Changes:
    """Keep it; every party must have agreed."""
    with desk.work("record-undisputed") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "record-undisputed", dispute.stage)
        if not asked.facts.strip():
            raise Refusal(N_("Write down the facts that no side disputes."))
        missing = [
            party.name for party in work.of(Party, dispute.id) if party.id not in asked.agreed_by
        ]
        if missing:
            raise Refusal(
                N_(
                    "{names} has not agreed to the record. Facts count as undisputed only when "
                    "every party signs them; leave out what is disputed."
                ),
                names="、".join(missing),
            )
        work.add(
            UndisputedFacts(
                id=desk.new_id(),
                dispute=dispute.id,
                facts=asked.facts.strip(),
                agreed_by=tuple(PartyId(one) for one in asked.agreed_by),
                signed_on=asked.signed_on or local_day(desk.now()),
                by=desk.person.id,
            )
        )
        return work.commit()

"""Consents, sittings, and the parties' answers on the way to an agreement."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute, Outcome
from mediator_desk.records.ids import PartyId, SittingId
from mediator_desk.records.people import Party, Person
from mediator_desk.records.sitting import Consent, Means, Sitting, SittingResult
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.endings import end_dispute
from mediator_desk.usecases.recusals import open_wish
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordConsent:
    """What a party answered to mediation. A clear refusal ends it (Mediation Law 17)."""

    dispute: UUID
    party: UUID
    agreed: bool
    means: Means = Means.IN_PERSON
    words: str = ""
    at: datetime | None = None
    routes_explained: bool = False


def record_consent(desk: Desk, asked: RecordConsent) -> Changes:
    """Keep the answer; when it is no, the mediation ends and the dispute closes as refused."""
    with desk.work("record-consent") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "record-consent", dispute.stage)
        party = work.get(Party, asked.party)
        if party.dispute != dispute.id:
            raise Refusal(N_("{name} is no party of this dispute."), name=party.name)
        at = asked.at or desk.now()
        work.add(
            Consent(
                id=desk.new_id(),
                dispute=dispute.id,
                party=party.id,
                agreed=asked.agreed,
                means=asked.means,
                at=at,
                by=desk.person.id,
                words=asked.words.strip(),
            )
        )
        if not asked.agreed:
            end_dispute(
                desk,
                work,
                dispute,
                Outcome.REFUSED,
                asked.words.strip(),
                step="record-consent: refused",
                routes_explained=asked.routes_explained,
            )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSitting:
    """One sitting with its record. ``present`` are the parties at the table."""

    dispute: UUID
    held_at: datetime
    place: str
    present: tuple[UUID, ...]
    record: str
    result: SittingResult
    mediators: tuple[UUID, ...] = ()
    recorder: str = ""
    invited: tuple[str, ...] = ()
    open_session: bool = False
    notice_given: bool = True
    routes_explained: bool = False


def hold_sitting(desk: Desk, asked: HoldSitting) -> Changes:
    """Keep the record of a sitting. Needs the consent of every party and the rights notice."""
    with desk.work("hold-sitting") as work:
        dispute = work.get(Dispute, asked.dispute)
        stage = after(DISPUTE_STEPS, "hold-sitting", dispute.stage)
        _check_sitting(work, dispute, asked)
        work.add(
            Sitting(
                id=SittingId(desk.new_id()),
                dispute=dispute.id,
                held_at=asked.held_at,
                place=asked.place.strip(),
                mediators=tuple(work.get(Person, one).id for one in asked.mediators)
                or ((dispute.mediator or desk.person.id),),
                recorder=asked.recorder.strip(),
                present=tuple(PartyId(one) for one in asked.present),
                invited=asked.invited,
                open_session=asked.open_session,
                notice_given=asked.notice_given,
                record=asked.record.strip(),
                result=asked.result,
                routes_explained=asked.routes_explained,
            )
        )
        notice = dispute.notice_given_on or local_day(asked.held_at)
        work.put(replace(dispute, stage=stage, notice_given_on=notice))
        return work.commit()


def missing_consents(parties: tuple[Party, ...], consents: tuple[Consent, ...]) -> tuple[str, ...]:
    """Name the parties who have not agreed to mediation (the last answer of each counts)."""
    last = {one.party: one.agreed for one in sorted(consents, key=lambda one: one.at)}
    return tuple(one.name for one in parties if not last.get(one.id, False))


def _check_sitting(work: Work, dispute: Dispute, asked: HoldSitting) -> None:
    """Say what is missing before a sitting may be written down."""
    if dispute.accepted_at is None:
        raise Refusal(N_("Accept the dispute first; then the parties can sit down together."))
    if open_wish(work, dispute) is not None:
        raise Refusal(
            N_("A party wishes for another mediator. Answer that first, then sit down together.")
        )
    parties = work.of(Party, dispute.id)
    if len(parties) < 2:
        raise Refusal(N_("A sitting needs two parties at least. Add the other party first."))
    missing = missing_consents(parties, work.of(Consent, dispute.id))
    if missing:
        raise Refusal(
            N_("Not every party has agreed to mediation yet: {names}. Record their answer first."),
            names="、".join(missing),
        )
    if not {one.id for one in parties}.issuperset(asked.present):
        raise Refusal(
            N_("Only the parties of the dispute sit at the table; invite others by name.")
        )
    if not asked.notice_given:
        raise Refusal(N_("Tell the parties their rights and duties first, then tick it."))
    if not asked.present:
        raise Refusal(N_("Tick the parties who were present."))
    if not asked.record.strip():
        raise Refusal(N_("Write down what was said; the record is what is signed."))
    if asked.result is SittingResult.FAILED and not asked.routes_explained:
        raise Refusal(
            N_(
                "When mediation fails, the parties must be told of arbitration, the authorities "
                "and the court (Mediation Law 26). Tell them, then tick it."
            )
        )

"""Gathering: what could be one topic is put aside, and a dispute is taken out of its topic."""

from dataclasses import dataclass, replace
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute, Route, Stage
from mediator_desk.records.follow_up import NoteKind
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes, Gathering
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after, back
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.words import N_

# What is left to the parties themselves when the topic is gone.
_BY_THEMSELVES = (Stage.MEDIATING, Stage.AGREED)


def offered(desk: Desk) -> tuple[Gathering, ...]:
    """Find what could be one topic now and was not put aside, the largest first."""
    found = desk.queries.gatherings(desk.books.gathering, local_day(desk.now()))
    return tuple(one for one in found if not one.aside)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAsideGathering:
    """Not one topic after all; ``dispute`` is any of those that were offered together."""

    dispute: UUID


def put_aside_gathering(desk: Desk, asked: PutAsideGathering) -> Changes:
    """Put an offer aside at this station; it comes back when a new dispute joins it."""
    with desk.work("put-aside-gathering") as work:
        found = desk.queries.gatherings(desk.books.gathering, local_day(desk.now()))
        for one in found:
            if asked.dispute in one.cluster.disputes:
                work.shelve(one.cluster.spot.aside_key, [str(id) for id in one.cluster.disputes])
                return work.commit()
        raise NotFound(N_("This dispute is not offered for gathering with others."))


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutDispute:
    """A dispute does not belong to its topic after all."""

    dispute: UUID
    reason: str


def take_out_dispute(desk: Desk, asked: TakeOutDispute) -> Changes:
    """Take a dispute out of its topic; it goes on by itself, and the topic without it."""
    with desk.work("take-out-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        if dispute.agenda_topic is None:
            raise Refusal(N_("This dispute belongs to no topic."))
        if not asked.reason.strip():
            raise Refusal(N_("Write down why the dispute leaves the topic."))
        release_dispute(desk, work, _alone(dispute), asked.reason.strip())
        return work.commit()


def release_dispute(desk: Desk, work: Work, dispute: Dispute, why: str) -> Dispute:
    """Part a dispute from its topic; both keep a note of it, and the dispute its own parties."""
    if dispute.agenda_topic is None:
        return dispute
    topic = work.get(AgendaTopic, dispute.agenda_topic)
    alone = Route.SETTLE if dispute.stage in _BY_THEMSELVES else Route.UNDECIDED
    kept = work.put(replace(dispute, agenda_topic=None, route=alone))
    note = AddNote(subject=dispute.id, text=why, kind=NoteKind.REPLY, author=topic.number)
    write_note(desk, work, note)
    write_note(desk, work, AddNote(subject=topic.id, text=f"{dispute.number}：{why}"))
    return kept


def _alone(dispute: Dispute) -> Dispute:
    """Give the dispute as it goes on without its topic: in mediation, or where it came from."""
    if dispute.stage is Stage.MEDIATING:
        after(DISPUTE_STEPS, "take-out-dispute: mediating", dispute.stage)
        return dispute
    accepted = dispute.accepted_at is not None
    return replace(dispute, stage=back("take-out-dispute", dispute.stage, accepted=accepted))

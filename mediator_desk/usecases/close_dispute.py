"""Return visits, closing with an outcome, reopening, archiving, and notes on the way."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from mediator_desk.labels import label
from mediator_desk.ports import Desk, Work
from mediator_desk.records import Record
from mediator_desk.records.agreement import Agreement
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute, Outcome
from mediator_desk.records.follow_up import (
    FollowUp,
    Note,
    NoteKind,
    Reopening,
    Satisfaction,
)
from mediator_desk.records.ids import DisputeId
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.whistle import Whistle
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.endings import outcome_of_topic, solved_by_department
from mediator_desk.rules.transitions import DISPUTE_STEPS, after, back
from mediator_desk.usecases.clocks import call_off_clocks, meet_clocks, start_clock
from mediator_desk.usecases.endings import BY_AGREEMENT, end_dispute
from mediator_desk.usecases.volume_incomplete import keep_why_incomplete
from mediator_desk.words import N_

_NOTED: tuple[type[Record], ...] = (Dispute, Whistle, AgendaTopic, OwnersVote)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayFollowUp:
    """A return visit: is it performed, are they content, is anything brewing."""

    dispute: UUID
    situation: str
    performed: bool
    satisfaction: Satisfaction = Satisfaction.UNASKED
    visited: str = ""
    visited_on: date | None = None
    risk: str = ""
    next_on: date | None = None


def pay_follow_up(desk: Desk, asked: PayFollowUp) -> Changes:
    """Keep the visit and stop its clock."""
    with desk.work("follow-up") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "follow-up", dispute.stage)
        if not asked.situation.strip():
            raise Refusal(N_("Write down what was found on the visit."))
        if asked.next_on is not None and asked.next_on <= local_day(desk.now()):
            raise Refusal(N_("The day to ask again lies ahead; choose a later one."))
        work.add(
            FollowUp(
                id=desk.new_id(),
                dispute=dispute.id,
                visited_on=asked.visited_on or local_day(desk.now()),
                by=desk.person.id,
                visited=asked.visited.strip(),
                situation=asked.situation.strip(),
                performed=asked.performed,
                satisfaction=asked.satisfaction,
                risk=asked.risk.strip(),
                next_on=asked.next_on,
            )
        )
        meet_clocks(desk, work, dispute.id, "D05")
        if asked.next_on is not None:
            start_clock(desk, work, dispute.id, "D05.again", asked.next_on)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDispute:
    """How it ended. The outcome is not the stage: a closed dispute may have failed.

    ``same_as`` is the other dispute that tells of the same matter, for what was logged twice.
    """

    dispute: UUID
    outcome: Outcome
    reason: str = ""
    routes_explained: bool = False
    same_as: UUID | None = None


def close_dispute(desk: Desk, asked: CloseDispute) -> Changes:
    """Close a dispute. A failed one needs the other routes explained (Mediation Law 26)."""
    with desk.work("close-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "close-dispute", dispute.stage)
        _check_closing(work, dispute, asked)
        _check_others(desk, dispute, asked.outcome)
        if asked.outcome is Outcome.DUPLICATE and asked.same_as is not None:
            dispute = work.put(replace(dispute, same_as=_other(work, dispute, asked.same_as)))
        end_dispute(
            desk,
            work,
            dispute,
            asked.outcome,
            asked.reason,
            routes_explained=asked.routes_explained,
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDispute:
    """Why a closed dispute is taken up again."""

    dispute: UUID
    reason: str


def reopen_dispute(desk: Desk, asked: ReopenDispute) -> Changes:
    """Take it up again; the old closing stays with it."""
    with desk.work("reopen-dispute") as work:
        if not asked.reason.strip():
            raise Refusal(N_("Write down why it is taken up again."))
        dispute = work.get(Dispute, asked.dispute)
        accepted = dispute.accepted_at is not None
        now = desk.now()
        work.put(
            replace(
                dispute,
                stage=back("reopen-dispute", dispute.stage, accepted=accepted),
                outcome=Outcome.OPEN,
                closed_at=None,
            )
        )
        work.add(
            Reopening(
                id=desk.new_id(),
                dispute=dispute.id,
                reopened_at=now,
                by=desk.person.id,
                reason=asked.reason.strip(),
            )
        )
        if accepted:
            start_clock(desk, work, dispute.id, "D01", now)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveDispute:
    """The volume is bound and put away; ``reason`` says why although it is not complete."""

    dispute: UUID
    reason: str = ""


def archive_dispute(desk: Desk, asked: ArchiveDispute) -> Changes:
    """Archive a closed dispute; of a volume that is not complete it is kept why."""
    with desk.work("archive-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        stage = after(DISPUTE_STEPS, "archive-dispute", dispute.stage)
        keep_why_incomplete(desk, work, dispute, asked.reason.strip())
        work.put(replace(dispute, stage=stage))
        call_off_clocks(work, dispute.id)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """A line in the course of events of a dispute, an agenda topic or a whistle."""

    subject: UUID
    text: str
    kind: NoteKind = NoteKind.NOTE
    author: str = ""
    at: datetime | None = None


def add_note(desk: Desk, asked: AddNote) -> Changes:
    """Keep a note."""
    with desk.work("note") as work:
        if not asked.text.strip():
            raise Refusal(N_("Write a few words first."))
        if not any(work.find(kind, asked.subject) for kind in _NOTED):
            raise NotFound(N_("This record is not here (any more). Refresh the list."))
        write_note(desk, work, asked)
        return work.commit()


def write_note(desk: Desk, work: Work, asked: AddNote) -> None:
    """Write a note into a piece of work that is already open."""
    work.add(
        Note(
            id=desk.new_id(),
            subject=asked.subject,
            at=asked.at or desk.now(),
            by=desk.person.id,
            kind=asked.kind,
            author=asked.author.strip(),
            text=asked.text.strip(),
        )
    )


def _other(work: Work, dispute: Dispute, id: UUID) -> DisputeId:
    """Give the other dispute; it may not lead back to this one."""
    seen = id
    while True:
        other = work.get(Dispute, seen)
        if other.id == dispute.id:
            raise Refusal(N_("A dispute is not the same as itself. Name the other one."))
        if other.same_as is None:
            return DisputeId(id)
        seen = other.same_as


def _check_others(desk: Desk, dispute: Dispute, outcome: Outcome) -> None:
    """Refuse to say that others ended it when they did not."""
    file = desk.queries.case_file(dispute.id)
    if outcome in (Outcome.SETTLED_BY_COUNCIL, Outcome.DECIDED_BY_OTHERS):
        decided = outcome_of_topic(file.agenda_topic)
        if decided is None:
            raise Refusal(N_("Nobody has decided a topic with this dispute yet."))
        if decided is not outcome:
            raise Refusal(
                N_("The topic of this dispute was not decided so. It ends as: {outcome}."),
                outcome=label(decided),
            )
    if outcome is Outcome.SOLVED_BY_DEPARTMENT and not solved_by_department(file.whistles):
        raise Refusal(
            N_("No whistle of this dispute was checked on the spot yet. Check the reply first.")
        )


def _check_closing(work: Work, dispute: Dispute, asked: CloseDispute) -> None:
    """Say what the chosen outcome still needs."""
    if asked.outcome is Outcome.OPEN:
        raise Refusal(N_("Choose how it ended."))
    form = BY_AGREEMENT.get(asked.outcome)
    if form and not any(one.form is form for one in work.of(Agreement, dispute.id)):
        raise Refusal(N_("There is no agreement yet. Record it first, or choose another outcome."))
    if asked.outcome is Outcome.FAILED and not asked.routes_explained:
        raise Refusal(
            N_(
                "When mediation fails, the parties must be told of arbitration, the authorities "
                "and the court (Mediation Law 26). Tell them, then tick it."
            )
        )
    if asked.outcome not in BY_AGREEMENT and not asked.reason.strip():
        raise Refusal(N_("Write down how it ended, in a few words at least."))

"""Accept a dispute for mediation, or say why not."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import CaseSource, Category, Dispute, Outcome
from mediator_desk.records.people import Person
from mediator_desk.records.team import Committee
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.usecases.clocks import start_clock
from mediator_desk.usecases.endings import end_dispute
from mediator_desk.usecases.number_blocks import draw_volume_no
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptDispute:
    """Accept a dispute; the printed number is drawn now and never reused."""

    dispute: UUID
    source: CaseSource = CaseSource.APPLICATION
    category: Category | None = None
    mediator: UUID | None = None
    notice_given_on: date | None = None


def accept_dispute(desk: Desk, asked: AcceptDispute) -> Changes:
    """Accept it: number, mediator, and the usual month starts (MoJ Order 75, art. 33)."""
    with desk.work("accept-dispute") as work:
        dispute = work.get(Dispute, asked.dispute)
        now = desk.now()
        mediator = work.get(Person, asked.mediator or dispute.mediator or desk.person.id)
        work.put(
            replace(
                dispute,
                stage=after(DISPUTE_STEPS, "accept-dispute", dispute.stage),
                accepted_at=now,
                source=asked.source,
                category=asked.category or dispute.category,
                mediator=mediator.id,
                notice_given_on=asked.notice_given_on or dispute.notice_given_on,
                committee=dispute.committee or desk.team.committee,
                volume_no=dispute.volume_no or _volume_no(desk, work, dispute),
            )
        )
        start_clock(desk, work, dispute.id, "D01", now)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseDispute:
    """Turn a dispute away: a ground of the rules, the reason in words, or both."""

    dispute: UUID
    reason: str = ""
    ground: str = ""


def refuse_dispute(desk: Desk, asked: RefuseDispute) -> Changes:
    """Close it as not accepted; the reason stays with it."""
    with desk.work("refuse-dispute") as work:
        reason = _why_refused(desk, asked)
        if not reason:
            raise Refusal(N_("Say why it is not accepted; the parties will ask."))
        dispute = work.get(Dispute, asked.dispute)
        end_dispute(desk, work, dispute, Outcome.NOT_ACCEPTED, reason, step="refuse-dispute")
        return work.commit()


def _why_refused(desk: Desk, asked: RefuseDispute) -> str:
    """Put the ground, its article and what was written into one reason, as papers print it."""
    written = asked.reason.strip()
    if not asked.ground:
        return written
    known = {one.code: one for one in desk.books.routing.grounds}
    if asked.ground not in known:
        raise Refusal(
            N_("{code} is no ground for turning a dispute away. Choose one of: {codes}."),
            code=asked.ground,
            codes=Listed(tuple(known)),
        )
    ground = known[asked.ground]
    said = f"{ground.said.zh}（{ground.source}）"
    return f"{said}。{written}" if written else said


def _volume_no(desk: Desk, work: Work, dispute: Dispute) -> str:
    """Draw the committee's number, as in （2026）东昌古楼人调字第12号; none without a committee."""
    id = dispute.committee or desk.team.committee
    if id is None:
        return ""
    return draw_volume_no(desk, work, work.get(Committee, id))

"""A party's wish for another mediator (回避): asked with a reason, answered by the committee."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.care import Recusal, RecusalAnswer
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party, Person
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, RECUSAL_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRecusal:
    """Who wishes for another mediator, and why."""

    dispute: UUID
    asked_by: UUID
    reason: str
    asked_on: date | None = None


def ask_recusal(desk: Desk, asked: AskRecusal) -> Changes:
    """Keep the wish; no sitting is held until it is answered."""
    with desk.work("ask-recusal") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "ask-recusal", dispute.stage)
        party = work.get(Party, asked.asked_by)
        if party.dispute != dispute.id:
            raise Refusal(N_("{name} is no party of this dispute."), name=party.name)
        if dispute.mediator is None:
            raise Refusal(N_("No mediator was assigned yet; assign one, then decide."))
        if not asked.reason.strip():
            raise Refusal(N_("Write down why another mediator is wished for."))
        if open_wish(work, dispute) is not None:
            raise Refusal(N_("A wish for another mediator waits already; answer it first."))
        work.add(
            Recusal(
                id=desk.new_id(),
                dispute=dispute.id,
                mediator=dispute.mediator,
                asked_by=PartyId(party.id),
                asked_on=asked.asked_on or local_day(desk.now()),
                reason=asked.reason.strip(),
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecusal:
    """The committee's answer; another mediator is named when it says yes."""

    recusal: UUID
    answer: RecusalAnswer
    replacement: UUID | None = None
    words: str = ""


def answer_recusal(desk: Desk, asked: AnswerRecusal) -> Changes:
    """Keep the answer; a replacement takes the dispute over at once."""
    with desk.work("answer-recusal") as work:
        wish = work.get(Recusal, asked.recusal)
        dispute = work.get(Dispute, wish.dispute)
        after(DISPUTE_STEPS, "answer-recusal", dispute.stage)
        answer = after(RECUSAL_STEPS, f"answer-recusal: {asked.answer}", wish.answer)
        other = _replacement(work, wish, asked)
        if answer is RecusalAnswer.KEPT and not asked.words.strip():
            raise Refusal(N_("Write down why no other mediator is named; the party will ask."))
        work.put(
            replace(
                wish,
                answer=answer,
                answered_on=local_day(desk.now()),
                answered_by=desk.person.id,
                replacement=None if other is None else other.id,
                words=asked.words.strip(),
            )
        )
        if other is not None:
            work.put(replace(dispute, mediator=other.id))
        return work.commit()


def open_wish(work: Work, dispute: Dispute) -> Recusal | None:
    """Give the wish that waits for an answer."""
    waiting = [one for one in work.of(Recusal, dispute.id) if one.answer is RecusalAnswer.ASKED]
    return waiting[0] if waiting else None


def _replacement(work: Work, wish: Recusal, asked: AnswerRecusal) -> Person | None:
    if asked.answer is not RecusalAnswer.REPLACED:
        return None
    if asked.replacement is None:
        raise Refusal(N_("Name the mediator who takes the dispute over."))
    if asked.replacement == wish.mediator:
        raise Refusal(N_("Name another mediator than the one the party objects to."))
    return work.get(Person, asked.replacement)

"""A dispute referred to us or by us (委托、移送), and telling the other body what came of it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party
from mediator_desk.records.referral import Referral, ReferralWay
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReferral:
    """Who referred it, when, who of the parties agreed, and by when a reply is expected."""

    dispute: UUID
    body: str
    way: ReferralWay = ReferralWay.IN
    contact: str = ""
    reference: str = ""
    referred_on: date | None = None
    consented: tuple[UUID, ...] = ()
    reply_by: date | None = None


def record_referral(desk: Desk, asked: RecordReferral) -> Changes:
    """Keep a referral. What we refer ourselves needs the word of every party (PIPL 23, L17 19)."""
    with desk.work("record-referral") as work:
        dispute = work.get(Dispute, asked.dispute)
        after(DISPUTE_STEPS, "record-referral", dispute.stage)
        today = local_day(desk.now())
        referred_on = asked.referred_on or today
        if not asked.body.strip():
            raise Refusal(N_("Name the body that referred it, or to which it is referred."))
        if referred_on > today:
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        if asked.reply_by is not None and asked.reply_by < referred_on:
            raise Refusal(N_("The reply cannot be due before the referral. Correct the day."))
        _check_consent(work, dispute, asked)
        work.add(
            Referral(
                id=desk.new_id(),
                dispute=dispute.id,
                way=asked.way,
                body=asked.body.strip(),
                contact=asked.contact.strip(),
                reference=asked.reference.strip(),
                referred_on=referred_on,
                consented=tuple(PartyId(one) for one in asked.consented),
                reply_by=asked.reply_by,
                by=desk.person.id,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerReferral:
    """The day the other body was told, or told us, and what is to be said beside the result."""

    referral: UUID
    answered_on: date | None = None
    answer: str = ""


def answer_referral(desk: Desk, asked: AnswerReferral) -> Changes:
    """Keep the day of the reply; the result itself is the outcome of the dispute."""
    with desk.work("answer-referral") as work:
        referral = work.get(Referral, asked.referral)
        dispute = work.get(Dispute, referral.dispute)
        after(DISPUTE_STEPS, "answer-referral", dispute.stage)
        today = local_day(desk.now())
        answered_on = asked.answered_on or today
        if not referral.referred_on <= answered_on <= today:
            raise Refusal(
                N_("The reply lies between the day of the referral and today. Correct the day.")
            )
        work.put(replace(referral, answered_on=answered_on, answer=asked.answer.strip()))
        return work.commit()


def _check_consent(work: Work, dispute: Dispute, asked: RecordReferral) -> None:
    parties = {party.id: party.name for party in work.of(Party, dispute.id)}
    for one in asked.consented:
        if one not in parties:
            raise Refusal(N_("Only parties of this dispute can agree to its referral."))
    missing = [name for id, name in parties.items() if id not in asked.consented]
    if asked.way is ReferralWay.OUT and missing:
        raise Refusal(
            N_(
                "{name} has not agreed to the referral. A dispute and its data go to another body "
                "only when every party agrees; ask first."
            ),
            name=missing[0],
        )

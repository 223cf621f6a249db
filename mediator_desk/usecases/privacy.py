"""Telling a party about its data, and keeping each consent apart (PIPL arts. 17, 23, 29-31)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.ids import PartyId
from mediator_desk.records.people import Party, PartyKind
from mediator_desk.records.privacy import PrivacyConsent
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.privacy import may_be_child
from mediator_desk.rules.transitions import DISPUTE_STEPS, after
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPrivacy:
    """What a party was told, and what it agreed to; what is not said here it did not agree to."""

    party: UUID
    told_on: date | None = None
    identity_copy: bool = False
    shared_with: tuple[str, ...] = ()
    guardian: str = ""


def record_privacy(desk: Desk, asked: RecordPrivacy) -> Changes:
    """Keep the notice and the consents; the last one of a party counts."""
    with desk.work("record-privacy") as work:
        party = work.get(Party, asked.party)
        dispute = work.get(Dispute, party.dispute)
        after(DISPUTE_STEPS, "record-privacy", dispute.stage)
        today = local_day(desk.now())
        told_on = asked.told_on or today
        if party.kind is not PartyKind.PERSON:
            raise Refusal(N_("{name} is an organisation; only people are asked."), name=party.name)
        if told_on > today:
            raise Refusal(N_("That day has not come yet. Record it when it is done."))
        agreed = asked.identity_copy or any(one.strip() for one in asked.shared_with)
        if agreed and may_be_child(party.birth_year, told_on) and not asked.guardian.strip():
            raise Refusal(
                N_(
                    "{name} may be under fourteen: the guardian agrees for a child (PIPL art. 31). "
                    "Write down who it is, or correct the year of birth."
                ),
                name=party.name,
            )
        work.add(
            PrivacyConsent(
                id=desk.new_id(),
                dispute=dispute.id,
                party=PartyId(party.id),
                told_on=told_on,
                identity_copy=asked.identity_copy,
                shared_with=tuple(one.strip() for one in asked.shared_with if one.strip()),
                guardian=asked.guardian.strip(),
                by=desk.person.id,
            )
        )
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPrivacy:
    """A party takes its consents back from a day on."""

    consent: UUID
    on: date | None = None


def take_back_privacy(desk: Desk, asked: TakeBackPrivacy) -> Changes:
    """Keep the day; what was done before stays lawful (PIPL art. 15)."""
    with desk.work("take-back-privacy") as work:
        consent = work.get(PrivacyConsent, asked.consent)
        dispute = work.get(Dispute, consent.dispute)
        after(DISPUTE_STEPS, "take-back-privacy", dispute.stage)
        today = local_day(desk.now())
        on = asked.on or today
        if not consent.told_on <= on <= today:
            raise Refusal(N_("The day lies between the consent and today. Correct it."))
        work.put(replace(consent, taken_back_on=on))
        return work.commit()

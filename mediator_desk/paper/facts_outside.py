"""What the papers outside the volume say: turned away, referred, urged, told, signed in.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date

from mediator_desk.paper.facts import PartyFacts

Lines = tuple[tuple[str, ...], ...]
"""The rows of a grid whose heads the blank knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonAcceptanceFacts:
    """What the notice of non-acceptance (F20) says."""

    number: str
    applicant: str
    matter: str
    reason: str
    explained: str
    advice: str
    committee: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralFacts:
    """What a letter of referral (F21) and the reply to it (F21B) say."""

    number: str
    sender: str
    receiver: str
    reference: str
    parties: str
    consent: str
    brief: str
    reply_by: str
    result: str
    agreement_no: str
    answer: str
    contact: str = ""
    referred_on: date | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgingFacts:
    """What the notice that urges a party to perform says."""

    agreement_no: str
    committee: str
    debtor: PartyFacts
    dispute: str
    effective_on: date | None
    owed: Lines
    until: date | None
    told_on: date | None

    @property
    def debtors(self) -> tuple[PartyFacts, ...]:
        """Give who signs for the notice."""
        return (self.debtor,)

    @property
    def name(self) -> str:
        """Name whom it goes to."""
        return self.debtor.name


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationFacts:
    """What the two-way evaluation of a whistle (F36) says; being on time is counted."""

    whistle_no: str
    title: str
    department: str
    on_time: str
    solved: str
    street_rating: str
    department_rating: str
    resident_rating: str
    comment: str
    again: str
    street_office: str
    rated_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepFacts:
    """What the report of a sweep (F38) says; without a dispute it is a nil report."""

    number: str
    unit: str
    period: str
    nil: str
    times: str
    found: str
    lines: Lines
    note: str
    filler: str
    community: str
    filed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyFacts:
    """What a party is told about its data, and each consent (F39)."""

    number: str
    handler: str
    party: PartyFacts
    identity_copy: str
    referral: str
    child: str = ""
    told_on: date | None = None

    @property
    def parties(self) -> tuple[PartyFacts, ...]:
        """Give who signs."""
        return (self.party,)

    @property
    def name(self) -> str:
        """Name who is told."""
        return self.party.name


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFacts:
    """What the list of volumes handed over (F40) says."""

    number: str
    committee: str
    giver: str
    taker: str
    supervisor: str
    reason: str
    count: str
    lines: Lines
    handed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInFacts:
    """Who is to sign in at a meeting or a sitting."""

    number: str
    matter: str
    time: str
    place: str
    lines: Lines
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardClaimFacts:
    """What the claim of awards for a period (F37) says."""

    number: str
    committee: str
    period: str
    scheme: str
    lines: Lines
    total: str
    total_in_words: str
    committee_opinion: str
    office_opinion: str
    bureau_opinion: str
    paid: str
    claimant: str
    drafted_on: date

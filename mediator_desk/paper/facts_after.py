"""What the papers after (or instead of) an agreement say, as plain words and dates.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date

from mediator_desk.paper.facts import ObligationFacts, PartyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFacts:
    """What a receipt for money paid under an agreement (F13) says."""

    agreement_no: str
    committee: str
    payer: str
    payee: str
    amount: str
    amount_in_words: str
    reason: str
    paid_by: str
    paid_on: date
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """What the record of a return visit (F14) says."""

    agreement_no: str
    committee: str
    parties: str
    cause: str
    visited_on: date
    situation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFacts:
    """What both parties ask a court for (F15), and what the committee certifies beside it."""

    agreement_no: str
    committee: str
    parties: tuple[PartyFacts, ...]
    dispute: str
    agreed_on: date
    effective_on: date | None
    terms: tuple[str, ...]
    court: str
    mediators: str
    accepted_on: date | None
    obligations: tuple[ObligationFacts, ...] = ()
    signed_on: date | None = None

    @property
    def copies(self) -> str:
        """Count the copies: one for each party, one for the committee and one for the court."""
        return str(len(self.parties) + 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingFacts:
    """What is said when mediation ended without an agreement (F19, F22 and the statement)."""

    volume_no: str
    committee: str
    parties: tuple[PartyFacts, ...]
    dispute: str
    accepted_on: date | None
    ended_on: date | None
    sittings: str
    reason: str
    why: str
    mediators: str
    facts: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What a consultation note says: an agreement of neighbours that no committee stands behind."""

    number: str
    team: str
    parties: tuple[PartyFacts, ...]
    facts_and_issues: str
    terms: tuple[str, ...]
    performance: str
    signed_on: date | None
    obligations: tuple[ObligationFacts, ...] = ()

    @property
    def copies(self) -> str:
        """Count the copies: one for each party and one for the team."""
        return str(len(self.parties) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFacts:
    """What the report of a risk (F23) says; moments are written out already."""

    case_no: str
    team: str
    level: str
    parties: str
    place: str
    signs: str
    measures: str
    reported_to: str
    reported_at: str
    received_by: str
    means: str
    handled: str = ""
    signed_on: date | None = None

"""What the papers say, as plain words and dates; labels and order come from the forms.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """One party as the official block names it; an organisation has no sex and no age."""

    name: str
    role: str = "当事人"
    organisation: bool = False
    sex: str = ""
    ethnicity: str = ""
    age: str = ""
    occupation: str = ""
    contact: str = ""
    address: str = ""
    legal_representative: str = ""
    legal_representative_post: str = ""
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationFacts:
    """One promise of the agreement: who does what by when, with the amount in both ways."""

    who: str
    what: str
    due: str
    amount: str = ""
    amount_in_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceFacts:
    """What the acceptance register (F04) says."""

    volume_no: str
    accepted_on: date
    committee: str
    party_names: tuple[str, ...]
    dispute_category: str
    case_source: str
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFacts:
    """What the record of one sitting (F10) says."""

    volume_no: str
    committee: str
    time: str
    place: str
    parties: tuple[PartyFacts, ...]
    record: str
    result: str
    signed_on: date | None
    participants: str = ""
    mediators: tuple[str, ...] = ()
    recorder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """What a written agreement (F11) and the register of an oral one (F12) say."""

    agreement_no: str
    committee: str
    parties: tuple[PartyFacts, ...]
    facts_and_issues: str
    terms: tuple[str, ...]
    performance: str
    signed_on: date | None
    obligations: tuple[ObligationFacts, ...] = ()
    mediators: tuple[str, ...] = ()
    recorder: str = ""
    party_marks_asked: bool = False

    @property
    def copies(self) -> str:
        """Count the copies: one for each party and one for the committee."""
        return str(len(self.parties) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFacts:
    """What the registration of a council topic (F28) says."""

    topic_no: str
    title: str
    source: str
    proposed_on: date | None
    estate: str
    households: str
    stakeholders: str
    content: str
    decision_body: str
    community: str
    suggestion: str = ""
    screen_opinion: str = ""
    planned_on: date | None = None
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFacts:
    """What a team lead wants to know of a case at a glance.

    Rows of the lists follow the heads that ``summary.yaml`` names for them; whether names are
    masked is said in words by ``masking``.
    """

    number: str
    topic: str
    place: str
    team: str
    state: str
    next_step: str
    next_by: str
    late: str
    happened: str
    logged: str
    handler: str
    masking: str
    printed: str
    route: str = ""
    route_reason: str = ""
    parties: tuple[tuple[str, ...], ...] = ()
    events: tuple[tuple[str, ...], ...] = ()
    sittings: tuple[tuple[str, ...], ...] = ()
    agreement: str = ""
    obligations: tuple[tuple[str, ...], ...] = ()
    whistles: tuple[tuple[str, ...], ...] = ()
    council: tuple[tuple[str, ...], ...] = ()
    open_questions: tuple[str, ...] = ()

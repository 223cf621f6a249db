"""One case as the ledgers of superiors list it."""

from dataclasses import dataclass
from datetime import date

import msgspec

from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.case_marks import EventScale
from mediator_desk.records.dispute import (
    CaseSource,
    Category,
    Channel,
    Outcome,
    Stage,
    Topic,
)
from mediator_desk.records.follow_up import Satisfaction
from mediator_desk.records.people import PartyKind, Sex, Side


class LedgerParty(msgspec.Struct, frozen=True, kw_only=True):
    """One party of it, the applicant first."""

    side: Side
    kind: PartyKind
    name: str
    sex: Sex
    ethnicity: str
    phone: str
    address: str
    id_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCase:
    """One case; ``cents`` is what its agreements are about, None when there is no agreement."""

    number: str
    volume_no: str
    title: str
    text: str
    division: str
    place: str
    category: Category
    topic: Topic
    source: CaseSource
    channel: Channel
    stage: Stage
    outcome: Outcome
    happened_on: date | None
    logged_on: date
    accepted_on: date | None
    due_on: date | None
    closed_on: date | None
    mediator: str
    mediator_phone: str
    committee: str
    team: str
    parties: tuple[LedgerParty, ...]
    form: AgreementForm | None
    agreed_on: date | None
    terms: str
    cents: int | None
    performed_on: date | None
    follow_up_on: date | None
    satisfaction: Satisfaction
    confirmed_on: date | None
    risk: str
    reason: str
    complex: bool
    people: int
    scale: EventScale

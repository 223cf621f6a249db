"""The common revenue as lists and windows show it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.revenue import (
    DeliberationStep,
    RevenueAccount,
    RevenueLine,
    RevenueState,
    RevenueUnit,
)
from mediator_desk.records.team import Team


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueRow:
    """One line of the list of accounts; ``left`` is the income less the cost entered so far."""

    id: UUID
    number: str
    title: str
    estate: str
    year: int
    quarter: int
    state: RevenueState
    left: Decimal
    units: int
    posted_on: date | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueFile:
    """The account of a quarter, whole, with its deliberations and notices."""

    account: RevenueAccount
    lines: tuple[RevenueLine, ...] = ()
    units: tuple[RevenueUnit, ...] = ()
    steps: tuple[DeliberationStep, ...] = ()
    vote: OwnersVote | None = None
    notices: tuple[PublicNotice, ...] = ()
    objections: tuple[Objection, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    team: Team | None = None
    people: Mapping[UUID, str] = field(default_factory=dict)

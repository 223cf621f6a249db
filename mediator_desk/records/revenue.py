"""The common revenue (公共收益) of an estate's quarter: its account, and how its use is decided."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, VoteId


class RevenueState(StrEnum):
    """How far the use of a quarter's revenue is decided (四议两公开)."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    DELIBERATED = "deliberated"
    DECIDED = "decided"
    POSTED = "posted"
    CARRIED_OUT = "carried_out"
    CLOSED = "closed"


class RevenuePurpose(StrEnum):
    """What the owners may use it for (Liaocheng property regulation, art. 53)."""

    FUND = "fund"
    FEES = "fees"
    MEETINGS = "meetings"
    SHARED = "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueAccount:
    """The account of one quarter of one estate.

    ``opening`` is what was left before. ``account_tail`` are the last four digits of its bank
    account. ``distributable`` is what was left for the owners when the account was posted; from
    ``account_posted_on`` on its lines and its roster stand. ``purpose`` and ``plan`` say what it is
    to be used for, and ``vote`` is the owners' vote that decided so.
    """

    TABLE: ClassVar[str] = "revenue_account"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    title: str
    estate: str
    division: str
    year: int
    quarter: int
    opening: Decimal = Decimal("0.00")
    account_tail: str = ""
    state: RevenueState = RevenueState.DRAFT
    logged_by: PersonId
    logged_at: datetime
    distributable: Decimal | None = None
    account_posted_on: date | None = None
    purpose: RevenuePurpose | None = None
    plan: str = ""
    vote: VoteId | None = None
    sent_back_because: str = ""
    version: int = 0


class RevenueSide(StrEnum):
    """On which side of the account a line stands."""

    INCOME = "income"
    COST = "cost"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueLine:
    """One sum that came in or was spent, with the contract or voucher that proves it."""

    TABLE: ClassVar[str] = "revenue_line"
    OWNER: ClassVar[str] = "account"

    id: UUID
    account: UUID
    side: RevenueSide
    what: str
    amount: Decimal
    proof: str = ""
    entered_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueUnit:
    """One unit that takes part by its exclusive area, in 0.01 m²; no owner is named."""

    TABLE: ClassVar[str] = "revenue_unit"
    OWNER: ClassVar[str] = "account"

    id: UUID
    account: UUID
    unit: str
    area: int
    version: int = 0


class Deliberation(StrEnum):
    """The four deliberations (四议), in their order."""

    PROPOSE = "propose"
    DISCUSS = "discuss"
    DELIBERATE = "deliberate"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliberationStep:
    """One deliberation: when, by how many, and why it counts where the figures are not reached.

    The three numbers are kept of the party members' meeting only; elsewhere they are 0.
    """

    TABLE: ClassVar[str] = "deliberation_step"
    OWNER: ClassVar[str] = "account"

    id: UUID
    account: UUID
    kind: Deliberation
    held_on: date
    due: int = 0
    present: int = 0
    agreeing: int = 0
    opinion: str = ""
    override_reason: str = ""
    by: PersonId
    version: int = 0

"""How an agreement is performed: dated parts of a sum, payments, urging, changes, a lawsuit."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import AgreementId, DisputeId, PartyId, PersonId


class PaidBy(StrEnum):
    """How money changed hands."""

    CASH = "cash"
    TRANSFER = "transfer"
    PHONE = "phone"
    OTHER = "other"


class UrgedBy(StrEnum):
    """How somebody was urged to perform (Mediation Law 31)."""

    CALL = "call"
    VISIT = "visit"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One dated part of the sum that an obligation promises."""

    TABLE: ClassVar[str] = "instalment"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    obligation: UUID
    amount: Decimal
    due_on: date
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money paid on an obligation, in full or in part. It counts for the earliest part owed."""

    TABLE: ClassVar[str] = "payment"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    obligation: UUID
    amount: Decimal
    paid_on: date
    paid_by: PaidBy = PaidBy.OTHER
    proof: str = ""
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A schedule that both sides changed. ``before`` keeps the old parts: 2026-12-01 500.00."""

    TABLE: ClassVar[str] = "amendment"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    obligation: UUID
    agreed_on: date
    agreed_by: tuple[PartyId, ...]
    reason: str
    before: tuple[str, ...]
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Urging:
    """One time a party was urged to perform, and the day to ask again."""

    TABLE: ClassVar[str] = "urging"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    obligation: UUID
    at: datetime
    urged_by: UrgedBy
    words: str
    next_on: date | None = None
    by: PersonId
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawsuit:
    """A party went to court over the agreement (Mediation Law 32)."""

    TABLE: ClassVar[str] = "lawsuit"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    agreement: AgreementId
    plaintiff: PartyId
    sued_on: date
    court: str = ""
    number: str = ""
    result: str = ""
    version: int = 0

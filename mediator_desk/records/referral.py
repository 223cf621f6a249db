"""A dispute handed to us by another body, or by us to one, with the parties' consent."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PartyId, PersonId


class ReferralWay(StrEnum):
    """Whether it came to us or left us."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One referral (委托、移送): parties and committee must agree to it.

    ``body`` is the other one's name and ``reference`` its number; ``consented`` names the parties
    who agreed. What came of it is not kept here: it is the outcome of the dispute. ``answer`` are
    the words added to it, ``answered_on`` the day the other was told (or told us).
    """

    TABLE: ClassVar[str] = "referral"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    way: ReferralWay
    body: str
    contact: str = ""
    reference: str = ""
    referred_on: date
    consented: tuple[PartyId, ...] = ()
    reply_by: date | None = None
    answered_on: date | None = None
    answer: str = ""
    by: PersonId
    version: int = 0

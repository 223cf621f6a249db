"""Awards for cases (以案定补): a claim of a period, and who is paid what for which case."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PersonId, TeamId


class ClaimState(StrEnum):
    """How far a claim is."""

    DRAFTED = "drafted"
    SUBMITTED = "submitted"
    OFFICE_AGREED = "office_agreed"
    APPROVED = "approved"
    RETURNED = "returned"
    PAID = "paid"


class AwardClass(StrEnum):
    """The four classes of a case."""

    SIMPLE = "simple"
    GENERAL = "general"
    DIFFICULT = "difficult"
    MAJOR = "major"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardClaim:
    """A claim for the cases of a period, with the opinions of committee, 司法所 and 司法局.

    ``scheme`` names the set of rules the sums were reckoned by. The sums stay what they were when
    the claim was drafted; a claim that was returned frees its disputes for another one.
    """

    TABLE: ClassVar[str] = "award_claim"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    scheme: str
    first_on: date
    last_on: date
    state: ClaimState = ClaimState.DRAFTED
    drafted_on: date
    drafted_by: PersonId
    committee_opinion: str = ""
    committee_on: date | None = None
    office_opinion: str = ""
    office_on: date | None = None
    bureau_opinion: str = ""
    bureau_on: date | None = None
    paid_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine:
    """What one mediator gets for one case: ``share`` in hundredths, ``amount`` in yuan.

    ``matter`` is the dispute the award is paid for once: the first of all that tell of the same.
    """

    TABLE: ClassVar[str] = "award_line"
    OWNER: ClassVar[str] = "claim"

    id: UUID
    claim: UUID
    dispute: DisputeId
    matter: DisputeId
    award_class: AwardClass
    mediator: PersonId
    share: int
    amount: Decimal
    version: int = 0

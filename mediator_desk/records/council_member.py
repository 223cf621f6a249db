"""Who sits on the residents' council of a team, and for how long."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import TeamId


class MemberKind(StrEnum):
    """As whom somebody sits on the council."""

    RESIDENT = "resident"
    PARTY_MEMBER = "party_member"
    BUILDING_HEAD = "building_head"
    RESIDENTS_COMMITTEE = "residents_committee"
    OWNERS_COMMITTEE = "owners_committee"
    PROPERTY = "property"
    UNIT_IN_AREA = "unit_in_area"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMember:
    """One member. ``since`` and ``until`` are the first and the last day of the term."""

    TABLE: ClassVar[str] = "council_member"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    name: str
    kind: MemberKind
    phone: str = ""
    since: date
    until: date | None = None
    version: int = 0

    def serves_on(self, day: date) -> bool:
        """Tell whether the term runs on this day."""
        return self.since <= day and (self.until is None or day <= self.until)

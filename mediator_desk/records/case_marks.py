"""What the tables of superiors ask about a case and no paper says: said once, and kept."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PersonId


class EventScale(StrEnum):
    """How large an event is (GB/T 31000-2015, 事件规模)."""

    UNSAID = ""
    INDIVIDUAL = "01"
    GROUP = "02"
    LARGE_GROUP = "03"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseMarks:
    """The marks of one case. ``people`` are those involved, 0 when only the parties are.

    ``suicide``, ``crime``, ``petition`` and ``fight`` say from how many persons it was kept away;
    0 means that there was no such danger. Two stations may each have marked a case; the later
    marks hold.
    """

    TABLE: ClassVar[str] = "case_marks"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    complex: bool = False
    people: int = 0
    suicide: int = 0
    crime: int = 0
    petition: int = 0
    fight: int = 0
    scale: EventScale = EventScale.UNSAID
    by: PersonId
    version: int = 0

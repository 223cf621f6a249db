"""Numbers of volumes that a committee reserved for one of its stations."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import StationId


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBlock:
    """So many numbers of a year for one station, by the committee's short name on paper.

    Stations write down their committee each by itself; what must not collide is what is printed.
    """

    TABLE: ClassVar[str] = "number_block"
    OWNER: ClassVar[str] = ""

    id: UUID
    short: str
    year: int
    station: StationId
    first: int
    last: int
    version: int = 0

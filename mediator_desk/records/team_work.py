"""What a team does besides its cases: sweeps for disputes, and handing its volumes over."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import DisputeId, PersonId, TeamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """The sweeps (排查) of a period; what they found are the disputes logged in it.

    ``times`` counts how often the team went round from ``first_on`` to ``last_on``.
    """

    TABLE: ClassVar[str] = "sweep"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    first_on: date
    last_on: date
    times: int
    filed_on: date
    by: PersonId
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Volumes one person hands to another, with a third who watches.

    ``disputes`` are frozen with the handover: what was in those hands that day.
    """

    TABLE: ClassVar[str] = "handover"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    giver: PersonId
    taker: PersonId
    supervisor: str
    handed_on: date
    reason: str = ""
    disputes: tuple[DisputeId, ...] = ()
    by: PersonId
    version: int = 0

"""What windows and papers show of a team's own papers: sweeps, handovers, claims of awards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from mediator_desk.records.award import AwardClaim, AwardLine, ClaimState
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.team import Team
from mediator_desk.records.team_work import Handover, Sweep
from mediator_desk.rows import DisputeRow


class TeamPaperKind(StrEnum):
    """The papers a team keeps about itself."""

    SWEEP = "sweep"
    AWARD = "award"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPaperRow:
    """One line of their list; ``count`` are the disputes it tells of, ``state`` that of a claim."""

    id: UUID
    kind: TeamPaperKind
    number: str
    first_on: date
    last_on: date
    count: int
    who: str = ""
    state: ClaimState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SweptDispute:
    """A dispute a sweep found, with the risk that was reported last."""

    row: DisputeRow
    people: int
    level: RiskLevel | None = None
    measures: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepFile:
    """A sweep and the disputes logged in its period, oldest first."""

    sweep: Sweep
    team: Team | None
    disputes: tuple[SweptDispute, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFile:
    """A handover and the disputes whose volumes changed hands."""

    handover: Handover
    team: Team | None
    disputes: tuple[DisputeRow, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardFile:
    """A claim with its lines, and the disputes they are for."""

    claim: AwardClaim
    team: Team | None
    lines: tuple[AwardLine, ...] = ()
    disputes: Mapping[UUID, DisputeRow] = field(default_factory=dict)
    people: Mapping[UUID, str] = field(default_factory=dict)


TeamPaperFile = SweepFile | HandoverFile | AwardFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedMatter:
    """A matter that stands in a claim which was not returned."""

    matter: UUID
    claim: UUID
    number: str

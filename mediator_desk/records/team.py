"""The station, the team that works there, and the committee that owns the seal."""

from dataclasses import dataclass
from typing import ClassVar

from mediator_desk.records.ids import CommitteeId, StationId, TeamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A people's mediation committee: only it can issue an agreement (People's Mediation Law 29).

    ``short`` stands in the printed numbers, as in （2026）东昌古楼人调字第12号. ``kind`` is one of
    the kinds that ``statistics.toml`` names (village, community, street …), or not said yet.
    """

    TABLE: ClassVar[str] = "committee"
    OWNER: ClassVar[str] = ""

    id: CommitteeId
    name: str
    short: str
    kind: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A mediation team; it may work for a committee, but is not one (domain.md finding 1).

    ``short`` stands in the station's log numbers, as in 古楼-2026-7.
    """

    TABLE: ClassVar[str] = "team"
    OWNER: ClassVar[str] = ""

    id: TeamId
    name: str
    short: str
    division: str
    committee: CommitteeId | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One store on one PC. ``mark`` tells two stations of one team apart in the log numbers."""

    TABLE: ClassVar[str] = "station"
    OWNER: ClassVar[str] = ""

    id: StationId
    team: TeamId
    name: str
    mark: str = ""
    version: int = 0

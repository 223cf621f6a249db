"""Which disputes tell of one matter: the same topic at the same place within a period.

How many and how near is data; the desk only offers, and a person gathers.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from mediator_desk.records.dispute import Topic


class Nearness(StrEnum):
    """How near to each other disputes must be."""

    ESTATE = "estate"
    BUILDING = "building"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """So many disputes within so many days; ``topic`` None is for every other topic."""

    topic: Topic | None
    least: int
    within_days: int
    place: Nearness
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringRules:
    """The thresholds of all topics."""

    thresholds: tuple[Threshold, ...]

    def of(self, topic: Topic) -> Threshold | None:
        """Give the threshold of a topic, or the one for all others."""
        own = [one for one in self.thresholds if one.topic is topic]
        general = [one for one in self.thresholds if one.topic is None]
        return next(iter((*own, *general)), None)

    def since(self, today: date) -> date:
        """Give the first day any threshold looks back to."""
        longest = max((one.within_days for one in self.thresholds), default=0)
        return today - timedelta(days=longest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gatherable:
    """An open dispute that belongs to no topic yet: what it is about, where, since when."""

    id: UUID
    topic: Topic
    division: str
    estate: UUID | None
    building: str
    logged_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One topic at one place: no dispute is ever at two."""

    topic: Topic
    division: str
    estate: UUID | None
    building: str

    @property
    def code(self) -> str:
        """Name the spot in one word."""
        estate = "" if self.estate is None else str(self.estate)
        return "/".join((self.topic.value, self.division, estate, self.building))

    @property
    def aside_key(self) -> str:
        """Name the shelf on which lies what was put aside here."""
        return f"gathering/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Disputes of one spot, enough of them to be one topic; the oldest comes first."""

    spot: Spot
    threshold: Threshold
    disputes: tuple[UUID, ...]
    first_on: date
    last_on: date


def spot_of(one: Gatherable, threshold: Threshold) -> Spot:
    """Say where a dispute counts: its building or its estate, or else its community."""
    by_building = threshold.place is Nearness.BUILDING and one.estate is not None
    return Spot(
        topic=one.topic,
        division=one.division if one.estate is None else "",
        estate=one.estate,
        building=one.building.strip() if by_building else "",
    )


def clusters(
    disputes: Iterable[Gatherable], rules: GatheringRules, today: date
) -> tuple[Cluster, ...]:
    """Find what could be one topic, the largest first; the order of the disputes is no matter."""
    spots: dict[Spot, list[Gatherable]] = {}
    for one in disputes:
        threshold = rules.of(one.topic)
        if threshold is not None and one.logged_on >= today - timedelta(threshold.within_days):
            spots.setdefault(spot_of(one, threshold), []).append(one)
    found = [_cluster(spot, members, rules) for spot, members in spots.items()]
    enough = [one for one in found if one is not None]
    return tuple(sorted(enough, key=lambda one: (-len(one.disputes), one.first_on, one.spot.code)))


def read_gathering(text: str) -> GatheringRules:
    """Read the file of thresholds."""
    return GatheringRules(
        thresholds=tuple(
            Threshold(
                topic=Topic(one["topic"]) if "topic" in one else None,
                least=one["least"],
                within_days=one["within_days"],
                place=Nearness(one["place"]),
                source=one["source"],
            )
            for one in tomllib.loads(text)["threshold"]
        )
    )


def _cluster(spot: Spot, members: list[Gatherable], rules: GatheringRules) -> Cluster | None:
    threshold = rules.of(spot.topic)
    if threshold is None or len(members) < threshold.least:
        return None
    ordered = sorted(members, key=lambda one: (one.logged_on, one.id))
    return Cluster(
        spot=spot,
        threshold=threshold,
        disputes=tuple(one.id for one in ordered),
        first_on=ordered[0].logged_on,
        last_on=ordered[-1].logged_on,
    )

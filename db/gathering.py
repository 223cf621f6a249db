"""What could be one topic: open disputes of one place and topic, found along one index."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from db.tables import shelf
from mediator_desk.records.dispute import Topic
from mediator_desk.rows import Gathering
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.gathering import Gatherable, GatheringRules, Spot, clusters
from mediator_desk.rules.transitions import DISPUTE_STEPS

_STAGES = ", ".join(
    f"'{stage.value}'"
    for step in DISPUTE_STEPS
    if step.usecase == "gather-disputes"
    for stage in step.before
)

OPEN = f"""
SELECT id, topic, division, estate, building, logged_at FROM dispute
INDEXED BY ix_dispute_stage_logged_at
WHERE stage IN ({_STAGES}) AND logged_at >= :since AND agenda_topic IS NULL AND NOT gone
 AND team = (SELECT team FROM station WHERE station.id = :station)
"""


def gatherings(
    connection: Connection, station: UUID, rules: GatheringRules, today: date
) -> tuple[Gathering, ...]:
    """Find what could be one topic, the largest first."""
    # Moments are kept as text that sorts as time does; the rule itself looks at the day in China.
    since = (rules.since(today) - timedelta(days=1)).isoformat()
    places = {"station": str(station), "since": since}
    rows = connection.execute(text(OPEN), places)
    found = clusters(map(_gatherable, rows), rules, today)
    if not found:
        return ()
    names = {one.id: one.name for one in connection.execute(text("SELECT id, name FROM place"))}
    return tuple(
        Gathering(
            cluster=one,
            place=_place(one.spot, names),
            aside=set(map(str, one.disputes)) <= _put_aside(connection, one.spot),
        )
        for one in found
    )


def _gatherable(row: Any) -> Gatherable:
    return Gatherable(
        id=UUID(row.id),
        topic=Topic(row.topic),
        division=row.division,
        estate=None if row.estate is None else UUID(row.estate),
        building=row.building,
        logged_on=local_day(datetime.fromisoformat(row.logged_at)),
    )


def _place(spot: Spot, names: Mapping[str, str]) -> str:
    """Name the place of a spot: its estate and building, or a community we added ourselves."""
    if spot.estate is None:
        return names.get(spot.division, "")
    return " ".join(one for one in (names.get(str(spot.estate), ""), spot.building) if one)


def _put_aside(connection: Connection, spot: Spot) -> set[str]:
    """Give the disputes a person has seen together and chose not to gather."""
    kept = connection.scalar(select(shelf.c.value).where(shelf.c.key == spot.aside_key))
    return set(kept) if isinstance(kept, list) else set()

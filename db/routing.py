"""What people decided about the ways of disputes: to learn from, and to look at."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from mediator_desk.records.dispute import Route, Topic
from mediator_desk.records.ids import DisputeId
from mediator_desk.rows import OverrideRow
from mediator_desk.rules.learner import Case, Decided

_DECIDED = """
SELECT topic, title, text, households, COALESCE(estate, division), route FROM dispute
WHERE route <> '' AND NOT gone AND id <> ? ORDER BY id DESC LIMIT ?
"""

_OVERRIDES = """
SELECT decision.dispute, dispute.number, decision.decided_at, person.name, decision.topic,
 decision.proposed, decision.chosen, decision.reason, decision.because, decision.outside
FROM route_decision AS decision
JOIN dispute ON dispute.id = decision.dispute AND NOT dispute.gone
LEFT JOIN person ON person.id = decision.by
WHERE decision.chosen <> decision.proposed AND NOT decision.gone
ORDER BY decision.decided_at DESC, decision.id DESC
"""


def decided(cursor: Any, newest: int, but: DisputeId | None) -> tuple[Decided, ...]:
    """Give the newest disputes whose way was decided, but one."""
    return tuple(
        Decided(
            case=Case(
                topic=Topic(topic), text=f"{title} {said}", households=households, spot=spot or ""
            ),
            route=Route(route),
        )
        for topic, title, said, households, spot, route in cursor.execute(
            _DECIDED, (str(but), newest)
        )
    )


def overrides(cursor: Any) -> tuple[OverrideRow, ...]:
    """List the decisions that were other ones than the desk proposed, newest first."""
    return tuple(
        OverrideRow(
            dispute=DisputeId(UUID(one[0])),
            number=one[1],
            decided_at=datetime.fromisoformat(one[2]),
            by=one[3] or "",
            topic=Topic(one[4]),
            proposed=Route(one[5]),
            chosen=Route(one[6]),
            reason=one[7],
            because=tuple(json.loads(one[8]) if isinstance(one[8], str) else one[8]),
            outside=one[9],
        )
        for one in cursor.execute(_OVERRIDES)
    )

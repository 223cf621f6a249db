"""What could be one topic, said in a sentence; the windows and the command line say the same."""

from mediator_desk.labels import label
from mediator_desk.ports import Desk
from mediator_desk.rows import Gathering
from mediator_desk.words import _, n_

_FEW_DAYS = 13


def gathering_said(desk: Desk, one: Gathering) -> str:
    """Say it as people do: 7 parking disputes in 3 weeks at this place."""
    count = len(one.cluster.disputes)
    return n_(
        "{count} dispute about {topic} in {span}, {place}",
        "{count} disputes about {topic} in {span}, {place}",
        count,
    ).format(
        count=count,
        topic=label(one.cluster.spot.topic),
        span=_span(one),
        place=place_said(desk, one),
    )


def place_said(desk: Desk, one: Gathering) -> str:
    """Name the estate and building, or else the community."""
    division = desk.books.divisions.get(one.cluster.spot.division)
    return one.place or (division.name if division is not None else desk.team.name)


def why_said(one: Gathering) -> str:
    """Say from how many on the desk offers it, and where that number comes from."""
    threshold = one.cluster.threshold
    return n_(
        "Offered from {least} on within {count} day ({source}).",
        "Offered from {least} on within {count} days ({source}).",
        threshold.within_days,
    ).format(least=threshold.least, count=threshold.within_days, source=threshold.source)


def _span(one: Gathering) -> str:
    days = (one.cluster.last_on - one.cluster.first_on).days + 1
    if days == 1:
        return _("one day")
    if days <= _FEW_DAYS:
        return n_("{count} day", "{count} days", days).format(count=days)
    weeks = -(-days // 7)
    return n_("{count} week", "{count} weeks", weeks).format(count=weeks)

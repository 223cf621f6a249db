"""Rosters of owners' votes for the scenarios: how many owners of which area take part and agree."""

from mediator_desk.rules.heads_and_area import Tally, UnitVote, square_metres


def flats(areas, taking_part, agreeing, start=1):
    """Give one vote for each area (0.01 m²); the first take part, the first of those agree."""
    return [
        UnitVote(
            unit=f"{start + at}",
            owner=f"业主{start + at}",
            area=area,
            took_part=at < taking_part,
            agrees=at < agreeing,
        )
        for at, area in enumerate(areas)
    ]


def spread(heads, area):
    """Cut an area (0.01 m²) into so many flats, as equal as can be."""
    each, rest = divmod(area, heads)
    return [each + (at < rest) for at in range(heads)]


def estate(all_heads, all_area, part_heads, part_area, agree_heads, agree_area):
    """Give the votes of an estate of which only the sums are known."""
    groups = (
        (agree_heads, agree_area, True, True),
        (part_heads - agree_heads, part_area - agree_area, True, False),
        (all_heads - part_heads, all_area - part_area, False, False),
    )
    return [
        UnitVote(
            unit=f"{group}-{at}", owner=f"{group}-{at}", area=each, took_part=part, agrees=agrees
        )
        for group, (heads, area, part, agrees) in enumerate(groups)
        if heads
        for at, each in enumerate(spread(heads, area))
    ]


def as_csv(votes):
    """Write a roster as the ``vote`` command reads it."""
    lines = ["unit,owner,area_m2,took_part,agrees,unsold"]
    lines += [
        f"{one.unit},{one.owner},{square_metres(one.area)},{one.took_part:d},{one.agrees:d},"
        f"{one.unsold:d}"
        for one in votes
    ]
    return "\n".join(lines) + "\n"


def tally(axis):
    """Give the three numbers of an axis."""
    assert isinstance(axis.tally, Tally)
    return axis.tally.all, axis.tally.taking_part, axis.tally.agreeing

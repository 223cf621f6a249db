"""Figures as they may be made public: one so small that it tells of persons is left out.

Where a single line of a sum is left out it could be reckoned from the others, so the next smallest
is left out with it. What was before is left out likewise.
"""

from dataclasses import replace

from mediator_desk.rows.statistics import Change, Figure, FigureGroup, Statistics
from mediator_desk.rules.masking import FEWEST_SHOWN
from mediator_desk.rules.statistics import CellKey, Measure

_BEHIND = {Measure.AMOUNT: Measure.SUCCESS, Measure.PERSONS: Measure.TOTAL}


def without_small(found: Statistics) -> Statistics:
    """Leave out what is small."""
    few = {one.key for one in found.every() if isinstance(one.value, int) and _few(one.value)}
    few |= {CellKey(one) for one, behind in _BEHIND.items() if CellKey(behind) in few}
    return replace(
        found,
        table=tuple(_group(one, few) for one in found.table),
        intake=tuple(_group(one, few) for one in found.intake),
        topics=_figures(found.topics, few, adds_up=True),
        places=_figures(found.places, few, adds_up=True),
        topic_places=_figures(found.topic_places, few, adds_up=True),
    )


def _group(group: FigureGroup, few: set[CellKey]) -> FigureGroup:
    return replace(group, figures=_figures(group.figures, few, adds_up=group.adds_up))


def _figures(
    figures: tuple[Figure, ...], few: set[CellKey], *, adds_up: bool
) -> tuple[Figure, ...]:
    hidden = {one.key for one in figures if one.key in few}
    if adds_up and len(hidden) == 1:
        others = [one for one in figures if one.key not in hidden and one.value]
        if others:
            hidden.add(min(others, key=lambda one: one.value or 0).key)
    return tuple(_hidden(one) if one.key in hidden else _bare(one) for one in figures)


def _hidden(one: Figure) -> Figure:
    return replace(one, value=None, persons=None, share="", on_before=None, on_year=None)


def _bare(one: Figure) -> Figure:
    """Leave out a change that tells a small figure of another period."""
    return replace(
        one,
        persons=None if one.persons is not None and _few(one.persons) else one.persons,
        on_before=_known(one.on_before),
        on_year=_known(one.on_year),
    )


def _known(change: Change | None) -> Change | None:
    told_by = change is not None and isinstance(change.before, int) and _few(change.before)
    return None if told_by else change


def _few(count: int) -> bool:
    return 0 < count < FEWEST_SHOWN

"""The whole official directory to pick a place from, before any store is there."""

from collections.abc import Mapping

from mediator_desk.records.place import Division, Level
from mediator_desk.rules.pinyin import initials
from mediator_desk.words import p_
from ui.widgets.completing import Candidate


def directory(divisions: Mapping[str, Division]) -> tuple[Candidate, ...]:
    """List counties, streets and communities; an errand, for it spells every name."""
    return tuple(
        Candidate(one.code, one.name, where(one.parent, divisions), initials(one.name))
        for one in divisions.values()
        if one.level is not Level.CITY
    )


def where(code: str, divisions: Mapping[str, Division]) -> str:
    """Say in what a place lies: its county and its street."""
    names: list[str] = []
    while code in divisions and divisions[code].level is not Level.CITY:
        names.insert(0, divisions[code].name)
        code = divisions[code].parent
    return p_("place path", " › ").join(names)

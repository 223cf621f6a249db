"""Places to pick by typing: communities of the directory, those we added, and known estates."""

from collections.abc import Iterable, Mapping

from mediator_desk.ports import Desk
from mediator_desk.records.place import Division, Level, Place
from mediator_desk.rules.pinyin import initials
from mediator_desk.words import p_
from ui.widgets.completing import Candidate

_PICKED = (Level.COMMUNITY, Level.STREET)


def communities(desk: Desk) -> tuple[Candidate, ...]:
    """List communities and streets, the team's own first; an errand, for it spells each name."""
    divisions = desk.books.divisions
    added = desk.queries.added_places()
    names = {str(one.id): one.name for one in added}
    own = desk.team.division
    listed = [_of_directory(one, divisions) for one in _near_first(divisions.values(), own)]
    listed += [_added(one, divisions, names) for one in added if one.level in _PICKED]
    return tuple(sorted(listed, key=lambda one: one.key != own))


def estates(places: Iterable[Place]) -> tuple[Candidate, ...]:
    """List the estates known in a community; the words are kept, for a new one is added by name."""
    return tuple(
        Candidate(place.name, place.name, initials=initials(place.name)) for place in places
    )


def _near_first(divisions: Iterable[Division], own: str) -> list[Division]:
    """Put what lies in the team's own street and county before the rest."""
    found = [one for one in divisions if one.level in _PICKED]
    return sorted(
        found,
        key=lambda one: (
            not one.code.startswith(own[:9]),
            not one.code.startswith(own[:6]),
            one.level is not Level.COMMUNITY,
            one.code,
        ),
    )


def _of_directory(one: Division, divisions: Mapping[str, Division]) -> Candidate:
    return Candidate(one.code, one.name, _above(one.parent, divisions, {}), initials(one.name))


def _added(one: Place, divisions: Mapping[str, Division], names: Mapping[str, str]) -> Candidate:
    return Candidate(str(one.id), one.name, _above(one.under, divisions, names), initials(one.name))


def _above(code: str, divisions: Mapping[str, Division], names: Mapping[str, str]) -> str:
    """Say what a place lies in: county and street."""
    parts: list[str] = []
    while code in divisions and divisions[code].level is not Level.CITY:
        parts.insert(0, divisions[code].name)
        code = divisions[code].parent
    if code in names:
        parts.append(names[code])
    return p_("place path", " › ").join(parts)

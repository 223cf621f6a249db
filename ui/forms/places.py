"""Places to pick by typing: communities of the directory, those we added, and known estates."""

from collections.abc import Iterable, Mapping

from mediator_desk.ports import Desk
from mediator_desk.records.place import Division, Level, Place
from mediator_desk.rules.pinyin import initials
from ui.forms.directory import where
from ui.widgets.completing import Candidate

_PICKED = (Level.COMMUNITY, Level.STREET)


def communities(desk: Desk) -> tuple[Candidate, ...]:
    """List communities and streets, the team's own first; an errand, for it spells each name."""
    divisions = desk.books.divisions
    added = desk.queries.added_places()
    names = {str(one.id): one.name for one in added}
    own = desk.team.division
    listed = [
        Candidate(one.code, one.name, where(one.parent, divisions), initials(one.name))
        for one in _near_first(divisions.values(), own)
    ]
    listed += [
        Candidate(str(one.id), one.name, _above(one, divisions, names), initials(one.name))
        for one in added
        if one.level in _PICKED
    ]
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


def _above(one: Place, divisions: Mapping[str, Division], names: Mapping[str, str]) -> str:
    """Say in what a place we added lies: in the directory, or in another such place."""
    return where(one.under, divisions) or names.get(one.under, "")

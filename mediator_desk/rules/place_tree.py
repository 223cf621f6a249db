"""The tree of places: what lies in what, in the order of the directory, and sums over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mediator_desk.records.place import Division, Level, Place
from mediator_desk.rules.place_names import plain_name

_COUNTED = (Level.STREET, Level.COMMUNITY)


@dataclass(frozen=True, slots=True)
class PlaceTree:
    """Places by their code (or id as text); ``inside`` lists what lies in each, in order."""

    names: Mapping[str, str]
    above: Mapping[str, str]
    inside: Mapping[str, tuple[str, ...]]

    def name(self, code: str) -> str:
        """Name a place without the office that sits in it; what is unknown has no name."""
        return self.names.get(code, "")

    def line(self, code: str) -> tuple[str, ...]:
        """Give a place and what it lies in, the widest first."""
        line: list[str] = []
        while code in self.names and code not in line:
            line.insert(0, code)
            code = self.above[code]
        return tuple(line)

    def all_in(self, code: str) -> frozenset[str]:
        """Give a place and everything that lies in it."""
        found, open_ones = {code}, [code]
        while open_ones:
            inside = self.inside.get(open_ones.pop(), ())
            open_ones += [one for one in inside if one not in found]
            found.update(inside)
        return frozenset(found)

    def around(self, code: str) -> str:
        """Give the place to look at first: a street or more, with something in it."""
        while code in self.names and not self.inside.get(code):
            code = self.above[code]
        return code

    def common(self, codes: Iterable[str]) -> str:
        """Give the narrowest place in which all of these lie, of those with something in them."""
        lines = [self.line(code) for code in codes if code in self.names]
        if not lines:
            return ""
        shared = [
            step[0] for step in zip(*lines, strict=False) if all(one == step[0] for one in step)
        ]
        return self.around(shared[-1]) if shared else ""


def place_tree(divisions: Mapping[str, Division], added: Iterable[Place] = ()) -> PlaceTree:
    """Make the tree of the directory and the streets and communities we added ourselves."""
    names = {code: plain_name(one.name) for code, one in divisions.items()}
    above = {code: one.parent for code, one in divisions.items()}
    own = [one for one in added if one.level in _COUNTED]
    names |= {str(one.id): one.name for one in own}
    above |= {str(one.id): one.under for one in own}
    inside: dict[str, list[str]] = {}
    for code in (*sorted(divisions), *(str(one.id) for one in own)):
        inside.setdefault(above[code], []).append(code)
    return PlaceTree(names, above, {code: tuple(found) for code, found in inside.items()})

"""A place as a ledger writes it, cut into division, estate, building and unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.records.place import Division, Level

_BUILDING = re.compile(
    r"[A-Za-z]?\d{1,3}[A-Za-z]?\s*(?:号楼|#楼|栋|幢|号(?!楼|院))|[一二三四五六七八九十]+号楼"
)
_UNIT = re.compile(r"\d{1,2}\s*单元(?:\s*\d{2,4}\s*(?:室|号|户)?)?")
_REST = re.compile(r"[\s,，。;；、-]+")
_ADMINISTRATIVE = re.compile(r"^(?:山东省|聊城市|市辖区)+")
_LONGEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitPlace:
    """A written place in its parts; ``division`` is the code the words name, or the usual one."""

    division: str
    estate: str = ""
    building: str = ""
    unit: str = ""


def split_place(said: str, divisions: Mapping[str, Division], usual: str) -> SplitPlace:
    """Cut a written place into its parts; what no directory knows is the estate."""
    rest = _ADMINISTRATIVE.sub("", _REST.sub("", said))
    if not rest:
        return SplitPlace(division=usual)
    unit = _UNIT.search(rest)
    rest = rest.replace(unit[0], "", 1) if unit else rest
    building = _BUILDING.search(rest)
    rest = rest.replace(building[0], "", 1) if building else rest
    division, rest = _division_in(rest, divisions, usual)
    return SplitPlace(
        division=division,
        estate=rest[:_LONGEST],
        building=building[0] if building else "",
        unit=unit[0] if unit else "",
    )


def _division_in(rest: str, divisions: Mapping[str, Division], usual: str) -> tuple[str, str]:
    """Find the lowest place of the directory that the words begin with, step by step."""
    county = usual[:6]
    found = ""
    for level in (Level.COUNTY, Level.STREET, Level.COMMUNITY):
        named = [
            one
            for one in divisions.values()
            if one.level is level
            and one.code.startswith(found or (county if level is not Level.COUNTY else ""))
            and _begins(rest, one.name)
        ]
        if named:
            best = max(named, key=lambda one: len(_begins(rest, one.name)))
            found, rest = best.code, rest[len(_begins(rest, best.name)) :]
    return (found if len(found) >= len(usual) or not usual.startswith(found) else usual), rest


def _begins(text: str, name: str) -> str:
    """Give the form of a place's name that the text begins with, or nothing."""
    short = re.sub("(?:街道)?办事处$|居民委员会$|居委会$|村民委员会$|村委会$", "", name)
    for form in (name, short, short + "街道", short + "社区"):
        if len(form) > 1 and text.startswith(form):
            return form
    return ""

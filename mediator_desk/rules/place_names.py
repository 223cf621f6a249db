"""What a station is called after its place: proposals in Chinese, for they stand on papers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.records.place import Division, Level

_BODY = re.compile("(街道办事处|居民委员会|居委会)$")
_VILLAGE = re.compile("村?村(民委员会|委会)$")
_KIND = re.compile("(街道|社区|镇|乡|村)$")
_COUNTY = re.compile("(?<=..)[市县区]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedNames:
    """What the team and the committee of a place are mostly called, and their short names."""

    team: str
    short: str
    committee: str
    committee_short: str


def plain_name(name: str) -> str:
    """Name a place without the office that sits in it: 古城社区居委会 is 古城社区."""
    return _VILLAGE.sub("村", _BODY.sub(_street_of, name))


def short_name(name: str) -> str:
    """Name a place as people call it: 古城社区居委会 is 古城, 古楼街道 is 古楼."""
    return _KIND.sub("", plain_name(name)) or name


def proposed_names(place: str, under: str, divisions: Mapping[str, Division]) -> ProposedNames:
    """Propose names for a place: a code, or a name of its own that stands ``under`` a code."""
    above = [plain_name(one.name) for one in _line(under, divisions)]
    own = divisions.get(place)
    if own is not None:
        above = [plain_name(one.name) for one in _line(own.parent, divisions)]
    name = plain_name(own.name) if own is not None else place.strip()
    county = next((part for part in above[1:2]), "")
    if own is not None and own.level is Level.COUNTY:
        county = name
    short = _COUNTY.sub("", name) if county == name else short_name(name)
    of_county = "" if county == name else _COUNTY.sub("", county)
    return ProposedNames(
        team=f"{name}调解队" if name else "",
        short=short,
        committee=f"{''.join(above)}{name}人民调解委员会" if name else "",
        committee_short=f"{of_county}{short}",
    )


def _line(code: str, divisions: Mapping[str, Division]) -> list[Division]:
    """Give a place and everything above it, the city first."""
    line: list[Division] = []
    while code in divisions:
        line.insert(0, divisions[code])
        code = divisions[code].parent
    return line


def _street_of(found: "re.Match[str]") -> str:
    return "街道" if found[0].startswith("街道") else ""

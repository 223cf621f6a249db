"""Places: the official directory down to the community, then estates and their buildings."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from mediator_desk.records.ids import PlaceId


class Level(StrEnum):
    """How far down a place stands."""

    CITY = "city"
    COUNTY = "county"
    STREET = "street"
    COMMUNITY = "community"
    ESTATE = "estate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A place of the official directory; ``code`` has 4, 6, 9 or 12 digits (GB/T 2260)."""

    code: str
    name: str
    level: Level
    parent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place we added: an estate, or a street or community without an official code.

    ``under`` is the official code, or the id as text, of the place it stands in.
    Liaocheng's development zones have no codes at all (domain.md finding 12).
    """

    TABLE: ClassVar[str] = "place"
    OWNER: ClassVar[str] = ""

    id: PlaceId
    level: Level
    name: str
    under: str
    version: int = 0

"""A remark: a doubt or a reason said in words, which never locks a door."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from mediator_desk.words import _, p_, spoken


@dataclass(frozen=True, slots=True)
class Remark:
    """A marked sentence and what belongs in its named places, put into words when shown.

    A place may hold another remark; it is put into words with the sentence around it.
    """

    sentence: str
    places: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def words(self) -> str:
        """Say it in the language in use."""
        return _(self.sentence).format(**self.places)

    def __str__(self) -> str:
        """Say it in the language in use."""
        return self.words()


def remark(sentence: str, **places: object) -> Remark:
    """Make a remark of a sentence marked with ``N_`` and its named places."""
    return Remark(sentence, places)


@dataclass(frozen=True, slots=True)
class Listed:
    """Several things named one after the other, with the list mark of the language in use."""

    things: tuple[object, ...]

    def __str__(self) -> str:
        """Say them in the language in use."""
        return p_("list mark", ", ").join(str(thing) for thing in self.things)


@dataclass(frozen=True, slots=True)
class Named:
    """A name a data file gives in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Say it in the language in use."""
        return self.zh if spoken() == "zh_CN" else self.en


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A day as people say it: 15 February 2026, 2026年2月15日."""

    day: date

    def __str__(self) -> str:
        """Say it in the language in use."""
        year, month, day = self.day.year, self.day.month, self.day.day
        if spoken() == "zh_CN":
            return f"{year}年{month}月{day}日"
        return f"{day} {_MONTHS[month - 1]} {year}"

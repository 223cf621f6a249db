"""One pseudonym for one person throughout a print job, in lists and inside running text."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from mediator_desk.records.people import Sex
from mediator_desk.rules.masking import STAR
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.rules.names import is_han, tidy_name, without_separators
from mediator_desk.rules.surnames import DOUBLE_SURNAMES

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SOMEBODY = "某"
_BETWEEN = " \u3000·•・."


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person as one record names it, with what tells two persons of one name apart.

    ``group`` is the dispute it stands in; ``born`` is a year, 0 when unknown.
    """

    name: str
    group: UUID | None = None
    id_number: str = ""
    born: int = 0
    sex: Sex = Sex.UNSAID


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Who is called what; made once for everything a job prints, by ``pseudonyms``.

    At the level ``PUBLIC`` a name shows its first character and a star, otherwise its surname and
    某; where several persons would be called the same, 甲 乙 丙 … follow.
    """

    _by_name: Mapping[str, str] = field(default_factory=dict)
    _by_place: Mapping[tuple[UUID | None, str], str] = field(default_factory=dict)
    _heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def name(self, name: str, group: UUID | None = None) -> str:
        """Say a whole name by its pseudonym; a name nobody made one for is only masked."""
        key = _key(name)
        if not key:
            return ""
        kept = self._by_place.get((group, key)) or self._by_name.get(key)
        return kept or f"{_surname(key)}{_SOMEBODY}"

    def text(self, text: str, group: UUID | None = None) -> str:
        """Put the pseudonyms in place of every known name inside a text."""
        pieces: list[str] = []
        at = kept = 0
        while at < len(text):
            name, end = self._found(text, at)
            if not name:
                at += 1
                continue
            pieces += [text[kept:at], self.name(name, group)]
            at = kept = end
        return "".join((*pieces, text[kept:])) if pieces else text

    def names_in(self, text: str) -> tuple[str, ...]:
        """Give the known names that still stand in a text."""
        found: dict[str, None] = {}
        at = 0
        while at < len(text):
            name, end = self._found(text, at)
            if name:
                found.setdefault(name)
            at = max(end, at + 1)
        return tuple(found)

    def _found(self, text: str, at: int) -> tuple[str, int]:
        """Give the longest known name that begins here, and where it ends."""
        for name in self._heads.get(text[at].casefold(), ()):
            end = _end_of(name, text, at)
            if end:
                return name, end
        return "", 0


def pseudonyms(people: Iterable[Known], level: Masking) -> Pseudonyms:
    """Make the pseudonyms of everybody a job may print, in the order they come up."""
    persons: list[Known] = []
    which: dict[tuple[UUID | None, str], int] = {}
    places: dict[str, list[int]] = {}
    cards: dict[str, int] = {}
    for one in people:
        key = _key(one.name)
        if not key:
            continue
        at = _same(one, persons, places.get(key, ()), cards)
        if at is None:
            at = len(persons)
            persons.append(one)
        persons[at] = _merged(persons[at], one)
        if one.id_number:
            cards[one.id_number] = at
        if at not in places.setdefault(key, []):
            places[key].append(at)
        which.setdefault((one.group, key), at)
    said = _said([_key(one.name) for one in persons], level)
    return Pseudonyms(
        {key: said[found[0]] for key, found in places.items()},
        {place: said[at] for place, at in which.items()},
        _heads(places),
    )


def _same(
    one: Known, persons: Sequence[Known], namesakes: Sequence[int], cards: Mapping[str, int]
) -> int | None:
    """Find the person this is: of one ID number, or of one name with nothing against it."""
    if one.id_number in cards:
        return cards[one.id_number]
    return next((at for at in namesakes if not _two(one, persons[at])), None)


def _two(one: Known, other: Known) -> bool:
    """Tell whether two of one name must be two persons."""
    told = ((one.id_number, other.id_number), (one.born, other.born), (one.sex, other.sex))
    return any(mine and theirs and mine != theirs for mine, theirs in told)


def _merged(one: Known, other: Known) -> Known:
    """Keep what either record says of a person."""
    return replace(
        one,
        id_number=one.id_number or other.id_number,
        born=one.born or other.born,
        sex=one.sex or other.sex,
    )


def _said(names: Sequence[str], level: Masking) -> list[str]:
    """Name the persons of each surname: 张某 alone, else 张某甲, 张某乙 and so on."""
    public = level is Masking.PUBLIC
    bare = [f"{name[0]}{STAR}" if public else f"{_surname(name)}{_SOMEBODY}" for name in names]
    alike, so_far = Counter(bare), Counter[str]()
    said = []
    for one in bare:
        so_far[one] += 1
        said.append(one + (_mark(so_far[one]) if alike[one] > 1 else ""))
    return said


def _mark(place: int) -> str:
    return _STEMS[place - 1] if place <= len(_STEMS) else str(place)


def _surname(key: str) -> str:
    """Give the surname of a name, or its first sign where that is none."""
    if key[:2] in DOUBLE_SURNAMES and len(key) > len(key[:2]):
        return key[:2]
    return key[:1]


def _key(name: str) -> str:
    return without_separators(tidy_name(name))


def _heads(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Order the names by their first sign, the longest first; one sign alone is no name."""
    heads: dict[str, list[str]] = {}
    for name in names:
        if len(name) > 1:
            heads.setdefault(name[0].casefold(), []).append(name)
    return {head: tuple(sorted(found, key=len, reverse=True)) for head, found in heads.items()}


def _end_of(name: str, text: str, start: int) -> int:
    """Tell where a name that begins here ends, with or without dots and blanks in it; else 0."""
    at = start
    for place, sign in enumerate(name):
        while place and at < len(text) and text[at] in _BETWEEN:
            at += 1
        if at >= len(text) or text[at].casefold() != sign.casefold():
            return 0
        at += 1
    return at if _apart(text, start, at) else 0


def _apart(text: str, start: int, end: int) -> bool:
    """Tell that a Latin name is no part of a longer word."""
    before = text[start - 1 : start]
    inside = _lettered(before) and _lettered(text[start])
    return not inside and not (_lettered(text[end - 1]) and _lettered(text[end : end + 1]))


def _lettered(sign: str) -> bool:
    return sign.isalnum() and not is_han(sign)

"""Is this perhaps the same dispute as one we have? Suggestions with reasons, never a barrier."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rapidfuzz import fuzz

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.remarks import Listed, Remark, remark
from mediator_desk.words import N_

WORTH_SHOWING = 30
MOST_SHOWN = 5

_SAME_PHONE, _SAME_NAME, _SAME_SOUND, _SAME_TEXT = 45, 40, 30, 40
_SAME_ESTATE, _SAME_BUILDING, _SAME_UNIT, _SAME_TOPIC = 10, 8, 8, 20
_ALIKE_FROM = 60.0
_EQUAL_FROM = 95.0
_A_LITTLE, _EACH_PERCENT = 10, 0.85
_SHORTEST_TEXT = 8
_LONG_AGO = 180
_AGED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """What is being logged, as far as it is known.

    ``sounds`` are those of the names (``rules.pinyin.full_sounds``); ``estate`` is an id or code
    of the place, empty when it is not said yet.
    """

    topic: Topic | None = None
    estate: str = ""
    building: str = ""
    unit: str = ""
    phones: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    text: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Fresh):
    """A dispute we have, to be held beside the fresh one."""

    id: UUID
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A dispute that may be the same, how likely from 0 to 100, and why."""

    id: UUID
    number: str
    score: int
    because: tuple[Remark, ...]


def likely_same(
    fresh: Fresh, known: Iterable[Known], most: int = MOST_SHOWN
) -> tuple[Likeness, ...]:
    """Rank the disputes that may be the same as the fresh one, the likeliest first."""
    found = [likeness for one in known if (likeness := compare(fresh, one)) is not None]
    found.sort(key=lambda one: (-one.score, one.number))
    return tuple(found[:most])


def compare(fresh: Fresh, known: Known) -> Likeness | None:
    """Hold one dispute beside the fresh one; nothing if too little speaks for it."""
    grounds = [*_people(fresh, known), *_place(fresh, known), *_text(fresh, known)]
    score = sum(weight for weight, _why in grounds)
    if fresh.on and known.on and abs((fresh.on - known.on).days) > _LONG_AGO:
        score -= _AGED
    if score < WORTH_SHOWING:
        return None
    grounds.sort(key=lambda ground: -ground[0])
    return Likeness(
        id=known.id,
        number=known.number,
        score=min(score, 100),
        because=tuple(why for _weight, why in grounds),
    )


Ground = tuple[int, Remark]


def _people(fresh: Fresh, known: Known) -> list[Ground]:
    grounds: list[Ground] = []
    if fresh.phones & known.phones:
        grounds.append((_SAME_PHONE, remark(N_("The same phone number."))))
    names = fresh.names & known.names
    if names:
        said = remark(N_("The same name: {names}."), names=Listed(tuple(sorted(names))))
        grounds.append((_SAME_NAME, said))
    elif fresh.sounds & known.sounds:
        alike = Listed(tuple(sorted(known.names)))
        grounds.append(
            (_SAME_SOUND, remark(N_("A name that sounds the same: {names}."), names=alike))
        )
    return grounds


def _place(fresh: Fresh, known: Known) -> list[Ground]:
    grounds: list[Ground] = []
    if fresh.estate and fresh.estate == known.estate:
        weight, said = _SAME_ESTATE, N_("The same estate.")
        if fresh.building and fresh.building == known.building:
            weight, said = weight + _SAME_BUILDING, N_("The same building.")
            if fresh.unit and fresh.unit == known.unit:
                weight, said = weight + _SAME_UNIT, N_("The same building and unit.")
        grounds.append((weight, remark(said)))
        # A topic alone is no likeness: half of a station's disputes are about parking.
        if fresh.topic is not None and fresh.topic == known.topic:
            grounds.append((_SAME_TOPIC, remark(N_("The same topic."))))
    return grounds


def _text(fresh: Fresh, known: Known) -> list[Ground]:
    if min(len(fresh.text), len(known.text)) < _SHORTEST_TEXT:
        return []
    alike = fuzz.ratio(fresh.text, known.text, score_cutoff=_ALIKE_FROM)
    if alike < _ALIKE_FROM:
        alike = 0.9 * fuzz.partial_ratio(fresh.text, known.text, score_cutoff=_ALIKE_FROM)
    if alike >= _EQUAL_FROM:
        return [(_SAME_TEXT, remark(N_("The same text.")))]
    if alike < _ALIKE_FROM:
        return []
    said = remark(N_("The texts are {percent}% alike."), percent=round(alike))
    return [(round(_A_LITTLE + (alike - _ALIKE_FROM) * _EACH_PERCENT), said)]

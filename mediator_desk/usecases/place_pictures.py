"""Pictures of places: the table of places and topics, and 民生地图 as tiles of the place tree."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from mediator_desk.charts.figures import Figure, Head
from mediator_desk.charts.figures import Named as Tile
from mediator_desk.charts.framing import PARTS
from mediator_desk.charts.hand import Draw
from mediator_desk.charts.heat import HeatRow, heat
from mediator_desk.charts.tiles import Tiles, tiles
from mediator_desk.labels import named
from mediator_desk.labels import pictures as said
from mediator_desk.records.dispute import Topic
from mediator_desk.rows.statistics import CountedIn, Statistics
from mediator_desk.rules.place_tree import PlaceTree
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases.pictures import Behind, Say, note_of, unit_said, written

MOST_TILES = 60
"""With more tiles than these the map shows one level of places only; each leads further in."""

_AT = "@"
Topics = tuple[Topic, ...]
Key = Callable[[str, Topics, frozenset[str]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """The key of a place on the map that one can go into."""

    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAt:
    """The key of disputes not ended yet: of these topics, at these places."""

    name: str
    topics: Topics
    places: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFigures:
    """Disputes counted by topic and place, what is said of them, and the key of what is behind."""

    note: str
    counts: Mapping[tuple[Topic, str], int]
    key: Key

    def places(self) -> frozenset[str]:
        """Name the places that have any."""
        return frozenset(place for (_topic, place), count in self.counts.items() if count)

    def topics(self) -> Topics:
        """Name the topics there are any of, in the order of the topics."""
        found = {topic for (topic, _place), count in self.counts.items() if count}
        return tuple(one for one in Topic if one in found)

    def sum(self, topics: Iterable[Topic], places: Iterable[str]) -> int:
        """Add up the disputes of some topics at some places."""
        there = tuple(places)
        return sum(self.counts.get((topic, place), 0) for topic in topics for place in there)


def logged_at(found: Statistics, say: Say) -> PlaceFigures:
    """Take what was logged in the period, by topic and place."""
    counts = {}
    for figure in found.topic_places:
        topic, _at, place = figure.key.part.partition(_AT)
        counts[Topic(topic), place] = int(figure.value or 0)

    def key(name: str, topics: Topics, places: frozenset[str]) -> Behind:
        cells = {
            CellKey(Measure.TOPIC_AT_PLACE, f"{topic.value}{_AT}{place}")
            for topic in topics
            for place in places
        }
        return Behind(name=name, period=found.period, keys=frozenset(cells))

    return PlaceFigures(note=note_of(found, CountedIn.CASES, say), counts=counts, key=key)


def open_at(counts: Mapping[tuple[Topic, str], int], today: date, say: Say) -> PlaceFigures:
    """Take what is open now, by topic and place."""
    notes = (
        say(said.OPEN),
        say(said.UNIT).format(unit=unit_said(CountedIn.CASES, say)),
        say(said.AS_OF).format(day=today.isoformat()),
    )
    return PlaceFigures(
        note=PARTS.join(notes),
        counts=counts,
        key=lambda name, topics, places: OpenAt(name=name, topics=topics, places=places),
    )


def heat_of(shown: PlaceFigures, tree: PlaceTree, say: Say) -> Draw:
    """Draw places by topics; places and topics without any are left out, none is put first."""
    topics, places = shown.topics(), shown.places()
    parts = [
        part
        for part in parts_of(tree, tree.common(places), places, say, lost=True)
        if part.codes & places
    ]
    rows = [_row(shown, part.name, topics, part.codes & places, say) for part in parts]
    foot = _row(shown, say(said.SUM), topics, places, say) if len(rows) > 1 else None
    columns = [*(say(named(one)) for one in topics), say(said.SUM)]
    head = Head(title=say(said.BY_PLACE_AND_TOPIC), note=shown.note)
    return lambda hand, width: heat(hand, head, width, columns, rows, foot)


def map_of(
    shown: PlaceFigures,
    tree: PlaceTree,
    under: str,
    say: Say,
    *,
    topics: Topics = tuple(Topic),
    top: bool = True,
) -> Draw:
    """Draw what lies in a place as tiles, two levels of it where they are few.

    At the ``top`` of the map stands also what has no place. A tile that holds others leads in.
    """
    places = shown.places()
    parts = parts_of(tree, under, places, say, lost=top)
    inside = [
        (part, parts_of(tree, part.code, places, say) if tree.inside.get(part.code) else [])
        for part in parts
        if part.code
    ]
    if any(below for _part, below in inside) and _few(inside):
        split = [(part.name, below or [part]) for part, below in inside]
        rest = [part for part in parts if not part.code]
        groups = [*split, *([("", rest)] if rest else [])]
    else:
        groups = [("", parts)]
    drawn = [
        Tiles(name=name, tiles=tuple(_tile(shown, tree, one, topics, say) for one in tiled))
        for name, tiled in groups
    ]
    head = Head(title=say(said.MAP), note=PARTS.join((say(said.SCHEMATIC), shown.note)))
    return lambda hand, width: tiles(hand, head, width, drawn)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a place: its code (empty for what was said no further), name, and all in it."""

    code: str
    name: str
    codes: frozenset[str]


def parts_of(
    tree: PlaceTree, under: str, places: frozenset[str], say: Say, *, lost: bool = False
) -> list[Part]:
    """Split a place into what lies in it, in order; nothing counted in it is left out.

    What is said of the place and no further gets a part of its own; so does, if ``lost`` is asked
    for, what lies nowhere else in it.
    """
    parts = [Part(one, tree.name(one), tree.all_in(one)) for one in tree.inside.get(under, ())]
    if under in places and tree.name(under):
        name = say(said.NOT_FURTHER).format(place=tree.name(under)) if parts else tree.name(under)
        parts.append(Part("", name, frozenset({under})))
    rest = places.difference(*(part.codes for part in parts))
    if lost and rest:
        parts.append(Part("", say(said.NO_PLACE), rest))
    return parts


def _few(inside: list[tuple[Part, list[Part]]]) -> bool:
    return sum(len(below) or 1 for _part, below in inside) <= MOST_TILES


def _row(
    shown: PlaceFigures, name: str, topics: Topics, places: frozenset[str], say: Say
) -> HeatRow:
    return HeatRow(
        name=name,
        figures=tuple(
            _figure(
                shown,
                say(said.AT_PLACE).format(place=name, topic=say(named(topic))),
                (topic,),
                places,
                say,
            )
            for topic in topics
        ),
        sum=_figure(shown, name, topics, places, say),
    )


def _tile(shown: PlaceFigures, tree: PlaceTree, part: Part, topics: Topics, say: Say) -> Tile:
    figure = _figure(shown, part.name, topics, part.codes, say)
    if part.code and tree.inside.get(part.code):
        figure = replace(figure, key=Inside(place=part.code))
    return Tile(name=part.name, figure=figure)


def _figure(
    shown: PlaceFigures, name: str, topics: Topics, places: frozenset[str], say: Say
) -> Figure:
    """Give the figure of some topics at some places, with what it says and leads to."""
    value = shown.sum(topics, places)
    unit = unit_said(CountedIn.CASES, say)
    whole = say(said.SAYS).format(name=name, value=written(value), unit=unit)
    return Figure(value=value, says=whole, key=shown.key(name, topics, places) if value else None)

"""What the window of statistics shows: the figures of a period, what is open now, and where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.rows import DisputeRow
from mediator_desk.rows.statistics import Statistics
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.place_tree import PlaceTree, place_tree
from mediator_desk.rules.roles import permit
from mediator_desk.rules.statistics import Scope, cells_of
from mediator_desk.usecases.pictures import Behind
from mediator_desk.usecases.place_pictures import OpenAt
from mediator_desk.usecases.statistics import AskStatistics, statistics_of

MOST_ROWS = 2000
"""No list behind a figure shows more; nobody reads on, and the count is said whole."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsView:
    """The figures, the disputes open now by topic and place, and the tree of places."""

    found: Statistics
    open_now: Mapping[tuple[Topic, str], int]
    tree: PlaceTree
    today: date
    top: str


def statistics_view(desk: Desk, asked: AskStatistics) -> StatisticsView:
    """Read all of it. Raises ``NotAllowed``."""
    found = statistics_of(desk, asked)
    open_now = Counter((one.topic, one.division) for one in desk.queries.open_cases())
    tree = place_tree(desk.books.divisions, desk.queries.added_places())
    seen = {place for _topic, place in open_now} | {one.key.part for one in found.places}
    return StatisticsView(
        found=found,
        open_now=open_now,
        tree=tree,
        today=local_day(desk.now()),
        top=tree.common({*seen, desk.team.division}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesBehind:
    """The disputes behind a figure: how many, and the newest of them."""

    count: int
    rows: tuple[DisputeRow, ...]


def disputes_behind(
    desk: Desk, key: Behind | OpenAt, *, written_only: bool = False, most: int = MOST_ROWS
) -> CasesBehind:
    """Find the disputes behind a figure of a picture, newest first. Raises ``NotAllowed``."""
    permit(desk.person.role, "report")
    if isinstance(key, OpenAt):
        ids = [
            one.id
            for one in desk.queries.open_cases()
            if one.topic in key.topics and one.division in key.places
        ]
    else:
        ids = list(_counted(desk, key, written_only=written_only))
    # Ids tell when they were made: the newest rows need not be looked for among all.
    newest = sorted(ids, reverse=True)[:most]
    rows = sorted(_rows(desk, newest), key=lambda row: -row.key)
    return CasesBehind(count=len(ids), rows=tuple(rows))


def _counted(desk: Desk, key: Behind, *, written_only: bool) -> Iterator[UUID]:
    """Name the cases that count in one of the cells."""
    scope, rules = Scope(period=key.period, written_only=written_only), desk.books.statistics
    for line in desk.queries.case_lines(key.period.first_day, key.period.last_day):
        if any(cell in key.keys for cell, _amount in cells_of(line, scope, rules)):
            yield line.id


def _rows(desk: Desk, ids: Sequence[UUID]) -> Iterator[DisputeRow]:
    for at in range(0, len(ids), _AT_ONCE):
        yield from desk.queries.dispute_rows(ids[at : at + _AT_ONCE])

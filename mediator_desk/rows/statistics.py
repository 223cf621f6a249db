"""The figures of a period as tables, windows, charts and papers show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.periods import Period
from mediator_desk.rules.remarks import Named, Remark
from mediator_desk.rules.statistics import CellKey


class CountedIn(StrEnum):
    """The unit of a figure, as the tables print it."""

    CASES = "件"
    PERSONS = "人"
    TEN_THOUSAND_YUAN = "万元"
    TIMES = "次"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Against an earlier period: what it was, the difference, and that in percent of it.

    ``percent`` has its sign and one place, such as -15.5%; it is a dash when there was nothing.
    """

    before: int | Decimal
    difference: int | Decimal
    percent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One cell of a table. Its ``key`` leads to the cases behind it.

    ``value`` is a whole number, or 万元 with two places. ``persons`` stands beside the cases of
    what was prevented, ``share`` is the part of the total with one place, such as 52.4%.
    ``value`` is None where a number so small would tell of persons (only in what is made public).
    """

    key: CellKey
    name: Named
    counted_in: CountedIn
    value: int | Decimal | None
    persons: int | None = None
    share: str = ""
    on_before: Change | None = None
    on_year: Change | None = None

    def said(self) -> str:
        """Write the value; what is hidden is a star."""
        return "*" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Figures that stand together; where ``adds_up``, their sum is the total."""

    name: Named
    figures: tuple[Figure, ...]
    adds_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPoint:
    """One month of the trend."""

    month: Period
    logged: int
    intake: int
    total: int
    success: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """All figures of a period.

    ``table`` is the case table (F25) in its order, ``intake`` what was accepted in the period.
    ``topics`` are in the order of the topics, ``places`` and ``topic_places`` in that of the
    directory of places, never by their size. ``trend`` holds 24 months, the last of them the one
    the period ends in. ``doubts`` says which sums do not agree.
    """

    unit: str
    period: Period
    written_only: bool
    table: tuple[FigureGroup, ...]
    intake: tuple[FigureGroup, ...]
    topics: tuple[Figure, ...]
    places: tuple[Figure, ...]
    topic_places: tuple[Figure, ...]
    trend: tuple[MonthPoint, ...]
    doubts: tuple[Remark, ...] = ()

    def every(self) -> Iterator[Figure]:
        """Give every figure, in the order of the tables."""
        for group in (*self.table, *self.intake):
            yield from group.figures
        for figures in (self.topics, self.places, self.topic_places):
            yield from figures

    def figure(self, key: CellKey) -> Figure:
        """Give one figure by its key. Raises ``KeyError``."""
        for one in self.every():
            if one.key == key:
                return one
        raise KeyError(key.code())


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCase:
    """A dispute that has not ended yet: what it is about, and where."""

    id: UUID
    topic: Topic
    division: str

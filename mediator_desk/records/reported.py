"""Figures that a table asks and the desk cannot count: typed once for a period, and kept."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFigure:
    """One figure as a person knows it, such as the sweeps of 2026-08 or the rooms of 2026.

    ``figure`` names it as its table does, ``period`` is written as it is typed, ``value`` is
    exact text: a whole number, or 万元 with two places.
    """

    TABLE: ClassVar[str] = "reported_figure"
    OWNER: ClassVar[str] = ""

    id: UUID
    figure: str
    period: str
    value: str
    by: PersonId
    version: int = 0

"""Figures that a table asks and the desk does not see: type them for a period, read them again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from mediator_desk.ports import Desk
from mediator_desk.records.reported import ReportedFigure
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.periods import Period, PeriodKind, read_period
from mediator_desk.words import N_

_FIGURES = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)
_MONTHS_OF = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """What a person knows of a period: figures by name, such as sweeps, found, warded_off.

    An empty value takes a figure back.
    """

    period: str
    figures: Mapping[str, str]


def report_figures(desk: Desk, asked: ReportFigures) -> Changes:
    """Keep the figures; one that was typed before is replaced."""
    with desk.work("report-figures") as work:
        period = read_period(asked.period).code()
        known = {one.figure: one for one in work.every(ReportedFigure) if one.period == period}
        for name, typed in asked.figures.items():
            value, before = typed.strip(), known.get(name)
            if value and not _FIGURES.fullmatch(value):
                raise Refusal(
                    N_("“{typed}” is no figure. Type a number such as 12 or 3.50."), typed=value
                )
            if before is not None and value:
                work.put(replace(before, value=value, by=desk.person.id))
            elif before is not None:
                work.remove(before)
            elif value:
                work.add(
                    ReportedFigure(
                        id=desk.new_id(),
                        figure=name,
                        period=period,
                        value=value,
                        by=desk.person.id,
                    )
                )
        return work.commit()


def reported(desk: Desk, figure: str, period: Period) -> Decimal | None:
    """Give a figure as it was typed for a period, or else for the months in it."""
    typed = {
        one.period: Decimal(one.value)
        for one in desk.queries.reported_figures()
        if one.figure == figure
    }
    if period.code() in typed:
        return typed[period.code()]
    months = period.months(_MONTHS_OF.get(period.kind, 0))
    found = [typed[one.code()] for one in months if one.code() in typed]
    return sum(found, Decimal()) if found else None


def reported_count(desk: Desk, figure: str, period: Period) -> int | None:
    """Give a figure that counts things."""
    found = reported(desk, figure, period)
    return None if found is None else int(found)

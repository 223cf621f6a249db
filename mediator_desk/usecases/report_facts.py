"""The figures of the official tables put into the words and grids of their blanks."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import islice

from mediator_desk.ledgers.writing import Kind, Rows, Sheet, Value
from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.facts_statistics import (
    CaseTableFacts,
    LedgerFacts,
    OrganisationFacts,
)
from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rows.statistics import Change, Figure, FigureGroup, Statistics
from mediator_desk.rules.amounts import in_figures
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases.organisation import Organisation
from mediator_desk.usecases.report_sheets import CASES_TITLE, before_words
from mediator_desk.usecases.statistics import unit_of
from mediator_desk.words import N_

MOST_LINES = 5000
_LABEL = 0.19
_ACROSS = 3
_RUNNING = 20  # so many characters wide, a column holds running text
_HELD = {Kind.DAY: 0.079, Kind.MONEY: 0.085}


def case_table_facts(desk: Desk, found: Statistics) -> CaseTableFacts:
    """Say what the table of cases says."""
    overall, sources, categories, agreements, sweeps, warded_off, kinds = found.table
    accepted, accepted_from, _kinds = found.intake
    return CaseTableFacts(
        title=f"{CASES_TITLE}（仅书面）" if found.written_only else CASES_TITLE,
        unit=found.unit,
        period=found.period.zh,
        overall=_row("总体情况", (*overall.figures,), shares=True),
        by_source=_row("案件来源", sources.figures, shares=True),
        by_category=_pairs(categories),
        agreements=_row("协议与履行", agreements.figures),
        sweeps=_row("排查预防", sweeps.figures),
        warded_off=_row("防止激化", warded_off.figures),
        by_committee_kind=_row("调委会类别", kinds.figures),
        changes=_changes(found),
        intake=_row("本期受理", (*accepted.figures, *accepted_from.figures), shares=True),
        filler=desk.person.name,
        made_on=local_day(desk.now()),
    )


def organisation_facts(desk: Desk, found: Organisation) -> OrganisationFacts:
    """Say what the table of committees, mediators and funds says."""
    rows = tuple(
        ("" if at else group.name.zh, one.name.zh, one.counted_in, one.said())
        for group in found.groups
        for at, one in enumerate(group.figures)
    )
    columns = (("项目", 0.28), ("内容", 0.36), ("单位", 0.12), ("数量", 0.24))
    return OrganisationFacts(
        unit=unit_of(desk),
        period=found.period.zh,
        figures=GridFacts(columns=columns, rows=rows, grouped=True),
        filler=desk.person.name,
        made_on=local_day(desk.now()),
    )


def ledger_facts(desk: Desk, sheet: Sheet, rows: Rows) -> LedgerFacts:
    """Say what a ledger says. Raises ``Refusal`` when it is too long for paper."""
    lines = tuple(tuple(_said(value) for value in row) for row in islice(rows, MOST_LINES + 1))
    if len(lines) > MOST_LINES:
        raise Refusal(
            N_("More than {most} cases are too many for paper. Write the ledger to Excel."),
            most=MOST_LINES,
        )
    heads = [one.heading for one in sheet.columns]
    return LedgerFacts(
        title=sheet.title,
        left=sheet.left,
        right=sheet.right,
        foot=sheet.foot,
        unit=unit_of(desk),
        lines=GridFacts(
            columns=tuple(zip(heads, _widths(sheet), strict=True)),
            rows=lines,
            running=tuple(one.heading for one in sheet.columns if one.width >= _RUNNING),
        ),
    )


def _widths(sheet: Sheet) -> list[float]:
    """Share the width of the page out: days and sums never break, the rest takes what is left."""
    whole = sum(one.width for one in sheet.columns)
    widths = [one.width / whole for one in sheet.columns]
    held = {
        at: max(width, _HELD[one.kind])
        for at, (width, one) in enumerate(zip(widths, sheet.columns, strict=True))
        if one.kind in _HELD
    }
    left = 1 - sum(held.values())
    others = sum(width for at, width in enumerate(widths) if at not in held)
    return [held[at] if at in held else width * left / others for at, width in enumerate(widths)]


def _row(label: str, figures: Sequence[Figure], *, shares: bool = False) -> GridFacts:
    """Give figures side by side under their names, and their shares below them."""
    width = (1 - _LABEL) / len(figures)
    columns = ((label, _LABEL), *((_named(one), width) for one in figures))
    rows = [("数量", *(_figure(one) for one in figures))]
    if shares:
        rows.append(("占比", *(one.share or "—" for one in figures)))
    return GridFacts(columns=columns, rows=tuple(rows))


def _pairs(group: FigureGroup) -> GridFacts:
    """Give figures with their names beside them, three in a row."""
    columns = (("纠纷类型", 0.24), ("件", 0.28 / _ACROSS)) * _ACROSS
    cells = [text for one in group.figures for text in (one.name.zh, one.said())]
    step = 2 * _ACROSS
    rows = [tuple(cells[at : at + step]) for at in range(0, len(cells), step)]
    rows[-1] += ("",) * (step - len(rows[-1]))
    return GridFacts(columns=columns, rows=tuple(rows))


def _changes(found: Statistics) -> GridFacts:
    """Give what changed since the period before and since a year ago."""
    before = before_words(found.period)
    names = ("增减情况", "本期", before, "增减", "增减%", "去年同期", "增减", "增减%")
    widths = (0.15, 0.14, 0.11, 0.135, 0.11, 0.11, 0.135, 0.11)
    keys = (Measure.TOTAL, Measure.SUCCESS, Measure.AMOUNT, Measure.INTAKE)
    figures = [found.figure(CellKey(one)) for one in keys]
    return GridFacts(
        columns=tuple(zip(names, widths, strict=True)),
        rows=tuple(
            (_named(one), _figure(one), *_changed(one.on_before), *_changed(one.on_year))
            for one in figures
        ),
    )


def _changed(change: Change | None) -> tuple[str, str, str]:
    if change is None:
        return "*", "*", "*"
    return str(change.before), f"{change.difference:+}", change.percent


def _named(one: Figure) -> str:
    return f"{one.name.zh}（{one.counted_in.value}）"


def _figure(one: Figure) -> str:
    if one.persons:
        return f"{one.said()}件{one.persons}人"
    return one.said()


def _said(value: Value) -> str:
    if value is None:
        return ""
    return in_figures(value) if isinstance(value, Decimal) else str(value)

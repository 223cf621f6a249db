"""The official tables as sheets of a workbook: cases (F25), committees (F26), topics by place."""

from collections.abc import Iterator
from decimal import Decimal

from mediator_desk.labels import chinese
from mediator_desk.ledgers.writing import Column, Kind, Rows, Sheet, Value
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Topic
from mediator_desk.rows.statistics import Change, Figure, FigureGroup, Statistics
from mediator_desk.rules.periods import Period, PeriodKind
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases.export_ledger import filled
from mediator_desk.usecases.organisation import Organisation

CASES_TITLE = "人民调解案件情况统计表"
TOPICS_TITLE = "邻里事项分布表"
ORGANISATION_TITLE = "人民调解组织队伍经费保障情况统计表"
_UNIT, _PERIOD = "填报单位：{unit}", "统计期间：{period}"
_FOOT = "填表人：{maker}　　单位负责人：　　　　　　填报日期：{today}"
_BEFORE = {
    PeriodKind.MONTH: "上月",
    PeriodKind.QUARTER: "上季度",
    PeriodKind.HALF: "上半年度",
    PeriodKind.YEAR: "上年",
    PeriodKind.CUSTOM: "上期",
}


def cases_sheet(desk: Desk, found: Statistics) -> tuple[Sheet, Rows]:
    """Lay the case table out, one figure a row, with its changes."""
    before = before_words(found.period)
    columns = (
        Column(heading="项目", width=18),
        Column(heading="内容", width=26),
        Column(heading="单位", width=7),
        Column(heading="本期", width=12, kind=Kind.MONEY),
        Column(heading="占比", width=9),
        Column(heading="人数", width=8, kind=Kind.WHOLE),
        Column(heading=before, width=12, kind=Kind.MONEY),
        Column(heading=f"比{before}增减", width=12, kind=Kind.MONEY),
        Column(heading=f"比{before}增减%", width=12),
        Column(heading="去年同期", width=12, kind=Kind.MONEY),
        Column(heading="比去年同期增减", width=14, kind=Kind.MONEY),
        Column(heading="比去年同期增减%", width=15),
    )
    title = f"{CASES_TITLE}（仅书面）" if found.written_only else CASES_TITLE
    sheet = _sheet(desk, found, title, columns)
    return sheet, (row for group in (*found.table, *found.intake) for row in _lines(group))


def before_words(period: Period) -> str:
    """Name the period before one."""
    return _BEFORE[period.kind]


def topics_sheet(desk: Desk, found: Statistics) -> tuple[Sheet, Rows]:
    """Lay the topics out by place, in the order of both."""
    topics = tuple(Topic)
    columns = (
        Column(heading="社区（村）", width=16),
        *(Column(heading=chinese(one), width=9, kind=Kind.WHOLE) for one in topics),
        Column(heading="合计", width=8, kind=Kind.WHOLE),
    )
    known = {one.key: one for one in found.topic_places}

    def rows() -> Iterator[tuple[Value, ...]]:
        for place in found.places:
            keys = (
                CellKey(Measure.TOPIC_AT_PLACE, f"{one.value}@{place.key.part}") for one in topics
            )
            counts = (known.get(key) for key in keys)
            yield (
                place.name.zh,
                *(0 if one is None else _value(one) for one in counts),
                _value(place),
            )
        logged, *split = found.topics
        yield "合计", *(_value(one) for one in split), _value(logged)

    return _sheet(desk, found, TOPICS_TITLE, columns), rows()


def organisation_sheet(desk: Desk, found: Organisation) -> tuple[Sheet, Rows]:
    """Lay the table of committees, mediators and funds out; what nobody said stays empty."""
    columns = (
        Column(heading="项目", width=30),
        Column(heading="内容", width=30),
        Column(heading="单位", width=8),
        Column(heading="数量", width=14),
    )
    sheet = Sheet(
        name=ORGANISATION_TITLE,
        title=ORGANISATION_TITLE,
        columns=columns,
        left=filled(desk, _UNIT, found.period),
        right=filled(desk, _PERIOD, found.period),
        foot=filled(desk, _FOOT, found.period),
    )
    return sheet, (
        (group.name.zh, one.name.zh, one.counted_in, one.said())
        for group in found.groups
        for one in group.figures
    )


def _sheet(desk: Desk, found: Statistics, title: str, columns: tuple[Column, ...]) -> Sheet:
    return Sheet(
        name=title,
        title=title,
        columns=columns,
        left=filled(desk, _UNIT, found.period),
        right=filled(desk, _PERIOD, found.period),
        foot=filled(desk, _FOOT, found.period),
    )


def _lines(group: FigureGroup) -> Iterator[tuple[Value, ...]]:
    for at, one in enumerate(group.figures):
        yield (
            "" if at else group.name.zh,
            one.name.zh,
            one.counted_in.value,
            _value(one),
            one.share,
            one.persons,
            *_changed(one.on_before),
            *_changed(one.on_year),
        )


def _changed(change: Change | None) -> tuple[Value, Value, Value]:
    if change is None:
        return None, None, None
    return change.before, change.difference, change.percent


def _value(one: Figure) -> int | Decimal | str:
    return "*" if one.value is None else one.value

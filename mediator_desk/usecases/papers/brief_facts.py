"""What the brief of the statistics says, in Chinese: plain sentences made from the figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from mediator_desk.charts.beside import beside
from mediator_desk.charts.hand import Draw
from mediator_desk.labels import pictures as said
from mediator_desk.paper.brief import BriefFacts
from mediator_desk.ports import Desk
from mediator_desk.rows.statistics import Change, Figure, Statistics
from mediator_desk.rules.periods import PeriodKind
from mediator_desk.rules.statistics import PREVENTED, CellKey, Measure
from mediator_desk.usecases.pictures import (
    group_of,
    headline_of,
    in_chinese,
    kinds_of,
    trend_of,
    unit_said,
    written,
)
from mediator_desk.usecases.place_pictures import heat_of, logged_at, map_of, open_at
from mediator_desk.usecases.statistics_view import StatisticsView

_MOST = 3  # so many kinds are named in a sentence
_BEFORE = {
    PeriodKind.MONTH: "上月",
    PeriodKind.QUARTER: "上季度",
    PeriodKind.HALF: "上一个半年",
    PeriodKind.YEAR: "上年",
    PeriodKind.CUSTOM: "上期",
}
_LISTED = (
    *(Measure.INTAKE, Measure.TOTAL, Measure.SUCCESS, Measure.WRITTEN, Measure.ORAL),
    *(Measure.PERFORMED, Measure.CONFIRMED, Measure.COMPLEX, Measure.PERSONS, Measure.AMOUNT),
)


def brief_facts(desk: Desk, view: StatisticsView) -> BriefFacts:
    """Put the figures of a period into the sentences, the table and the pictures of a brief."""
    found = view.found
    return BriefFacts(
        unit=found.unit,
        period=found.period.zh,
        maker=desk.person.name,
        made_on=_day(view.today),
        sentences=tuple(_sentences(view)),
        figures=tuple(_line(found.figure(CellKey(one))) for one in _LISTED),
        headline=headline_of(found, in_chinese),
        pictures=tuple(_pictures(view)),
        notes=tuple(_notes(found)),
    )


def _sentences(view: StatisticsView) -> Iterator[str]:
    """Tell the figures: what came in, what came of it, what it was about, what is open."""
    found = view.found
    yield _intake(found)
    yield _results(found)
    if _value(found, Measure.TOTAL):
        yield f"从案件来源看，{_shares(group_of(found, Measure.SOURCE))}。"
        yield f"从纠纷类型看，主要是{_named(_most(group_of(found, Measure.CATEGORY)))}。"
    topics = _most(found.topics[1:])
    if topics:
        yield f"从登记的邻里事项看，主要是{_named(topics)}。"
    warded = [found.figure(CellKey(one)) for one in PREVENTED]
    if any(one.value for one in warded):
        told = (
            f"{one.name.zh}{written(one.value)}件{one.persons}人" for one in warded if one.value
        )
        yield f"{'，'.join(told)}。"
    if view.open_now:
        count = sum(view.open_now.values())
        yield f"截至{_day(view.today)}，未办结纠纷{count:,}件。"


def _intake(found: Statistics) -> str:
    figure = found.figure(CellKey(Measure.INTAKE))
    return f"{found.period.zh}，共受理纠纷{written(figure.value)}件{_compared(found, figure)}。"


def _results(found: Statistics) -> str:
    total, success = (found.figure(CellKey(one)) for one in (Measure.TOTAL, Measure.SUCCESS))
    if not total.value:
        return "本期没有调解终结的案件。"
    amount = written(found.figure(CellKey(Measure.AMOUNT)).value)
    told = "，".join(
        f"{found.figure(CellKey(one)).name.zh}{_value(found, one):,}件"
        for one in (Measure.WRITTEN, Measure.ORAL, Measure.PERFORMED, Measure.CONFIRMED)
    )
    return (
        f"调解案件{written(total.value)}件{_compared(found, total)}；"
        f"调解成功{written(success.value)}件，成功率{success.share}。"
        f"其中{told}；协议涉及金额{amount}万元。"
    )


def _compared(found: Statistics, figure: Figure) -> str:
    """Say the changes in words; a year is compared with the year before only."""
    changes = [(f"比{_BEFORE[found.period.kind]}", figure.on_before)]
    if found.period.kind is not PeriodKind.YEAR:
        changes.append(("比去年同期", figure.on_year))
    told = [_changed(words, one) for words, one in changes if one is not None]
    return "".join(f"，{one}" for one in told)


def _changed(words: str, change: Change) -> str:
    if not change.difference:
        return f"{words}持平".replace("比", "与", 1)
    more = change.difference > 0
    difference = written(change.difference if more else -change.difference)
    told = f"{words}{'增加' if more else '减少'}{difference}件"
    if not change.before:
        return told
    return f"{told}（{'上升' if more else '下降'}{change.percent.lstrip('+-')}）"


def _most(figures: Sequence[Figure]) -> list[Figure]:
    """Give the kinds that are most frequent; kinds only, never people or places."""
    some = [one for one in figures if one.value]
    return sorted(some, key=lambda one: -int(one.value or 0))[:_MOST]


def _shares(figures: Sequence[Figure]) -> str:
    return "；".join(f"{one.name.zh}{written(one.value)}件，占{one.share}" for one in figures)


def _named(figures: Sequence[Figure]) -> str:
    """Name some kinds as a sentence does, the last one with 和."""
    *first, last = (f"{one.name.zh}{written(one.value)}件（{one.share}）" for one in figures)
    return f"{'、'.join(first)}和{last}" if first else last


def _value(found: Statistics, measure: Measure) -> int:
    return int(found.figure(CellKey(measure)).value or 0)


def _line(figure: Figure) -> tuple[str, ...]:
    """Give one line of the table: the figure, what it was, and the differences."""
    name, unit = figure.name.zh, unit_said(figure.counted_in, in_chinese)
    return (
        name,
        unit,
        written(figure.value),
        *_against(figure.on_before),
        *_against(figure.on_year),
    )


def _against(change: Change | None) -> tuple[str, str]:
    if change is None:
        return "", ""
    difference = written(change.difference)
    return written(change.before), f"+{difference}" if change.difference > 0 else difference


def _pictures(view: StatisticsView) -> Iterator[Draw]:
    found, say = view.found, in_chinese
    yield trend_of(found, Measure.INTAKE, said.TREND_INTAKE, say)
    categories = kinds_of(found, group_of(found, Measure.CATEGORY), said.BY_CATEGORY, say)
    topics = kinds_of(found, found.topics[1:], said.BY_TOPIC, say)
    yield partial(beside, draws=(categories, topics))
    logged = logged_at(found, say)
    if logged.places():
        yield heat_of(logged, view.tree, say)
    if view.open_now:
        shown = open_at(view.open_now, view.today, say)
        yield map_of(shown, view.tree, view.top, say)


def _notes(found: Statistics) -> Iterator[str]:
    yield "说明：受理按受理日期统计，调解结果按结案日期统计；纠纷类型、事项和地点均按固定顺序排列。"
    if found.written_only:
        yield "本简报仅统计书面协议案件，不含口头协议。"
    if found.doubts:
        yield "待核对：统计表中有数字互相不一致，请在统计窗口核对后再报送。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"

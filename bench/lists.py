"""Lists and search at 100,000 disputes: our answer against the bare SQL on the same index."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from bench.stations import AtDesk
from bench.timing import Pair, in_turns, pair, timed
from db.listing import COLUMNS, PERSON
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Stage
from mediator_desk.rows import DisputeFilter
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.search_words import filter_token, match_expression, name_expression

_RUNNING = "met_at IS NULL AND NOT called_off AND NOT gone"
_NEWEST = "SELECT max(logged_at) FROM dispute"
_ALIKE = (
    "SELECT topic, estate, count(*) FROM dispute WHERE stage IN ('logged', 'accepted', 'mediating')"
    " AND logged_at >= ? GROUP BY topic, estate"
)
_WORDS = "停 漏 停车 电梯 物业费 地锁 加装电梯 楼上卫生间漏水 噪声影响休息".split()
_INITIALS = ("w", "zw", "lix", "wang", "liu")


def measure(here: AtDesk) -> Iterator[Pair]:
    """Measure the first page, a page far down, a filtered page, and searches."""
    desk, raw = here.desk, here.bare()
    select = f"SELECT {COLUMNS} FROM line {PERSON}"
    keys = desk.queries.keys(DisputeFilter())
    middle = keys[len(keys) * 9 // 10]
    closed = DisputeFilter(stages=(Stage.MEDIATING,))
    for name, asked, where, places in (
        ("first page of 50", DisputeFilter(), "", ()),
        (
            f"page at row {len(keys) * 9 // 10:,}",
            DisputeFilter(before=middle),
            "WHERE line.n < ?",
            (middle,),
        ),
        ("first page, one stage", closed, "WHERE line.stage = ?", ("mediating",)),
    ):
        sql = f"{select} {where} ORDER BY line.n DESC LIMIT 50"
        yield in_turns(
            name,
            _ask(desk, asked),
            _run(raw, sql, places),
            rounds=200,
            floor_is="the same SELECT by the bare driver",
            aim="below 2",
        )
    yield _searches(desk, raw, "search, 1 to 7 characters", _WORDS, ())
    yield _searches(desk, raw, "the same, one stage only", _WORDS, (Stage.MEDIATING,))
    yield _names(desk, raw)
    yield in_turns(
        "chips with counts",
        lambda: desk.queries.chips("stage"),
        _run(raw, "SELECT key, count FROM chip WHERE dimension = 'stage'", ()),
        rounds=200,
        floor_is="the same SELECT by the bare driver",
    )
    yield from _today(desk, raw)
    raw.close()


def _today(desk: Desk, raw: Any) -> Iterator[Pair]:
    """Ask for a whole page of Today, and for what could be one topic."""
    yield in_turns(
        "today, 500 clocks and what waits",
        desk.queries.today,
        _run(raw, f"SELECT * FROM deadline WHERE {_RUNNING} ORDER BY due_at LIMIT 500", ()),
        rounds=50,
        floor_is="the 500 bare clocks by the bare driver",
        aim="below 50 ms",
    )
    day = local_day(datetime.fromisoformat(raw.execute(_NEWEST).fetchone()[0]))
    rules = desk.books.gathering
    yield in_turns(
        "what could be one topic",
        lambda: desk.queries.gatherings(rules, day),
        _run(raw, _ALIKE, (rules.since(day).isoformat(),)),
        rounds=50,
        floor_is="counting the same disputes by the bare driver",
        aim="below 50 ms",
    )


def _searches(desk: Desk, raw: Any, name: str, words: list[str], stages: tuple[Stage, ...]) -> Pair:
    """Search for each word in turns with the bare SQL on the same index."""
    filters = [[filter_token("stage", one.value) for one in stages]] if stages else []
    mine: list[float] = []
    other: list[float] = []
    for _ in range(15):
        for word in words:
            asked = DisputeFilter(text=word, stages=stages)
            query = match_expression(word, filters)
            said = "AND instr(line.words, ?)" if query.verify else ""
            sql = (
                f"SELECT {COLUMNS} FROM dispute_texts CROSS JOIN line ON line.n ="
                f" dispute_texts.rowid {PERSON} WHERE dispute_texts MATCH ? {said}"
                " ORDER BY dispute_texts.rowid DESC LIMIT 50"
            )
            places = (query.match, query.verify) if query.verify else (query.match,)
            if query.single:
                stage = "AND line.stage = 'mediating'" if stages else ""
                sql = (
                    f"SELECT {COLUMNS} FROM line {PERSON} WHERE instr(line.words, ?)"
                    f" {stage}"
                    " ORDER BY line.n DESC LIMIT 50"
                )
                places = (word,)
            mine.append(timed(_ask(desk, asked)))
            other.append(timed(_run(raw, sql, places)))
    aim = "below 2, p95 below 10 ms"
    return pair(name, mine, other, floor_is="the bare SQL on the same index", aim=aim)


def _names(desk: Desk, raw: Any) -> Pair:
    """Search for names by sound and initials."""
    mine: list[float] = []
    other: list[float] = []
    for _ in range(15):
        for word in _INITIALS:
            sql = (
                f"SELECT {COLUMNS} FROM dispute_names CROSS JOIN line ON line.n ="
                f" dispute_names.rowid {PERSON} WHERE dispute_names MATCH ?"
                " ORDER BY dispute_names.rowid DESC LIMIT 50"
            )
            places = (name_expression(word).match,)
            mine.append(timed(_ask(desk, DisputeFilter(text=word))))
            other.append(timed(_run(raw, sql, places)))
    floor = "the bare SQL on the name index; ours asks the texts too"
    return pair("pinyin and initials", mine, other, floor_is=floor, aim="p95 below 10 ms")


def _ask(desk: Desk, asked: DisputeFilter) -> Callable[[], object]:
    return lambda: desk.queries.disputes(asked)


def _run(raw: Any, sql: str, places: tuple[Any, ...]) -> Callable[[], object]:
    return lambda: raw.execute(sql, places).fetchall()

"""A long ledger out and in, against the bare libraries writing and reading the same cells."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Any

import openpyxl
import xlsxwriter

from bench.filling import dice, name, said
from bench.timing import MILLI, Pair, in_turns, pair
from mediator_desk.ledgers.ledger import read_ledger
from mediator_desk.ledgers.writing import Column, Kind, Sheet, Value, write_workbook
from mediator_desk.troubles import Stopped

_HEADINGS = ("登记时间", "小区", "当事人", "联系电话", "纠纷类型", "简要情况", "金额", "处理结果")
_FIRST = date(2021, 1, 4)
_KINDS = {"登记时间": Kind.DAY, "金额": Kind.MONEY}
LEDGER = Sheet(
    name="台账",
    title="矛盾纠纷排查化解台账",
    columns=tuple(Column(heading=one, kind=_KINDS.get(one, Kind.TEXT)) for one in _HEADINGS),
    left="填报单位：示例",
    right="期间：2021年至2025年",
)
_THREE_PARTS = 3


def measure(folder: Path, rows: int, rounds: int) -> Iterator[Pair]:
    """Measure writing, reading, and how soon writing stops."""
    ours, bare = folder / "ours.xlsx", folder / "bare.xlsx"
    yield in_turns(
        f"{rows:,} rows to Excel",
        lambda: write_workbook(ours, [(LEDGER, made_up(rows))]),
        lambda: _bare(bare, rows),
        rounds=rounds,
        floor_is="XlsxWriter alone with flat memory, the same cells, no look, no guard",
        aim="below 15 s",
    )
    yield in_turns(
        f"{rows:,} rows from Excel",
        lambda: read(ours),
        lambda: _bare_read(ours),
        rounds=rounds,
        floor_is="openpyxl alone in its reading mode, no child, no check, no row made of it",
    )
    stops = [_stopping(folder / "stopped.xlsx", rows) for _ in range(rounds)]
    yield pair(
        "from Stop to the end of writing",
        stops,
        [MILLI] * rounds,
        floor_is="the second that is promised",
        aim="below 1 s",
    )


def made_up(rows: int) -> Iterator[tuple[Value, ...]]:
    """Make up rows, one after the other."""
    chance = dice(50_000)
    for at in range(rows):
        yield (
            _FIRST + timedelta(days=at * 1825 // rows),
            f"示例小区{chance.randint(1, 30)}号楼",
            f"{name(chance)}、{name(chance)}",
            str(chance.randint(13000000000, 19999999999)),
            "邻里纠纷",
            said(chance),
            Decimal(chance.randint(100, 9_999_999)).scaleb(-2),
            "已调解" if at % _THREE_PARTS else "",
        )


def read(file: Path, stop: Callable[[], bool] = lambda: False) -> int:
    """Read a ledger to its end; give the number of rows."""
    with read_ledger(file, today=date(2026, 11, 23), stop=stop) as ledger:
        return sum(1 for _row in ledger.rows)


def _stopping(file: Path, rows: int) -> float:
    """Stop writing in the middle; give how long it took to end, in milliseconds."""
    seen: list[float] = []

    def stop() -> bool:
        seen.append(perf_counter())
        return len(seen) > rows // 2

    try:
        write_workbook(file, [(LEDGER, made_up(rows))], stop=stop)
    except Stopped:
        return (perf_counter() - seen[-1]) * MILLI
    raise AssertionError(rows)


def _bare(file: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(str(file), {"constant_memory": True})
    page: Any = book.add_worksheet()
    for line, row in enumerate(made_up(rows)):
        for at, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(line, at, value)
            elif isinstance(value, Decimal):
                page.write_number(line, at, value)
            else:
                page.write_datetime(line, at, value)
    book.close()


def _bare_read(file: Path) -> int:
    book = openpyxl.load_workbook(file, read_only=True)
    return sum(1 for _row in book.worksheets[0].values)

"""Writing: one dispute logged, and a ledger taken in, against the bare rows they come down to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from bench import filling
from bench.replaying import in_bulk, recorded, replay, replay_in_bulk
from bench.stations import AtDesk, bare
from bench.timing import Pair, pair, timed
from mediator_desk.records.dispute import Topic
from mediator_desk.records.people import Side
from mediator_desk.usecases.intake_ledger import IntakeLedger, intake_ledger
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute


def measure(here: AtDesk, scratch: Path, rounds: int, ledger: int) -> Iterator[Pair]:
    """Measure a dispute logged into a store that is full already, then a ledger."""
    twin = scratch / "twin"
    here.store.close()
    shutil.copytree(here.house.folder, twin)
    raw = bare(twin, here.house._data_key)
    log_dispute(here.desk, _asked(0))
    ours, floor = [], []
    for count in range(1, rounds + 1):
        with recorded(here.store.engine) as written:
            ours.append(timed(lambda: log_dispute(here.desk, _asked(count))))  # noqa: B023 - runs now
        floor.append(timed(lambda: replay(raw, written)))
    yield pair(
        "log a dispute with two parties",
        ours,
        floor,
        floor_is="the same rows in one transaction by the bare driver",
        aim="well below 10 ms",
    )
    yield _intake(here, raw, scratch, min(5, rounds), ledger)
    raw.close()


def _intake(here: AtDesk, raw: object, scratch: Path, rounds: int, rows: int) -> Pair:
    """Take ledgers of the usual size in."""
    ours, floor = [], []
    for count in range(rounds):
        file = _ledger(scratch / f"ledger-{count}.xlsx", count, rows)
        with recorded(here.store.engine) as written:
            asked = IntakeLedger(file=file)
            ours.append(timed(lambda: intake_ledger(here.desk, asked)))  # noqa: B023 - runs now
        bulk = in_bulk(written)
        floor.append(timed(lambda: replay_in_bulk(raw, bulk)))  # noqa: B023 - runs now
    floor_is = "executemany of the same rows; no file is read"
    return pair(f"take a ledger of {rows} rows in", ours, floor, floor_is=floor_is)


def _asked(count: int) -> LogDispute:
    """Ask for an ordinary dispute."""
    chance = filling.dice(count)
    return LogDispute(
        text=filling.said(chance),
        topic=chance.choice(list(Topic)),
        estate="示例花园",
        building="3号楼",
        unit="2单元",
        parties=(
            NewParty(name=filling.name(chance), phone="13800001111"),
            NewParty(name=filling.name(chance), side=Side.RESPONDENT),
        ),
    )


def _ledger(file: Path, seed: int, rows: int) -> Path:
    """Write a made-up ledger."""
    book, chance = Workbook(), filling.dice(1000 + seed)
    sheet = book.create_sheet(index=0)
    sheet.append(["日期", "来电人", "电话", "反映内容"])
    for row in range(rows):
        day = f"2025-{row % 12 + 1:02}-{row % 28 + 1:02}"
        phone = str(chance.randint(13000000000, 19999999999))
        sheet.append([day, filling.name(chance), phone, filling.said(chance)])
    book.save(file)
    return file

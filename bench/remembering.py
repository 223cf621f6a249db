"""How much memory work takes; each kind is run in a process of its own (``python -m`` this)."""

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.starter import resident
from bench.starting import ended

PAPERS = 200
LEDGER_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Held:
    """Resident memory in megabytes, before some work, after a first part of it, and at its end."""

    name: str
    before: float
    first: float
    last: float

    def row(self) -> str:
        """Write a line of the table."""
        return f"| {self.name} | {self.before:.0f} | {self.first:.0f} | {self.last:.0f} |"


HEAD = "| what | before, MB | after a first part | at the end |\n|---|---:|---:|---:|"


def measure(folders: dict[int, Path], scratch: Path) -> Iterator[Held]:
    """Measure the desk ready, papers printed, and changes taken in."""
    window = ended(scratch, "bench.starter", "bare")["rss"]
    for disputes, folder in folders.items():
        ready = ended(scratch, "bench.starter", "desk", str(folder))
        unlock = ended(scratch, "bench.starter", "unlock", str(folder))["rss"]
        name = f"bare window; unlock window; desk ready with {disputes:,} disputes"
        yield Held(name, window, unlock, ready["rss"])
    for work, name in (
        ("print", f"{PAPERS} agreements printed, one after another (first part: 20)"),
        ("ledger", f"{LEDGER_ROWS:,} rows written to Excel (first part: a tenth)"),
        ("take", "1,000 changes taken in, five times (first part: once)"),
    ):
        told = ended(scratch, "bench.remembering", work, str(scratch / "fonts"))
        yield Held(name, told["before"], told["first"], told["last"])


def _print(fonts: Path) -> Iterator[float]:
    from bench.papers import agreement  # noqa: PLC0415 - its weight is measured
    from mediator_desk.paper.papers import print_agreement  # noqa: PLC0415 - its weight is measured
    from mediator_desk.paper.setting import open_press  # noqa: PLC0415 - its weight is measured

    yield resident()
    press = open_press(fonts)
    for count in range(PAPERS):
        print_agreement(press, agreement())
        if count + 1 in (PAPERS // 10, PAPERS):
            yield resident()


def _ledger(_fonts: Path) -> Iterator[float]:
    from bench.ledgers import LEDGER, made_up  # noqa: PLC0415 - its weight is measured
    from mediator_desk.ledgers.writing import write_workbook  # noqa: PLC0415 - as above

    found = [resident()]

    def look(row: int) -> None:
        if row == LEDGER_ROWS // 10:
            found.append(resident())

    with tempfile.TemporaryDirectory() as folder:
        rows = made_up(LEDGER_ROWS)
        write_workbook(Path(folder) / "ledger.xlsx", [(LEDGER, rows)], progress=look)
        yield from (*found, resident())


def _take(_fonts: Path) -> Iterator[float]:
    from bench.carrying import carry, two_stations, write_changes  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as folder:
        east, west = two_stations(Path(folder))
        write_changes(east, 0, 1000)
        yield resident()
        for count in range(5):
            carry(east, west, Path(folder))
            carry(west, east, Path(folder))
            if count in (0, 4):
                yield resident()
            write_changes(east, count + 1, 1000)


if __name__ == "__main__":
    work = {"print": _print, "ledger": _ledger, "take": _take}[sys.argv[1]]
    before, first, last = work(Path(sys.argv[2]))
    sys.stdout.write(json.dumps({"before": before, "first": first, "last": last}) + "\n")

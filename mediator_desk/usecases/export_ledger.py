"""Write a superior's ledger of a period: Excel in the superior's own layout, or CSV."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mediator_desk.ledgers.writing import Column, Progress, Rows, Sheet, Value, write_workbook
from mediator_desk.ledgers.writing_csv import write_csv
from mediator_desk.ports import Desk
from mediator_desk.records.place import Level
from mediator_desk.records.print_run import PrintRun
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.ledger_layouts import LedgerLayout
from mediator_desk.rules.periods import Period
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.ledger_cells import Cells, kind_of
from mediator_desk.usecases.papers.facts import place_above
from mediator_desk.usecases.reporting import reporting
from mediator_desk.usecases.statistics import unit_of
from mediator_desk.words import N_

CSV = ".csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLedger:
    """Which ledger, for which period, into which file (.xlsx or .csv).

    Phones and ID numbers are masked unless ``full`` is asked for, which is kept in the log.
    """

    file: Path
    ledger: str
    period: Period
    full: bool = False


def export_ledger(
    desk: Desk,
    asked: ExportLedger,
    *,
    progress: Progress = lambda _row: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the ledger and note that it was written; answer how many cases stand in it.

    Raises ``NotAllowed``, ``NotFound``, ``Refusal``, ``Stopped``, ``DiskTrouble``.
    """
    layout = ledger_layout(desk, asked.ledger)
    check_ledger(desk, layout)
    sheet, rows = ledger_sheet(desk, layout, asked.period, full=asked.full)
    if asked.file.suffix.lower() == CSV:
        written = write_csv(asked.file, sheet, rows, progress=progress, stop=stop)
    else:
        written = write_workbook(asked.file, [(sheet, rows)], progress=progress, stop=stop)
    # Nobody else's work waits while thousands of rows are written.
    note_export(desk, layout, written, full=asked.full)
    return written


def note_export(desk: Desk, layout: LedgerLayout, cases: int, *, full: bool) -> None:
    """Keep in the log that a ledger was given out."""
    with desk.work("export-ledger") as work:
        work.add(
            PrintRun(
                id=desk.new_id(),
                team=desk.team.id,
                at=desk.now(),
                by=desk.person.id,
                paper=f"ledger:{layout.name}",
                level="full" if full or layout.identity else "masked",
                columns=tuple(one.field.value for one in layout.columns),
                cases=cases,
                printed=cases,
            )
        )
        work.commit()


def ledger_layout(desk: Desk, name: str) -> LedgerLayout:
    """Give a layout by its name. Raises ``NotFound``."""
    found = desk.books.ledgers.get(name)
    if found is None:
        raise NotFound(
            N_("There is no ledger “{name}”. Choose one of: {known}."),
            name=name,
            known=Listed(tuple(desk.books.ledgers)),
        )
    return found


def ledger_sheet(
    desk: Desk, layout: LedgerLayout, period: Period, *, full: bool = False
) -> tuple[Sheet, Rows]:
    """Lay a ledger out; its rows are read when they are asked for. Raises ``NotAllowed``."""
    permit(desk.person.role, "export-ledger")
    columns = tuple(
        Column(heading=one.heading, width=one.width, kind=kind_of(one)) for one in layout.columns
    )
    sheet = Sheet(
        name=layout.title,
        title=layout.title,
        columns=columns,
        left=filled(desk, layout.left, period),
        right=filled(desk, layout.right, period),
        foot=filled(desk, layout.foot, period),
    )
    return sheet, _rows(desk, layout, period, full=full)


def filled(desk: Desk, line: str, period: Period) -> str:
    """Put unit, period, maker and day into a line of a layout; other braces are only braces."""
    today = local_day(desk.now())
    for place, words in (
        ("{unit}", unit_of(desk)),
        ("{period}", period.zh),
        ("{maker}", desk.person.name),
        ("{today}", f"{today.year}年{today.month}月{today.day}日"),
    ):
        line = line.replace(place, words)
    return line


def _rows(
    desk: Desk, layout: LedgerLayout, period: Period, *, full: bool
) -> Iterator[tuple[Value, ...]]:
    @cache
    def place(division: str, level: Level) -> str:
        return place_above(desk, division, level)

    cells = Cells(rules=desk.books.statistics, place=place, full=full, identity=layout.identity)
    cases = desk.queries.ledger_cases(period.first_day, period.last_day, layout.chosen)
    for seq, case in enumerate(cases, start=1):
        yield tuple(cells.value(seq, case, column) for column in layout.columns)


def check_ledger(desk: Desk, layout: LedgerLayout) -> None:
    """Refuse what asks for ID numbers where that was not switched on."""
    if layout.identity and not reporting(desk).identity:
        raise Refusal(
            N_(
                "This ledger gives ID numbers out, which is not switched on here. "
                "A team lead may switch it on under Reporting (do set-reporting)."
            )
        )

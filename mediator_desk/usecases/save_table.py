"""Save a table of a period as a workbook or CSV: the official ones, or a superior's ledger."""

from dataclasses import dataclass
from pathlib import Path

from mediator_desk.ledgers.writing import write_workbook
from mediator_desk.ledgers.writing_csv import write_csv
from mediator_desk.ports import Desk
from mediator_desk.rules.remarks import Named
from mediator_desk.usecases.export_ledger import CSV, ExportLedger, export_ledger
from mediator_desk.usecases.report_sheets import cases_sheet, topics_sheet
from mediator_desk.usecases.reporting import reporting
from mediator_desk.usecases.statistics import AskStatistics, statistics_of

CASES, TOPICS = "cases", "topics"
_OURS = {
    CASES: Named("人民调解案件情况统计表", "Official case table"),
    TOPICS: Named("邻里事项分布表", "Topics by place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTable:
    """Which table, of what, into which file (.xlsx or .csv)."""

    table: str
    asked: AskStatistics
    file: Path


def tables(desk: Desk) -> tuple[tuple[str, Named], ...]:
    """Name the tables that can be saved here: ours, then the superiors' ledgers."""
    identity = reporting(desk).identity
    ledgers = (
        (name, layout.called)
        for name, layout in desk.books.ledgers.items()
        if identity or not layout.identity
    )
    return (*_OURS.items(), *ledgers)


def save_table(desk: Desk, asked: SaveTable) -> Path:
    """Write the table; answer the file. Raises ``NotAllowed``, ``Refusal``, ``DiskTrouble``."""
    if asked.table not in _OURS:
        request = ExportLedger(file=asked.file, ledger=asked.table, period=asked.asked.period)
        export_ledger(desk, request)
        return asked.file
    found = statistics_of(desk, asked.asked)
    sheet, rows = (cases_sheet if asked.table == CASES else topics_sheet)(desk, found)
    if asked.file.suffix.lower() == CSV:
        write_csv(asked.file, sheet, rows)
    else:
        write_workbook(asked.file, [(sheet, rows)])
    return asked.file

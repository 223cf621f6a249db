"""The official tables and ledgers on paper: F24, F25, F26, and any superior's ledger."""

from pathlib import Path

from mediator_desk.ledgers.writing import Rows, Sheet
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.rows.statistics import Statistics
from mediator_desk.rules.periods import Period
from mediator_desk.usecases.export_ledger import (
    check_ledger,
    ledger_layout,
    ledger_sheet,
    note_export,
)
from mediator_desk.usecases.organisation import Organisation
from mediator_desk.usecases.report_facts import (
    case_table_facts,
    ledger_facts,
    organisation_facts,
)
from mediator_desk.usecases.specimens import press_of


def print_case_table(desk: Desk, found: Statistics, fonts: Path) -> Printed:
    """Print 人民调解案件情况统计表 (F25)."""
    return print_form(press_of(desk, fonts), "F25", case_table_facts(desk, found))


def print_organisation(desk: Desk, found: Organisation, fonts: Path) -> Printed:
    """Print 人民调解组织队伍经费保障情况统计表 (F26)."""
    return print_form(press_of(desk, fonts), "F26", organisation_facts(desk, found))


def print_table(desk: Desk, sheet: Sheet, rows: Rows, fonts: Path) -> Printed:
    """Print any other table as a plain list."""
    return print_form(press_of(desk, fonts), "F24", ledger_facts(desk, sheet, rows))


def print_ledger(
    desk: Desk, name: str, period: Period, fonts: Path, *, full: bool = False
) -> Printed:
    """Print a ledger (F24, or a superior's) and note that it was given out.

    Raises ``NotAllowed``, ``NotFound``, ``Refusal``, ``GlyphMissing``.
    """
    layout = ledger_layout(desk, name)
    check_ledger(desk, layout)
    sheet, rows = ledger_sheet(desk, layout, period, full=full)
    facts = ledger_facts(desk, sheet, rows)
    printed = print_form(press_of(desk, fonts), "F24", facts)
    note_export(desk, layout, len(facts.lines.rows), full=full)
    return printed

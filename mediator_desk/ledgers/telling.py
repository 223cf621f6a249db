"""What the child process tells about a workbook, line by line, and what is believed of it."""

import msgspec

from mediator_desk.ledgers.cells import Packed
from mediator_desk.words import N_

WHY_UNFIT = {
    "no-headings": N_("No sheet of the workbook has a row of headings."),
    "rows": N_("The ledger has more than {rows} rows. Split it, for example by month."),
    "columns": N_("The ledger has more than {columns} columns. Delete those not needed."),
    "letters": N_("A cell is longer than any spreadsheet allows. The ledger was not read."),
    "memory": N_("The workbook needs too much memory. Split the ledger."),
}


class SheetTold(msgspec.Struct, frozen=True, tag="sheet"):
    """The sheet that holds the ledger, its headings, and which other sheets look like one."""

    name: str
    others: tuple[str, ...]
    counts_from_1904: bool
    rows_claimed: int
    heading_row: int
    headings: tuple[str, ...]


class RowTold(msgspec.Struct, frozen=True, tag="row", omit_defaults=True):
    """A row that holds anything; ``lent`` is what merged cells above say of its empty cells."""

    number: int
    cells: tuple[Packed, ...]
    lent: dict[int, Packed] = {}


class UnfitTold(msgspec.Struct, frozen=True, tag="unfit"):
    """The workbook cannot be taken in, and why."""

    why: str


class EndTold(msgspec.Struct, frozen=True, tag="end"):
    """All rows were told."""


Told = SheetTold | RowTold | UnfitTold | EndTold

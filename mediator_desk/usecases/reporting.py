"""How this station reports: its cut-off day, written cases only, and whether ID numbers go out."""

from dataclasses import asdict, dataclass

from mediator_desk.ports import Desk
from mediator_desk.rows import Changes
from mediator_desk.rules.periods import check_cut_off

SHELF = "reporting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReporting:
    """``cut_off`` is the last day of a month's figures, 0 for its end.

    ``identity`` allows ledgers that ask for ID numbers, which the mediation papers do not.
    """

    cut_off: int = 0
    written_only: bool = False
    identity: bool = False


def set_reporting(desk: Desk, asked: SetReporting) -> Changes:
    """Keep it for this PC."""
    with desk.work("set-reporting") as work:
        check_cut_off(asked.cut_off)
        work.shelve(SHELF, asdict(asked))
        return work.commit()


def reporting(desk: Desk) -> SetReporting:
    """Give how this station reports; at first by the calendar, all cases, without ID numbers."""
    kept = desk.queries.shelved(SHELF)
    return SetReporting(**kept) if isinstance(kept, dict) else SetReporting()

"""Choose disputes for a batch: by the filters of the list and a period, in a chosen order."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from mediator_desk.ports import Desk
from mediator_desk.rows import DisputeFilter, DisputeRow
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.rules.durations import local_day

_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectCases:
    """Which disputes: those of a filter that were logged in a period, both its days included."""

    filter: DisputeFilter = field(default_factory=DisputeFilter)
    first: date | None = None
    last: date | None = None
    order: CaseOrder = CaseOrder.NUMBER


def select_cases(desk: Desk, asked: SelectCases) -> tuple[DisputeRow, ...]:
    """Give the lines of all disputes that meet it, however many, in the order asked for."""
    found = [row for row in _all(desk, asked.filter) if _within(row, asked)]
    return in_order(found, asked.order)


def in_order(rows: list[DisputeRow], order: CaseOrder) -> tuple[DisputeRow, ...]:
    """Put lines into an order; within it they stand as they were logged."""
    rows = sorted(rows, key=lambda row: row.key)
    if order is CaseOrder.NEWEST:
        rows.reverse()
    elif order is CaseOrder.PLACE:
        rows.sort(key=lambda row: (row.division, row.place))
    elif order is CaseOrder.TOPIC:
        rows.sort(key=lambda row: row.topic.value)
    elif order is CaseOrder.MEDIATOR:
        rows.sort(key=lambda row: (not row.mediator_name, row.mediator_name))
    return tuple(rows)


def _all(desk: Desk, asked: DisputeFilter) -> Iterator[DisputeRow]:
    """Give every line of a list, page after page by the key of the last."""
    wanted = replace(asked, limit=_PAGE, before=None)
    while True:
        page = desk.queries.disputes(wanted)
        yield from page
        if len(page) < _PAGE:
            return
        wanted = replace(wanted, before=page[-1].key)


def _within(row: DisputeRow, asked: SelectCases) -> bool:
    day = local_day(row.logged_at)
    return (asked.first is None or asked.first <= day) and (asked.last is None or day <= asked.last)

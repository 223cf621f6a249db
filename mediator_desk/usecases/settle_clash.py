"""Decide a conflict: two people wrote one field without seeing each other's value."""

from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records import KINDS
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.entry import Json
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.usecases.council_handed_over import hand_over
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleClash:
    """The value that shall stand; it may be either side, or a third."""

    table: str
    id: UUID
    field: str
    value: Json


def settle_clash(desk: Desk, asked: SettleClash) -> Changes:
    """Write the decision; every side of the conflict counts as seen from then on."""
    with desk.work("settle-clash") as work:
        kind = KINDS.get(asked.table)
        sides = [one for one in work.clashes(asked.id) if one.field == asked.field]
        if kind is None or not sides:
            raise Refusal(N_("This conflict is settled already. Refresh the list."))
        settled = work.settle(kind, asked.id, asked.field, asked.value)
        if isinstance(settled, AgendaTopic):
            hand_over(work, settled)
        return work.commit()

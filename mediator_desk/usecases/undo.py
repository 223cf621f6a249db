"""Undo a piece of work: the earlier values are written as a new change; nothing is erased."""

from dataclasses import dataclass

from mediator_desk.ports import Desk
from mediator_desk.records.entry import Stamp
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Which piece of work: the ``piece`` of its ``Changes``."""

    piece: Stamp


def undo(desk: Desk, asked: Undo) -> Changes:
    """Bring one's own piece of work back, unless somebody changed a record of it since."""
    with desk.work("undo") as work:
        before = work.earlier(asked.piece)
        if not before:
            raise Refusal(N_("There is nothing to undo."))
        if any(one.by != desk.person.id for one in before):
            raise Refusal(N_("Somebody else did this. Only who did it can undo it."))
        if any(one.moved_on for one in before):
            raise Refusal(N_("This was changed again since, so it cannot be undone any more."))
        for one in before:
            work.restore(one)
        return work.commit()

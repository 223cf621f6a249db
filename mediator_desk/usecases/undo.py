"""Undo a piece of work: the earlier values are written as a new change; nothing is erased."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from mediator_desk.ports import Before, Desk
from mediator_desk.records.entry import Stamp, stamp_ms
from mediator_desk.records.follow_up import Deadline
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.remarks import Day
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
        _check_clocks(desk, asked.piece, before)
        for one in before:
            work.restore(one)
        return work.commit()


def _check_clocks(desk: Desk, piece: Stamp, before: Sequence[Before]) -> None:
    """Refuse to undo on a later day what started a clock: done again, it would run anew."""
    started = any(one.table == Deadline.TABLE and one.values is None for one in before)
    done_on = local_day(datetime.fromtimestamp(stamp_ms(piece) / 1000, tz=UTC))
    if started and done_on < local_day(desk.now()):
        raise Refusal(
            N_(
                "A time limit runs since this was done on {day}; it can be undone on that day "
                "only. Take the next step instead, and note what was wrong."
            ),
            day=Day(done_on),
        )

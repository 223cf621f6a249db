"""Reckon the running clocks again when the rules they are reckoned by have changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Books, Desk, Work
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.values import to_values
from mediator_desk.records.whistle import Whistle
from mediator_desk.refusals import NotFound
from mediator_desk.rows import Changes
from mediator_desk.rules.clocks import last_day_of, limit_of, reckon_clock
from mediator_desk.rules.remarks import Day, Named, Remark, remark
from mediator_desk.words import N_

DERIVED = ("due_at", "first_due_at", "provisional", "paused_at")
"""What a clock only repeats of its start, its rule, its extensions and its pauses."""

CHANGE_CLOCKS = ("rule_file", "deadline", "clock_extension", "clock_pause")
"""What may have come with a bundle that makes clocks say something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A clock before and after it was reckoned again, and what it belongs to."""

    before: Deadline
    after: Deadline
    rule: Named
    number: str
    title: str

    def said(self) -> Remark:
        """Say which date moves from where to where, or that it is sure now."""
        then, now = last_day_of(self.before), last_day_of(self.after)
        if then == now:
            said = N_("{number} {rule}: {after} is no longer provisional.")
            if self.after.provisional:
                said = N_("{number} {rule}: {after} becomes provisional.")
        else:
            said = N_("{number} {rule}: {before} → {after}")
        return remark(said, number=self.number, rule=self.rule, before=Day(then), after=Day(now))


def moved_clocks(work: Work, books: Books) -> tuple[Moved, ...]:
    """Reckon every running clock by these books; give those that say something else."""
    extensions: dict[UUID, list[Extension]] = defaultdict(list)
    pauses: dict[UUID, list[Pause]] = defaultdict(list)
    for extension in work.every(Extension):
        extensions[extension.clock].append(extension)
    for pause in work.every(Pause):
        pauses[pause.clock].append(pause)
    found: list[Moved] = []
    for clock in work.every(Deadline):
        if not clock.running():
            continue
        after = _reckoned(books, clock, extensions[clock.id], pauses[clock.id])
        if after != clock:
            number, title = _named(work, clock.subject)
            rule = limit_of(books.deadlines, clock).title
            found.append(Moved(before=clock, after=after, rule=rule, number=number, title=title))
    return tuple(found)


def put_moved(work: Work, moved: Sequence[Moved]) -> None:
    """Keep the clocks as they are reckoned now; the journal keeps what they said before."""
    for one in moved:
        work.put(one.after)


def reckon_again(desk: Desk) -> Changes:
    """Reckon every running clock by the rules in force, and settle what two stations reckoned.

    Two stations may each have extended or paused a clock without the other's knowledge: then the
    dates they wrote are both too early, and only the sum of all that happened is right.
    """
    torn = {one.id for one in desk.queries.clashes() if one.table == Deadline.TABLE}
    with desk.open_work(desk.person.id) as work:
        for id in sorted(torn, key=str):
            _settle(work, desk.books, id)
        put_moved(work, moved_clocks(work, desk.books))
        return work.commit()


def _settle(work: Work, books: Books, id: UUID) -> None:
    """Let the reckoned values stand where two stations wrote different ones."""
    fields = {side.field for side in work.clashes(id)} & set(DERIVED)
    clock = work.get(Deadline, id)
    after = _reckoned(
        books, clock, work.of(Extension, clock.subject), work.of(Pause, clock.subject)
    )
    values = to_values(after)
    for name in sorted(fields):
        work.settle(Deadline, id, name, values[name])


def _reckoned(
    books: Books, clock: Deadline, extensions: Sequence[Extension], pauses: Sequence[Pause]
) -> Deadline:
    """Reckon a clock; one whose limit the books do not hold (any more) stays as it is."""
    try:
        return reckon_clock(books.deadlines, books.calendar, clock, extensions, pauses)
    except NotFound:
        return clock


def _named(work: Work, subject: UUID) -> tuple[str, str]:
    """Give number and title of what a clock belongs to."""
    found = (
        work.find(Dispute, subject)
        or work.find(Whistle, subject)
        or work.find(AgendaTopic, subject)
    )
    return ("", "") if found is None else (found.number, found.title)

"""The dates of a record in words: how each stands, why it is that day, what can be done with it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from mediator_desk.ports import Desk
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.follow_up import Deadline
from mediator_desk.refusals import NotFound
from mediator_desk.rules.clocks import explain_clock, extensions_of, limit_of
from mediator_desk.rules.limits import Limit
from mediator_desk.rules.remarks import Day
from mediator_desk.rules.roles import may
from mediator_desk.words import _, p_
from ui.said import (
    begun,
    clock_said,
    due_day,
    due_tone,
    last_day,
    late,
    left_said,
    moment_said,
)
from ui.tokens import Tone
from ui.widgets.clock_rows import ClockLine
from ui.widgets.side_pane import Section
from ui.widgets.verb import Verb

EXTEND, PAUSE, RESUME = "extend-clock", "pause-clock", "resume-clock"
RETURN_WINDOW = "D08.return"
"""The window for a return shuts; it is nothing anybody could be late for."""

ChangeClock = Callable[[str, Deadline], object]


class HasClocks(Protocol):
    """A record with dates, and all that happened to them."""

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """Give its clocks."""

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """Give the extensions of its clocks."""

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """Give the pauses of its clocks."""


def dates_section(
    desk: Desk, file: HasClocks, change: ChangeClock | None = None, heading: str = ""
) -> list[Section]:
    """Show the running dates, the earliest first, then how the others ended.

    ``change`` begins a step on one of them.
    """
    kept = [one for one in file.deadlines if not one.called_off]
    running = sorted((one for one in kept if one.running()), key=lambda one: one.due_at)
    ended = sorted((one for one in kept if not one.running()), key=lambda one: one.due_at)
    if not kept:
        return []
    now, rules = desk.now(), desk.books.deadlines
    return [
        Section(
            heading=heading or p_("heading", "Dates"),
            clocks=[_line(desk, file, one, change) for one in running],
            facts=[(begun(clock_said(one, rules)), _ended(one, now)) for one in ended],
        )
    ]


def _line(desk: Desk, file: HasClocks, clock: Deadline, change: ChangeClock | None) -> ClockLine:
    """Put one running clock into words."""
    now = desk.now()
    state, tone = _state(desk, clock, now)
    return ClockLine(
        what=begun(clock_said(clock, desk.books.deadlines)),
        when=_when(clock, now),
        state=state,
        tone=tone,
        mark=p_("clock", "provisional") if clock.provisional and clock.paused_at is None else "",
        why=_why(desk, file, clock),
        verbs=() if change is None else _verbs(desk, file, clock, change),
    )


def _state(desk: Desk, clock: Deadline, now: datetime) -> tuple[str, Tone]:
    """Say how a running clock stands, in a word and its colour."""
    if clock.paused_at is not None:
        return p_("clock", "paused"), "accent"
    if clock.rule == RETURN_WINDOW:
        shut = late(clock.due_at, now)
        return ("", "quiet") if shut else (p_("clock", "open"), "accent")
    tone = due_tone(clock.due_at, now)
    left = left_said(clock.due_at, now, desk.books.calendar)
    return left, "good" if tone == "quiet" else tone


def _when(clock: Deadline, now: datetime) -> str:
    """Say until when it runs, or since when it stands still."""
    if clock.paused_at is not None:
        return p_("clock", "paused since {moment}").format(moment=moment_said(clock.paused_at, now))
    if clock.rule == RETURN_WINDOW and late(clock.due_at, now):
        return p_("clock", "the window is shut")
    return due_day(clock.due_at, now)


def _why(desk: Desk, file: HasClocks, clock: Deadline) -> list[str]:
    """Give the reasons for a date, whom it was agreed with, and what it was before."""
    books = desk.books
    try:
        due = explain_clock(books.deadlines, books.calendar, clock, file.extensions, file.pauses)
    except NotFound as gone:
        return [gone.words()]
    lines = [begun(one.words()) for one in due.because]
    for one in extensions_of(clock, file.extensions):
        said = _("Agreed on {day}: {reason}")
        if one.approver:
            said = _("Approved by {name} on {day}: {reason}")
        lines.append(said.format(day=Day(one.agreed_on), reason=one.reason, name=one.approver))
    for pause in file.pauses:
        if pause.clock == clock.id and pause.resumed_at is None:
            lines.append(_("It stands still: {reason}").format(reason=pause.reason))
    if clock.first_due_at != clock.due_at:
        lines.append(_("The first date was {day}.").format(day=Day(last_day(clock.first_due_at))))
    return lines


def _verbs(desk: Desk, file: HasClocks, clock: Deadline, change: ChangeClock) -> list[Verb]:
    """Offer what the rule of the date allows and the role includes."""
    try:
        limit = limit_of(desk.books.deadlines, clock)
    except NotFound:
        return []
    words = {EXTEND: _("Extend …"), PAUSE: _("Pause …"), RESUME: _("Let it go on …")}
    return [
        Verb(text=words[step], do=partial(change, step, clock))
        for step in _fitting(file, clock, limit, passed=late(clock.due_at, desk.now()))
        if may(desk.person.role, step)
    ]


def _fitting(file: HasClocks, clock: Deadline, limit: Limit, *, passed: bool) -> list[str]:
    """Name the steps the rule of a date allows now."""
    if clock.paused_at is not None:
        return [RESUME]
    allowance, steps = limit.allowance, []
    if allowance is not None and (allowance.late or not passed):
        steps = [EXTEND] if _once_more(file, clock, allowance.times) else []
    return [*steps, PAUSE] if limit.may_pause and not passed else steps


def _once_more(file: HasClocks, clock: Deadline, times: int | None) -> bool:
    """Tell whether the rule still allows an extension."""
    return times is None or len(extensions_of(clock, file.extensions)) < times


def _ended(clock: Deadline, now: datetime) -> str:
    """Say how a clock ended, and whether in time."""
    if clock.met_at is None:
        return p_("clock", "called off")
    said = moment_said(clock.met_at, now)
    if clock.met_at > clock.due_at:
        return p_("clock", "met late, {moment}").format(moment=said)
    return p_("clock", "met in time, {moment}").format(moment=said)

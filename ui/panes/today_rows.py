"""What there is to do, sorted into late, today, this week, later, and waiting for somebody."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from mediator_desk.ports import Desk
from mediator_desk.rows import TodayRow
from mediator_desk.rules.durations import local_day
from mediator_desk.words import N_, _, n_, p_
from ui.models.column import Column
from ui.said import begun, due_short, due_tone, first_line, last_day, late, rule_said, wide
from ui.tokens import Tone
from ui.widgets.chips import Chip

_RULE_SETS = {"whistle": "gulou", "agenda_topic": "national", "dispute": "national"}

WAITING = {
    "dispute.logged": N_("Decide the way and accept"),
    "agenda_topic.proposed": N_("Screen the topic"),
    "agenda_topic.screened": N_("Call a meeting of the council"),
    "whistle.draft": N_("Approve the whistle"),
    "whistle.approved": N_("Dispatch the whistle"),
    "whistle.returned": N_("Send the whistle back or to another department"),
    "whistle.pending_designation": N_("Have a department designated"),
    "whistle.replied": N_("Verify the reply of the department"),
    "clash.open": N_("Settle the conflict between stations"),
}

PLACES = {"dispute": "disputes", "whistle": "whistles", "agenda_topic": "council"}


class When(StrEnum):
    """The groups of the today pane, in their order."""

    ALL = ""
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    WAITING = "waiting"


def when(row: TodayRow, now: datetime) -> When:
    """Say which group a row belongs to; the week ends with its Sunday."""
    if row.due_at is None:
        return When.WAITING
    if late(row.due_at, now):
        return When.LATE
    today, day = local_day(now), last_day(row.due_at)
    if day == today:
        return When.TODAY
    sunday = today + timedelta(days=6 - today.weekday())
    return When.WEEK if day <= sunday else When.LATER


def name_of(group: When) -> str:
    """Name a group."""
    return {
        When.ALL: p_("chip", "All"),
        When.LATE: p_("when", "Late"),
        When.TODAY: p_("when", "Today"),
        When.WEEK: p_("when", "This week"),
        When.LATER: p_("when", "Later"),
        When.WAITING: p_("when", "Waiting"),
    }[group]


def chips_of(rows: Sequence[TodayRow], now: datetime) -> list[Chip]:
    """Make the chips with their counts."""
    groups = [when(row, now) for row in rows]
    counts = {group: groups.count(group) for group in When}
    counts[When.ALL] = len(groups)
    return [Chip(group.value, name_of(group), counts[group]) for group in When]


def to_do(desk: Desk, row: TodayRow) -> str:
    """Say what is to be done: what the clock runs for, or what is waited for."""
    if row.due_at is None:
        return _(WAITING.get(row.waiting, row.waiting))
    rule_set = _RULE_SETS.get(row.kind, "national")
    said = begun(rule_said(row.rule, desk.books.deadlines, desk.now(), rule_set))
    return said if not row.provisional else _("{what} (provisional)").format(what=said)


def today_columns(desk: Desk) -> tuple[Column[TodayRow], ...]:
    """Give the columns of the today pane."""
    now = desk.now
    return (
        Column(
            title=p_("column", "When"),
            text=lambda row: due_short(row.due_at, now()) if row.due_at else name_of(When.WAITING),
            tone=lambda row: due_tone(row.due_at, now()) if row.due_at else "accent",
            pill=True,
            width=wide(5.2, 6.4),
        ),
        Column(
            title=_("What to do"),
            text=lambda row: to_do(desk, row),
            strong=_always,
            width=wide(9.5, 12.5),
        ),
        Column(title=_("What it is about"), text=_about, width=8.0, stretch=True),
        Column(title=_("Number"), text=lambda row: row.number, tone=_quiet, width=6.4, fold=2),
        Column(
            title=p_("column", "Who"), text=lambda row: row.who_name, tone=_quiet, width=4.2, fold=1
        ),
    )


def count_said(rows: Sequence[TodayRow], now: datetime) -> str:
    """Say in the header how much is late and due today."""
    groups = [when(row, now) for row in rows]
    overdue, today = groups.count(When.LATE), groups.count(When.TODAY)
    parts: list[str] = []
    if overdue:
        parts.append(n_("{count} late", "{count} late", overdue).format(count=overdue))
    if today:
        parts.append(n_("{count} due today", "{count} due today", today).format(count=today))
    if not parts:
        parts.append(_("nothing is late"))
    return p_("list mark", ", ").join(parts)


def _about(row: TodayRow) -> str:
    return first_line(row.title, 60)


def _quiet(_row: TodayRow) -> Tone:
    return "quiet"


def _always(_row: TodayRow) -> bool:
    return True

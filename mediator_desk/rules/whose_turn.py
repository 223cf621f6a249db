"""Whose turn it is: ours, or that of somebody we wait for; and how pressing a line of Today is."""

from datetime import datetime, timedelta
from enum import StrEnum

from mediator_desk.rules.durations import local_day

_A_MOMENT = timedelta(microseconds=1)


class Turn(StrEnum):
    """Who has to act next."""

    OURS = ""
    DEPARTMENT = "department"
    COURT = "court"
    PARTIES = "parties"
    COUNCIL = "council"
    OWNERS = "owners"
    RESIDENTS = "residents"
    STATION = "station"


class When(StrEnum):
    """The groups of Today, in their order; ``ALL`` is every one of them."""

    ALL = ""
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    WAITING = "waiting"
    GATHER = "gather"
    OTHERS = "others"


# By the state of what a clock runs on, named by its table; what is not named is ours.
_BY_STATE: dict[str, Turn] = {
    "dispute.in_council": Turn.COUNCIL,
    "dispute.whistled": Turn.DEPARTMENT,
    "whistle.dispatched": Turn.DEPARTMENT,
    "whistle.signed": Turn.DEPARTMENT,
    "whistle.reported_in": Turn.DEPARTMENT,
    "whistle.handling": Turn.DEPARTMENT,
    "agenda_topic.to_owner_vote": Turn.OWNERS,
    "agenda_topic.to_residents_meeting": Turn.RESIDENTS,
    "agenda_topic.to_whistle": Turn.DEPARTMENT,
    "agreement.unmarked": Turn.PARTIES,
    "owners_vote.open": Turn.OWNERS,
    "revenue_account.deliberated": Turn.OWNERS,
}
# By the limit that runs (or the family of limits): these bind somebody else, whatever the state.
_BY_RULE: dict[str, Turn] = {
    "D03": Turn.COURT,
    "D04": Turn.PARTIES,
    "D04.urge": Turn.OURS,
    "D15": Turn.OWNERS,
}


def whose_turn(state: str, rule: str = "") -> Turn:
    """Say who has to act, from the state (such as ``whistle.signed``) and the limit that runs."""
    for named in (rule, rule.partition(".")[0]):
        if named in _BY_RULE:
            return _BY_RULE[named]
    return _BY_STATE.get(state, Turn.OURS)


def late(due_at: datetime, now: datetime) -> bool:
    """Tell whether a moment has passed, by the same rule as the record of a deadline."""
    return due_at < now


def when_due(
    due_at: datetime | None,
    now: datetime,
    *,
    turn: Turn = Turn.OURS,
    earliest: bool = False,
    paused: bool = False,
) -> When:
    """Say which group something belongs to; the week ends with its Sunday.

    What somebody else is late with is late for us too: it is for us to urge. Only what another
    station keeps stays theirs, and a paused clock waits until it goes on. A shortest time
    (``earliest``) is never late: from that moment on something may be done.
    """
    if paused:
        return When.OTHERS
    if due_at is None or turn is Turn.STATION:
        return When.OTHERS if turn else When.WAITING
    if late(due_at, now):
        return When.TODAY if earliest else When.LATE
    if turn:
        return When.OTHERS
    today, day = local_day(now), local_day(due_at - _A_MOMENT)
    if day <= today:
        return When.TODAY
    sunday = today + timedelta(days=6 - today.weekday())
    return When.WEEK if day <= sunday else When.LATER

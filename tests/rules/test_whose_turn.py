"""Whose turn it is, and how pressing a line of Today is."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.whose_turn import Turn, When, when_due, whose_turn

DUE = datetime(2026, 11, 27, 16, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(days=-400), timedelta(days=400)).map(lambda away: DUE + away)


@pytest.mark.parametrize(
    ("state", "rule", "turn"),
    [
        ("whistle.dispatched", "D08.sign", Turn.DEPARTMENT),
        ("whistle.replied", "D06", Turn.OURS),
        ("agenda_topic.to_owner_vote", "", Turn.OWNERS),
        ("dispute.agreed", "D04", Turn.PARTIES),
        ("dispute.agreed", "D04.urge", Turn.OURS),
        ("dispute.agreed", "D03.decide", Turn.COURT),
        ("dispute.mediating", "D01", Turn.OURS),
        ("agreement.unmarked", "", Turn.PARTIES),
        ("something.new", "X99", Turn.OURS),
    ],
)
def test_the_state_or_the_limit_says_whose_turn_it_is(state, rule, turn):
    assert whose_turn(state, rule) is turn


@given(
    MOMENTS,
    MOMENTS,
    st.sampled_from([turn for turn in Turn if turn is not Turn.STATION]),
    st.booleans(),
)
def test_today_and_the_record_say_the_same_of_late_at_any_moment(due_at, now, turn, paused):
    clock = Deadline(
        id=UUID(int=1),
        subject=UUID(int=2),
        rule="D01",
        starts_at=due_at - timedelta(days=30),
        due_at=due_at,
        first_due_at=due_at,
        paused_at=due_at - timedelta(days=1) if paused else None,
    )

    group = when_due(due_at, now, turn=turn, paused=paused)

    assert (group is When.LATE) == clock.overdue(now)


@given(MOMENTS, MOMENTS)
def test_a_shortest_time_is_never_late_and_may_be_ended_once_it_is_over(due_at, now):
    group = when_due(due_at, now, earliest=True)

    assert group is not When.LATE
    assert (group is When.TODAY) or due_at >= now


@given(MOMENTS, st.integers(0, 400))
def test_the_groups_follow_each_other_in_time(now, days):
    order = list(When)

    groups = [when_due(now + timedelta(days=ahead), now) for ahead in (-1, 0, days, days + 1)]

    assert groups == sorted(groups, key=order.index)


def test_what_others_are_to_do_waits_apart_until_they_are_late():
    before, after = DUE - timedelta(hours=1), DUE + timedelta(hours=1)

    groups = [when_due(DUE, now, turn=Turn.DEPARTMENT) for now in (before, after)]

    assert groups == [When.OTHERS, When.LATE]


def test_what_another_station_keeps_stays_theirs():
    assert when_due(DUE, DUE + timedelta(days=9), turn=Turn.STATION) is When.OTHERS


def test_a_step_without_a_clock_waits_for_us_or_for_others():
    assert when_due(None, DUE) is When.WAITING
    assert when_due(None, DUE, turn=Turn.OWNERS) is When.OTHERS

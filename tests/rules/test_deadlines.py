"""Deadlines: the acceptance scenarios of the domain, and how the reasons read."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.deadlines import reckon
from mediator_desk.rules.durations import CHINA, Duration, Unit, after_months
from mediator_desk.rules.limits import Kind, Limit
from mediator_desk.rules.remarks import Named

WHISTLE = datetime(2026, 9, 23, 15, 20, tzinfo=CHINA)


def said(due):
    return " ".join(reason.words() for reason in due.because)


@pytest.mark.parametrize(
    ("rule", "start", "due_on"),
    [
        ("D01", date(2026, 1, 15), date(2026, 2, 24)),
        ("D01", date(2026, 1, 31), date(2026, 2, 28)),
        ("D01", date(2026, 9, 1), date(2026, 10, 8)),
        ("D02", date(2026, 1, 20), date(2026, 2, 24)),
        ("D02", date(2026, 3, 10), date(2026, 4, 9)),
    ],
)
def test_a_last_day_moves_off_a_holiday_but_not_off_a_make_up_workday(
    deadlines, calendar, rule, start, due_on
):
    assert deadlines.due(rule, start, calendar).due_on == due_on


def test_an_extension_is_counted_from_the_old_last_day(deadlines, calendar):
    by = Duration(length=20, unit=Unit.DAYS)

    due = deadlines.due("D01", date(2026, 9, 1), calendar, longer=[by])

    assert due.due_on == date(2026, 10, 28)


@pytest.mark.parametrize(
    ("rule", "rule_set", "due_on"),
    [
        ("D08.return", "gulou", date(2026, 9, 28)),
        ("D08.report", "gulou", date(2026, 9, 29)),
        ("D08.report.hard", "gulou", date(2026, 10, 8)),
        ("D08.report", "shandong-hotline", date(2026, 10, 8)),
        ("D07", "shandong-hotline", date(2026, 10, 8)),
    ],
)
def test_a_whistle_counts_working_days_round_two_holidays(
    deadlines, calendar, rule, rule_set, due_on
):
    assert deadlines.due(rule, WHISTLE, calendar, rule_set).due_on == due_on


def test_a_hotline_extension_counts_a_working_saturday(deadlines, calendar):
    by = deadlines.limits.find("D08.extend", "shandong-hotline", date(2026, 9, 23)).duration

    due = deadlines.due("D08.report", WHISTLE, calendar, "shandong-hotline", longer=[by])

    assert due.due_on == date(2026, 10, 21)
    assert "10 October 2026" in said(due)


def test_a_working_sunday_counts(deadlines, calendar):
    due = deadlines.due("D08.report", date(2026, 9, 18), calendar, "gulou")

    assert due.due_on == date(2026, 9, 22)
    assert "20 September 2026" in said(due)


@pytest.mark.parametrize(
    ("rule", "due_at"), [("D08.sign", "2026-09-23 16:20"), ("D08.contact", "2026-09-24 15:20")]
)
def test_hours_run_through_the_night(deadlines, calendar, rule, due_at):
    due = deadlines.due(rule, WHISTLE, calendar, "gulou")

    assert f"{due.due_at:%Y-%m-%d %H:%M}" == due_at
    assert due.due_on is None


def test_a_limit_in_hours_asks_for_the_time_of_day(deadlines, calendar):
    with pytest.raises(Refusal, match="time of day"):
        deadlines.due("D08.sign", date(2026, 9, 23), calendar, "gulou")


def test_a_shortest_time_does_not_move(deadlines, calendar):
    due = deadlines.due("D12", date(2026, 10, 8), calendar, "liaocheng")

    assert due.due_on == date(2026, 11, 8)
    assert not due.provisional


def test_a_notice_before_a_meeting_is_counted_back(deadlines, calendar):
    assert deadlines.due("D10", date(2026, 10, 20), calendar).due_on == date(2026, 10, 5)


def test_a_performance_day_is_the_day_agreed_on(deadlines, calendar):
    assert deadlines.due("D04", date(2026, 10, 4), calendar).due_on == date(2026, 10, 4)


def test_beyond_the_last_notice_a_day_is_provisional_and_says_so(deadlines, calendar):
    due = deadlines.due("D01", date(2026, 12, 15), calendar)

    assert due.due_on == date(2027, 1, 15)
    assert due.provisional
    assert "2027" in said(due)


def test_a_rule_set_that_is_silent_says_whose_limit_is_used(deadlines, calendar):
    due = deadlines.due("D06", date(2026, 11, 23), calendar, "national")

    assert due.rule_set == "liaocheng"
    assert "rules of Liaocheng" in due.because[0].words()


def test_an_unknown_rule_or_set_is_answered_with_those_there_are(deadlines, calendar):
    with pytest.raises(NotFound, match="D16"):
        deadlines.due("D99", date(2026, 1, 1), calendar)
    with pytest.raises(NotFound, match="gulou"):
        deadlines.due("D01", date(2026, 1, 1), calendar, "nowhere")


def test_a_limit_holds_only_in_its_own_time(deadlines, calendar):
    with pytest.raises(NotFound, match="was in force on 1 January 2020"):
        deadlines.due("D06", date(2020, 1, 1), calendar, "liaocheng")


@pytest.mark.parametrize(("length", "times"), [(101, 1), (10**30, 1), (100, 90)])
def test_an_extension_nobody_can_mean_is_refused(deadlines, calendar, length, times):
    longer = [Duration(length=length, unit=Unit.YEARS)] * times

    with pytest.raises(Refusal, match="cannot be extended by"):
        deadlines.due("D01", date(2026, 1, 15), calendar, longer=longer)


def test_the_start_is_the_day_in_china(deadlines, calendar):
    late = datetime(2026, 3, 9, 23, 30, tzinfo=CHINA) + timedelta(hours=1)

    assert deadlines.due("D02", late, calendar).due_on == date(2026, 4, 9)


def test_a_day_lasts_until_its_end(deadlines, calendar):
    due = deadlines.due("D02", date(2026, 3, 10), calendar)

    assert due.moment == datetime(2026, 4, 10, tzinfo=CHINA)


def test_every_limit_of_the_file_can_be_reckoned_and_explained(deadlines, calendar):
    for limit in deadlines.limits.limits:
        due = reckon(limit, WHISTLE, calendar)

        assert due.moment
        assert "{" not in said(due)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_a_month_ends_on_the_corresponding_day_or_the_last(start, months):
    end = after_months(start, months)

    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(st.dates(date(2024, 1, 1), date(2026, 12, 1)), st.integers(1, 90))
def test_a_last_day_is_a_working_day_and_never_earlier_than_counted(start, days):
    calendar = Calendar(years=frozenset(range(2024, 2028)))
    duration = Duration(length=days, unit=Unit.DAYS)
    limit = _limit(duration)

    due = reckon(limit, start, calendar)

    assert calendar.is_working_day(due.due_on)
    assert timedelta(0) <= due.due_on - (start + timedelta(days=days)) <= timedelta(days=2)


def _limit(duration):

    return Limit(
        id="X",
        rule_set="national",
        title=Named("甲", "a"),
        kind=Kind.LATEST,
        duration=duration,
        force="soft",
        source="",
        effective_from=date(2000, 1, 1),
    )

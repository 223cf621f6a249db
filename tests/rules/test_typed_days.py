"""Days and times are understood as people type them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.typed_days import typed_day, typed_time

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2098, 12, 31))
WEEK = "一二三四五六日"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("11-30", date(2026, 11, 30)),
        ("11/30", date(2026, 11, 30)),
        ("11.30", date(2026, 11, 30)),
        ("11 30", date(2026, 11, 30)),
        ("11月30日", date(2026, 11, 30)),
        ("十一月三十日", date(2026, 11, 30)),
        ("１１－３０", date(2026, 11, 30)),
        ("＋５工作日", date(2026, 11, 30)),
        ("2026-11-30", date(2026, 11, 30)),
        ("2026年11月30日", date(2026, 11, 30)),
        ("二〇二六年十一月三十日", date(2026, 11, 30)),
        ("11月30日 星期一", date(2026, 11, 30)),
        ("20261130", date(2026, 11, 30)),
        ("26-11-30", date(2026, 11, 30)),
        ("1-5", date(2027, 1, 5)),
        ("30", date(2026, 11, 30)),
        ("30号", date(2026, 11, 30)),
        ("5", date(2026, 12, 5)),
        ("+5", date(2026, 11, 28)),
        ("+3天", date(2026, 11, 26)),
        ("3天后", date(2026, 11, 26)),
        ("三天以后", date(2026, 11, 26)),
        ("两周后", date(2026, 12, 7)),
        ("+5工作日", date(2026, 11, 30)),
        ("5个工作日后", date(2026, 11, 30)),
        ("+5wd", date(2026, 11, 30)),
        ("-1个工作日", date(2026, 11, 20)),
        ("+1个月", date(2026, 12, 23)),
        ("+1月", date(2026, 12, 23)),
        ("一个月后", date(2026, 12, 23)),
        ("+1年", date(2027, 11, 23)),
        ("-1", date(2026, 11, 22)),
        ("today", TODAY),
        ("今天", TODAY),
        ("明天", date(2026, 11, 24)),
        (" 后天 ", date(2026, 11, 25)),
        ("周一", TODAY),
        ("周三", date(2026, 11, 25)),
        ("星期天", date(2026, 11, 29)),
        ("下周三", date(2026, 12, 2)),
        ("下礼拜三", date(2026, 12, 2)),
        ("下下周一", date(2026, 12, 7)),
        ("上周五", date(2026, 11, 20)),
        ("next wed", date(2026, 12, 2)),
        ("月底", date(2026, 11, 30)),
        ("下月底", date(2026, 12, 31)),
        ("本月30日", date(2026, 11, 30)),
        ("下个月15号", date(2026, 12, 15)),
        ("年底", date(2026, 12, 31)),
    ],
)
def test_a_typed_day_is_understood(calendar, typed, day):
    assert typed_day(typed, TODAY, calendar=calendar) == day


@pytest.mark.parametrize(
    "typed",
    [
        "", "2-30", "13-1", "someday", "32", "1-2-3-4", "--", "11月", "3天", "5工作日", "本月31日",
        "11月30日 星期二", "+9999年", "+9999999", "0", "00-00", "周八", "2-29", "十十",
    ],
)  # fmt: skip
def test_what_is_no_day_or_may_be_two_is_not_guessed(calendar, typed):
    assert typed_day(typed, TODAY, calendar=calendar) is None


def test_working_days_are_not_guessed_without_a_calendar():
    assert typed_day("+5工作日", TODAY) is None


def test_working_days_pass_over_a_holiday_and_count_a_make_up_workday(calendar):
    before_the_national_day = date(2026, 9, 30)

    day = typed_day("+3工作日", before_the_national_day, calendar=calendar)

    assert day == date(2026, 10, 10)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12-30", date(2025, 12, 30)),
        ("11-20", date(2026, 11, 20)),
        ("30", date(2026, 10, 30)),
        ("周五", date(2026, 11, 20)),
        ("3天前", date(2026, 11, 20)),
    ],
)
def test_a_day_that_has_been_is_looked_for_behind_us(typed, day):
    assert typed_day(typed, TODAY, past=True) == day


@given(DAYS, DAYS)
def test_a_day_printed_and_typed_again_is_the_same_day(day, today):
    weekday = WEEK[day.weekday()]
    printed = (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%Y.%m.%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}日 星期{weekday}",
    )

    assert {typed_day(one, today) for one in printed} == {day}


@given(DAYS, st.integers(0, 364), st.booleans())
def test_a_day_without_its_year_is_the_nearest_on_the_right_side(today, away, past):
    day = today - timedelta(days=away) if past else today + timedelta(days=away)

    typed = typed_day(f"{day.month}-{day.day}", today, past=past)

    assert typed == day


@given(st.text(alphabet="0123456789+-/.年月日号天周后前下上一二三十个工作 ", max_size=12), DAYS)
def test_nothing_typed_is_ever_a_mistake_of_ours(typed, today):
    found = typed_day(typed, today)

    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9:30", time(9, 30)),
        ("9：30", time(9, 30)),
        ("９：３０", time(9, 30)),
        ("930", time(9, 30)),
        ("1430", time(14, 30)),
        ("9点半", time(9, 30)),
        ("下午3点", time(15)),
        ("下午3点20分", time(15, 20)),
        ("3pm", time(15)),
        ("14", time(14)),
    ],
)
def test_a_typed_time_is_understood(typed, at):
    assert typed_time(typed) == at


@pytest.mark.parametrize("typed", ["", "25:00", "9:75", "soon"])
def test_what_is_no_time_is_not_guessed(typed):
    assert typed_time(typed) is None

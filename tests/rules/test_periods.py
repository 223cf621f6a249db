"""Periods: as they are typed, with a cut-off day, and the one before and a year ago."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.refusals import Refusal
from mediator_desk.rules.periods import month_of, read_period

CUT_OFFS = st.integers(0, 28)
CODES = st.one_of(
    st.builds("{}-{:02}".format, st.integers(2000, 2100), st.integers(1, 12)),
    st.builds("{}Q{}".format, st.integers(2000, 2100), st.integers(1, 4)),
    st.builds("{}H{}".format, st.integers(2000, 2100), st.integers(1, 2)),
    st.builds("{}".format, st.integers(2000, 2100)),
)


@pytest.mark.parametrize(
    ("said", "cut_off", "first", "last"),
    [
        ("2026-08", 0, "2026-08-01", "2026-08-31"),
        ("2024-02", 0, "2024-02-01", "2024-02-29"),
        ("2026-08", 25, "2026-07-26", "2026-08-25"),
        ("2026-01", 25, "2025-12-26", "2026-01-25"),
        ("2026-03", 28, "2026-03-01", "2026-03-28"),
        ("2026Q3", 0, "2026-07-01", "2026-09-30"),
        ("2026q3", 25, "2026-06-26", "2026-09-25"),
        ("2026H1", 0, "2026-01-01", "2026-06-30"),
        ("2026", 25, "2025-12-26", "2026-12-25"),
        ("2026-08-01..2026-08-25", 0, "2026-08-01", "2026-08-25"),
    ],
)
def test_a_period_has_its_days(said, cut_off, first, last):
    period = read_period(said, cut_off)

    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "said",
    ["", "2026-13", "2026-00", "2026Q5", "2026H3", "0026", "9999", "八月", "2026-8",
     "2026-08-01..", "2026-08-01..2026-02-30", "2026-08-25..2026-08-01", "2026-08-01"],
)  # fmt: skip
def test_what_is_no_period_is_refused(said):
    with pytest.raises(Refusal):
        read_period(said)


@pytest.mark.parametrize("cut_off", [-1, 29, 31])
def test_a_cut_off_day_that_some_month_lacks_is_refused(cut_off):
    with pytest.raises(Refusal, match="1 to 28"):
        read_period("2026-08", cut_off)


@given(code=CODES, cut_off=CUT_OFFS)
def test_periods_follow_each_other_without_gap_or_overlap(code, cut_off):
    period = read_period(code, cut_off)

    before = period.before()

    assert before.last_day + timedelta(days=1) == period.first_day
    assert before.kind is period.kind


@given(code=CODES, cut_off=CUT_OFFS)
def test_a_period_is_read_again_as_it_is_written(code, cut_off):
    period = read_period(code, cut_off)

    assert read_period(period.code(), cut_off) == period
    assert read_period(period.year_before().code(), cut_off) == period.year_before()
    assert period.year_before().year == period.year - 1


@given(day=st.dates(date(2000, 1, 1), date(2100, 12, 31)), cut_off=CUT_OFFS)
def test_every_day_lies_in_exactly_one_month(day, cut_off):
    month = month_of(day, cut_off)

    assert day in month
    assert day not in month.before()


@given(code=CODES, cut_off=CUT_OFFS, count=st.integers(1, 24))
def test_the_months_of_a_trend_end_with_the_period(code, cut_off, count):
    period = read_period(code, cut_off)

    months = period.months(count)

    assert len(months) == count
    assert months[-1].last_day == period.last_day
    assert all(later.before() == earlier for earlier, later in pairwise(months))


def test_days_of_ones_own_are_compared_with_as_many_before_and_a_year_ago():
    period = read_period("2024-02-01..2024-02-29")

    assert period.before().code() == "2024-01-03..2024-01-31"
    assert period.year_before().code() == "2023-02-01..2023-02-28"


@pytest.mark.parametrize(
    ("said", "cut_off", "named"),
    [
        ("2026-08", 0, "2026年8月"),
        ("2026-12", 25, "2026年12月（2026年11月26日至2026年12月25日）"),
        ("2026Q4", 0, "2026年第四季度"),
        ("2026H2", 0, "2026年下半年"),
        ("2026", 0, "2026年"),
        ("2026-08-01..2026-08-25", 25, "2026年8月1日至2026年8月25日"),
    ],
)
def test_papers_name_a_period_in_chinese(said, cut_off, named):
    assert read_period(said, cut_off).zh == named

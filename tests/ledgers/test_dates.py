"""Days and moments are read in all the ways they are typed here."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mediator_desk.ledgers.dates import When, read_when
from mediator_desk.rules.remarks import Remark

TODAY = date(2026, 11, 23)
DAY = date(2019, 4, 5)
MOMENT = datetime(2019, 4, 5, 1, 32, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    [
        "2019/4/5",
        "2019-04-05",
        "2019.4.5",
        "2019年4月5日",
        "2019年04月05号",
        "２０１９年４月５日",
        "二〇一九年四月五日",
        "二零一九年四月五日",
        "20190405",
        20190405,
        43560,
        43560.0,
        "43560",
        date(2019, 4, 5),
        datetime(2019, 4, 5),  # noqa: DTZ001 - as openpyxl gives it
        " 2019 年 4 月 5 日 星期五 ",
        "2019-4-5 0:00:00",
    ],
)
def test_a_day_is_read(cell):
    assert read_when(cell, today=TODAY) == When(DAY)


@pytest.mark.parametrize(
    "cell",
    [
        "2019/4/5 9:32:09",
        "2019-04-05T09:32:09",
        "2019年4月5日 上午9时32分9秒",
        "2019年4月5日9点32分09秒",
        "2019-4-5 （星期五） 9：32：09",
        datetime(2019, 4, 5, 9, 32, 8, 999_999),  # noqa: DTZ001 - as openpyxl gives it
        43560 + (9 * 3600 + 32 * 60 + 9) / 86400,
    ],
)
def test_a_moment_is_read_as_the_clock_in_china_shows_it(cell):
    assert read_when(cell, today=TODAY) == When(DAY, MOMENT)


def test_the_afternoon_is_twelve_hours_later():
    assert read_when("2019-4-5 下午3:00", today=TODAY).at.hour == 7


def test_december_in_chinese_is_the_twelfth_month():
    assert read_when("二〇一九年十二月二十三日", today=TODAY).on == date(2019, 12, 23)


def test_the_tenth_and_the_twentieth_are_read():
    assert read_when("二〇一九年十月二十日", today=TODAY).on == date(2019, 10, 20)


def test_workbooks_that_count_from_1904_are_read():
    assert read_when(42098, today=TODAY, from_1904=True) == When(DAY)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (None, "missing"),
        ("", "missing"),
        ("  ", "missing"),
        ("4月5日", "year is missing"),
        ("4.5", "year is missing"),
        ("2019年4月", "day is missing"),
        ("19-4-5", "four digits"),
        ("4/5/19", "four digits"),
        ("2019-2-30", "no such day"),
        ("2019-4-5 25:00", "no such day or hour"),
        ("2019-13-1", "no such day"),
        ("2027-1-1", "future"),
        ("1899-1-1", "too far back"),
        ("昨天", "cannot be read"),
        ("#REF!", "cannot be read"),
        (3, "cannot be read"),
        (True, "cannot be read"),
        ("2019-4-5至2019-4-9", "cannot be read"),
    ],
)
def test_what_is_no_date_is_said_in_words(cell, words):
    found = read_when(cell, today=TODAY)

    assert isinstance(found, Remark)
    assert words in found.words()


DAYS = some.dates(min_value=date(1950, 1, 1), max_value=TODAY)
HOURS = some.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(seconds=86399))
WAYS = ("{:%Y-%m-%d %H:%M:%S}", "{:%Y/%m/%d %H:%M:%S}", "{:%Y年%m月%d日 %H时%M分%S秒}")


@given(DAYS, HOURS, some.sampled_from(WAYS))
def test_every_moment_is_read_the_same_in_every_writing(day, past_midnight, way):
    moment = (datetime.combine(day, datetime.min.time()) + past_midnight).replace(microsecond=0)

    typed = read_when(way.format(moment), today=TODAY)

    assert typed.on == day
    assert typed.at.replace(tzinfo=None) == moment - timedelta(hours=8)


@given(some.text(max_size=30))
def test_no_text_breaks_the_reading_of_dates(text):
    assert isinstance(read_when(text, today=TODAY), When | Remark)


@given(some.floats() | some.integers())
def test_no_number_breaks_the_reading_of_dates(number):
    assert isinstance(read_when(number, today=TODAY), When | Remark)

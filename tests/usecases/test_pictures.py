"""Pictures show the figures of the tables, and each leads to exactly the cases it counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.filling import keep_in_bulk
from bench.huangshi import made_up
from bench.stations import AtDesk
from mediator_desk.charts.hand import Hand
from mediator_desk.charts.marks import Words
from mediator_desk.labels import pictures as said
from mediator_desk.records.dispute import Topic
from mediator_desk.records.place import Division, Level
from mediator_desk.rules.periods import read_period
from mediator_desk.rules.place_tree import place_tree
from mediator_desk.rules.statistics import Measure
from mediator_desk.usecases.pictures import (
    group_of,
    headline_of,
    in_chinese,
    kinds_of,
    trend_of,
)
from mediator_desk.usecases.place_pictures import (
    Inside,
    OpenAt,
    heat_of,
    logged_at,
    map_of,
    open_at,
)
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.usecases.statistics_view import disputes_behind, statistics_view
from tests.store import stations

TODAY = date(2026, 8, 31)
HAND = Hand(em=14, measure=lambda text, size, strong: len(text) * size)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Fill a station with three months of cases, once."""
    here = stations.sit_down(tmp_path_factory.mktemp("pictures") / "station")
    keep_in_bulk(AtDesk(house=here.house, desk=here.desk), made_up(here.desk))
    yield here.desk
    here.leave()


@pytest.fixture(scope="module")
def view(desk):
    """Look at August 2016."""
    return statistics_view(desk, AskStatistics(period=read_period("2016-08")))


def words(drawing):
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def value(spot):
    return int(spot.says.partition("：")[2].removesuffix("件").replace(",", ""))


def test_the_headline_says_the_published_figures_and_their_changes(view):
    drawing = headline_of(view.found, in_chinese)(HAND, 2000)

    text = words(drawing)
    assert {"869 件", "842 件", "2,873.80 万元", "成功率 96.9%"} <= set(text)
    assert {"比上期 +29（+3.5%）", "比上年同期 -159（-15.5%）"} <= set(text)


def test_the_bars_of_the_categories_are_the_table_in_its_order(view):
    figures = group_of(view.found, Measure.CATEGORY)

    drawing = kinds_of(view.found, figures, said.BY_CATEGORY, in_chinese)(HAND, 2000)

    text = words(drawing)
    assert text[0] == "纠纷类型"
    assert text[1] == "单位：件　2016年8月"
    assert text[2:6] == ["婚姻家庭纠纷", "160　18.4%", "邻里纠纷", "278　32.0%"]
    assert sum(int(one.split("　")[0]) for one in text[3::2]) == 869


def test_a_bar_leads_to_as_many_cases_as_it_says(desk, view):
    figures = group_of(view.found, Measure.CATEGORY)
    drawing = kinds_of(view.found, figures, said.BY_CATEGORY, in_chinese)(HAND, 2000)

    some = drawing.spots[:4]
    found = [disputes_behind(desk, spot.key).count for spot in some]

    assert found == [one.value for one in figures[:4]]


def test_a_month_of_the_trend_leads_to_its_own_cases(desk, view):
    drawing = trend_of(view.found, Measure.TOTAL, said.TREND_TOTAL, in_chinese)(HAND, 900)
    july = next(spot for spot in drawing.spots if spot.says.startswith("2016年7月"))

    assert disputes_behind(desk, july.key).count == 840
    assert july.says == "2016年7月：840件"


def test_months_after_the_period_are_left_open(view):
    drawing = trend_of(view.found, Measure.TOTAL, said.TREND_TOTAL, in_chinese)(HAND, 900)

    assert sorted(spot.column for spot in drawing.spots if spot.row == 0) == list(range(8))
    assert sorted(spot.column for spot in drawing.spots if spot.row == 1) == list(range(12))


def test_the_table_of_places_and_topics_adds_up_to_what_was_logged(desk, view):
    drawing = heat_of(logged_at(view.found, in_chinese), view.tree, in_chinese)(HAND, 900)

    last = drawing.spots[-1]
    assert last.key is not None
    assert disputes_behind(desk, last.key).count == 869
    first = drawing.spots[0]
    behind = disputes_behind(desk, first.key)
    assert {row.topic for row in behind.rows} == {Topic.PARKING}
    assert first.says.endswith(f"{behind.count}件")


def test_the_map_says_that_it_is_no_map_of_the_land(view):
    shown = logged_at(view.found, in_chinese)

    drawing = map_of(shown, view.tree, view.top, in_chinese)(HAND, 2000)

    assert "方格示意" in words(drawing)[1]
    assert "单位：件" in words(drawing)[1]


def test_written_only_is_said_in_the_picture(desk):
    asked = AskStatistics(period=read_period("2016-08"), written_only=True)

    found = statistics_view(desk, asked).found

    drawing = kinds_of(found, found.topics[1:], said.BY_TOPIC, in_chinese)(HAND, 2000)
    assert words(drawing)[1].endswith("仅统计书面协议")


CITY, COUNTY, STREETS = "3715", "371502", ("371502001", "371502002")
COMMUNITIES = tuple(f"{street}{at:03}" for street in STREETS for at in range(3))


def small_tree():
    def one(code, level, parent):
        return Division(code=code, name=f"{code[-3:]}社区居委会", level=level, parent=parent)

    made = [one(COUNTY, Level.COUNTY, CITY), one(CITY, Level.CITY, "")]
    made += [one(street, Level.STREET, COUNTY) for street in STREETS]
    made += [one(code, Level.COMMUNITY, code[:9]) for code in COMMUNITIES]
    return place_tree({one.code: one for one in made})


anywhere = st.sampled_from([*COMMUNITIES, *STREETS, COUNTY, "", "gone"])
counted = st.dictionaries(st.tuples(st.sampled_from(Topic), anywhere), st.integers(0, 99))


@given(counted)
def test_no_dispute_is_lost_on_the_map_or_in_the_table(counts):
    shown = open_at(counts, TODAY, in_chinese)
    tree = small_tree()

    table = heat_of(shown, tree, in_chinese)(HAND, 900)
    drawn = map_of(shown, tree, CITY, in_chinese)(HAND, 900)

    whole = sum(counts.values())
    assert sum(map(value, drawn.spots)) == whole
    if whole:
        assert value(table.spots[-1]) == whole


def test_a_tile_that_holds_others_leads_in_and_one_that_holds_none_leads_to_its_cases():
    tree = small_tree()
    counts = {(Topic.PARKING, COMMUNITIES[0]): 4}
    shown = open_at(counts, TODAY, in_chinese)

    outside = map_of(shown, tree, CITY, in_chinese)(HAND, 900)
    within = map_of(shown, tree, STREETS[0], in_chinese, top=False)(HAND, 900)

    assert [spot.key for spot in outside.spots] == [Inside(place=one) for one in STREETS]
    assert isinstance(within.spots[0].key, OpenAt)
    assert within.spots[0].key.places == {COMMUNITIES[0]}


def test_places_stand_in_the_order_of_the_directory_whatever_they_count():
    tree = small_tree()
    counts = {(Topic.PARKING, code): at * 7 for at, code in enumerate(COMMUNITIES)}
    shown = open_at(counts, TODAY, in_chinese)

    drawing = map_of(shown, tree, STREETS[1], in_chinese, top=False)(HAND, 2000)

    assert [spot.says for spot in drawing.spots] == [
        f"{code[-3:]}社区：{at * 7}件" for at, code in enumerate(COMMUNITIES) if at > 2
    ]


def test_open_disputes_are_counted_now_and_closed_ones_are_not(desk, view):
    assert view.open_now == {}


def test_a_long_list_says_its_whole_count_and_shows_the_newest(desk, view):
    total = next(
        spot for spot in headline_of(view.found, in_chinese)(HAND, 2000).spots if spot.row == 0
    )

    behind = disputes_behind(desk, total.key, most=10)

    assert behind.count == 869
    assert [row.key for row in behind.rows] == sorted(row.key for row in behind.rows)[::-1]
    assert len(behind.rows) == 10

"""A25: the figures of August 2016 come out of 869 made-up cases, each sum in its place."""

from decimal import Decimal

import openpyxl
import pytest

from bench.filling import keep_in_bulk
from bench.huangshi import CATEGORIES, made_up
from bench.stations import AtDesk
from mediator_desk.ledgers.writing import write_workbook
from mediator_desk.paper.preview import text_of
from mediator_desk.rules.periods import read_period
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases.report_papers import print_case_table, print_ledger
from mediator_desk.usecases.report_sheets import cases_sheet
from mediator_desk.usecases.statistics import AskStatistics, cases_of, statistics_of
from tests.store import stations

AUGUST = read_period("2016-08")
SOURCES = ("主动调解", "依申请调解", "接受委托移送调解")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Fill a station with the three months, once."""
    here = stations.sit_down(tmp_path_factory.mktemp("a25") / "station")
    keep_in_bulk(AtDesk(house=here.house, desk=here.desk), made_up(here.desk))
    yield here.desk
    here.leave()


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the fonts, once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="module")
def found(desk):
    """Reckon the month."""
    return statistics_of(desk, AskStatistics(period=AUGUST))


def _of(found, measure, part=""):
    return found.figure(CellKey(measure, part))


def test_a25_the_sums_are_those_that_were_published(found):
    assert _of(found, Measure.TOTAL).value == 869
    assert (_of(found, Measure.SUCCESS).value, _of(found, Measure.SUCCESS).share) == (842, "96.9%")
    assert _of(found, Measure.AMOUNT).value == Decimal("2873.80")
    shares = {
        part: (_of(found, Measure.SOURCE, part).value, _of(found, Measure.SOURCE, part).share)
        for part in ("proactive", "application", "entrusted")
    }
    assert shares == {
        "proactive": (455, "52.4%"),
        "application": (378, "43.5%"),
        "entrusted": (36, "4.1%"),
    }


def test_a25_the_categories_stand_in_the_official_order(found):
    group = next(one for one in found.table if one.figures[0].key.measure is Measure.CATEGORY)

    assert [one.value for one in group.figures] == list(CATEGORIES.values())
    assert group.figures[-1].name.zh == "其他纠纷"
    assert sum(one.value for one in group.figures) == 869


def test_a25_the_changes_on_the_month_and_the_year_are_said(found):
    total = _of(found, Measure.TOTAL)

    assert (total.on_year.before, total.on_year.difference, total.on_year.percent) == (
        1028,
        -159,
        "-15.5%",
    )
    assert (total.on_before.before, total.on_before.difference, total.on_before.percent) == (
        840,
        29,
        "+3.5%",
    )


def test_a25_what_was_kept_from_getting_worse_is_counted_in_cases_and_persons(found):
    crime, petition = _of(found, Measure.CRIME), _of(found, Measure.PETITION)

    assert (crime.value, crime.persons) == (1, 4)
    assert (petition.value, petition.persons) == (3, 15)
    assert found.doubts == ()


def test_a25_every_figure_leads_to_as_many_cases(desk, found):
    keys = [CellKey(Measure.SOURCE, "entrusted"), CellKey(Measure.CATEGORY, "medical")]
    keys += [CellKey(Measure.CRIME), CellKey(Measure.PETITION), CellKey(Measure.ORAL)]

    counts = {key: len(cases_of(desk, AUGUST, key)) for key in keys}

    assert counts == {key: found.figure(key).value for key in keys}
    assert counts[keys[0]] == 36


def test_a25_the_trend_ends_with_the_month(found):
    months = {one.month.code(): one.total for one in found.trend if one.total}

    assert months["2016-08"] == 869
    assert months["2016-07"] == 840
    assert months["2015-08"] == 1028
    assert len(found.trend) == 24


def test_a25_written_only_leaves_oral_agreements_out(desk, found):
    written = statistics_of(desk, AskStatistics(period=AUGUST, written_only=True))

    oral = _of(found, Measure.ORAL).value
    assert oral == 117
    assert _of(written, Measure.TOTAL).value == 869 - oral
    assert _of(written, Measure.ORAL).value == 0


def test_a25_figures_for_everybody_hide_what_tells_of_persons(desk):
    public = statistics_of(desk, AskStatistics(period=AUGUST, public=True))

    hidden = {one.key.code() for one in public.every() if one.value is None}
    assert {"category.property", "crime"} <= hidden
    assert sum(one.startswith("category.") for one in hidden) == 2


def test_a25_the_workbook_holds_the_figures_in_the_right_cells(desk, found, tmp_path):
    sheet, rows = cases_sheet(desk, found)
    write_workbook(tmp_path / "统计.xlsx", [(sheet, rows)])

    lines = [
        [cell.value for cell in line]
        for line in openpyxl.load_workbook(tmp_path / "统计.xlsx").active.iter_rows()
    ]
    head = lines[2]
    by_name = {line[1]: dict(zip(head, line, strict=True)) for line in reversed(lines[3:])}
    total = by_name["调解案件总数"]
    assert (total["本期"], total["上月"], total["去年同期"]) == (869, 840, 1028)
    assert (total["比上月增减"], total["比上月增减%"]) == (29, "+3.5%")
    assert (total["比去年同期增减"], total["比去年同期增减%"]) == (-159, "-15.5%")
    assert (by_name["调解成功"]["本期"], by_name["调解成功"]["占比"]) == (842, "96.9%")
    assert [by_name[one]["占比"] for one in SOURCES] == ["52.4%", "43.5%", "4.1%"]
    assert (by_name["协议涉及金额"]["本期"], by_name["协议涉及金额"]["单位"]) == (2873.8, "万元")
    crime = by_name["防止民间纠纷转化为刑事案件"]
    assert (crime["本期"], crime["人数"]) == (1, 4)


def test_a25_the_printed_table_holds_every_figure(desk, found, fonts):
    printed = print_case_table(desk, found, fonts)

    text = "".join(text_of(printed.pdf).split())
    for one in found.table[2].figures:
        assert f"{one.name.zh}{one.value}" in text
    for said in ("86984296.9%", "45537836", "52.4%43.5%4.1%", "2873.80", "1件4人", "3件15人"):
        assert said in text.replace("数量", "").replace("占比—", "")
    assert "869840+29+3.5%1028-159-15.5%" in text


def test_a25_a_register_prints_every_case_of_some_days(desk, fonts):
    printed = print_ledger(desk, "register", read_period("2016-08-01..2016-08-02"), fonts)

    text = "".join(text_of(printed.pdf).split())
    assert text.count("（2016）示例人调字第") == 88
    assert text.count("受理日期") == printed.pages

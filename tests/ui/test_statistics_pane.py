"""The statistics: a period chosen, its figures, and from every figure the way to its cases."""

from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from mediator_desk.paper.preview import text_of
from mediator_desk.records.dispute import CaseSource, Channel, Outcome, Stage, Topic
from mediator_desk.rules.periods import PeriodKind, read_period
from mediator_desk.rules.statistics import CellKey, Measure
from mediator_desk.usecases.reporting import SetReporting, set_reporting
from tests.store.stations import sit_down
from tests.ui.casework import columns_of
from tests.ui.open_stations import Answers
from ui.forms.sheet_dialog import SheetDialog
from ui.forms.table_files import TableFiles
from ui.panes.statistics import MAP, TABLE, TOPICS, StatisticsPane
from ui.theme import Theme, wear
from ui.tokens import ALL, LIGHT

STREET = "371502001"
FIRST, SECOND = f"{STREET}001", f"{STREET}002"


def closed(station, topic, place, on, outcome=Outcome.AGREED_WRITTEN):
    """Log a dispute and close it on a day of November."""
    id = station.log(topic=topic, channel=Channel.WALK_IN)
    moment = datetime(2026, 11, on, 3, tzinfo=UTC)
    station.change(
        id,
        stage=Stage.CLOSED,
        outcome=outcome,
        division=place,
        source=CaseSource.APPLICATION,
        accepted_at=moment,
        closed_at=moment,
    )
    return id


@pytest.fixture
def station(tmp_path):
    made = sit_down(tmp_path / "station")
    yield made
    made.leave()


@pytest.fixture
def busy(station):
    """Give the station three cases closed and one open, at two communities."""
    closed(station, Topic.PARKING, FIRST, 3)
    closed(station, Topic.PARKING, SECOND, 5)
    closed(station, Topic.NOISE, SECOND, 9, Outcome.FAILED)
    station.change(station.log(topic=Topic.PETS), division=FIRST)
    return station


@pytest.fixture
def opened(keep, errands, notices, qtbot, tmp_path, tmp_path_factory):
    def make(station, width=1180, height=640):
        pane = keep(
            StatisticsPane(
                desk=station.desk,
                errands=errands,
                notices=notices,
                fonts=tmp_path_factory.getbasetemp() / "paper-fonts",
                save_table=TableFiles(
                    desk=station.desk,
                    errands=errands,
                    notices=notices,
                    files=Answers(folder=tmp_path),
                    check=station.house.check_target,
                ).choose,
            )
        )
        pane.resize(width, height)
        pane.show()
        qtbot.waitExposed(pane)
        pane.open()
        return pane

    return make


def values(pane):
    """Read the first figure of each line of the official table."""
    return {row[0]: row[1] for row in columns_of(pane.table.table) if row[1:] and row[1]}


def test_it_begins_with_the_month_of_today(busy, opened):
    pane = opened(busy)

    assert pane.period.period() == read_period("2026-11")
    assert [spot.accessibleName().partition(",")[0] for spot in pane.glance.charts[0].spots()] == [
        "Cases accepted: 3 cases",
        "Cases mediated: 3 cases",
        "Mediated with success: 2 cases",
        "Amount of the agreements: 0.00 ×10k yuan",
    ]


def test_a_figure_of_the_headline_leads_to_its_cases(busy, opened, qtbot):
    pane = opened(busy)

    qtbot.mouseClick(pane.glance.charts[0].spots()[2], Qt.MouseButton.LeftButton)

    assert pane.whole.currentWidget() is pane.cases
    assert pane.cases.table.rows.rowCount() == 2
    assert pane.cases.name.accessibleName() == "Mediated with success · Nov 2026"


def test_escape_leads_back_from_the_cases_to_the_figures(busy, opened, qtbot):
    pane = opened(busy)
    pane.glance.charts[0].spots()[2].click()

    pane.cases.back.click()

    assert pane.whole.currentWidget() is not pane.cases


def test_entering_a_case_goes_to_it_among_the_disputes(busy, opened, qtbot):
    pane = opened(busy)
    pane.glance.charts[0].spots()[2].click()
    row = pane.cases.table.rows.row(0)

    with qtbot.waitSignal(pane.go) as gone:
        qtbot.keyClick(pane.cases.table, Qt.Key.Key_Return)

    assert gone.args == ["disputes", row.id]


def test_the_official_table_says_every_figure_and_each_line_opens(busy, opened, qtbot):
    pane = opened(busy)
    pane.sections.choose(TABLE)
    table = pane.table.table

    assert values(pane)["Cases mediated"] == "3"
    assert values(pane)["On application"] == "3"
    table.choose(CellKey(Measure.SUCCESS))
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert pane.cases.table.rows.rowCount() == 2


def test_a_line_of_none_opens_nothing(busy, opened, qtbot):
    pane = opened(busy)
    pane.sections.choose(TABLE)
    pane.table.table.choose(CellKey(Measure.CONFIRMED))

    qtbot.keyClick(pane.table.table, Qt.Key.Key_Return)

    assert pane.whole.currentWidget() is not pane.cases


def test_a_cell_of_places_and_topics_leads_to_its_cases(busy, opened):
    pane = opened(busy)
    pane.sections.choose(TOPICS)
    cells = {spot.accessibleName(): spot for spot in pane.topics.charts[1].spots()}
    cell = next(
        spot for name, spot in cells.items() if "noise" in name and not name.endswith("0 cases")
    )

    cell.click()

    assert [row.topic for row in pane.cases.table.rows.rows()] == [Topic.NOISE]


def test_the_map_counts_what_is_open_now_and_goes_up_and_in(busy, opened):
    pane = opened(busy)
    pane.sections.choose(MAP)
    tiles = {spot.accessibleName(): spot for spot in pane.map.page.charts[0].spots()}
    ours = next(spot for name, spot in tiles.items() if name.endswith(": 1 cases"))

    ours.click()

    assert [row.topic for row in pane.cases.table.rows.rows()] == [Topic.PETS]
    pane.leave_cases()
    pane.map.up.click()
    assert pane.map.where.accessibleName() == "东昌府区"


def test_stepping_back_shows_the_month_before_and_there_is_no_step_into_the_future(busy, opened):
    pane = opened(busy)

    pane.period.back.click()

    assert pane.view.found.period == read_period("2026-10")
    assert pane.view.found.figure(CellKey(Measure.TOTAL)).value == 0
    pane.period.on.click()
    assert pane.view.found.period == read_period("2026-11")
    assert not pane.period.on.isEnabled()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (PeriodKind.QUARTER, "2026Q4"),
        (PeriodKind.HALF, "2026H2"),
        (PeriodKind.YEAR, "2026"),
    ],
)
def test_another_kind_of_period_is_the_one_that_today_lies_in(busy, opened, kind, code):
    pane = opened(busy)
    kinds = pane.period.kinds

    kinds.setCurrentIndex(kinds.findData(kind.value))
    kinds.activated.emit(kinds.currentIndex())

    assert pane.view.found.period == read_period(code)


def test_it_begins_as_the_station_reports(busy, opened):
    set_reporting(busy.desk, SetReporting(cut_off=25, written_only=True))

    pane = opened(busy)

    assert pane.view.found.period == read_period("2026-11", 25)
    assert pane.view.found.written_only
    assert pane.period.written.isChecked()


def test_a_cut_off_day_moves_the_ends_of_the_month(busy, opened):
    pane = opened(busy)

    pane.period.cut_off(5)

    assert pane.view.found.period.last_day == date(2026, 11, 5)
    assert pane.view.found.figure(CellKey(Measure.TOTAL)).value == 2


def test_days_of_ones_own_are_asked_for_and_counted(busy, opened):
    pane = opened(busy)
    dialog = pane.ask_days()
    dialog.sheet.fill({"first": date(2026, 11, 4), "last": date(2026, 11, 9)})

    dialog.press.click()

    assert pane.view.found.period == read_period("2026-11-04..2026-11-09")
    assert pane.view.found.figure(CellKey(Measure.TOTAL)).value == 2


def test_days_the_wrong_way_round_are_refused_in_words(busy, opened):
    pane = opened(busy)
    dialog = pane.ask_days()
    dialog.sheet.fill({"first": date(2026, 11, 9), "last": date(2026, 11, 4)})

    dialog.press.click()

    assert "ends before it begins" in dialog.error.text()


def test_an_empty_station_is_told_where_figures_come_from(station, opened):
    pane = opened(station)

    assert pane.empty.isVisible()
    assert pane.stack.currentWidget().isAncestorOf(pane.empty)


def test_a_case_closed_elsewhere_is_counted_at_once(busy, opened, errands):
    pane = opened(busy)
    id = busy.log(topic=Topic.LEAK)
    moment = datetime(2026, 11, 20, 3, tzinfo=UTC)

    changes = busy.change(
        id, stage=Stage.CLOSED, outcome=Outcome.AGREED_ORAL, accepted_at=moment, closed_at=moment
    )
    pane.refresh(changes)

    assert pane.view.found.figure(CellKey(Measure.TOTAL)).value == 4


def test_the_brief_of_the_period_is_shown_before_it_is_printed(busy, opened, keep):
    pane = opened(busy)

    shown = keep(pane.preview())

    assert shown.printed.title == "人民调解工作统计简报　2026年11月"
    assert "调解案件3件" in text_of(shown.printed.pdf).replace(" ", "")


@pytest.mark.parametrize("table", ["cases", "topics", "justice"])
def test_a_table_is_saved_as_a_workbook_and_the_notice_says_where(
    busy, opened, notices, tmp_path, qapp, table
):
    said = []
    notices.posted.connect(lambda notice: said.append(notice.text))
    pane = opened(busy)
    pane.save()
    dialog = next(one for one in pane.window().findChildren(SheetDialog))
    dialog.sheet.fill({"table": table})

    dialog.press.click()

    assert load_workbook(tmp_path / "saved.xlsx").active.max_row > 5
    assert str(tmp_path / "saved.xlsx") in said[-1]


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_every_part_is_painted_in_every_theme_and_size(
    busy, opened, qapp, families, tokens, doubled
):
    wear(qapp, Theme(tokens, 24, families))

    pane = opened(busy, width=780, height=400)

    for part in (TABLE, TOPICS, MAP):
        pane.sections.choose(part)
        assert not pane.grab().isNull()
        assert doubled(pane) == []


def test_all_of_it_fits_a_small_window(busy, opened, qapp, families):
    wear(qapp, Theme(LIGHT, 24, families))

    pane = opened(busy)

    assert pane.minimumSizeHint().width() <= 911 - 120
    assert pane.minimumSizeHint().height() <= 512 - 170

"""Tables show rows, keep the chosen one, and ask for more."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.models.column import Column
from ui.models.rows import RowsModel
from ui.widgets.table import TableView

COLUMNS = (
    Column(title="Number", text=lambda row: f"{row:04d}", width=5),
    Column(title="What", text=lambda row: f"word {row}", stretch=True, width=10),
    Column(title="State", text=lambda _row: "late", tone=lambda _row: "danger", pill=True, fold=1),
)


@pytest.fixture
def model(qapp):
    made = RowsModel(COLUMNS, key=lambda row: row)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


@pytest.fixture
def table(qtbot):
    made = TableView(COLUMNS, key=lambda row: row, name="Disputes")
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_the_model_keeps_the_promises_of_qt_while_rows_come_and_change(model):
    model.show(range(50), more=True)
    model.fetchMore(model.index(-1, -1))
    model.append(range(50, 70))
    model.replace(7)
    model.show([])

    assert model.rowCount() == 0


def test_the_next_page_is_asked_for_once_by_the_last_row(model):
    asked = []
    model.wanted.connect(asked.append)
    model.show(range(50), more=True)
    nowhere = model.index(-1, -1)

    model.fetchMore(nowhere)
    model.fetchMore(nowhere)

    assert asked == [49]
    assert not model.canFetchMore(nowhere)


def test_pages_join_below_and_end(model):
    model.show(range(50), more=True)

    model.append(range(50, 60), more=False)

    assert model.rows() == list(range(60))
    assert not model.canFetchMore(model.index(-1, -1))


def test_roles_are_answered_whether_asked_as_numbers_or_by_name(model):
    model.show([3])
    cell = model.index(0, 0)

    assert cell.data(0) == cell.data(Qt.ItemDataRole.DisplayRole) == "0003"


def test_the_chosen_row_stays_chosen_when_rows_are_shown_anew(table):
    table.show_rows(range(20))
    table.choose(12)

    table.show_rows(range(5, 25))

    assert table.current_row() == 12


def test_enter_opens_the_chosen_row(qtbot, table):
    opened = []
    table.opened.connect(opened.append)
    table.show_rows(range(20))
    table.choose(4)

    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert opened == [4]


def test_choosing_tells_the_row_once(table):
    told = []
    table.chosen.connect(told.append)
    table.show_rows(range(20))

    table.choose(4)

    assert told == [4]


def test_a_narrow_table_folds_the_columns_that_may_go(table):
    table.show_rows(range(3))

    table.resize(320, 300)

    assert table.isColumnHidden(2)
    assert not table.isColumnHidden(0)


def test_rows_grow_with_the_letters(qapp, families, table):
    from ui.theme import Theme, wear
    from ui.tokens import LIGHT

    before = table.verticalHeader().defaultSectionSize()

    wear(qapp, Theme(LIGHT, 24, families))

    assert before >= 34
    assert table.verticalHeader().defaultSectionSize() > before


def test_scrolling_to_the_end_asks_for_more(qtbot, table):
    asked = []
    table.rows.wanted.connect(asked.append)
    table.show_rows(range(50), more=True)

    table.scrollToBottom()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: bool(asked))

    assert asked == [49]


def test_one_row_is_chosen_whatever_keys_are_held_down(qtbot, table):
    table.setSelectionMode(TableView.SelectionMode.ExtendedSelection)
    table.show_rows(range(20))
    table.choose(2)
    qtbot.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)

    table.choose(5)

    chosen = [index.row() for index in table.selectionModel().selectedRows()]
    qtbot.keyRelease(table, Qt.Key.Key_Control)
    assert chosen == [5]


def test_end_goes_to_the_last_row_alone_whatever_keys_are_held_down(qtbot, table):
    table.setSelectionMode(table.SelectionMode.ExtendedSelection)
    table.show_rows(range(20))
    table.choose(3)

    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    assert [one.row() for one in table.selectionModel().selectedRows()] == [19]

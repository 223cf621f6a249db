"""A picture on the screen: painted in every theme, reached by keys, and it says its figures."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mediator_desk.charts.bars import bars
from mediator_desk.charts.figures import Figure, Head, Named
from mediator_desk.charts.heat import HeatRow, heat
from mediator_desk.charts.marks import ON_TINTS, TINTS, Ink
from ui.theme import Theme, wear
from ui.tokens import ALL, DARK, contrast
from ui.widgets.chart import ChartView
from ui.widgets.chart_paint import ink_of

HEAD = Head(title="Disputes", note="cases, August 2026")


def figure(value, key=None):
    return Figure(value=value, says=f"{value} cases", key=key)


def two_bars(hand, width):
    shown = (
        Named(name="parking", figure=figure(3, "parking")),
        Named(name="noise", figure=figure(0)),
    )
    return bars(hand, HEAD, width, shown)


def table(hand, width, columns=3):
    names = [f"topic {at}" for at in range(columns)] + ["sum"]
    rows = [
        HeatRow(
            name=f"place {row}",
            figures=tuple(figure(row * 10 + at, (row, at)) for at in range(columns)),
            sum=figure(99, (row, "sum")),
        )
        for row in range(3)
    ]
    return heat(hand, HEAD, width, names, rows)


@pytest.fixture
def shown(qtbot, keep):
    def show(draw, width=600):
        window = keep(QWidget())
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        view = ChartView()
        column.addWidget(view)
        view.show_chart("Disputes", draw)
        window.resize(width, 400)
        window.show()
        qtbot.waitExposed(window)
        return view

    return show


def test_every_figure_has_a_name_a_reader_can_speak(shown):
    view = shown(two_bars)

    assert [one.accessibleName() for one in view.spots()] == ["3 cases", "0 cases"]
    assert [one.toolTip() for one in view.spots()] == ["3 cases", "0 cases"]


def test_pressing_a_figure_opens_what_is_behind_it(shown, qtbot):
    view = shown(two_bars)

    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseClick(view.spots()[0], Qt.MouseButton.LeftButton)

    assert opened.args == ["parking"]


def test_a_figure_with_nothing_behind_it_opens_nothing(shown, qtbot):
    view = shown(two_bars)

    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.spots()[1], Qt.MouseButton.LeftButton)


def test_the_arrow_keys_walk_over_a_table_and_enter_opens_the_cell(shown, qtbot):
    view = shown(table)
    cells = {(one.spot.row, one.spot.column): one for one in view.spots()}
    cells[0, 0].setFocus()

    qtbot.keyClick(cells[0, 0], Qt.Key.Key_Right)
    qtbot.keyClick(cells[0, 1], Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(cells[1, 1], Qt.Key.Key_Return)

    assert opened.args == [(1, 1)]


def test_tab_comes_to_one_figure_only_the_one_left_last(shown, qtbot):
    view = shown(table)
    first = view.spots()[0]
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Right)

    tabbed = [one for one in view.spots() if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert tabbed == [view.spots()[1]]


def test_at_the_edge_an_arrow_key_stays(shown, qtbot):
    view = shown(table)
    first = view.spots()[0]
    first.setFocus()

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(first, key)

    assert view.window().focusWidget() is first


def test_a_picture_wider_than_the_window_can_be_moved_sideways(shown):
    view = shown(partial(table, columns=14), width=300)

    assert view.drawing.width > view.width()
    assert view.horizontalScrollBar().maximum() > 0
    assert view.height() > view.drawing.height


def test_another_picture_takes_the_place_of_the_first(shown):
    view = shown(table)

    view.show_chart("Disputes", two_bars)

    assert len(view.spots()) == 2
    assert view.height() == pytest.approx(view.drawing.height, abs=2)


def test_larger_letters_make_a_larger_picture(shown, qapp, families):
    view = shown(two_bars)
    before = view.drawing.height

    wear(qapp, Theme(DARK, 24, families))

    assert view.drawing.height > before * 1.5


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_figures_can_be_read_on_every_tint(tokens):
    for tint, on_tint in zip(TINTS, ON_TINTS, strict=True):
        assert contrast(ink_of(tokens, on_tint), ink_of(tokens, tint)) >= 4.5, tint


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_more_is_told_by_a_tint_that_parts_more_from_the_ground(tokens):
    parting = [contrast(ink_of(tokens, tint), tokens.surface) for tint in TINTS]

    assert parting == sorted(parting)
    assert contrast(ink_of(tokens, Ink.BEFORE), tokens.surface) >= 3


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_a_picture_is_painted_in_the_colours_of_the_theme(shown, qapp, families, tokens):
    wear(qapp, Theme(tokens, 14, families))

    image = shown(two_bars).grab().toImage()

    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(60, 100)}
    assert ink_of(tokens, Ink.ACCENT) in seen

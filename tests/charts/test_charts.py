"""Pictures hold every figure, stay inside their frame, and no words lie over others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediator_desk.charts.bars import bars
from mediator_desk.charts.figures import Figure, Head, Named, Series
from mediator_desk.charts.framing import level, range_words, steps
from mediator_desk.charts.hand import Hand
from mediator_desk.charts.heat import HeatRow, heat
from mediator_desk.charts.marks import Filled, Ink, Stroke, Words
from mediator_desk.charts.tiles import Tiles, tiles
from mediator_desk.charts.trend import trend

MONTHS = tuple(f"{month}月" for month in range(1, 13))
HEAD = Head(title="受理纠纷", note="单位：件　2026年8月")


def square(text, size, strong):
    """Measure as Chinese letters are: full squares, Latin ones about half as wide."""
    width = sum(size if ord(one) > 0x2000 else size * 0.56 for one in text)
    return width * (1.04 if strong else 1.0)


values = st.integers(0, 99_999)
names = st.text("停车难加装电梯公共收益ABC abc", min_size=1, max_size=24)
widths = st.floats(120, 1600)
hands = st.floats(6, 40).map(lambda em: Hand(em=em, measure=square))
named = st.lists(st.tuples(names, values), max_size=20).map(
    lambda pairs: tuple(
        Named(name=name, figure=Figure(value=value, says=f"{name} {value}", key=at))
        for at, (name, value) in enumerate(pairs)
    )
)


def figures(numbers):
    return tuple(Figure(value=one, says=str(one), key=one) for one in numbers)


lines = st.lists(values, min_size=12, max_size=12).map(figures)


def said(drawing):
    return [mark for mark in drawing.marks if isinstance(mark, Words)]


def bodies(drawing):
    return [mark for mark in drawing.marks if isinstance(mark, Filled)]


def over_each_other(drawing):
    """Name the pairs of words whose boxes share more than a hair."""
    words = [one for one in said(drawing) if one.text]
    hair = 0.01
    return [
        (one.text, other.text)
        for at, one in enumerate(words)
        for other in words[at + 1 :]
        if one.box.x < other.box.right - hair
        and other.box.x < one.box.right - hair
        and one.box.y < other.box.bottom - hair
        and other.box.y < one.box.bottom - hair
    ]


def outside(drawing):
    """Name what reaches over the edge of the picture."""
    hair = 0.01
    boxes = [mark.box for mark in drawing.marks if isinstance(mark, Filled | Words)]
    boxes += [spot.box for spot in drawing.spots]
    points = [p for mark in drawing.marks if isinstance(mark, Stroke) for p in mark.points]
    return [
        box
        for box in boxes
        if box.x < -hair
        or box.y < -hair
        or box.right > drawing.width + hair
        or box.bottom > drawing.height + hair
    ] + [p for p in points if not (-hair <= p[0] <= drawing.width + hair)]


def unfit(drawing):
    """Name the words that are wider than their boxes."""
    return [
        one.text
        for one in said(drawing)
        if square(one.text, one.size, one.strong) > one.box.width + 0.01
    ]


def assert_drawn_well(drawing):
    assert over_each_other(drawing) == []
    assert outside(drawing) == []
    assert unfit(drawing) == []


@settings(max_examples=40)
@given(hands, widths, named)
def test_bars_are_drawn_well_at_every_size(hand, width, shown):
    assert_drawn_well(bars(hand, HEAD, width, shown))


@settings(max_examples=40)
@given(hands, widths, st.floats(0, 900), lines, lines, st.integers(0, 12))
def test_a_trend_is_drawn_well_at_every_size(hand, width, height, this, before, known):
    this = (*this[:known], *[None] * (12 - known))

    drawing = trend(
        hand,
        HEAD,
        width,
        height,
        MONTHS,
        (Series(name="2026年", figures=this), Series(name="2025年", figures=before)),
    )

    assert_drawn_well(drawing)


@settings(max_examples=40)
@given(hands, widths, st.integers(1, 16), st.lists(st.tuples(names, values), max_size=9))
def test_a_heat_table_is_drawn_well_at_every_size(hand, width, columns, rows):
    made = [
        HeatRow(
            name=name,
            figures=figures([value] * columns),
            sum=Figure(value=value * columns, says="sum"),
        )
        for name, value in rows
    ]
    heads = [*["water, power, gas, heating"] * columns, "合计"]

    assert_drawn_well(heat(hand, HEAD, width, heads, made, foot=made[0] if made else None))


@settings(max_examples=40)
@given(hands, widths, st.lists(st.tuples(names, named), max_size=5))
def test_a_tile_map_is_drawn_well_at_every_size(hand, width, groups):
    made = [Tiles(name=name, tiles=inside) for name, inside in groups]

    assert_drawn_well(tiles(hand, HEAD, width, made))


HAND = Hand(em=14, measure=square)


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=15))
def test_the_lengths_of_bars_are_to_each_other_as_the_figures(numbers):
    shown = [Named(name="类", figure=one) for one in figures(numbers)]

    drawn = bodies(bars(HAND, HEAD, 800, shown))

    scale = drawn[0].box.width / numbers[0]
    assert [mark.box.width / scale for mark in drawn] == pytest.approx(numbers)
    assert sum(mark.box.width for mark in drawn) / scale == pytest.approx(sum(numbers))


@given(st.lists(st.integers(0, 5000), min_size=12, max_size=12))
def test_the_points_of_a_trend_stand_as_high_as_their_figures(numbers):
    line = Series(name="2026年", figures=figures(numbers))

    drawing = trend(HAND, HEAD, 800, 300, MONTHS, (line,))

    dots = [mark.box for mark in bodies(drawing)]
    field = next(s.box for s in drawing.spots)
    ticks = [int(w.text.replace(",", "")) for w in said(drawing) if w.ink is Ink.SECOND
             and w.text.replace(",", "").isdigit()]  # fmt: skip
    ground = max(
        y for mark in drawing.marks if isinstance(mark, Stroke) and mark.ink is Ink.LINE
        for _x, y in mark.points
    )  # fmt: skip
    high = ground - field.y
    assert [round((ground - box.y - box.height / 2) / high * max(ticks)) for box in dots] == numbers


def test_months_to_come_have_no_point_and_no_spot():
    line = Series(name="2026年", figures=(*figures([3, 5]), *[None] * 10))

    drawing = trend(HAND, HEAD, 800, 300, MONTHS, (line,))

    assert len(bodies(drawing)) == len(drawing.spots) == 2


def test_the_year_before_is_dashed_so_that_it_can_be_told_without_colour():
    years = [Series(name=name, figures=figures(range(12))) for name in ("2026年", "2025年")]

    drawing = trend(HAND, HEAD, 800, 300, MONTHS, years)

    in_field = [
        mark for mark in drawing.marks if isinstance(mark, Stroke) and len(mark.points) == 12
    ]
    assert {(mark.ink, mark.dashed) for mark in in_field} == {
        (Ink.ACCENT, False),
        (Ink.BEFORE, True),
    }


@given(st.lists(values, min_size=1, max_size=40))
def test_a_larger_figure_never_has_a_lighter_tint(numbers):
    bounds = steps(numbers)

    tinted = [level(one, bounds) for one in sorted(numbers)]

    assert tinted == sorted(tinted)
    assert all((one > 0) == (tint > 0) for one, tint in zip(sorted(numbers), tinted, strict=True))
    assert len(range_words(bounds)) == len(bounds) + 1


def test_the_ranges_of_the_legend_leave_no_gap():
    assert range_words(steps([10])) == ["0", "1–3", "4–5", "6–8", "9–10"]
    assert range_words(steps([2, 1])) == ["0", "1", "2"]


def test_every_cell_of_a_heat_table_says_its_figure_and_leads_to_what_is_behind():
    row = HeatRow(
        name="古楼社区",
        figures=(
            Figure(value=3, says="古楼社区 停车难 3件", key=("古楼", "停车难")),
            Figure(value=0, says="古楼社区 噪声扰民 0件"),
        ),
        sum=Figure(value=3, says="古楼社区 合计 3件", key=("古楼", "")),
    )

    drawing = heat(HAND, HEAD, 600, ["停车难", "噪声扰民", "合计"], [row])

    assert [spot.says for spot in drawing.spots] == [
        "古楼社区 停车难 3件",
        "古楼社区 噪声扰民 0件",
        "古楼社区 合计 3件",
    ]
    assert [spot.key for spot in drawing.spots] == [("古楼", "停车难"), None, ("古楼", "")]


def test_a_heat_table_with_many_topics_grows_wider_rather_than_unreadable():
    row = HeatRow(name="社区", figures=figures([1000] * 15), sum=Figure(value=15_000))

    drawing = heat(HAND, HEAD, 200, ["停车难"] * 16, [row])

    assert drawing.width > 200
    assert sum(one.text == "1,000" for one in said(drawing)) == 15


def test_all_tiles_have_one_size_and_stand_in_the_order_they_were_given():
    shown = tuple(Named(name=f"{at}社区", figure=Figure(value=9 - at)) for at in range(9))

    drawing = tiles(HAND, HEAD, 500, [Tiles(name="柳园街道", tiles=shown)])

    boxes = [spot.box for spot in drawing.spots]
    assert len({(round(box.width, 6), box.height) for box in boxes}) == 1
    assert boxes == sorted(boxes, key=lambda box: (box.y, box.x))


def test_a_long_name_ends_in_dots():
    shown = [Named(name="特别长的社区名称" * 5, figure=Figure(value=1))]

    drawing = bars(HAND, HEAD, 300, shown)

    assert any(one.text.endswith("…") for one in said(drawing))


def test_no_line_of_a_name_ends_with_an_opening_mark_or_begins_with_a_closing_one():
    for room in range(70, 200, 7):
        lines = HAND.wrapped("古楼街道（未细分），其他（含新区）", room, 9)

        assert not any(line.endswith("（") for line in lines)
        assert not any(line.startswith(("）", "，")) for line in lines)

"""Pictures on paper: every figure can be copied, and every tint told from its neighbour."""

from itertools import pairwise

from mediator_desk.charts.bars import bars
from mediator_desk.charts.figures import Figure, Head, Named, Series
from mediator_desk.charts.heat import HeatRow, heat
from mediator_desk.charts.marks import TINTS, Filled, Words
from mediator_desk.charts.tiles import Tiles, tiles
from mediator_desk.charts.trend import trend
from mediator_desk.paper.charts import GREYS, paper_hand, picture
from mediator_desk.paper.layout import MM, layout
from mediator_desk.paper.pdf import Paper, write
from mediator_desk.paper.preview import render, text_of
from mediator_desk.paper.strips import paginate

HEAD = Head(title="纠纷类型", note="单位：件　2026年8月")


def figures(*numbers):
    return tuple(Figure(value=one) for one in numbers)


def printed(press, *draws):
    measures = layout("summary")
    strips = [picture(press, draw, 9.0, measures.width) for draw in draws]
    pages = paginate(strips, measures.height)
    paper = Paper(title="图", author="", foot="图", layout=measures, pages=pages)
    return write(press, [paper], "图")


def categories(hand, width):
    named = (("婚姻家庭", 160), ("邻里", 278), ("特别长的纠纷类型名称" * 4, 4321))
    shown = [Named(name=name, figure=Figure(value=value)) for name, value in named]
    return bars(hand, HEAD, width, shown)


def places(hand, width):
    rows = [
        HeatRow(name="望湖社区", figures=figures(13, 0), sum=Figure(value=1313)),
        HeatRow(name="㐂𬱖社区", figures=figures(7, 21), sum=Figure(value=2828)),
    ]
    return heat(hand, HEAD, width, ("停车难", "噪声扰民", "合计"), rows)


def map_of(hand, width):
    inside = (Named(name="铁塔社区", figure=Figure(value=77)),)
    return tiles(hand, HEAD, width, [Tiles(name="古楼街道", tiles=inside)])


def months(hand, width):
    line = Series(name="2026年", figures=figures(60, 42, 71))
    return trend(hand, HEAD, width, 120, ("1月", "2月", "3月"), (line,))


def test_every_figure_of_a_picture_can_be_copied_from_the_paper(press):
    text = text_of(printed(press, categories, places, map_of, months).pdf)

    for said in ("278", "4,321", "1,313", "2,828", "77", "71", "望湖社区", "㐂𬱖社区", "铁塔社区"):
        assert said in text


def test_no_words_of_a_picture_are_wider_on_paper_than_their_place(press):
    hand = paper_hand(press, 9.0)

    for draw in (categories, places, map_of, months):
        for mark in draw(hand, 300.0).marks:
            if isinstance(mark, Words):
                measured = hand.measure(mark.text, mark.size, mark.strong)
                assert measured <= mark.box.width + 0.01, mark.text


def test_neighbouring_tints_differ_enough_for_a_black_printer():
    greys = [GREYS[tint] for tint in TINTS]

    assert all(light - dark >= 0.07 for light, dark in pairwise(greys))


def test_a_picture_is_never_cut_by_the_end_of_a_page(press):
    measures = layout("summary")
    strips = [picture(press, categories, 9.0, measures.width) for _ in range(12)]

    pages = paginate(strips, measures.height)

    assert len(pages) > 1
    for page in pages:
        for laid in page.laid:
            assert laid.down + laid.strip.height <= measures.height


def test_a_bar_stands_on_the_paper_where_it_was_worked_out(press):
    measures = layout("summary")
    drawing = categories(paper_hand(press, 9.0), measures.width)
    bar = next(mark.box for mark in drawing.marks if isinstance(mark, Filled))

    page = render(printed(press, categories).pdf, page=0, scale=1.0)

    across = round(measures.margins.left * MM + bar.x + bar.width / 2)
    down = round(measures.margins.top * MM + bar.y + bar.height / 2)
    assert page.bgra[(down * page.width + across) * 4] < 90
    assert page.bgra[(round(down - bar.height) * page.width + across) * 4] > 250

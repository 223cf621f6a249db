"""The brief of the statistics: a page or two of sentences, figures and pictures of a period."""

from collections.abc import Sequence
from dataclasses import dataclass

from mediator_desk.charts.hand import Draw
from mediator_desk.paper import blocks
from mediator_desk.paper.charts import picture
from mediator_desk.paper.layout import Layout, layout
from mediator_desk.paper.pdf import Paper, Printed, write
from mediator_desk.paper.setting import GREY, Align, Face, Press, Span, Style
from mediator_desk.paper.strips import Rule, Strip, paginate
from mediator_desk.paper.tables import Cell, Look, table

TITLE = "人民调解工作统计简报"
_FIGURES = "主要指标"
_COLUMNS = ("指标", "单位", "本期", "上期", "增减", "去年同期", "增减")
_WIDTHS = (0.28, 0.08, 0.12, 0.12, 0.14, 0.12, 0.14)
_NAMED = 2  # so many columns hold words, the others figures
_LETTERS = 8.5
_APART = "　　"
_LINE = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFacts:
    """Whose figures, of which period, by whom; the sentences, the table and the pictures."""

    unit: str
    period: str
    maker: str
    made_on: str
    sentences: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    headline: Draw
    pictures: tuple[Draw, ...]
    notes: tuple[str, ...]


def print_brief(press: Press, facts: BriefFacts) -> Printed:
    """Print the brief, once every character of it is known to print."""
    measures = layout("summary")
    pages = paginate(_briefed(press, facts, measures), measures.height)
    title = f"{TITLE}　{facts.period}"
    paper = Paper(title=title, author=facts.unit, foot=title, layout=measures, pages=pages)
    return write(press, [paper], title)


def _briefed(press: Press, facts: BriefFacts, measures: Layout) -> list[Strip]:
    """Give the strips: the head, the figures large, the sentences, the table, the pictures."""
    strips = _head(press, facts, measures)
    strips.append(picture(press, facts.headline, _LETTERS, measures.width, gap=8.0))
    for at, sentence in enumerate(facts.sentences):
        gap = 3.0 if at else 8.0
        strips += blocks.paragraph(press, measures.text, sentence, "简报", measures.width, gap=gap)
    strips += blocks.heading(press, measures.heading, _FIGURES, measures.width, gap=8.0)
    strips += _table(press, facts.figures, measures)
    strips += [picture(press, one, _LETTERS, measures.width, gap=14.0) for one in facts.pictures]
    for note in facts.notes:
        strips += blocks.note(press, measures.number, note, measures.width, gap=4.0)
    return strips


def _head(press: Press, facts: BriefFacts, measures: Layout) -> list[Strip]:
    """Give the title, and below it unit, period, maker and day over a rule."""
    room, letters = measures.width, measures.number
    small = Style(size=letters.size, pitch=letters.pitch, grey=GREY)
    parts = (
        f"填报单位：{facts.unit}",
        f"统计期间：{facts.period}",
        f"制表人：{facts.maker}",
        f"制表日期：{facts.made_on}",
    )
    told = [_APART.join(parts)]
    if press.width(told[0], letters.size) > room:
        told = [_APART.join(parts[:2]), _APART.join(parts[2:])]
    style = Style(size=measures.title.size, pitch=measures.title.pitch, align=Align.CENTRE)
    strips = blocks.flowing(press.set([Span(TITLE, "标题", Face.HEAD)], style, room), stays=True)
    for line in told:
        strips += blocks.flowing(press.set([Span(line, "表头")], small, room), stays=True)
    rule = Strip(height=2.0, rules=(Rule(0.0, room, 2.0, 0.8),))
    return [strip.kept() for strip in (*strips, rule)]


def _table(press: Press, rows: Sequence[tuple[str, ...]], measures: Layout) -> list[Strip]:
    look = Look(letters=measures.table, pad=1.2, grey=_LINE, outer=0.7, uprights=False, sides=False)
    head = tuple(
        Cell(text=name, field=name, width=width, align=_aligned(at), label=True)
        for at, (name, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True))
    )
    lines = [
        tuple(
            Cell(text=said, field=name, width=width, align=_aligned(at))
            for at, (said, name, width) in enumerate(zip(row, _COLUMNS, _WIDTHS, strict=True))
        )
        for row in rows
    ]
    return table(press, look, measures.width, lines, head, gap=0.0)


def _aligned(at: int) -> Align:
    return Align.LEFT if at < _NAMED else Align.RIGHT

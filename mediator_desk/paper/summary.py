"""The case summary for a team lead: where the case stands, what is next, and how it got here."""

from msgspec.structs import replace

from mediator_desk.paper import blocks
from mediator_desk.paper.facts import SummaryFacts
from mediator_desk.paper.form import Section
from mediator_desk.paper.layout import Layout, Letters
from mediator_desk.paper.setting import GREY, Align, Face, Press, Span, Style
from mediator_desk.paper.strips import Placed, Rule, Strip, Tint
from mediator_desk.paper.tables import Cell, Look, table

_GROUND = 0.945
_PAD = 8.0
_LINE = 0.75


def summarised(press: Press, facts: SummaryFacts, layout: Layout) -> list[Strip]:
    """Give the strips of the summary; lists with nothing in them are left out."""
    strips = _head(press, facts, layout)
    strips += _standing(press, facts, layout)
    for section in press.forms.summary:
        told = getattr(facts, section.key)
        if told:
            strips += _section(press, section, told, layout)
    return strips


def _head(press: Press, facts: SummaryFacts, layout: Layout) -> list[Strip]:
    """Give the number small, the topic large, and where it is."""
    room = layout.width
    small = Style(size=layout.number.size, pitch=layout.number.pitch, grey=GREY)
    large = Style(size=layout.title.size, pitch=layout.title.pitch)
    about = "　·　".join(one for one in (facts.place, facts.team, facts.handler) if one)
    strips = blocks.flowing(
        press.set([Span(f"案情摘要　{facts.number}", "编号")], small, room), stays=True
    )
    strips += blocks.flowing(
        press.set([Span(facts.topic, "纠纷名称", Face.HEAD)], large, room), stays=True
    )
    strips += blocks.flowing(press.set([Span(about, "地点、承办")], small, room), stays=True)
    strips += blocks.flowing(
        press.set([Span(f"{facts.logged}　·　{facts.masking}", "登记")], small, room), stays=True
    )
    return [strip.kept() for strip in strips]


def _standing(press: Press, facts: SummaryFacts, layout: Layout) -> list[Strip]:
    """Give the box that a lead reads first: the state, the next step, by when."""
    third = layout.width / 3
    told = (
        ("当前状态", facts.state, facts.route),
        ("下一步", facts.next_step, ""),
        ("完成时限", facts.next_by, facts.late),
    )
    label = Style(size=9.0, pitch=14.0, grey=GREY)
    large = Style(size=13.0, pitch=18.5)
    small = Style(size=9.5, pitch=14.0)
    placed, deepest = [], 0.0
    for at, (name, value, more) in enumerate(told):
        down = _PAD
        lines = press.set([Span(name, name)], label, third - 2 * _PAD)
        lines += press.set([Span(value or "—", name, Face.HEAD)], large, third - 2 * _PAD)
        lines += press.set([Span(more, name)], small, third - 2 * _PAD) if more else []
        for line in lines:
            placed.append(Placed(line.moved(at * third + _PAD), down))
            down += line.pitch
        deepest = max(deepest, down)
    box = Strip(
        height=deepest + _PAD,
        lines=tuple(placed),
        tints=(Tint(0.0, layout.width, _GROUND),),
        rules=(Rule(0.0, layout.width, 0.0, 1.2),),
        gap=8.0,
    )
    if not facts.route_reason:
        return [box]
    why = Letters(size=layout.text.size, pitch=layout.text.pitch)
    return [
        box.kept(),
        *blocks.entry(press, why, "处理途径的理由", facts.route_reason, layout.width, gap=6.0),
    ]


def _section(
    press: Press, section: Section, told: str | tuple[object, ...], layout: Layout
) -> list[Strip]:
    strips = blocks.heading(press, layout.heading, section.heading, layout.width, gap=8.0)
    if section.columns:
        return strips + _list(press, section, told, layout)
    line = (Rule(0.0, layout.width, strips[-1].height - 1.0, 0.5, _LINE),)
    strips[-1] = replace(strips[-1], rules=line)
    if isinstance(told, str):
        style = Style(size=layout.text.size, pitch=layout.text.pitch, align=Align.JUSTIFY)
        for at, text in enumerate(told.split("\n")):
            lines = press.set([Span(text, section.heading)], style, layout.width)
            strips += blocks.flowing(lines, gap=0 if at else 3)
        return strips
    for number, point in enumerate(told, start=1):
        strips += _point(press, f"{number}.", str(point), section.heading, layout)
    return strips


def _point(press: Press, mark: str, text: str, field: str, layout: Layout) -> list[Strip]:
    """Give one point of a list, its lines standing under each other."""
    style = Style(
        size=layout.text.size, pitch=layout.text.pitch, align=Align.JUSTIFY, hang=1.6, indent=-1.6
    )
    return blocks.flowing(press.set([Span(f"{mark} {text}", field)], style, layout.width), gap=2)


def _list(
    press: Press, section: Section, told: str | tuple[object, ...], layout: Layout
) -> list[Strip]:
    """Give a list with light rules, its head in small grey letters."""
    look = Look(
        letters=layout.table,
        pad=2.4,
        grey=_LINE,
        outer=0.5,
        uprights=False,
        sides=False,
        plain=True,
    )
    head = tuple(
        Cell(text=label, field=label, width=width, align=Align.LEFT, label=True)
        for label, width in zip(section.columns, section.widths, strict=True)
    )
    rows = []
    for row in told:
        assert isinstance(row, tuple)
        rows.append(
            tuple(
                Cell(text=str(text), field=f"{section.heading}·{label}", width=width)
                for text, label, width in zip(row, section.columns, section.widths, strict=True)
            )
        )
    return table(press, look, layout.width, rows, head, gap=0.0)

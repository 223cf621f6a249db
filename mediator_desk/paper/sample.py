"""A picture of what papers look like in the fonts of the press."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from mediator_desk.paper.letters import write_line
from mediator_desk.paper.pdf import ONE_AT_A_TIME
from mediator_desk.paper.preview import RenderedPage, render
from mediator_desk.paper.setting import Align, Face, Press, Span, Style

_WIDTH, _EDGE = 400.0, 14.0
_LINES = (
    (Face.TITLE, "人民调解协议书", Style(size=20, pitch=34, align=Align.CENTRE)),
    (Face.HEAD, "纠纷主要事实、争议事项：", Style(size=13, pitch=24)),
    (
        Face.TEXT,
        "申请人欧阳𬱖㛃与被申请人系上下楼邻居，2026年11月23日自愿达成协议：一次性支付维修费"
        "人民币3,802.00元（大写：叁仟捌佰零贰元整）。",
        Style(size=13, pitch=23, align=Align.JUSTIFY, indent=2),
    ),
)


def sample(press: Press, scale: float) -> RenderedPage:
    """Draw a title, a head and some text; at scale 1 a point of paper is a point of it."""
    lines = [
        line
        for face, said, style in _LINES
        for line in press.set([Span(said, "", face)], style, _WIDTH - 2 * _EDGE)
    ]
    height = sum(line.pitch for line in lines) + 2 * _EDGE
    written = BytesIO()
    with ONE_AT_A_TIME:
        canvas = Canvas(
            written, pagesize=(_WIDTH, height), invariant=1, initialFontName=press.usual
        )
        top = height - _EDGE
        for line in lines:
            write_line(canvas, _EDGE + line.left, top - line.base, line)
            top -= line.pitch
        canvas.showPage()
        canvas.save()
    return render(written.getvalue(), 0, scale)

"""One case paper, against the same lines drawn by bare ReportLab with its parsed fonts kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from bench.timing import Pair, in_turns
from mediator_desk.paper.facts import AgreementFacts, ObligationFacts, PartyFacts
from mediator_desk.paper.fonts import SERIF, unpacked
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.setting import open_press

_TERMS = (
    "被申请人于2026年12月31日前，一次性支付申请人维修费人民币3,802.00元；逾期支付的，按照全国银行间同业"
    "拆借中心公布的贷款市场报价利率计付利息。",
    "被申请人于本协议签订之日起7日内完成自家管道维修，费用自理；申请人应当提供必要的入户便利。",
    "双方就此纠纷再无其他争议，今后应当互谅互让，和睦相处。",
)


def agreement() -> AgreementFacts:
    """Make up an ordinary agreement of two parties."""
    party = PartyFacts(
        name="示例甲",
        role="申请人",
        sex="男",
        ethnicity="汉族",
        age="56",
        contact="138****1234",
        address="示例街道示例社区3号楼2单元501室",
    )
    return AgreementFacts(
        agreement_no="（2026）示例人调字第3号",
        committee="示例街道人民调解委员会",
        parties=(party, party),
        facts_and_issues="申请人与被申请人系上下楼邻居。因被申请人家中水管破裂，致申请人客厅吊顶、墙面及木地板"
        "受损，双方就赔偿数额发生争执。经两次现场查看并核对维修报价，双方对损失事实均无异议。",
        terms=_TERMS,
        performance="银行转账，户名与账号以双方签字确认的履行记录为准。",
        signed_on=date(2026, 11, 23),
        obligations=(
            ObligationFacts(
                who="示例乙",
                what="支付维修费",
                due="2026年12月31日",
                amount="3,802.00",
                amount_in_words="叁仟捌佰零贰元整",
            ),
        ),
        mediators=("示例员",),
        recorder="示例员",
    )


def plain_font(name: str, file: Path) -> None:
    """Make a font known to ReportLab as it reads, cuts and packs it itself."""
    if name in pdfmetrics.getRegisteredFontNames():
        return
    font = TTFont(name, str(file))
    # ReportLab takes two fonts of one face for the same, and would hand out ours.
    font.face.name = b"Plain" + name.encode() + font.face.name
    pdfmetrics.registerFont(font)
    assert pdfmetrics.getFont(name) is font


def measure(fonts: Path, rounds: int) -> Iterator[Pair]:
    """Measure a warm agreement."""
    press, turns = open_press(fonts), count()
    facts = agreement()
    pages = text_of(print_agreement(press, facts).pdf).split("\f")
    plain_font("floor", unpacked(SERIF, fonts))
    for floor, floor_is in (
        (_bare, "the same lines drawn by bare ReportLab: nothing is broken, ruled or placed"),
        (_flowed, "the same text as bare ReportLab's own paragraphs, which break lines too"),
    ):
        yield in_turns(
            "one agreement, two pages, warm",
            lambda: print_agreement(press, _other(facts, next(turns))).pdf,
            lambda: floor(pages),  # noqa: B023 - runs now
            rounds=rounds,
            floor_is=floor_is,
        )


def _other(facts: AgreementFacts, turn: int) -> AgreementFacts:
    """Give an agreement with a character of its own, so that no cut of a font is used again."""
    return replace(facts, performance=f"{facts.performance}{chr(0x4E00 + turn)}")


def _bare(pages: list[str]) -> bytes:
    """Draw the same lines with ReportLab alone."""
    out = BytesIO()
    canvas = Canvas(out, initialFontName="floor")
    for page in pages:
        canvas.setFont("floor", 14)
        for place, words in enumerate(page.splitlines()):
            canvas.drawString(70, 780 - place * 22, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _flowed(pages: list[str]) -> bytes:
    """Set the same text with ReportLab's paragraphs."""
    out = BytesIO()
    style = ParagraphStyle("floor", fontName="floor", fontSize=14, leading=22, wordWrap="CJK")
    story: list[Flowable] = []
    for page in pages:
        story += [Paragraph(escape(words), style) for words in page.splitlines()]
        story.append(PageBreak())
    SimpleDocTemplate(out).build(story)
    return out.getvalue()

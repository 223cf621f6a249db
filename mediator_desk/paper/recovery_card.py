"""The recovery card: the code that opens the station when a password is forgotten."""

from dataclasses import dataclass

from mediator_desk.paper import blocks
from mediator_desk.paper.layout import Layout, layout
from mediator_desk.paper.pdf import Paper, Printed, write
from mediator_desk.paper.setting import GREY, Align, Face, Press, Span, Style
from mediator_desk.paper.strips import Strip, paginate

_TITLE = "站点恢复卡"
_ADVICE = (
    "忘记密码时，在解锁窗口按“忘记密码”，输入上面的恢复码，即可为自己设置新密码。",
    "任何人拿到此卡和这台电脑，都能打开站点的全部案件。请装入信封封好，锁在档案柜或保险柜里，不要放在电脑旁边。",
    "密码和恢复卡都丢失后，任何人（包括开发人员）都无法再打开本站数据。",
)
_CODE = Style(size=22, pitch=40, align=Align.CENTRE)
_GROUPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryCard:
    """What stands on the card."""

    station: str
    person: str
    code: str
    made: str


def code_lines(code: str) -> tuple[str, ...]:
    """Cut a code into lines of four groups, as it is read aloud and copied."""
    groups = code.split("-")
    return tuple("  ".join(groups[at : at + _GROUPS]) for at in range(0, len(groups), _GROUPS))


def print_recovery_card(press: Press, card: RecoveryCard) -> Printed:
    """Print the card on one page."""
    measures = layout("summary")
    pages = paginate(_strips(press, card, measures), measures.height)
    paper = Paper(
        title=_TITLE, author=card.station, foot=card.station, layout=measures, pages=pages
    )
    return write(press, [paper], _TITLE)


def _strips(press: Press, card: RecoveryCard, layout: Layout) -> list[Strip]:
    room = layout.width
    large = Style(size=layout.title.size, pitch=layout.title.pitch, align=Align.CENTRE)
    small = Style(size=layout.text.size, pitch=layout.text.pitch, align=Align.CENTRE, grey=GREY)
    text = Style(size=layout.text.size, pitch=layout.text.pitch, align=Align.JUSTIFY, hang=1.6,
                 indent=-1.6)  # fmt: skip
    about = f"{card.station}　·　{card.person}　·　{card.made}"
    strips = blocks.flowing(press.set([Span(_TITLE, "标题", Face.HEAD)], large, room), gap=40)
    strips += blocks.flowing(press.set([Span(about, "站点")], small, room))
    for at, line in enumerate(code_lines(card.code)):
        set_ = press.set([Span(line, "恢复码", Face.HEAD)], _CODE, room)
        strips += blocks.flowing(set_, gap=0 if at else 24)
    for number, advice in enumerate(_ADVICE, start=1):
        lines = press.set([Span(f"{number}. {advice}", "说明")], text, room)
        strips += blocks.flowing(lines, gap=6 if number > 1 else 28)
    return strips

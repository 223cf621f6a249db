"""A stairwell convention: drafted with a doubt, adopted, in force, and amended after a fire."""

from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _
from ui.convention_detail import VERBS
from ui.dialogs.compare import CompareDialog
from ui.dialogs.preview import PreviewDialog
from ui.panes.commons import CommonsPane
from ui.panes.conventions import ConventionsPane
from ui.tour import hands
from ui.tour.teller import Teller, Values

_FIRST = (
    "楼道内不堆放杂物，消防通道保持畅通。\n"
    "每月第一个周六为清理日，各户轮流。\n"
    "晚十点后轻声关门，不在楼道大声说话。\n"
    "乱堆杂物劝说不听的，罚款五十元。"
)
_AGREED = _FIRST.replace("罚款五十元", "张贴提醒，并请社区协助清理")
_NEXT = (
    _AGREED.replace("不堆放杂物，", "不堆放杂物，不停放电动车，")
    + "\n装修提前三天在单元门口告知邻居。"
)
_DRAFT: Values = {
    "kind": "stairwell",
    "title": "5号楼2单元楼道公约",
    "place": "铁塔家园",
    "building": "5号楼2单元",
    "text": _FIRST,
}


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("conventions")
    tell.go_to(10, 30, "10:00")
    place = tell.here.go_to("commons", CommonsPane)
    place.bar.choose("conventions")
    pane = _pane(tell)
    pane.draft()
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, _DRAFT)
    tell.show("convention-draft")
    hands.fill(opened, {"text": _AGREED})
    hands.hand_over(opened)
    _step(tell, "consult-convention", {"boards": "5号楼2单元门口\n铁塔家园公示栏"})
    tell.go_to(11, 9, "10:00")
    _step(tell, "adopt-convention", {"due": 12, "present": 11, "agreeing": 10})
    _step(tell, "enforce-convention", {})
    _step(tell, "amend-convention", {"text": _NEXT, "purpose": "小区电动车起火之后"})
    pane.compare()
    compared = hands.dialog(tell.here.window, CompareDialog)
    tell.show("convention-compare")
    hands.close(compared)
    tell.show("convention")
    pane.print_out()
    shown = hands.dialog(tell.here.window, PreviewDialog)
    tell.keep_paper(shown, PaperName.CONVENTION.value)


def _step(tell: Teller, step: str, values: Values) -> None:
    """Take one step of the convention at the side."""
    tell.step(_pane(tell).side, _(VERBS[step]), values)


def _pane(tell: Teller) -> ConventionsPane:
    pane = tell.here.pane("commons", CommonsPane).current()
    assert isinstance(pane, ConventionsPane)
    return pane

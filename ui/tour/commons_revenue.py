"""The common revenue of a quarter: typed with its sums, posted, and printed with every share."""

from mediator_desk.words import _
from ui.dialogs.preview import PreviewDialog
from ui.panes.commons import CommonsPane
from ui.revenue_steps import VERBS
from ui.tour import hands
from ui.tour.camera import settle
from ui.tour.teller import Teller, Values

_INCOME = "地面停车位 36,600.00 合同3号\n电梯广告 9,000.00 合同7号\n快递柜 3,000.00 合同8号"
_COST = "停车场照明和保洁 5,100.00 票据12号\n广告位维护 3,000.00 票据15号"
_AREAS = ("92.50", "97.50", "88.00", "95.00")
_FLOORS = range(1, 7)


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("common-revenue")
    tell.go_to(12, 1, "09:30")
    commons = tell.here.go_to("commons", CommonsPane)
    commons.bar.choose("revenue")
    settle()
    hands.present(commons.primary()).do()
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, {"estate": "文轩苑", "account_tail": "0618"})
    hands.hand_over(opened)
    _step(tell, "take-revenue-roster", {"units": "\n".join(_units())})
    lines = {"income": _INCOME, "cost": _COST, "unit": "1-2-301"}
    _step(tell, "change-revenue-lines", lines, "revenue-lines")
    boards = "文轩苑东门公示栏\n文轩苑居委会公示栏"
    _step(tell, "post-revenue-account", {"boards": boards})
    tell.show("revenue-posted")
    commons.print_out()
    tell.keep_paper(hands.dialog(tell.here.window, PreviewDialog), "revenue-account")


def _step(tell: Teller, name: str, values: Values, picture: str = "") -> None:
    """Take one step of the account at the side."""
    commons = tell.here.pane("commons", CommonsPane)
    tell.step(commons.current().side, _(VERBS[name]), values, picture=picture)


def _units() -> list[str]:
    """List the units of two stairways, each with its area."""
    return [
        f"1-{stair}-{floor}0{door}, {area}"
        for stair in (1, 2)
        for floor in _FLOORS
        for door, area in enumerate(_AREAS, 1)
    ]

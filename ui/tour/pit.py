"""A pit in the road: out at once, late, put before the district; not content, blown again."""

from mediator_desk.words import _
from ui.panes.whistles import WhistlesPane
from ui.tour import hands
from ui.tour.teller import Teller
from ui.tour.whistle_step import step
from ui.whistle_steps import VERBS

_PLACE = "liaocheng-whistles"


def play(tell: Teller) -> None:
    """Play the short life of an emergency whistle, and the second one it takes."""
    pane = tell.here.go_to("whistles", WhistlesPane)
    tell.go_to(11, 12, "16:00")
    pane.blow()
    opened = hands.sheet(tell.here.window)
    call = {
        "kind": f"{_PLACE}/emergency",
        "title": "向阳里西门外路面塌陷",
        "content": "西门外人行道塌出一个坑，约一米深，老人小孩每天经过。已电话通知，已拉警戒线。",
        "place": "向阳里西门外",
        "lead": "城市管理（综合行政执法）",
        "assisting": "",
        "request": "请立即到现场围挡并抢修。",
    }
    hands.fill(opened, call)
    hands.hand_over(opened)
    tell.go_to(11, 16, "10:00")
    step(tell, "approve-whistle", {"approver": "余主任"})
    asked = {"contact": "区政府督查室", "text": "超过三天没有到场，居民多次来电。"}
    step(tell, "escalate-whistle", asked, "escalate")
    tell.go_to(11, 16, "14:00")
    step(tell, "report-in", {"contact": "市政养护 邢工"})
    tell.go_to(11, 16, "17:40")
    step(tell, "reply-whistle", {"text": "坑已回填，铺了临时钢板。"})
    tell.show("reply-lacks")
    tell.go_to(11, 17, "15:30")
    seen = "坑已填，钢板松动，走过有响声。"
    step(tell, "verify-whistle", {"solved": "partly", "text": seen})
    rated = {
        "department_rating": "unsatisfied",
        "street_rating": "fairly",
        "resident_rating": "unsatisfied",
    }
    step(tell, "evaluate-whistle", rated)
    step(tell, "close-whistle", {})
    again = VERBS["blow-whistle"]
    hands.press_verb(pane.side, _(again))
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, {"why_again": "居民不满意：钢板松动，要求恢复路面。"})
    tell.show("blown-again")
    hands.hand_over(opened)
    scores = pane.show_scores()
    tell.show("scores")
    hands.close(scores)

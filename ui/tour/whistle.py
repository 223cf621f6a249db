"""A ground lock: one department returns the whistle, another one solves it; every clock is kept."""

from mediator_desk.words import _
from ui.dialogs.preview import PreviewDialog
from ui.next_step import VERBS as CASE_VERBS
from ui.panes.disputes import DisputesPane
from ui.panes.whistles import WhistlesPane
from ui.tour import hands
from ui.tour.teller import Teller, Values
from ui.whistle_steps import VERBS

FIRST, SECOND = "住房城乡建设", "城市管理（综合行政执法）"

_LOG: Values = {
    "text": (
        "向阳里小区门口公共场地被人私自安装三个地锁占用，来往车辆绕行，多次劝说无人认领，"
        "居民要求拆除。"
    ),
    "topic": "parking",
    "channel": "hotline",
    "estate": "向阳里",
    "title": "向阳里小区门口地锁占用公共场地",
    "households": "60",
    "parties": [{"name": "佟话", "phone": "13800635014", "side": "applicant", "kind": "person"}],
}


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("whistle")
    tell.go_to(11, 12, "08:40")
    tell.log("ground-lock", _LOG)
    tell.case_step("route-dispute", {}, picture="route-whistle")
    pane = tell.here.pane("disputes", DisputesPane)
    blow = CASE_VERBS["blow-whistle"]
    hands.press_verb(pane.side, _(blow))
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, {"lead": FIRST, "assisting": SECOND, "request": "请到现场认定并拆除地锁。"})
    tell.show("blow-whistle")
    hands.hand_over(opened)
    _first_department(tell)
    _second_department(tell)
    _solved(tell)


def _first_department(tell: Teller) -> None:
    """Approved, dispatched, and returned: not our duty."""
    tell.here.go_to("whistles", WhistlesPane)
    tell.go_to(11, 12, "09:00")
    step(tell, "approve-whistle", {"approver": "余主任"})
    tell.go_to(11, 12, "09:05")
    step(tell, "dispatch-whistle", {}, "dispatch")
    tell.go_to(11, 13, "10:10")
    step(
        tell,
        "return-whistle",
        {
            "reason": "not_our_duty",
            "legal_basis": "《聊城市物业管理条例》第四十四条",
            "text": "地锁设在小区门外公共场地，不在物业管理区域内，应由城市管理部门处理。",
        },
        "returned",
    )


def _second_department(tell: Teller) -> None:
    """Given to another department, once; it signs, comes and acts."""
    tell.go_to(11, 13, "10:40")
    step(tell, "reassign-whistle", {"department": SECOND}, "reassign")
    tell.go_to(11, 13, "11:30")
    step(tell, "sign-for-whistle", {"contact": "执法中队 顾队"})
    tell.show("both-clocks")
    tell.go_to(11, 16, "09:30")
    step(tell, "report-in", {"contact": "执法中队 顾队、郝队员"})
    tell.go_to(11, 16, "16:20")
    reply = "三个地锁已当场拆除，地面修复完毕，并在门口设置禁止设障提示牌。"
    step(tell, "reply-whistle", {"text": reply, "contact": "执法中队 顾队"})


def _solved(tell: Teller) -> None:
    """Seen on the spot, rated by all three, signed off; the slip is printed."""
    tell.go_to(11, 17, "09:00")
    seen = "现场查看，地锁已拆，道路畅通，佟话在场确认。"
    step(tell, "verify-whistle", {"solved": "solved", "text": seen})
    tell.go_to(11, 17, "15:00")
    rated = {
        "department_rating": "satisfied",
        "street_rating": "satisfied",
        "resident_rating": "satisfied",
    }
    step(tell, "evaluate-whistle", rated, "evaluate")
    step(tell, "close-whistle", {})
    tell.show("signed-off")
    tell.here.pane("whistles", WhistlesPane).print_out()
    tell.keep_paper(hands.dialog(tell.here.window, PreviewDialog), "whistle-slip")
    tell.open_case("ground-lock")
    done = {"outcome": "solved_by_department", "reason": "部门已拆除地锁，申请人确认。"}
    tell.case_step("close-dispute", done)


def step(tell: Teller, name: str, values: Values, picture: str = "") -> None:
    """Take one step of the whistle at the side."""
    pane = tell.here.pane("whistles", WhistlesPane)
    tell.step(pane.side, _(VERBS[name]), values, picture=picture)

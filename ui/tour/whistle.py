"""A ground lock: one department returns the whistle, another one solves it; every clock is kept."""

from mediator_desk.rules.whistle_codes import code_of, written
from mediator_desk.words import _
from ui.dialogs.preview import PreviewDialog
from ui.next_step import VERBS as CASE_VERBS
from ui.panes.disputes import DisputesPane
from ui.panes.whistles import WhistlesPane
from ui.tour import hands, pit
from ui.tour.teller import Teller, Values
from ui.tour.whistle_step import step

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
    tell.go_to(11, 9, "08:40")
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
    _answered_on_paper(tell)
    _solved(tell)
    pit.play(tell)


def _first_department(tell: Teller) -> None:
    """Approved, dispatched to the leading and the assisting one, and returned: not our duty."""
    tell.here.go_to("whistles", WhistlesPane)
    tell.go_to(11, 9, "09:00")
    step(tell, "approve-whistle", {"approver": "余主任"})
    tell.go_to(11, 9, "09:05")
    step(tell, "dispatch-whistle", {}, "dispatch")
    tell.go_to(11, 9, "09:30")
    step(tell, "sign-for-whistle", {"contact": "住建局 冯科长"})
    step(tell, "sign-for-whistle", {"department": SECOND, "contact": "执法中队 顾队"})
    tell.go_to(11, 10, "10:10")
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
    """Given to the department the duty map names; it signs, asks for more time, and comes."""
    tell.go_to(11, 10, "10:40")
    step(tell, "reassign-whistle", {}, "reassign")
    tell.go_to(11, 10, "11:30")
    step(tell, "sign-for-whistle", {"contact": "执法中队 顾队"})
    tell.show("both-clocks")
    tell.go_to(11, 12, "15:00")
    why = "切割设备可能周一才到，届时一并恢复地面。"
    step(tell, "extend-whistle", {"days": 2, "text": why, "approver": "余主任"}, "more-time")
    tell.go_to(11, 13, "14:30")
    step(tell, "report-in", {"contact": "执法中队 顾队、郝队员"})
    handled = {
        "contact": "佟话（居民）、向阳里物业",
        "measures": "逐个切割拆除，修复地面。",
        "promised": "当日 18:00 前",
    }
    step(tell, "handle-whistle", handled, "in-hand")


def _answered_on_paper(tell: Teller) -> None:
    """The torn-off reply comes back: its code, typed into the search box, opens the whistle."""
    tell.go_to(11, 13, "17:20")
    pane = tell.here.pane("whistles", WhistlesPane)
    file = hands.present(pane.shown())
    tell.here.go_to("disputes", DisputesPane)
    pane = tell.here.go_to("whistles", WhistlesPane)
    box = tell.here.window.header.search
    box.setText(written(code_of(file.whistle.id, file.whistle.turn)))
    box.settle()
    opened = hands.sheet(tell.here.window)
    reply = "三个地锁已当场拆除，地面修复完毕，并在门口设置禁止设障提示牌。"
    hands.fill(opened, {"text": reply, "contact": "佟话（居民）、向阳里物业"})
    tell.show("reply-by-code")
    hands.hand_over(opened)
    box.setText("")
    box.settle()


def _solved(tell: Teller) -> None:
    """Seen on the spot, rated by all three, signed off; the slip is printed."""
    tell.go_to(11, 16, "09:00")
    seen = "现场查看，地锁已拆，道路畅通，佟话在场确认。"
    step(tell, "verify-whistle", {"solved": "solved", "text": seen}, "on-the-spot")
    tell.go_to(11, 16, "15:00")
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
    hands.press_verb(tell.here.pane("whistles", WhistlesPane).side, _("Print the rep&ly sheet"))
    tell.keep_paper(hands.dialog(tell.here.window, PreviewDialog), "whistle-reply")
    tell.open_case("ground-lock")
    done = {"outcome": "solved_by_department", "reason": "部门已拆除地锁，申请人确认。"}
    tell.case_step("close-dispute", done)

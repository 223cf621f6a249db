"""What else goes on at a station: told without pictures, so that the last morning is a busy one."""

from mediator_desk.words import _
from ui.next_step import VERBS
from ui.panes.disputes import DisputesPane
from ui.tour import hands
from ui.tour.teller import Teller, Values
from ui.tour.whistle_step import step

_LEAK: Values = {
    "text": "甄雨反映楼上佟水家卫生间漏水，天花板起皮，要求维修并赔偿一千二百元。",
    "channel": "phone",
    "estate": "馨苑小区",
    "building": "7号楼",
    "unit": "3单元502",
    "title": "甄雨与佟水漏水纠纷",
    "parties": [
        {"name": "甄雨", "phone": "13800635031", "side": "applicant", "kind": "person"},
        {"name": "佟水", "phone": "13800635032", "side": "respondent", "kind": "person"},
    ],
}

_NOISE: Values = {
    "text": "贾静反映隔壁郝闹家深夜唱歌，噪声扰民，双方因此争吵，郝闹愿意装隔音条并道歉。",
    "channel": "visit",
    "estate": "海源小区",
    "building": "1号楼",
    "title": "贾静与郝闹噪声纠纷",
    "parties": [
        {"name": "贾静", "phone": "13800635051", "side": "applicant", "kind": "person"},
        {"name": "郝闹", "phone": "13800635052", "side": "respondent", "kind": "person"},
    ],
}

_SHED: Values = {
    "text": "名人苑小区8号楼一楼住户私搭乱建彩钢棚，占用公共绿地，物业劝阻无效，居民要求部门处理。",
    "topic": "illegal_building",
    "channel": "grid",
    "estate": "名人苑小区",
    "building": "8号楼",
    "title": "名人苑小区私搭彩钢棚",
    "households": "24",
    "parties": [{"name": "顾全", "phone": "13800635061", "side": "applicant", "kind": "person"}],
}


def leak(tell: Teller) -> None:
    """A dispute is accepted and then waits; one day it will be late."""
    tell.go_to(10, 19, "09:20")
    file = tell.log("leak", _LEAK)
    tell.case_step("route-dispute", {})
    tell.case_step("accept-dispute", {"notice_given_on": "2026-10-19"})
    tell.case_step("record-consent", {"party": str(file.parties[0].id), "words": "同意。"})


def noise(tell: Teller) -> None:
    """A promise that is due in the last week."""
    tell.go_to(11, 20, "14:30")
    first, second = tell.log("noise", _NOISE).parties
    tell.case_step("route-dispute", {})
    tell.case_step("accept-dispute", {"notice_given_on": "2026-11-20"})
    for party in (first, second):
        tell.case_step("record-consent", {"party": str(party.id), "words": "同意。"})
    held = {"record": "双方当面说清，约定隔音和时间。", "result": "succeeded"}
    tell.case_step("hold-sitting", held)
    promise = {
        "debtor": str(second.id),
        "creditor": str(first.id),
        "what": "加装门窗隔音条",
        "due_on": "2026-11-25",
    }
    agreed = {
        "form": "written",
        "terms": "郝闹于2026年11月25日前加装门窗隔音条，二十二点后不唱歌。",
        "promises": [promise],
    }
    tell.case_step("sign-agreement", agreed)
    marks = dict.fromkeys(("parties_marked_on", "mediator_signed_on", "sealed_on"), "2026-11-20")
    tell.case_step("mark-agreement", marks)


def spaces(tell: Teller) -> None:
    """Three neighbours tell of the same thing in one week; the desk will notice."""
    for number, (day, name) in enumerate(((16, "车怀"), (18, "柳停"), (19, "许驶")), start=1):
        tell.go_to(11, day, "16:20")
        party = {"name": name, "phone": f"1380063507{number}", "side": "applicant"}
        said = f"{name}反映阳光花园北门车位被外来车辆长期占用，下班回家无处停车，要求规范停车。"
        tell.log(
            f"space-{number}",
            {
                "text": said,
                "topic": "parking",
                "channel": "visit",
                "estate": "阳光花园",
                "parties": [{**party, "kind": "person"}],
            },
        )


def colleague(tell: Teller) -> None:
    """The team lead hands the leak to a colleague, so that Today shows the work of two."""
    tell.open_case("leak")
    people = tell.here.desk.queries.people()
    other = next(one for one in people if one.id != tell.here.desk.person.id)
    tell.case_step("assign-mediator", {"mediator": str(other.id)})


def shed(tell: Teller) -> None:
    """A whistle that was dispatched a moment ago; the department has an hour to sign for it."""
    tell.go_to(11, 23, "08:10")
    tell.log("shed", _SHED)
    tell.case_step("route-dispute", {})
    blow = VERBS["blow-whistle"]
    hands.press_verb(tell.here.pane("disputes", DisputesPane).side, _(blow))
    hands.hand_over(hands.sheet(tell.here.window))
    step(tell, "approve-whistle", {"approver": "余主任"})
    step(tell, "dispatch-whistle", {})

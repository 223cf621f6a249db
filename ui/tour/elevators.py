"""Three elevator disputes become one topic; the law says who decides, and the desk holds to it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel

from mediator_desk.records.council_member import MemberKind
from mediator_desk.usecases.council_members import AddCouncilMember, add_council_member
from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _
from ui.council_steps import VERBS
from ui.panes.council import CouncilPane
from ui.tour import hands
from ui.tour.camera import settle
from ui.tour.teller import Teller, Values

ESTATE = "铁塔家园"

_FIRST = (
    "甄高层（六楼）要求加装电梯，老人上下楼不便；一楼邻居不同意，在楼道里吵过两次。",
    "顾底楼（一楼）反对加装电梯，担心遮挡采光、影响通风，要求补偿。",
    "佟中层（三楼）愿意加装电梯，但对费用怎么分摊有意见，三楼到六楼说法不一。",
)
_WHO = (("甄高层", "13800635021"), ("顾底楼", "13800635022"), ("佟中层", "13800635023"))
_ELEVATORS = ("elevator-1", "elevator-2", "elevator-3")

_OPINION = (
    "属于改建建筑物附属设施，依照民法典第二百七十八条第一款第七项由本单元业主共同决定；"
    "议事会可以组织协商、提出建议，不能代替业主表决。"
)

_MINUTES: Values = {
    "held_at": "2026-11-06T19:00:00+08:00",
    "chair": "余言",
    "recorder": "史录",
    "teller": "郝邻居",
    "scrutineer": "安和",
    "speeches": [
        {"speaker": "六楼甄高层", "words": "愿意多出钱，盼着早日装上。"},
        {
            "speaker": "一楼顾底楼",
            "words": "担心挡光，要先看采光测算。",
            "dissents": True,
            "answer": "测算书张贴七天，由设计单位当面解释，一楼不出资并适当补偿。",
        },
        {"speaker": "三楼佟中层", "words": "按楼层系数分摊可以接受。"},
    ],
    "opinion": (
        "建议按楼层系数分摊费用，一楼不出资并适当补偿；采光测算书张贴七天后交本单元业主表决。"
    ),
    "method": "hands",
    "votes_for": 11,
    "votes_against": 1,
    "votes_abstain": 1,
    "result": "to_owners",
    "resolution": "将方案和采光测算书提交5号楼2单元业主共同决定。",
}

_STAIRS: Values = {
    "title": "铁塔家园楼道清理日和轮值",
    "place": ESTATE,
    "households": 180,
    "content": "楼道堆物反复出现，提议每月第一个周六为清理日，各单元轮值检查，结果张贴公布。",
    "source": "proposal",
    "suggestion": "先在2号楼试行一个月。",
    "proposer": "郝邻居",
}


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("elevators")
    tell.go_to(11, 2, "09:15")
    for name, text, who in zip(_ELEVATORS, _FIRST, _WHO, strict=True):
        tell.log(name, _dispute(text, *who))
    _gather(tell)
    _seat(tell)
    _screen(tell)
    _stairs(tell)
    _meet(tell)
    _afterwards(tell)


def _dispute(text: str, name: str, phone: str) -> Values:
    return {
        "text": text,
        "channel": "walk_in",
        "estate": ESTATE,
        "building": "5号楼",
        "unit": "2单元",
        "households": "12",
        "parties": [{"name": name, "phone": phone, "side": "applicant", "kind": "person"}],
    }


def _gather(tell: Teller) -> None:
    """Mark the three rows and raise them as one topic."""
    tell.go_to(11, 2, "10:30")
    pane = tell.disputes()
    mark = QItemSelectionModel.SelectionFlag
    chosen = pane.table.selectionModel()
    chosen.clearSelection()
    for name in _ELEVATORS:
        place = hands.present(pane.table.rows.place(tell.known[name]))
        chosen.select(pane.table.rows.index(place, 0), mark.Select | mark.Rows)
    settle()
    tell.show("three-marked")
    hands.press_verb(pane.side, _("Raise as one &topic"))
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, {"households": 12, "title": "铁塔家园5号楼2单元加装电梯"})
    tell.show("raise-topic")
    hands.hand_over(opened)
    (topic,) = tell.here.desk.queries.topics()
    tell.known["elevators"] = topic.id


def _screen(tell: Teller) -> None:
    """Screen it: the owners of the unit decide, the council may only recommend."""
    tell.here.go_to("council", CouncilPane)
    topic_step(tell, "screen-topic", {"opinion": _OPINION}, "screen-topic")
    call = {
        "at": "2026-11-06T19:00:00+08:00",
        "place": "铁塔社区会议室",
        "observers": "区住房城乡建设部门工作人员、电梯公司技术员",
    }
    topic_step(tell, "call-meeting", call, "call-meeting")
    topic_step(tell, "post-agenda", {"where": "铁塔家园公示栏"})


def _seat(tell: Teller) -> None:
    """Seat the fifteen members of the council."""
    for name, kind in _MEMBERS:
        asked = AddCouncilMember(name=name, kind=kind, since=date(2026, 1, 1))
        add_council_member(tell.here.desk, asked)


def _stairs(tell: Teller) -> None:
    """Raise a topic the council may decide itself, and decide it."""
    tell.go_to(11, 2, "15:00")
    tell.here.go_to("council", CouncilPane).raise_topic()
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, _STAIRS)
    hands.hand_over(opened)
    topic_step(tell, "screen-topic", {"opinion": "内容合法，属于居民自治事项，议事会可以决定。"})
    topic_step(tell, "call-meeting", {"at": "2026-11-05T19:00:00+08:00"})
    topic_step(tell, "post-agenda", {"where": "铁塔家园公示栏"})
    tell.go_to(11, 5, "20:10")
    _attend(tell, 14, "attendance")
    topic_step(tell, "hold-meeting", _DECIDED, "minutes")
    tell.show("decided")
    tell.known["stairs"] = hands.present(_pane(tell).shown()).topic.id


def _attend(tell: Teller, present: int, picture: str = "") -> None:
    """Mark the first so many members as present; the last one is on leave."""
    members = [str(one.id) for one in tell.here.desk.queries.council_members()]
    away = [{"member": members[-1], "presence": "on_leave", "reason": "外出看病"}]
    topic_step(tell, "mark-attendance", {"present": members[:present], "away": away}, picture)


def _meet(tell: Teller) -> None:
    """Write the minutes of the elevator meeting: to the owners."""
    tell.go_to(11, 6, "20:40")
    tell.here.window.open_place("council", tell.known["elevators"])
    _attend(tell, 13)
    topic_step(tell, "hold-meeting", _MINUTES, "meeting")
    tell.show("to-owners")
    tell.open_case("elevator-1")
    tell.print_case(PaperName.COUNCIL_TOPIC)


def _afterwards(tell: Teller) -> None:
    """Post the decision, carry it out, let the residents rate it, share what came of it."""
    tell.here.window.open_place("council", tell.known["stairs"])
    topic_step(tell, "post-result", {"where": "铁塔家园公示栏", "on": "2026-11-06"})
    tell.go_to(11, 14, "10:00")
    topic_step(tell, "carry-out-topic", {"report": "公示七天无异议，轮值表已张贴。"})
    for proof, spent in (("清理前后照片六张", "760.00"), ("公示栏照片", "38.50")):
        topic_step(tell, "finish-task", {"proof": proof, "spent": spent})
    tell.go_to(11, 15, "10:00")
    topic_step(tell, "rate-topic", {"groups": _RATED}, "rate")
    tell.go_to(11, 16, "10:00")
    topic_step(tell, "share-topic", _SHARED)
    tell.show("shared")


_DECIDED: Values = {
    "held_at": "2026-11-05T19:00:00+08:00",
    "chair": "余言",
    "recorder": "史录",
    "teller": "郝邻居",
    "scrutineer": "安和",
    "speeches": [
        {"speaker": "楼长郝邻居", "words": "各单元轮值，月初张贴名单。"},
        {
            "speaker": "居民贾勤",
            "words": "周六要上班，来不了。",
            "dissents": True,
            "answer": "可以同单元换班，不罚款。",
        },
    ],
    "opinion": "大家认为清理日可行，轮值表由楼长排。",
    "method": "hands",
    "votes_for": 13,
    "votes_against": 0,
    "votes_abstain": 1,
    "result": "passed",
    "resolution": "自11月起每月第一个周六为楼道清理日，各单元轮值，结果张贴。",
    "tasks": [
        {
            "what": "首次清理并清运杂物",
            "who": "物业安和",
            "due_on": "2026-11-14",
            "budget": "800.00",
            "fund": "社区党组织服务群众经费",
        },
        {
            "what": "排出轮值表并张贴",
            "who": "楼长郝邻居",
            "due_on": "2026-11-14",
            "budget": "50.00",
            "fund": "社区办公经费",
        },
    ],
}

_RATED: Sequence[Values] = (
    {
        "group": "households",
        "satisfied": 26,
        "fairly": 3,
        "unsatisfied": 1,
        "comments": "希望增加清运次数。",
    },
    {"group": "representatives", "satisfied": 8, "fairly": 1, "unsatisfied": 0, "comments": ""},
)

_SHARED: Values = {
    "report": "五栋楼楼道全部清空，轮值表每月张贴，消防通道畅通。",
    "households": 180,
    "where": "铁塔家园公示栏",
}

_MEMBERS = (
    ("余言", MemberKind.RESIDENTS_COMMITTEE),
    ("史录", MemberKind.RESIDENTS_COMMITTEE),
    ("郝邻居", MemberKind.BUILDING_HEAD),
    ("安和", MemberKind.PROPERTY),
    ("贾勤", MemberKind.RESIDENT),
    ("甄高层", MemberKind.RESIDENT),
    ("佟中层", MemberKind.RESIDENT),
    ("顾底楼", MemberKind.RESIDENT),
    ("林楼长", MemberKind.BUILDING_HEAD),
    ("苗党员", MemberKind.PARTY_MEMBER),
    ("陶党员", MemberKind.PARTY_MEMBER),
    ("柴业委", MemberKind.OWNERS_COMMITTEE),
    ("祁业委", MemberKind.OWNERS_COMMITTEE),
    ("邵单位", MemberKind.UNIT_IN_AREA),
    ("温老师", MemberKind.RESIDENT),
)


def topic_step(tell: Teller, step: str, values: Values, picture: str = "") -> None:
    """Take one step of the topic at the side."""
    tell.step(_pane(tell).side, _(VERBS[step]), values, picture=picture)


def _pane(tell: Teller) -> CouncilPane:
    return tell.here.pane("council", CouncilPane)

"""Three elevator disputes become one topic; the law says who decides, and the desk holds to it."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel

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
    "place": "铁塔社区会议室",
    "chair": "余言",
    "recorder": "史录",
    "due": 15,
    "present": 13,
    "observers": "区住房城乡建设部门工作人员、电梯公司技术员",
    "speeches": "六楼：愿意多出钱。一楼：要先看采光测算。三楼：按楼层系数分摊可以接受。",
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
    topic_step(tell, "screen-topic", {"accepted": "yes", "opinion": _OPINION}, "screen-topic")
    topic_step(tell, "call-meeting", {"on": "2026-11-06"})


def _stairs(tell: Teller) -> None:
    """Raise a topic the council may decide itself, and decide it."""
    tell.go_to(11, 3, "09:00")
    tell.here.go_to("council", CouncilPane).raise_topic()
    opened = hands.sheet(tell.here.window)
    hands.fill(opened, _STAIRS)
    hands.hand_over(opened)
    agreed = "内容合法，属于居民自治事项，议事会可以决定。"
    topic_step(tell, "screen-topic", {"accepted": "yes", "opinion": agreed})
    topic_step(tell, "call-meeting", {"on": "2026-11-05"})
    tell.go_to(11, 5, "20:10")
    topic_step(tell, "hold-meeting", _DECIDED, "decided")
    tell.known["stairs"] = hands.present(_pane(tell).shown()).topic.id


def _meet(tell: Teller) -> None:
    """Write the minutes of the elevator meeting: to the owners."""
    tell.go_to(11, 6, "20:40")
    tell.here.window.open_place("council", tell.known["elevators"])
    topic_step(tell, "hold-meeting", _MINUTES, "meeting")
    tell.show("to-owners")
    tell.open_case("elevator-1")
    tell.print_case(PaperName.COUNCIL_TOPIC)


def _afterwards(tell: Teller) -> None:
    """Carry the decided topic out, rate it, share it."""
    tell.here.window.open_place("council", tell.known["stairs"])
    topic_step(tell, "post-result", {"where": "铁塔家园公示栏", "on": "2026-11-06"})
    for day, step, words in _AFTERWARDS:
        tell.go_to(11, day, "10:00")
        topic_step(tell, step, {"report": words})
    tell.show("shared")


_DECIDED: Values = {
    "held_at": "2026-11-05T19:00:00+08:00",
    "place": "铁塔社区会议室",
    "chair": "余言",
    "recorder": "史录",
    "due": 15,
    "present": 14,
    "opinion": "大家认为清理日可行，轮值表由楼长排。",
    "method": "hands",
    "votes_for": 13,
    "votes_against": 0,
    "votes_abstain": 1,
    "result": "passed",
    "resolution": "自11月起每月第一个周六为楼道清理日，各单元轮值，结果张贴。",
    "responsible": "各楼长，郝邻居牵头",
    "finish_on": "2026-11-30",
}

_AFTERWARDS: Sequence[tuple[int, str, str]] = (
    (9, "carry-out-topic", "各单元轮值表已张贴，11月7日首次清理，清出杂物两车。"),
    (
        10,
        "rate-topic",
        "入户询问三十户：满意二十六户，基本满意三户，不满意一户（希望增加清运次数）。",
    ),
    (11, "share-topic", "清理前后照片和轮值表在小区公示栏张贴，经验在铁塔社区推广。"),
)


def topic_step(tell: Teller, step: str, values: Values, picture: str = "") -> None:
    """Take one step of the topic at the side."""
    tell.step(_pane(tell).side, _(VERBS[step]), values, picture=picture)


def _pane(tell: Teller) -> CouncilPane:
    return tell.here.pane("council", CouncilPane)

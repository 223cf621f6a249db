"""Who may decide a topic: the council, or others to whom the law leaves it (Civil Code 278).

The desk proposes from the topic and the words; a person screens the topic and decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.records.council import DecisionBody, MeetingResult
from mediator_desk.records.dispute import Topic
from mediator_desk.words import N_

# The items of Civil Code 278; the numbers are those of the law.
LAW_ITEMS: Mapping[int, str] = {
    1: N_("rules of the owners' meeting"),
    2: N_("management covenant"),
    3: N_("electing or replacing the owners' committee"),
    4: N_("hiring or dismissing the property manager"),
    5: N_("using the maintenance fund"),
    6: N_("raising the maintenance fund"),
    7: N_("rebuilding or altering buildings, elevators included"),
    8: N_("changing the use of common parts, or running business with them"),
    9: N_("other major matters of what is owned in common"),
}
QUALIFIED_ITEMS = (6, 7, 8)

OWNERS_BODIES = (
    DecisionBody.OWNERS,
    DecisionBody.UNIT_OWNERS,
    DecisionBody.ALL_CONCERNED,
    DecisionBody.OWNERS_COMMITTEE,
    DecisionBody.INTERIM_COMMITTEE,
)
_RESIDENTS_BODIES = (DecisionBody.RESIDENTS, DecisionBody.REPRESENTATIVES)
_ALWAYS = (MeetingResult.TO_WHISTLE, MeetingResult.NOT_PASSED, MeetingResult.ADJOURNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decides, under which item of Civil Code 278 (0: none), and why, as a marked sentence."""

    body: DecisionBody
    law_item: int
    why: str


def council_may_decide(body: DecisionBody, law_item: int) -> bool:
    """Tell whether the council itself decides; else it may only recommend."""
    return body is DecisionBody.COUNCIL and law_item == 0


def lawful_results(body: DecisionBody, law_item: int) -> tuple[MeetingResult, ...]:
    """Name what a meeting of the council may make of a topic."""
    if council_may_decide(body, law_item):
        return tuple(MeetingResult)
    if body is DecisionBody.DEPARTMENT and not law_item:
        return _ALWAYS
    if body in _RESIDENTS_BODIES and not law_item:
        return (MeetingResult.TO_RESIDENTS, *_ALWAYS)
    return (MeetingResult.TO_OWNERS, *_ALWAYS)


def who_decides(topic: Topic, text: str) -> Decision:
    """Propose who decides a topic, from its kind and what is said of it."""
    for topics, words, decision in _TABLE:
        fits = not topics or topic in topics
        if fits and (not words or any(word in text for word in words)):
            return decision
    return _COUNCIL


_COUNCIL = Decision(
    body=DecisionBody.COUNCIL,
    law_item=0,
    why=N_(
        "Living together in the community is for the residents' council; "
        "nothing here is left to the owners by law."
    ),
)


def _owners(item: int, why: str, body: DecisionBody = DecisionBody.OWNERS) -> Decision:
    return Decision(body=body, law_item=item, why=why)


# Kinds of dispute (none: any), words of which one must occur (none: any text), and who decides.
# The first line that fits is proposed (domain.md 3.4).
_TABLE: tuple[tuple[tuple[Topic, ...], tuple[str, ...], Decision], ...] = (
    (
        (),
        ("居民公约", "楼道公约", "村规民约"),
        Decision(
            body=DecisionBody.RESIDENTS,
            law_item=0,
            why=N_("A convention is adopted by the residents' meeting and filed with the street."),
        ),
    ),
    (
        (),
        ("选聘物业", "解聘物业", "更换物业", "换物业", "续聘物业", "辞退物业"),
        _owners(4, N_("The owners together hire and dismiss the property manager.")),
    ),
    (
        (),
        (
            "业委会选举",
            "选举业委会",
            "成立业委会",
            "业委会换届",
            "选举业主委员会",
            "成立业主委员会",
        ),
        _owners(3, N_("The owners together elect and replace the owners' committee.")),
    ),
    (
        (),
        ("筹集维修资金", "续交维修资金", "补交维修资金", "筹集维修基金", "续交维修基金"),
        _owners(6, N_("Raising the maintenance fund takes three quarters of those who vote.")),
    ),
    (
        (),
        ("维修资金", "维修基金"),
        _owners(5, N_("The owners together decide how the maintenance fund is used.")),
    ),
    (
        (Topic.ELEVATOR,),
        ("加装", "增设", "安装电梯", "装电梯"),
        _owners(
            7,
            N_(
                "Adding an elevator alters the building: two thirds of the owners take part, "
                "three quarters of them agree."
            ),
            DecisionBody.UNIT_OWNERS,
        ),
    ),
    (
        (Topic.RENOVATION, Topic.NOISE, Topic.OTHER, Topic.PROPERTY_SERVICE),
        ("住改商", "住宅改商", "居改商", "改成商铺", "改为商铺"),
        Decision(
            body=DecisionBody.ALL_CONCERNED,
            law_item=0,
            why=N_(
                "Turning a home into a business takes the consent of every owner concerned "
                "(Civil Code 279); no majority replaces it."
            ),
        ),
    ),
    (
        (Topic.PARKING,),
        ("收费标准", "停车收费", "停车费"),
        _owners(9, N_("The owners together decide what parking on common ground costs.")),
    ),
    (
        (Topic.PARKING,),
        ("乱停", "停车秩序", "文明停车", "错峰", "挪车"),
        _COUNCIL,
    ),
    (
        (Topic.PARKING,),
        (),
        _owners(
            8,
            N_(
                "New parking on common ground changes its use: two thirds of the owners take "
                "part, three quarters of them agree."
            ),
        ),
    ),
    (
        (Topic.EBIKE_CHARGING,),
        ("充电棚", "车棚", "充电桩"),
        _owners(8, N_("A charging shed on common ground changes its use.")),
    ),
    (
        (Topic.COMMON_REVENUE,),
        ("投放广告", "设置广告", "摆摊", "出租", "对外经营"),
        _owners(8, N_("Running business with common parts is for the owners together.")),
    ),
    (
        (Topic.COMMON_REVENUE,),
        (),
        _owners(9, N_("The owners together decide what the common revenue is spent on.")),
    ),
    (
        (Topic.PROPERTY_SERVICE,),
        ("收费标准", "物业费标准", "物业费涨", "涨物业费"),
        _owners(9, N_("The owners together decide what the property service costs.")),
    ),
    (
        (Topic.ILLEGAL_BUILDING,),
        (),
        Decision(
            body=DecisionBody.DEPARTMENT,
            law_item=0,
            why=N_("Illegal building is for the department that enforces the rules; whistle it."),
        ),
    ),
)

"""Who decides a topic, as the law divides it (domain.md 3.4)."""

import pytest

from db.books import read_books
from mediator_desk.records.council import DecisionBody
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.records.dispute import Topic
from mediator_desk.rules.who_decides import council_may_decide, lawful_results

BODY = DecisionBody


@pytest.mark.parametrize(
    ("topic", "text", "body", "item"),
    [
        (Topic.ELEVATOR, "3号楼加装电梯", BODY.UNIT_OWNERS, 7),
        (Topic.ELEVATOR, "电梯经常故障停运", BODY.COUNCIL, 0),
        (Topic.PARKING, "北侧空地划停车位", BODY.OWNERS, 8),
        (Topic.PARKING, "小区停车收费标准太高", BODY.OWNERS, 9),
        (Topic.PARKING, "约定错峰停车", BODY.COUNCIL, 0),
        (Topic.COMMON_REVENUE, "公共收益怎么用", BODY.OWNERS, 9),
        (Topic.COMMON_REVENUE, "电梯里投放广告", BODY.OWNERS, 8),
        (Topic.PROPERTY_SERVICE, "业主要求更换物业", BODY.OWNERS, 4),
        (Topic.PROPERTY_SERVICE, "业委会换届", BODY.OWNERS, 3),
        (Topic.OTHER, "动用维修资金修屋面", BODY.OWNERS, 5),
        (Topic.OTHER, "续交维修资金", BODY.OWNERS, 6),
        (Topic.EBIKE_CHARGING, "在空地建充电棚", BODY.OWNERS, 8),
        (Topic.NOISE, "住改商开麻将馆", BODY.ALL_CONCERNED, 0),
        (Topic.OTHER, "修订居民公约", BODY.RESIDENTS, 0),
        (Topic.ILLEGAL_BUILDING, "楼顶违建", BODY.DEPARTMENT, 0),
        (Topic.PETS, "遛狗不牵绳", BODY.COUNCIL, 0),
        (Topic.CORRIDOR_CLUTTER, "楼道堆放杂物", BODY.COUNCIL, 0),
    ],
)
def test_who_decides_follows_the_law(topic, text, body, item):
    decision = read_books().routing.decided_by(topic, text)

    assert (decision.body, decision.law_item) == (body, item)
    assert decision.source
    assert decision.why.zh
    assert decision.why.en


def test_the_council_decides_only_what_no_item_of_the_law_takes_from_it():
    assert council_may_decide(BODY.COUNCIL, 0)
    assert not council_may_decide(BODY.COUNCIL, 8)
    assert not council_may_decide(BODY.OWNERS, 0)


@pytest.mark.parametrize("body", DecisionBody)
@pytest.mark.parametrize("item", [0, 4, 8])
def test_a_meeting_passes_only_what_the_council_may_decide(body, item):
    results = lawful_results(body, item)

    assert (MeetingResult.PASSED in results) == council_may_decide(body, item)
    assert MeetingResult.ADJOURNED in results


@pytest.mark.parametrize(
    ("body", "item", "onward"),
    [
        (BODY.UNIT_OWNERS, 7, MeetingResult.TO_OWNERS),
        (BODY.RESIDENTS, 0, MeetingResult.TO_RESIDENTS),
        (BODY.DEPARTMENT, 0, MeetingResult.TO_WHISTLE),
    ],
)
def test_what_others_decide_goes_to_them_first(body, item, onward):
    assert lawful_results(body, item)[0] is onward

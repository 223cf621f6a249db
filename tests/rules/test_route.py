"""Proposals of topic and route: what people plainly say goes where it plainly belongs."""

import csv
from pathlib import Path

import pytest

from mediator_desk.records.dispute import Category, Route, Topic
from mediator_desk.rules.route import read_routing

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SAMPLE = PROJECT.parent / "shared" / "data" / "citizen_messages_sample.xlsx"

SAID = [
    ("邻居把车停在我家车位上，双方争吵", "parking", "settle"),
    ("有人在小区公共车位私装地锁，占着不让别人停", "parking", "whistle"),
    ("小区停车位不够，能不能把绿地改成停车位", "parking", "council"),
    ("三单元老人多，上下楼困难，想加装电梯，一楼不同意", "elevator", "council"),
    ("楼上卫生间漏水把我家天花板泡了，要求赔偿", "leak", "settle"),
    ("楼上孩子每天晚上跑跳，脚步声太吵", "noise", "settle"),
    ("楼下ktv营业到凌晨两点，噪音太大", "noise", "whistle"),
    ("邻居家狗天天半夜叫，睡不好觉", "pets", "settle"),
    ("小区里大型犬不拴绳，昨天咬伤老人", "pets", "whistle"),
    ("电梯广告收入去哪了，物业从不公布账目", "common_revenue", "council"),
    ("业主想换物业公司，要求召开业主大会", "property_service", "council"),
    ("业主拖欠物业费三年，物业说要断水", "property_service", "settle"),
    ("楼道里堆满鞋柜和杂物，对门不肯搬", "corridor_clutter", "settle"),
    ("有人把电动车推到楼道里充电，担心着火", "ebike_charging", "whistle"),
    ("小区电动车充电棚建在哪，居民意见不一", "ebike_charging", "council"),
    ("有人从楼上往楼下扔烟头，差点砸到人", "falling_objects", "whistle"),
    ("一楼住户私搭阳光房，挡住二楼采光", "illegal_building", "whistle"),
    ("装修周末早上电钻声太大，和邻居吵起来", "renovation", "settle"),
    ("邻居装修把承重墙砸了", "renovation", "whistle"),
    ("垃圾桶放在我家窗下，臭味大", "sanitation", "settle"),
    ("顶楼住户在楼顶平台种菜，浇粪水恶臭", "sanitation", "whistle"),
    ("暖气不热，热力公司互相推", "utilities", "whistle"),
    ("两家因为打牌借款五千元不还", "other", "settle"),
    ("孩子入学划片不合理", "other", "whistle"),
]


@pytest.fixture(scope="module")
def routing():
    file = PROJECT / "resources" / "rule_sets" / "routing.toml"
    return read_routing(file.read_text("utf-8"))


@pytest.mark.parametrize(("text", "topic", "route"), SAID)
def test_a_plain_case_is_proposed_where_it_belongs(routing, text, topic, route):
    proposed = routing.propose_topic(text)
    proposal = routing.propose(proposed, text)

    assert (proposed.value, proposal.route.value) == (topic, route)
    assert all(reason.words() for reason in proposal.because)
    assert proposal.because


def test_a_ground_lock_is_for_city_management_and_the_article_is_named(routing):
    proposal = routing.propose(Topic.PARKING, "公共车位被私装地锁")

    assert "城市管理（综合行政执法）" in proposal.departments
    assert "地锁" in proposal.because[0].words()
    assert "第四十四条" in proposal.because[0].words()


def test_an_elevator_goes_to_the_owners_with_the_majority_named(routing):
    proposal = routing.propose(Topic.ELEVATOR, "申请加装电梯")

    assert proposal.route is Route.COUNCIL
    assert "three quarters" in proposal.because[0].words()


@pytest.mark.parametrize(
    ("text", "outside", "route"),
    [
        ("十五楼着火了，浓烟", "emergency", Route.WHISTLE),
        ("邻居持刀威胁", "police", Route.WHISTLE),
        ("这件事法院已受理，还能来调解吗", "court", Route.SETTLE),
        ("楼上漏水", "", Route.SETTLE),
    ],
)
def test_what_is_not_for_mediation_is_known(routing, text, outside, route):
    proposal = routing.propose(routing.propose_topic(text), text)

    assert (proposal.outside, proposal.route) == (outside, route)


def test_a_crime_told_deep_in_a_long_letter_is_a_reason_and_not_a_verdict(routing):
    text = "物业管理混乱，" + "门禁坏了没有人修，" * 20 + "去年还有人家被偷"

    proposal = routing.propose(Topic.PROPERTY_SERVICE, text)

    assert proposal.outside == ""
    assert any("被偷" in reason.words() for reason in proposal.because)


def test_a_text_that_says_nothing_is_other_and_goes_the_usual_way(routing):
    proposal = routing.propose(routing.propose_topic(""), "")

    assert routing.propose_topic("你好") is Topic.OTHER
    assert proposal.route is Route.SETTLE
    assert proposal.because[0].words()


def test_full_width_letters_and_capitals_are_read_alike(routing):
    assert routing.propose_topic("ＫＴＶ 扰 民") is Topic.NOISE


@pytest.mark.parametrize("topic", list(Topic))
def test_every_topic_has_words_a_category_and_a_usual_way(routing, topic):
    proposal = routing.propose(topic, "")

    assert routing.category_of(topic)
    assert proposal.because


def test_a_text_without_a_topic_finds_its_official_category(routing):
    assert routing.category_of(Topic.OTHER, "夫妻离婚，彩礼返还") is Category.FAMILY
    assert routing.category_of(Topic.OTHER, "") is Category.OTHER
    assert routing.category_of(Topic.PARKING, "离婚") is Category.PROPERTY


@pytest.mark.skipif(not SAMPLE.exists(), reason="the residents' messages are not here")
def test_proposals_for_real_messages_agree_mostly_with_a_person(routing):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(SAMPLE, read_only=True)
    rows = {str(row[0]): f"{row[2]}。{row[4]}" for row in book.active.iter_rows(values_only=True)}
    book.close()
    labels = (HERE / "labelled_messages.csv").read_text("utf-8")
    labelled = list(csv.DictReader(labels.splitlines()))

    topics = [routing.propose_topic(rows[one["message"]]) for one in labelled]
    routes = [
        routing.propose(topic, rows[one["message"]]).route
        for topic, one in zip(topics, labelled, strict=True)
    ]

    right_topics = sum(a == b["topic"] for a, b in zip(topics, labelled, strict=True))
    right_routes = sum(a == b["route"] for a, b in zip(routes, labelled, strict=True))
    assert right_topics >= 0.8 * len(labelled)
    assert right_routes >= 0.8 * len(labelled)

"""Proposals of topic and route: what people plainly say goes where it plainly belongs."""

import csv
from pathlib import Path

import pytest

from db.books import read_books
from mediator_desk.records.dispute import Category, Route, Topic
from mediator_desk.rules.route import Facts
from mediator_desk.rules.routing_file import read_routing
from resources import path
from tests.rules.plain_cases import SAID

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SAMPLE = PROJECT.parent / "shared" / "data" / "citizen_messages_sample.xlsx"


@pytest.fixture(scope="module")
def routing():
    return read_books().routing


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
        ("煤气泄漏，满楼道都是味", "emergency", Route.WHISTLE),
        ("老人在楼道晕倒了", "emergency", Route.WHISTLE),
        ("门口刚撞车，有人受伤", "emergency", Route.WHISTLE),
        ("丈夫打我，要求离婚", "police", Route.WHISTLE),
        ("昨天被邻居殴打住院", "police", Route.WHISTLE),
        ("这件事法院已受理，还能来调解吗", "court", Route.UNDECIDED),
        ("仲裁裁决下来了他不给钱", "court", Route.UNDECIDED),
        ("信访已受理，又来找社区", "authority", Route.UNDECIDED),
        ("两家吵架，没有打人", "", Route.SETTLE),
        ("不是要起诉，只想让他道歉", "", Route.SETTLE),
        ("邻居吵架，并没有动手打人，要求道歉", "", Route.SETTLE),
        ("还没起诉到法院，两家想先调解", "", Route.SETTLE),
        ("楼道充电，怕发生火灾", "", Route.WHISTLE),
        ("别等到打伤人才管，两家天天吵", "", Route.SETTLE),
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
    labelled = [one for one in csv.DictReader(labels.splitlines()) if one["round"] != "aside"]

    topics = [routing.propose_topic(rows[one["message"]]) for one in labelled]
    routes = [
        routing.propose(topic, rows[one["message"]]).route
        for topic, one in zip(topics, labelled, strict=True)
    ]

    right_topics = sum(a == b["topic"] for a, b in zip(topics, labelled, strict=True))
    right_routes = sum(a == b["route"] for a, b in zip(routes, labelled, strict=True))
    assert len(labelled) == 240
    assert right_topics >= 0.87 * len(labelled)
    assert right_routes >= 0.9 * len(labelled)


def test_what_is_not_for_mediation_says_whom_to_call_and_that_it_is_not_taken(routing):
    proposal = routing.propose(Topic.OTHER, "十五楼着火了，浓烟")

    assert proposal.call == "119"
    assert "119" in str(proposal.notice)
    assert "消防救援" in proposal.departments


def test_every_matter_not_for_mediation_has_a_notice_in_both_languages(routing):
    assert {one.code for one in routing.outside} >= {"emergency", "police", "court", "authority"}
    assert {one.call for one in routing.outside} >= {"110", "119", "120", "122"}
    assert all(one.notice.zh and one.notice.en and one.source for one in routing.outside)


@pytest.mark.parametrize(
    ("households", "route"), [(0, Route.SETTLE), (2, Route.SETTLE), (40, Route.COUNCIL)]
)
def test_many_households_speak_for_the_council(routing, households, route):
    text = "遛狗的时间和路线，和邻居说不到一起"

    proposal = routing.propose(Topic.PETS, text, Facts(households=households))

    assert proposal.route is route


def test_households_never_take_from_a_department_what_it_must_enforce(routing):
    proposal = routing.propose(Topic.PARKING, "有人在公共车位私装地锁", Facts(households=60))

    assert proposal.route is Route.WHISTLE


def test_a_topic_for_the_council_comes_with_who_decides_it_by_law(routing):
    proposal = routing.propose(Topic.ELEVATOR, "申请加装电梯")

    assert (proposal.decision.body.value, proposal.decision.law_item) == ("unit_owners", 7)
    assert "第二百七十八条" in proposal.decision.source


def test_a_phrase_may_have_a_gap_inside_one_clause(routing):
    assert (
        routing.propose(Topic.PROPERTY_SERVICE, "推动成立我们小区的业委会").route is Route.COUNCIL
    )
    assert routing.propose(Topic.PROPERTY_SERVICE, "成立了。业委会").route is Route.SETTLE


def test_no_word_stands_twice_in_one_list(routing):
    lists = [words for one in routing.topics for words in (one.strong, one.plain)]
    lists += [one.words for one in (*routing.signals, *routing.outside)]

    assert all(len(words) == len(set(words)) for words in lists)


def test_one_word_more_in_the_file_changes_a_proposal_without_any_code():
    written = path("rule_sets", "routing.toml").read_text(encoding="utf-8")
    more = written.replace('words = ["养鸡"', 'words = ["养孔雀", "养鸡"')
    rules = read_routing(more, read_books().duties, read_books().routing.decisions)

    assert read_books().routing.propose(Topic.PETS, "楼下养孔雀").route is Route.SETTLE
    assert rules.propose(Topic.PETS, "楼下养孔雀").route is Route.WHISTLE


def test_where_the_households_decide_the_number_that_would_is_told(routing):
    few = routing.propose(Topic.PARKING, "楼下停车总是吵", Facts(households=2))
    enough = routing.propose(Topic.PARKING, "楼下停车总是吵", Facts(households=few.council_from))

    assert few.route is not Route.COUNCIL
    assert few.council_from > 2
    assert (enough.route, enough.council_from) == (Route.COUNCIL, 0)


def test_no_number_of_households_is_told_where_none_would_change_it(routing):
    assert routing.propose(Topic.PARKING, "公共车位被私装地锁").council_from == 0

"""Who is responsible for what: the duty map of the departments (domain.md 3.6)."""

from datetime import date

import pytest

from mediator_desk.records.dispute import Topic
from mediator_desk.rules.duties import read_duties
from resources import path

CITY = "城市管理（综合行政执法）"
HOUSING, POLICE, FIRE, MARKET = "住房城乡建设", "公安", "消防救援", "市场监督管理"

CONDUCT = [
    ("邻居装修把承重墙砸了", HOUSING, "（一）"),
    ("一楼私搭阳光房", HOUSING, "（二）"),
    ("杂物堵住了消防通道", FIRE, "（四）"),
    ("公共车位被私装地锁", CITY, "（八）"),
    ("小区绿地被侵占绿地的人改成菜园", CITY, "第四十四条"),
    ("楼道堆放杂物没人管", CITY, "（十）"),
    ("有人在绿化带旁种菜", CITY, "（十一）"),
    ("楼道里贴满小广告", CITY, "（十二）"),
    ("电动车推到楼道里充电", FIRE, "（十五）"),
    ("楼上往楼下扔烟头", POLICE, "（十七）"),
    ("大型犬不拴绳", POLICE, "（十八）"),
    ("楼下作坊排放废气", "生态环境", "（十九）"),
    ("物业出租公共区域，公共区域出租给商户", MARKET, "（二十）"),
    ("电梯困人两次", MARKET, "第六十一条"),
    ("物业为催费断水断电", HOUSING, "第三十四条"),
    ("保安打人", POLICE, "（十一）"),
    ("店外经营占道经营", CITY, "第二十五条"),
    ("楼下养鸡", CITY, "第四十九条"),
]


@pytest.fixture(scope="module")
def duties():
    return read_duties(path("rule_sets", "duties.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "department", "article"), CONDUCT)
def test_a_conduct_finds_its_department_and_its_article(duties, text, department, article):
    first = duties.for_text(None, text)[0]

    assert first.name == department
    assert article in first.article
    assert article in first.because[0].words()


def test_every_duty_names_an_article_a_day_and_words(duties):
    assert all(one.source and one.words and one.since for one in duties.duties)
    assert {one.confidence for one in duties.duties} == {"high", "medium", "low"}


def test_every_item_of_article_44_is_in_the_map(duties):
    sources = " ".join(one.source for one in duties.duties if "第四十四条" in one.source)
    numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"

    assert all(f"（{numeral}）" in sources for numeral in numerals.split())


def test_of_dogs_both_levels_of_law_are_shown_and_the_police_choose(duties):
    (police,) = duties.for_text(Topic.PETS, "烈性犬咬伤老人", on=date(2026, 3, 1))

    articles = [one.duty.source for one in police.heard]
    assert police.name == POLICE
    assert any("养犬管理条例" in article for article in articles)
    assert any("治安管理处罚法" in article for article in articles)


def test_a_duty_does_not_hold_before_its_day(duties):
    (police,) = duties.for_text(Topic.PETS, "烈性犬咬伤老人", on=date(2025, 12, 31))

    assert all("治安管理处罚法" not in one.duty.source for one in police.heard)


def test_a_ground_lock_returned_by_sanitation_is_suggested_to_city_management(duties):
    suggested = duties.suggest("公共车位被私装地锁", other_than="环卫中心")

    assert suggested.name == CITY
    assert "第四十条" in suggested.article


def test_the_department_that_returned_it_is_never_suggested_again(duties):
    assert duties.suggest("公共车位被私装地锁", other_than="区城管局") is None


def test_a_department_that_is_bound_after_all_can_be_told_so(duties):
    bound = duties.binds("东昌府区综合行政执法局", "小区里装了地锁")

    assert "地锁" in bound.because[0].words()
    assert duties.binds("教育局", "小区里装了地锁") is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("城管", CITY),
        ("区环卫中心", "环境卫生"),
        ("交警大队", "公安交管"),
        ("古楼派出所", POLICE),
        ("市住建局", HOUSING),
    ],
)
def test_a_department_is_known_by_what_people_call_it(duties, said, name):
    assert duties.named(said).name == name


def test_a_topic_alone_gives_its_usual_department(duties):
    (police,) = duties.for_text(Topic.PETS, "楼上的问题")

    assert police.name == POLICE
    assert police.because[0].words()


def test_a_text_without_any_conduct_binds_nobody(duties):
    assert duties.for_text(None, "两家因为打牌借款五千元不还") == ()


def test_a_duty_of_a_department_nobody_knows_is_refused():
    text = (
        '[[department]]\nzh = "甲"\nen = "a"\n'
        '[[duty]]\ndepartments = ["乙"]\nzh = "丙"\nen = "c"\nwords = ["丁"]\n'
        'source = "戊"\nfrom = 2021-03-01\nconfidence = "low"\n'
    )

    with pytest.raises(KeyError):
        read_duties(text)

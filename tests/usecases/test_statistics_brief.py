"""The brief says the figures of a period in plain sentences, tables and pictures, nothing lost."""

import re

import pytest

import resources
from bench.filling import keep_in_bulk
from bench.huangshi import made_up
from bench.stations import AtDesk
from mediator_desk.paper.preview import text_of
from mediator_desk.refusals import Refusal
from mediator_desk.rules.periods import read_period
from mediator_desk.rules.statistics import Measure
from mediator_desk.usecases.papers.brief_facts import brief_facts
from mediator_desk.usecases.papers.of_statistics import print_statistics_brief
from mediator_desk.usecases.pictures import group_of, written
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.statistics import AskStatistics
from mediator_desk.usecases.statistics_view import statistics_view
from mediator_desk.words import speak
from tests.store import stations


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Fill a station with three months of cases, once."""
    here = stations.sit_down(tmp_path_factory.mktemp("brief") / "station")
    keep_in_bulk(AtDesk(house=here.house, desk=here.desk), made_up(here.desk))
    yield here.desk
    here.leave()


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    return tmp_path_factory.mktemp("fonts")


def asked(code, **more):
    return AskStatistics(period=read_period(code), **more)


def text_in(printed):
    return re.sub(r"\s", "", text_of(printed.pdf))


def test_the_brief_of_a25_says_the_published_figures_in_sentences(desk):
    facts = brief_facts(desk, statistics_view(desk, asked("2016-08")))

    assert facts.sentences[0] == (
        "2016年8月，共受理纠纷869件，比上月增加29件（上升3.5%），比去年同期减少159件（下降15.5%）。"
    )
    assert facts.sentences[1].startswith(
        "调解案件869件，比上月增加29件（上升3.5%），比去年同期减少159件（下降15.5%）；"
        "调解成功842件，成功率96.9%。"
    )
    assert facts.sentences[1].endswith("协议涉及金额2,873.80万元。")
    assert facts.sentences[2] == (
        "从案件来源看，主动调解455件，占52.4%；依申请调解378件，占43.5%；"
        "接受委托移送调解36件，占4.1%。"
    )
    assert facts.sentences[3] == (
        "从纠纷类型看，主要是邻里纠纷278件（32.0%）、婚姻家庭纠纷160件（18.4%）和"
        "损害赔偿纠纷76件（8.7%）。"
    )
    assert "防止民间纠纷转化为刑事案件1件4人，防止群体性上访3件15人。" in facts.sentences


def test_every_figure_of_the_table_and_the_pictures_stands_on_the_paper(desk, fonts):
    found = statistics_view(desk, asked("2016-08")).found

    text = text_in(print_statistics_brief(desk, asked("2016-08"), fonts))

    for figure in (*group_of(found, Measure.CATEGORY), *found.topics[1:]):
        assert f"{figure.name.zh}" in text
        assert f"{written(figure.value)}{figure.share}" in text
    for said in (
        "单位：件",
        "2016年8月",
        "制表人：",
        "填报单位：",
        "古城人民调解委员会",
        "2,873.80",
    ):
        assert said in text


def test_the_brief_speaks_chinese_whatever_the_screen_speaks(desk, fonts):
    speak("en", resources.path("translations"))
    english = print_statistics_brief(desk, asked("2016-08"), fonts)

    speak("zh_CN", resources.path("translations"))
    chinese = print_statistics_brief(desk, asked("2016-08"), fonts)

    assert english.pdf == chinese.pdf


def test_a_year_is_compared_once_and_not_twice_with_the_same_year(desk):
    facts = brief_facts(desk, statistics_view(desk, asked("2016")))

    assert facts.sentences[0].count("比") == 1
    assert "比上年增加681件" in facts.sentences[0]


def test_a_period_without_cases_says_so(desk):
    facts = brief_facts(desk, statistics_view(desk, asked("2011-03")))

    assert facts.sentences == (
        "2011年3月，共受理纠纷0件，与上月持平，与去年同期持平。",
        "本期没有调解终结的案件。",
    )


def test_written_only_is_noted_on_the_brief(desk):
    facts = brief_facts(desk, statistics_view(desk, asked("2016-08", written_only=True)))

    assert any("仅统计书面协议" in note for note in facts.notes)


def test_the_period_stands_in_the_place_of_the_number_when_printing(desk, fonts):
    printed = print_papers(
        desk, PrintPapers(numbers=("2016-08",), paper=PaperName.STATISTICS_BRIEF), fonts
    )

    assert printed.title == "人民调解工作统计简报　2016年8月"


def test_what_is_no_period_is_refused_in_words(desk, fonts):
    with pytest.raises(Refusal, match="is no period"):
        print_papers(desk, PrintPapers(numbers=("次月",), paper=PaperName.STATISTICS_BRIEF), fonts)

"""Notices hang their days, show nobody's secrets, and every objection gets its answer in time."""

from datetime import date, timedelta

import pytest

from mediator_desk.records.follow_up import Deadline
from mediator_desk.records.public_notice import (
    NoticeKind,
    NoticeState,
    Objection,
    ObjectionState,
    PublicNotice,
)
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rules.clocks import last_day_of
from mediator_desk.usecases.clocks import start_clock
from mediator_desk.usecases.public_notices import (
    AnswerObjection,
    TakeDownNotice,
    answer_objection,
    check_notice_over,
    take_down_notice,
)
from tests.usecases.councils import Councils
from tests.usecases.noticing import hung, objected, of, on, read

DAY = date(2026, 11, 23)


@pytest.fixture
def monday(here):
    """Let it be a Monday."""
    on(here, DAY)
    return here


def _down(here, notice, **said):
    take_down_notice(here.desk, TakeDownNotice(notice=notice, **said))


def test_a_notice_says_from_which_day_it_may_come_down(monday):
    notice = read(monday, PublicNotice, hung(monday))

    assert notice.may_come_down_on == date(2026, 12, 1)
    assert (notice.least_rule, notice.issuer) == ("D16.notice", monday.desk.team.name)


def test_a_notice_about_nothing_kept_stands_for_itself(monday):
    notice = read(monday, PublicNotice, hung(monday))

    assert notice.subject == notice.id


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"text": "联系张师傅13812345678"}, r"private number \(138\*\*\*\*5678\)"),
        ({"text": "身份证371502198001011234"}, "private number"),
        ({"text": " "}, "title and a text"),
        ({"boards": (" ",)}, "where the notice hangs"),
        ({"posted_on": DAY + timedelta(days=1)}, "lies in the future"),
    ],
)
def test_a_notice_that_says_too_little_or_too_much_is_refused(monday, said, why):
    before = monday.kept()

    with pytest.raises(Refusal, match=why):
        hung(monday, **said)

    assert monday.kept() == before


def test_no_party_of_a_gathered_dispute_is_named_in_full(monday):
    topic = monday.topic(monday.logged(names=("张三丰", "李四")))

    with pytest.raises(Refusal, match=r"Write 张\* instead"):
        hung(monday, subject=topic, kind=NoticeKind.AGENDA, text="张三丰反映车位不够。")


def test_a_notice_about_something_that_is_not_here_is_refused(monday):
    with pytest.raises(NotFound):
        hung(monday, subject=monday.logged())


def test_posting_the_owners_decision_meets_its_three_days(monday):
    topic = monday.topic()
    with monday.desk.open_work(monday.desk.person.id) as work:
        start_clock(monday.desk, work, topic, "D11", DAY)
        work.commit()

    hung(monday, subject=topic, kind=NoticeKind.OWNERS_DECISION)

    (clock,) = of(monday, Deadline, topic)
    assert not clock.running()


def test_a_hard_day_knows_no_exception(monday):
    notice = hung(monday, kind=NoticeKind.PROPERTY_CONTRACT)
    on(monday, date(2026, 11, 30))

    with pytest.raises(Refusal, match="from 1 December 2026"):
        _down(monday, notice, reason="急着签")

    on(monday, date(2026, 12, 1))
    _down(monday, notice)
    assert read(monday, PublicNotice, notice).state is NoticeState.TAKEN_DOWN


def test_a_customary_day_may_be_cut_short_with_a_reason(monday):
    notice = hung(monday)
    with pytest.raises(Refusal, match="say why"):
        _down(monday, notice)

    _down(monday, notice, reason="公示栏拆除")

    assert read(monday, PublicNotice, notice).early_reason == "公示栏拆除"


def test_a_notice_comes_down_once(monday):
    notice = hung(monday)
    _down(monday, notice, reason="公示栏拆除")

    with pytest.raises(Refusal, match="moved on"):
        _down(monday, notice, reason="公示栏拆除")


def test_each_objection_has_a_clock_of_its_own(monday):
    topic = monday.topic()
    notice = hung(monday, subject=topic, kind=NoticeKind.AGENDA)
    first = objected(monday, notice)
    on(monday, DAY + timedelta(days=1))
    objected(monday, notice, text="噪声太大")

    answer_objection(monday.desk, AnswerObjection(objection=first, answer="避开消防通道"))

    clocks = of(monday, Deadline, topic)
    assert [one.running() for one in clocks] == [False, True]
    assert [last_day_of(one) for one in clocks] == [date(2026, 11, 26), date(2026, 11, 27)]
    assert read(monday, Objection, first).state is ObjectionState.ANSWERED


def test_an_objection_and_its_answer_say_something(monday):
    notice = hung(monday)
    with pytest.raises(Refusal, match="objected to"):
        objected(monday, notice, text=" ")
    objection = objected(monday, notice)

    with pytest.raises(Refusal, match="answer that was given"):
        answer_objection(monday.desk, AnswerObjection(objection=objection, answer=""))


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), DAY + timedelta(days=1)])
def test_an_objection_lies_between_the_posting_and_today(monday, day):
    notice = hung(monday)

    with pytest.raises(Refusal, match="posted on"):
        objected(monday, notice, raised_on=day)


def _go_on(here, topic, day, reason=""):
    with here.desk.open_work(here.desk.person.id) as work:
        check_notice_over(here.desk, work, topic, NoticeKind.RESULT, day, reason)


def test_a_topic_goes_on_when_its_days_are_over_and_objections_answered(monday):
    topic = Councils(monday).decided()
    with pytest.raises(Refusal, match="not made public"):
        _go_on(monday, topic, DAY)
    objection = objected(monday, hung(monday, subject=topic))
    with pytest.raises(Refusal, match="1 December 2026"):
        _go_on(monday, topic, date(2026, 11, 30))
    with pytest.raises(Refusal, match="waits for its answer"):
        _go_on(monday, topic, date(2026, 12, 1))

    answer_objection(monday.desk, AnswerObjection(objection=objection, answer="已避开"))

    _go_on(monday, topic, date(2026, 12, 1))

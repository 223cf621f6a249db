"""After the decision: days on the board, tasks with proof and money, rating, what came of it."""

from datetime import date
from decimal import Decimal

import pytest

from mediator_desk.records.council import TopicState
from mediator_desk.records.council_doing import Respondents
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import council_doing as doing
from mediator_desk.usecases import council_tasks as tasks
from tests.usecases.councils import Councils


@pytest.fixture
def councils(here):
    return Councils(here)


def test_a_posted_result_waits_for_its_days_on_the_board(councils):
    topic = councils.posted()

    with pytest.raises(Refusal, match="until"):
        doing.carry_out_topic(councils.desk, doing.CarryOut(topic=topic))

    assert councils.file(topic).topic.state is TopicState.RESULT_POSTED


def test_the_days_on_the_board_can_be_cut_short_with_a_reason(councils):
    topic = councils.posted()

    doing.carry_out_topic(councils.desk, doing.CarryOut(topic=topic, reason="汛期抢修"))

    file = councils.file(topic)
    assert file.topic.state is TopicState.EXECUTING
    assert [one.text for one in file.notes] == ["汛期抢修"]


def test_when_its_days_are_over_it_is_carried_out(councils):
    topic = councils.executing()

    clocks = {one.rule: one.running() for one in councils.file(topic).deadlines}
    assert clocks == {"C01": False, "C02": True, "D16.notice": False}


def test_a_task_is_done_with_proof_and_meets_its_own_clock(councils):
    topic = councils.executing()
    more = tasks.AddTask(topic=topic, what="张贴轮值表", who="郝邻居", due_on=date(2026, 12, 31))
    tasks.add_task(councils.desk, more)
    first, second = councils.file(topic).tasks

    with pytest.raises(Refusal, match="what shows"):
        tasks.finish_task(councils.desk, tasks.FinishTask(task=first.id, proof=""))
    tasks.finish_task(councils.desk, tasks.FinishTask(task=first.id, proof="照片"))

    running = {one.id for one in councils.file(topic).deadlines if one.running()}
    assert running == {second.clock}


def test_a_dropped_task_says_why_and_costs_nothing(councils):
    topic = councils.executing()
    (task,) = councils.file(topic).tasks

    tasks.drop_task(councils.desk, tasks.DropTask(task=task.id, reason="居民自行清理"))

    assert doing.money(councils.file(topic).tasks) == (Decimal("0.00"), Decimal("0.00"))
    assert not any(one.running() for one in councils.file(topic).deadlines)


@pytest.mark.parametrize(
    ("said", "why"),
    [({"what": " "}, "what is to be done"), ({"budget": Decimal("1.005")}, "parts of a cent")],
)
def test_a_task_that_cannot_be_is_refused(councils, said, why):
    topic = councils.executing()
    given = {"what": "清运", "who": "物业", "due_on": date(2026, 12, 1)} | said

    with pytest.raises(Refusal, match=why):
        tasks.add_task(councils.desk, tasks.AddTask(topic=topic, **given))


def test_no_task_before_a_decision(councils):
    topic = councils.here.called()
    asked = tasks.AddTask(topic=topic, what="清运", who="物业", due_on=date(2026, 12, 1))

    with pytest.raises(Refusal, match="follow a decision"):
        tasks.add_task(councils.desk, asked)


def test_a_rating_waits_for_every_task(councils):
    topic = councils.executing()
    groups = (doing.Rated(group=Respondents.HOUSEHOLDS, satisfied=3),)

    with pytest.raises(Refusal, match="清理楼道"):
        doing.rate_topic(councils.desk, doing.RateTopic(topic=topic, groups=groups))


@pytest.mark.parametrize("groups", [(), (doing.Rated(group=Respondents.HOUSEHOLDS, satisfied=0),)])
def test_a_rating_by_nobody_is_refused(councils, groups):
    topic = councils.executing()
    councils.finish(topic)

    with pytest.raises(Refusal):
        doing.rate_topic(councils.desk, doing.RateTopic(topic=topic, groups=groups))


def test_the_report_adds_the_money_up_to_the_cent(councils):
    topic = councils.shared()

    (report,) = councils.file(topic).reports
    assert (report.budget, report.spent) == (Decimal("1200.00"), Decimal("1180.50"))
    assert report.households == 60

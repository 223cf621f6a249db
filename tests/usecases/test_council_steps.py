"""The use cases on a topic follow the table of its steps, and nothing else."""

from datetime import timedelta
from uuid import uuid4

import pytest

from mediator_desk.records.council import AgendaTopic, DecisionBody, TopicState
from mediator_desk.records.council_doing import Respondents
from mediator_desk.records.council_meeting import MeetingResult
from mediator_desk.records.people import Role
from mediator_desk.rules.transitions import TOPIC_STEPS
from mediator_desk.usecases import council_doing as doing
from mediator_desk.usecases import council_fate as fate
from mediator_desk.usecases import council_meetings as meetings
from mediator_desk.usecases import council_screening as screening
from mediator_desk.usecases.council import (
    ChangeTopic,
    GatherDisputes,
    change_topic,
    gather_disputes,
)
from mediator_desk.usecases.council_handed_over import hand_over_topics
from mediator_desk.usecases.council_minutes import hold_meeting
from tests.usecases.arrows import REFUSED, expected, seated, tried
from tests.usecases.noticing import made_known

COUNCIL = DecisionBody.COUNCIL


def _early_steps(desk, topic):
    """Screen it, change it, give it up."""
    return {
        "change-topic": lambda: change_topic(desk, ChangeTopic(topic=topic, title="改名")),
        "screen-topic": lambda: screening.screen_topic(
            desk, screening.ScreenTopic(topic=topic, opinion="可议", decision_body=COUNCIL)
        ),
        "screen-topic: refused": lambda: screening.screen_topic(
            desk,
            screening.ScreenTopic(
                topic=topic, opinion="不归我们", decision_body=COUNCIL, ours=False
            ),
        ),
        "withdraw-topic": lambda: screening.withdraw_topic(
            desk, screening.WithdrawTopic(topic=topic, reason="提案人撤回")
        ),
    }


def _meeting_steps(here, topic, meeting):
    """Call, announce, call off, hold."""
    desk = here.desk

    def meet(result):
        return lambda: hold_meeting(desk, here.minutes(topic, result=result))

    return {
        "call-meeting": lambda: meetings.call_meeting(
            desk,
            meetings.CallMeeting(topics=(topic,), planned_at=desk.now() + timedelta(days=4)),
        ),
        "post-agenda": lambda: meetings.post_agenda(
            desk, meetings.PostAgenda(meeting=meeting, where="公示栏")
        ),
        "call-off-meeting": lambda: meetings.call_off_meeting(
            desk, meetings.CallOffMeeting(meeting=meeting, reason="停电")
        ),
        **{f"hold-meeting: {one.value}": meet(one) for one in MeetingResult},
    }


BODIES = {
    TopicState.TO_OWNER_VOTE: DecisionBody.OWNERS_COMMITTEE,
    TopicState.TO_WHISTLE: DecisionBody.DEPARTMENT,
}


def _later_steps(seat, topic, state):
    """Record what others decided, post, carry out, rate, share, take up again."""

    desk, decider = seat.desk, BODIES.get(state, DecisionBody.RESIDENTS)

    def decide(*, passed):
        asked = fate.RecordDecision(
            topic=topic, body=decider, passed=passed, words="居民会议表决",
            due=60, present=40, agreeing=30,
        )  # fmt: skip
        return lambda: fate.record_decision(desk, asked)

    rated = doing.Rated(group=Respondents.HOUSEHOLDS, satisfied=9)
    return {
        "others-decided: passed": decide(passed=True),
        "others-decided: not_passed": decide(passed=False),
        "post-result": lambda: doing.post_result(
            desk, doing.PostResult(topic=topic, where="公示栏")
        ),
        "carry-out-topic": lambda: doing.carry_out_topic(
            desk, doing.CarryOut(topic=topic, reason="汛期抢修")
        ),
        "rate-topic": lambda: doing.rate_topic(desk, doing.RateTopic(topic=topic, groups=(rated,))),
        "share-topic": lambda: doing.share_topic(
            desk, doing.ShareTopic(topic=topic, report="楼道清爽了")
        ),
        "gather-disputes": lambda: gather_disputes(
            desk, GatherDisputes(topic=topic, disputes=(seat.logged(),))
        ),
        "reopen-topic": lambda: fate.reopen_topic(
            desk, fate.ReopenTopic(topic=topic, reason="又有人反映")
        ),
    }


def _steps(here, topic, meeting, state):
    return {
        **_early_steps(here.desk, topic),
        **_meeting_steps(here, topic, meeting),
        **_later_steps(here, topic, state),
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(TopicState))
def test_the_use_cases_on_a_topic_follow_the_table_for_every_role(here, state, role):
    seat = seated(here, role)
    fresh, walked = None, {}
    for name in _steps(seat, uuid4(), uuid4(), state):
        topic, meeting = fresh = fresh or _called(here, state)
        walked[name] = tried(
            _steps(seat, topic, meeting, state)[name],
            lambda topic=topic: here.desk.queries.topic_file(topic).topic.state,
        )
        if isinstance(walked[name], TopicState):
            # It moved; the next step is tried on another one.
            fresh = None

    assert walked == {name: expected(TOPIC_STEPS, name, state, role) for name in walked}
    assert set(walked) == {step.usecase for step in TOPIC_STEPS if not step.of_itself}


@pytest.mark.parametrize("state", list(TopicState))
@pytest.mark.parametrize(
    ("to", "body", "item"),
    [
        ("to_owners", DecisionBody.OWNERS, 8),
        ("to_owners", DecisionBody.ALL_CONCERNED, 0),
        ("to_residents", DecisionBody.RESIDENTS, 0),
        ("to_whistle", DecisionBody.DEPARTMENT, 0),
    ],
)
def test_what_the_council_cannot_have_decided_is_handed_on(here, state, to, body, item):
    topic, _meeting = _called(here, state)
    here.change(AgendaTopic, topic, decision_body=body, law_item=item)

    hand_over_topics(here.desk)

    reached = expected(TOPIC_STEPS, f"hand-over: {to}", state, Role.TEAM_LEAD)
    now = here.desk.queries.topic_file(topic).topic.state
    assert now is (state if reached == REFUSED else reached)


def _called(here, state):
    """Call a topic to a meeting and put it into a state."""
    topic = here.called()
    meeting = here.desk.queries.topic_file(topic).meetings[-1].id
    made_known(here, AgendaTopic, topic)
    here.change(AgendaTopic, topic, state=state)
    return topic, meeting

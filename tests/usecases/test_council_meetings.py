"""Meetings of the council: called in time, attendance by member, minutes that always add up."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediator_desk.records.council import DecisionBody, TopicState
from mediator_desk.records.council_meeting import MeetingResult, MeetingState, Presence, VoteMethod
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import council_meetings as meetings
from mediator_desk.usecases.council_members import ChangeCouncilMember, change_council_member
from mediator_desk.usecases.council_minutes import (
    CorrectMinutes,
    Said,
    correct_minutes,
    hold_meeting,
)
from tests.usecases.councils import Councils


def _state(here, topic):
    return here.desk.queries.topic_file(topic).topic.state


def test_one_meeting_takes_several_topics_in_order(here):
    first, second = here.screened(), here.screened()

    meeting = Councils(here).call(first, second)

    file = here.desk.queries.meeting_file(meeting)
    assert file.meeting.number == "古城会-2026-1"
    assert [one.topic for one in file.items] == [first, second]
    assert _state(here, second) is TopicState.ON_AGENDA


def test_one_more_topic_joins_the_agenda(here):
    meeting = Councils(here).call(here.screened())
    more = here.screened()

    meetings.add_to_agenda(here.desk, meetings.AddToAgenda(meeting=meeting, topic=more))

    assert [one.place for one in here.desk.queries.meeting_file(meeting).items] == [1, 2]


def test_a_topic_called_again_leaves_the_agenda_it_waited_on(here):
    topic = here.screened()
    councils = Councils(here)
    first = councils.call(topic)

    second = councils.call(topic)

    assert here.desk.queries.meeting_file(first).items == ()
    assert [one.topic for one in here.desk.queries.meeting_file(second).items] == [topic]


def test_short_notice_needs_a_reason(here):
    topic, councils = here.screened(), Councils(here)
    tomorrow = here.desk.now() + timedelta(days=1)

    with pytest.raises(Refusal, match="told 2 days before"):
        councils.call(topic, planned_at=tomorrow)
    meeting = councils.call(topic, planned_at=tomorrow, short_notice="水管爆裂，急议")

    assert here.desk.queries.meeting_file(meeting).meeting.short_notice == "水管爆裂，急议"


def test_a_meeting_without_a_topic_is_refused(here):
    with pytest.raises(Refusal, match="at least one topic"):
        Councils(here).call()


def test_an_announced_meeting_announces_its_topics(here):
    topic = here.screened()
    meeting = Councils(here).call(topic)

    meetings.post_agenda(here.desk, meetings.PostAgenda(meeting=meeting, where="公示栏"))

    assert _state(here, topic) is TopicState.NOTICE_POSTED


def test_a_meeting_called_off_leaves_its_topics_to_another(here):
    topic = here.screened()
    meeting = Councils(here).call(topic)

    meetings.call_off_meeting(
        here.desk, meetings.CallOffMeeting(meeting=meeting, reason="社区停电")
    )

    file = here.desk.queries.topic_file(topic)
    assert file.topic.state is TopicState.SCREENED
    assert not any(clock.running() for clock in file.deadlines)
    assert here.desk.queries.meeting_file(meeting).meeting.state is MeetingState.CALLED_OFF


def test_heads_come_from_the_attendance(here):
    councils = Councils(here)
    members, topic = councils.seated(), here.screened()
    meeting = councils.call(topic)
    councils.attend(meeting, members, 14)

    hold_meeting(here.desk, councils.minutes(topic))

    (item,) = here.desk.queries.topic_file(topic).items
    assert (item.due, item.present, item.voting) == (21, 14, 14)
    assert here.desk.queries.meeting_file(meeting).meeting.state is MeetingState.HELD


def test_heads_marked_afterwards_still_have_to_carry_the_decision(here):
    councils = Councils(here)
    members, topic = councils.seated(), here.screened()
    meeting = councils.call(topic)
    councils.attend(meeting, members, 14)
    minutes = councils.minutes(topic, votes=(0, 0, 0), method=VoteMethod.CONSENSUS)
    hold_meeting(here.desk, minutes)

    with pytest.raises(Refusal, match="14 are needed"):
        councils.attend(meeting, members, 13)


def test_members_whose_term_is_over_are_not_due(here):
    councils = Councils(here)
    members = councils.seated(5)
    yesterday = here.desk.now().date() - timedelta(days=1)
    change_council_member(here.desk, ChangeCouncilMember(member=members[0], until=yesterday))

    meeting = councils.call(here.screened())

    assert len(here.desk.queries.meeting_file(meeting).members) == 4


def test_the_attendance_is_marked_before_the_minutes(here):
    councils = Councils(here)
    councils.seated()
    topic = here.called()

    with pytest.raises(Refusal, match="Mark first"):
        hold_meeting(here.desk, councils.minutes(topic))


def test_whoever_is_recused_does_not_vote(here):
    councils = Councils(here)
    members, topic = councils.seated(), here.screened()
    councils.attend(councils.call(topic), members, 15)

    hold_meeting(here.desk, councils.minutes(topic, recused=(members[0],)))

    (item,) = here.desk.queries.topic_file(topic).items
    assert (item.present, item.voting, item.votes_for) == (15, 14, 8)


def test_nobody_absent_is_recused(here):
    councils = Councils(here)
    members, topic = councils.seated(), here.screened()
    councils.attend(councils.call(topic), members, 15)

    with pytest.raises(Refusal, match="Only a member who is present"):
        hold_meeting(here.desk, councils.minutes(topic, recused=(members[20],)))


def test_too_few_present_decide_only_with_a_reason(here):
    councils = Councils(here)
    members, topic = councils.seated(), here.screened()
    councils.attend(councils.call(topic), members, 13)
    votes = (9, 4, 0)

    with pytest.raises(Refusal, match="14 are needed"):
        hold_meeting(here.desk, councils.minutes(topic, votes))
    hold_meeting(here.desk, councils.minutes(topic, votes, short_quorum="章程规定过半数"))

    assert _state(here, topic) is TopicState.DECIDED


def test_a_dissent_keeps_the_answer_given_to_it(here):
    topic = here.called()
    said = (
        Said(speaker="张三", words="愿意参加"),
        Said(speaker="李四", words="周末有事", dissents=True, answer="可以换班"),
    )

    hold_meeting(here.desk, here.minutes(topic, speeches=said))

    spoken = here.desk.queries.topic_file(topic).speeches
    assert [(one.speaker, one.dissents, one.answer) for one in spoken] == [
        ("张三", False, ""),
        ("李四", True, "可以换班"),
    ]


def test_a_meeting_meets_its_day_and_each_task_has_a_clock(here):
    topic = Councils(here).decided()

    clocks = here.desk.queries.topic_file(topic).deadlines

    assert {one.rule: one.running() for one in clocks} == {"C01": False, "C02": True}


def test_the_council_cannot_decide_what_the_law_leaves_to_owners(here):
    topic = here.called(body=DecisionBody.UNIT_OWNERS)
    before = here.kept()

    with pytest.raises(Refusal, match="Civil Code 278"):
        hold_meeting(here.desk, here.minutes(topic))

    assert here.kept() == before


def test_half_of_those_present_is_not_more_than_half(here):
    topic = here.called()
    before = here.kept()

    with pytest.raises(Refusal, match="not more than half"):
        hold_meeting(here.desk, here.minutes(topic, votes_for=6, votes_against=5))

    assert here.kept() == before


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"present": 16}, "16 are present"),
        ({"votes_for": 10}, "add up to 13"),
        ({"opinion": " "}, "opinion"),
        ({"chair": " "}, "chaired"),
        ({"speeches": (Said(speaker=" ", words="好"),)}, "who spoke"),
    ],
)
def test_minutes_that_cannot_be_are_refused(here, said, why):
    topic = here.called()
    before = here.kept()

    with pytest.raises(Refusal, match=why):
        hold_meeting(here.desk, here.minutes(topic, **said))

    assert here.kept() == before


def test_corrected_minutes_must_still_carry_the_result(here):
    topic = here.called()
    hold_meeting(here.desk, here.minutes(topic))
    (item,) = here.desk.queries.topic_file(topic).items

    asked = CorrectMinutes(topic=topic, item=item.id, votes_for=6, votes_against=5)
    with pytest.raises(Refusal, match="not more than half"):
        correct_minutes(here.desk, asked)
    correct_minutes(
        here.desk, CorrectMinutes(topic=topic, item=item.id, votes_for=10, votes_against=1)
    )

    assert here.desk.queries.topic_file(topic).items[0].votes_for == 10


EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("attend"), st.integers(0, 8), st.sampled_from(Presence)),
        st.tuples(st.just("votes"), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("recuse"), st.integers(0, 8)),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_minutes_and_attendance_add_up_whatever_order_edits_come_in(here, edits):
    councils = Councils(here)
    members = here.desk.queries.council_members() or councils.seated(9)
    ids = [getattr(one, "id", one) for one in members]
    topic = here.screened()
    meeting = councils.call(topic)
    councils.attend(meeting, ids, 9)
    kept = MeetingResult.ADJOURNED
    hold_meeting(here.desk, councils.minutes(topic, (5, 3, 1), result=kept))
    (item,) = here.desk.queries.topic_file(topic).items

    for edit in edits:
        try:
            _edit(here, meeting, topic, item.id, ids, edit)
        except Refusal:
            continue

    (item,) = here.desk.queries.topic_file(topic).items
    came = [one.presence for one in here.desk.queries.meeting_file(meeting).attendance].count(
        Presence.PRESENT
    )
    assert item.method is VoteMethod.HANDS
    assert item.present == came
    assert item.votes_for + item.votes_against + item.votes_abstain == item.voting


def _edit(here, meeting, topic, item, members, edit):
    """Carry one edit out; it may be refused."""
    match edit:
        case ("attend", place, presence):
            mark = meetings.Mark(member=members[place], presence=presence)
            asked = meetings.MarkAttendance(meeting=meeting, marks=(mark,))
            meetings.mark_attendance(here.desk, asked)
        case ("votes", agree, against, abstain):
            correct_minutes(
                here.desk,
                CorrectMinutes(
                    topic=topic, item=item, votes_for=agree, votes_against=against,
                    votes_abstain=abstain,
                ),
            )  # fmt: skip
        case ("recuse", place):
            recused = (members[place],)
            correct_minutes(here.desk, CorrectMinutes(topic=topic, item=item, recused=recused))

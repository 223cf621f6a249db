"""A result is made known in one way: the notice hangs, and its subject moves on with it."""

from datetime import date

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.council import TopicState
from mediator_desk.records.owners_vote import VoteState, VotingUnit
from mediator_desk.records.public_notice import NoticeKind, PublicNotice
from mediator_desk.refusals import Refusal
from mediator_desk.usecases import council_doing as doing
from mediator_desk.usecases import council_meetings as meetings
from mediator_desk.usecases.owners_votes import counting
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.public_notices import AnswerObjection, answer_objection
from tests.usecases.councils import Councils
from tests.usecases.noticing import hung, objected, of
from tests.usecases.votes import saying, votes_at


@pytest.fixture
def councils(here):
    return Councils(here)


@pytest.fixture
def votes(here):
    return votes_at(here)


def _notice(here, subject):
    (notice,) = of(here, PublicNotice, subject)
    return notice


def test_posting_a_result_hangs_its_notice_with_the_decision_and_the_days(here, councils):
    topic = councils.decided(resolution="每月第一个周六清理")

    doing.post_result(here.desk, doing.PostResult(topic=topic, where="东门\n西门"))

    notice = _notice(here, topic)
    assert (notice.kind, notice.boards) == (NoticeKind.RESULT, ("东门", "西门"))
    assert "赞成 9 票，反对 2 票，弃权 1 票" in notice.text
    assert "每月第一个周六清理" in notice.text
    assert "公示期：" in notice.text


def test_a_notice_of_the_result_leads_its_topic_on_and_a_second_board_does_not(here, councils):
    topic = councils.decided()

    hung(here, subject=topic)
    hung(here, subject=topic)

    file = councils.file(topic)
    assert file.topic.state is TopicState.RESULT_POSTED
    assert [one.rule for one in file.deadlines].count("D16.notice") == 1


def test_no_result_hangs_before_there_is_a_decision(here):
    topic = here.topic()

    with pytest.raises(Refusal, match="moved on"):
        hung(here, subject=topic)

    assert of(here, PublicNotice, topic) == ()


def test_the_proposed_text_names_no_party_in_full(here, councils):
    topic = councils.decided(here.logged(names=("张三丰", "李四")), resolution="由张三丰拆除地锁")

    doing.post_result(here.desk, doing.PostResult(topic=topic, where="公示栏"))

    assert "由张*拆除地锁" in _notice(here, topic).text


def test_a_topic_waits_for_the_answer_to_an_objection_unless_a_reason_is_given(here, councils):
    topic = councils.posted()
    objection = objected(here, _notice(here, topic).id)
    here.at.clock.go(days=8)

    with pytest.raises(Refusal, match="waits for its answer"):
        doing.carry_out_topic(here.desk, doing.CarryOut(topic=topic))
    answer_objection(here.desk, AnswerObjection(objection=objection, answer="已改方案"))
    doing.carry_out_topic(here.desk, doing.CarryOut(topic=topic))

    assert councils.file(topic).topic.state is TopicState.EXECUTING


def test_posting_the_count_hangs_the_owners_decision_and_meets_its_three_days(here, votes):
    vote = votes.counted(saying(9))

    counting.post_vote(here.desk, counting.PostVote(vote=vote, where="单元公示栏"))

    notice = _notice(here, vote)
    assert notice.kind is NoticeKind.OWNERS_DECISION
    assert "同意" in notice.text
    assert "业主101" not in notice.text
    assert {one.rule for one in votes.file(vote).deadlines if one.running()} == {"D15"}


def test_a_notice_of_the_owners_decision_posts_the_vote(here, votes):
    vote = votes.counted(saying(9))

    hung(here, subject=vote, kind=NoticeKind.OWNERS_DECISION)

    assert votes.file(vote).vote.state is VoteState.POSTED


def test_no_owner_is_named_in_full_on_a_board(here, votes):
    vote = votes.counted(saying(9))
    unit = votes.file(vote).units[0]
    here.change(VotingUnit, unit.id, owner="欧阳建国", co_owners=("欧阳小红",))

    for name in ("欧阳建国", "欧阳小红"):
        with pytest.raises(Refusal, match=r"names a party in full"):
            counting.post_vote(
                here.desk,
                counting.PostVote(vote=vote, where="单元门", text=f"{name}同意。"),
            )

    assert votes.file(vote).vote.state is VoteState.COUNTED


def test_a_vote_takes_effect_when_every_objection_is_answered(here, votes):
    vote = votes.counted(saying(9))
    counting.post_vote(here.desk, counting.PostVote(vote=vote, where="单元公示栏"))
    objected(here, _notice(here, vote).id)

    with pytest.raises(Refusal, match="waits for its answer"):
        counting.finish_vote(here.desk, counting.FinishVote(vote=vote))
    counting.finish_vote(here.desk, counting.FinishVote(vote=vote, reason="异议人已撤回"))

    file = votes.file(vote)
    assert file.vote.state is VoteState.EFFECTIVE
    assert [one.text for one in file.notes] == ["异议人已撤回"]


def test_announcing_a_meeting_hangs_its_notice_with_the_agenda(here):
    topic = here.called(title="楼道堆物清理")
    meeting = here.desk.queries.topic_file(topic).meetings[-1].id

    meetings.post_agenda(here.desk, meetings.PostAgenda(meeting=meeting, where="公示栏"))

    notice = _notice(here, meeting)
    assert notice.kind is NoticeKind.MEETING
    assert "1．楼道堆物清理" in notice.text


def test_the_days_of_a_result_are_the_days_of_its_clock(here, councils):
    topic = councils.posted()

    (clock,) = [one for one in councils.file(topic).deadlines if one.rule == "D16.notice"]
    first = _notice(here, topic).may_come_down_on

    assert isinstance(first, date)
    assert clock.due_at.astimezone(here.desk.now().tzinfo).date() in (first,)


def test_a_notice_prints_as_it_hangs_and_names_no_private_number(here, councils, tmp_path):
    topic = councils.posted()
    notice = _notice(here, topic)
    objection = objected(here, notice.id, text="找我谈13812345678", who="孙某某")
    answer_objection(here.desk, AnswerObjection(objection=objection, answer="已当面解释"))

    asked = PrintPapers(numbers=(notice.number,), paper=PaperName.PUBLIC_NOTICE)
    text = "".join(text_of(print_papers(here.desk, asked, tmp_path / "fonts").pdf).split())

    assert "公示起" in text
    assert "决议公开" in text or "公示类型" in text
    assert "已当面解释" in text
    assert "13812345678" not in text
    assert "孙某某" not in text


def test_a_topic_shows_its_notices_with_those_of_its_meetings(here, councils):
    topic = here.called()
    meeting = councils.file(topic).meetings[-1].id
    meetings.post_agenda(here.desk, meetings.PostAgenda(meeting=meeting, where="公示栏"))

    assert [one.kind for one in councils.file(topic).notices] == [NoticeKind.MEETING]

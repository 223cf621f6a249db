"""The use cases on an owners' vote follow the table of its steps, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from mediator_desk.records.owners_vote import (
    BallotChannel,
    Choice,
    Delivery,
    OwnersVote,
    VoteForm,
    VoteState,
)
from mediator_desk.records.people import Role
from mediator_desk.refusals import NotAllowed, Refusal
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import may
from mediator_desk.rules.transitions import VOTE_STEPS, after
from mediator_desk.usecases.catalogue import USECASES
from mediator_desk.usecases.owners_votes import calling, counting, entering, rosters
from tests.usecases.noticing import made_known
from tests.usecases.votes import votes_at


@pytest.fixture
def votes(here):
    """Sit two people down to count."""
    return votes_at(here)


def _requests(votes, vote):
    """Write each step's request so that nothing but the state can refuse it."""
    file = votes.file(vote)
    unit = file.units[0]
    today = local_day(votes.desk.now())
    return {
        "change-vote": calling.ChangeVote(vote=vote, title="改名"),
        "change-unit": rosters.ChangeUnit(unit=unit.id, agent="代理人"),
        "notice-vote": calling.NoticeVote(
            vote=vote, committee_told_on=date(2026, 1, 1), noticed_on=date(2026, 1, 1)
        ),
        "deliver-ballots": rosters.DeliverBallots(vote=vote, how=Delivery.BY_POST),
        "reissue-ballot": rosters.ReissueBallot(unit=unit.id, reason="遗失"),
        "open-vote": entering.OpenVote(vote=vote),
        "enter-ballots": entering.EnterBallots(
            vote=vote,
            round=1,
            ballots=(
                entering.Cast(ballot="602", choice=Choice.AGREE, channel=BallotChannel.ONLINE),
            ),
        ),
        "close-vote": entering.CloseVote(vote=vote, reason="提前"),
        "count-vote": counting.CountVote(vote=vote),
        "post-vote": counting.PostVote(vote=vote, where="公示栏", on=today),
        "finish-vote": counting.FinishVote(vote=vote),
        "void-vote": counting.VoidVote(vote=vote, reason="程序有误"),
        # Last, for it puts the units of the others aside.
        "take-roster": votes.roster(vote),
    }


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("state", list(VoteState))
def test_the_use_cases_on_a_vote_follow_the_table_for_every_role(votes, state, role):
    vote = votes.opened(form=VoteForm.ONLINE_AND_PAPER)
    votes.returned(vote, {"101": Choice.AGREE})
    desk = replace(votes.desk, person=replace(votes.desk.person, role=role))
    made_known(votes.here, OwnersVote, vote)
    walked, expected = {}, {}

    for name, asked in _requests(votes, vote).items():
        votes.state(vote, state=state)
        expected[name] = _reached(name, state) if may(role, name) else "not allowed"
        try:
            USECASES[name].run(desk, asked)
            walked[name] = votes.file(vote).vote.state
        except NotAllowed:
            walked[name] = "not allowed"
        except Refusal:
            walked[name] = None

    assert walked == expected


def _reached(name, state):
    try:
        return after(VOTE_STEPS, name, state)
    except Refusal:
        return None

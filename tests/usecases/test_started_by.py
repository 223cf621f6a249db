"""Every limit that a use case is said to start is really started by it."""

from datetime import date

import pytest

from db.books import carried_texts
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.records.confirmation import ConfirmationState
from mediator_desk.records.follow_up import Deadline
from mediator_desk.rules.limits import read_limits
from mediator_desk.usecases import close_dispute as closing
from mediator_desk.usecases import confirm_agreement as confirming
from mediator_desk.usecases.council_tasks import AddTask, add_task
from mediator_desk.usecases.owners_votes.counting import PostVote, post_vote
from mediator_desk.usecases.urge_performance import UrgePerformance, urge_performance
from tests.usecases.councils import Councils
from tests.usecases.noticing import objected_to
from tests.usecases.performing import MARKED, offered, promised
from tests.usecases.revenues import Revenues
from tests.usecases.votes import saying, votes_at

LIMITS = tuple(
    limit
    for name in ("deadlines", "whistle_kinds")
    for limit in read_limits(carried_texts()[f"rule_sets/{name}"]).limits
)
STARTED = sorted({(one.id, by) for one in LIMITS for by in one.started_by})


def reopened(here, _limit):
    dispute = here.closed()
    asked = closing.ReopenDispute(dispute=dispute, reason="申请人要求继续调解")
    closing.reopen_dispute(here.desk, asked)
    return dispute


def signed(here, limit):
    if limit == "D04":
        return promised(here, marked=None)
    marks = {"parties_marked_on": MARKED, "mediator_signed_on": MARKED, "sealed_on": MARKED}
    return here.agreed(form=AgreementForm.WRITTEN, **marks)


def applied(here, _limit):
    dispute = offered(here)
    apply(here, dispute)
    return dispute


def apply(here, dispute):
    confirmation = here.file(dispute).confirmations[0].id
    asked = confirming.ApplyConfirmation(
        confirmation=confirmation,
        signed_by=tuple(one.id for one in here.file(dispute).parties),
        applied_on=MARKED,
    )
    confirming.apply_confirmation(here.desk, asked)
    return confirmation


def answered(here, _limit):
    dispute = offered(here)
    asked = confirming.AnswerConfirmation(
        confirmation=apply(here, dispute), result=ConfirmationState.ACCEPTED
    )
    confirming.answer_confirmation(here.desk, asked)
    return dispute


def urged(here, _limit):
    dispute = promised(here)
    asked = UrgePerformance(
        obligation=here.file(dispute).obligations[0].id,
        words="答应月底前付清",
        next_on=date(2026, 12, 1),
    )
    urge_performance(here.desk, asked)
    return dispute


def dispatched(here, limit):
    kind = "hard" if limit.endswith(".hard") else "daily"
    return here.dispatched(kind=kind)


def tasked(here, _limit):
    topic = Councils(here).executing()
    more = AddTask(topic=topic, what="张贴轮值表", who="楼长", due_on=date(2026, 12, 31))
    add_task(here.desk, more)
    return topic


def visited(here, _limit):
    dispute = here.agreed()
    asked = closing.PayFollowUp(
        dispute=dispute, situation="尚未履行", performed=False, next_on=date(2026, 12, 31)
    )
    closing.pay_follow_up(here.desk, asked)
    return dispute


def posted(here, _limit):
    vote = votes_at(here).counted(saying(9))
    post_vote(here.desk, PostVote(vote=vote, where="单元门口"))
    return vote


def blown(here, _limit):
    return here.whistle(kind="emergency")


PLAYS = {
    "accept-dispute": lambda here, _limit: here.accepted(),
    "reopen-dispute": reopened,
    "sign-agreement": signed,
    "mark-agreement": lambda here, _limit: promised(here),
    "apply-confirmation": applied,
    "answer-confirmation": answered,
    "urge-performance": urged,
    "follow-up": visited,
    "call-vote": lambda here, _limit: votes_at(here).called(),
    "count-vote": lambda here, _limit: votes_at(here).counted(saying(9)),
    "post-vote": posted,
    "dispatch-whistle": dispatched,
    "blow-whistle": blown,
    "call-meeting": lambda here, _limit: here.called(),
    "hold-meeting": lambda here, _limit: Councils(here).decided(),
    "add-task": tasked,
    "post-result": lambda here, _limit: Councils(here).posted(),
    "raise-objection": objected_to,
    "open-revenue": lambda here, _limit: Revenues(here).opened(),
    "post-revenue-account": lambda here, _limit: Revenues(here).posted(),
}
"""How each event is brought about; whoever names a new one in the file of limits adds it here."""


@pytest.mark.parametrize(("limit", "by"), STARTED)
def test_a_limit_is_started_by_the_use_case_it_names(here, limit, by):
    subject = PLAYS[by](here, limit)

    with here.desk.open_work(here.desk.person.id) as work:
        started = {one.rule for one in work.of(Deadline, subject)}
    assert limit in started

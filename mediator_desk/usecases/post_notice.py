"""Post a public notice; what it is about moves on together with it."""

from mediator_desk.ports import Desk, Work
from mediator_desk.records.convention import Convention
from mediator_desk.records.council import AgendaTopic, TopicState
from mediator_desk.records.council_meeting import Meeting
from mediator_desk.records.owners_vote import OwnersVote, VoteState
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.records.revenue import RevenueAccount
from mediator_desk.refusals import NotFound
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.council_doing import result_posted
from mediator_desk.usecases.council_meetings import agenda_posted
from mediator_desk.usecases.hanging import Subject, names_behind, subject_of
from mediator_desk.usecases.owners_votes.counting import vote_posted
from mediator_desk.usecases.public_notices import PostNotice, hang_notice
from mediator_desk.words import N_

_POSTED = (
    TopicState.RESULT_POSTED,
    TopicState.EXECUTING,
    TopicState.EVALUATED,
    TopicState.SHARED,
)


def post_notice(desk: Desk, asked: PostNotice) -> Changes:
    """Keep that a notice hangs; the clocks it meets stop, and its days begin to count.

    The result of a topic, the owners' decision and the notice of a meeting are posted by it.
    """
    with desk.work("post-notice") as work:
        if asked.subject is None:
            hang_notice(desk, work, asked)
            return work.commit()
        subject = subject_of(work, asked.subject)
        if subject is None:
            raise NotFound(
                N_("What the notice is about is not here. Choose it again from the list.")
            )
        hang_notice(desk, work, asked, names_behind(desk, work, subject))
        _move_on(desk, work, subject, asked)
        return work.commit()


def _move_on(
    desk: Desk, work: Work, subject: Subject | RevenueAccount | Convention, asked: PostNotice
) -> None:
    """Lead the subject on, unless it was posted before and this is one more board."""
    on, where = asked.posted_on or local_day(desk.now()), "\n".join(asked.boards)
    match asked.kind, subject:
        case NoticeKind.RESULT, AgendaTopic() if subject.state not in _POSTED:
            permit(desk.person.role, "post-result")
            result_posted(desk, work, subject.id, on, where)
        case NoticeKind.OWNERS_DECISION, OwnersVote() if subject.state not in (
            VoteState.POSTED,
            VoteState.EFFECTIVE,
        ):
            permit(desk.person.role, "post-vote")
            vote_posted(desk, work, subject.id, on, where)
        case NoticeKind.MEETING, Meeting() if subject.posted_on is None:
            permit(desk.person.role, "post-agenda")
            agenda_posted(work, subject.id, on, where)
        case _:
            pass

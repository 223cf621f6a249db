"""What waits to be made known: decided topics and counted votes, each with its proposed words."""

from dataclasses import dataclass
from uuid import UUID

from mediator_desk.ports import Desk
from mediator_desk.records.council import TopicState
from mediator_desk.records.owners_vote import VoteState
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rules.durations import local_day
from mediator_desk.usecases.notice_words import Proposed, decision_words, result_words

_DECIDED = (TopicState.DECIDED, TopicState.OTHERS_DECIDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOffer:
    """One subject that a notice may be about, its kind and the words it begins with."""

    subject: UUID
    named: str
    kind: NoticeKind
    words: Proposed


def notice_offers(desk: Desk) -> tuple[NoticeOffer, ...]:
    """Offer every topic and vote whose result hangs nowhere yet, the newest first."""
    topics = [row.id for row in desk.queries.topics() if row.state in _DECIDED]
    votes = [row.id for row in desk.queries.votes() if row.state is VoteState.COUNTED]
    return (*(_of_topic(desk, one) for one in topics), *(_of_vote(desk, one) for one in votes))


def _of_topic(desk: Desk, id: UUID) -> NoticeOffer:
    file, today = desk.queries.topic_file(id), local_day(desk.now())
    names = tuple(name for row in file.disputes for name in row.parties)
    return NoticeOffer(
        subject=id,
        named=f"{file.topic.number} {file.topic.title}",
        kind=NoticeKind.RESULT,
        words=result_words(desk.books, file.topic, file.items, file.decisions, names, today),
    )


def _of_vote(desk: Desk, id: UUID) -> NoticeOffer:
    file, today = desk.queries.vote_file(id), local_day(desk.now())
    return NoticeOffer(
        subject=id,
        named=f"{file.vote.number} {file.vote.title}",
        kind=NoticeKind.OWNERS_DECISION,
        words=decision_words(desk.books, file.vote, file.units, today),
    )

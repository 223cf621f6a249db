"""Hang the notice of a topic, a vote or a meeting in the piece of work that moves it on."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.convention import Convention
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.council_fate import OthersDecision
from mediator_desk.records.council_meeting import AgendaItem, Meeting
from mediator_desk.records.owners_vote import OwnersVote, VotingUnit
from mediator_desk.records.people import Party
from mediator_desk.records.public_notice import NoticeKind, PublicNotice
from mediator_desk.records.revenue import RevenueAccount
from mediator_desk.usecases.notice_words import (
    Proposed,
    decision_words,
    meeting_words,
    owners_of,
    result_words,
)
from mediator_desk.usecases.public_notices import PostNotice, hang_notice

Subject = AgendaTopic | OwnersVote | Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """Where and since when a notice hangs; a title or text left empty is the proposed one."""

    where: str
    on: date
    title: str = ""
    text: str = ""


def hang(desk: Desk, work: Work, subject: Subject, hung: Hung) -> PublicNotice:
    """Hang the notice that belongs to a subject, naming nobody. Raises ``Refusal``."""
    names = names_behind(desk, work, subject)
    kind, proposed = _proposed(desk, work, subject, names, hung.on)
    asked = PostNotice(
        kind=kind,
        title=hung.title.strip() or proposed.title,
        text=hung.text.strip() or proposed.text,
        boards=tuple(hung.where.splitlines()),
        subject=subject.id,
        posted_on=hung.on,
    )
    return hang_notice(desk, work, asked, names)


def subject_of(work: Work, id: UUID) -> Subject | RevenueAccount | Convention | None:
    """Find what a notice may be about."""
    return (
        work.find(AgendaTopic, id)
        or work.find(OwnersVote, id)
        or work.find(Meeting, id)
        or work.find(RevenueAccount, id)
        or work.find(Convention, id)
    )


def names_behind(
    desk: Desk, work: Work, subject: Subject | RevenueAccount | Convention
) -> tuple[str, ...]:
    """Name everybody whose full name must not stand on a board."""
    if isinstance(subject, RevenueAccount | Convention):
        return ()
    if isinstance(subject, OwnersVote):
        owners = owners_of(work.of(VotingUnit, subject.id))
        return owners if subject.topic is None else (*owners, *_parties(desk, work, subject.topic))
    if isinstance(subject, Meeting):
        topics = desk.queries.meeting_file(subject.id).topics
        return tuple(name for one in topics for name in _parties(desk, work, one.id))
    return _parties(desk, work, subject.id)


def _parties(desk: Desk, work: Work, topic: UUID) -> tuple[str, ...]:
    """Name the parties of the disputes gathered into a topic."""
    disputes = desk.queries.topic_file(topic).disputes
    return tuple(party.name for row in disputes for party in work.of(Party, row.id))


def _proposed(
    desk: Desk, work: Work, subject: Subject, names: tuple[str, ...], on: date
) -> tuple[NoticeKind, Proposed]:
    """Say which kind of notice belongs to a subject, and what it is proposed to say."""
    books = desk.books
    if isinstance(subject, OwnersVote):
        units = work.of(VotingUnit, subject.id)
        return NoticeKind.OWNERS_DECISION, decision_words(books, subject, units, on)
    if isinstance(subject, Meeting):
        topics = desk.queries.meeting_file(subject.id).topics
        return NoticeKind.MEETING, meeting_words(subject, topics, names)
    items = work.of(AgendaItem, subject.id)
    decisions = work.of(OthersDecision, subject.id)
    return NoticeKind.RESULT, result_words(books, subject, items, decisions, names, on)

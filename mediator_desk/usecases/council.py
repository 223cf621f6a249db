"""Raising a topic for the residents' council, and the disputes that are gathered into it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from mediator_desk.ports import Desk, Work
from mediator_desk.records.council import (
    AgendaTopic,
    DecisionBody,
    TopicSource,
)
from mediator_desk.records.dispute import Dispute, Route, Stage
from mediator_desk.records.follow_up import NoteKind
from mediator_desk.records.ids import TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.rows import Changes
from mediator_desk.rules.durations import local_day
from mediator_desk.rules.endings import settled_by
from mediator_desk.rules.transitions import DISPUTE_STEPS, TOPIC_STEPS, after, back
from mediator_desk.usecases.close_dispute import AddNote, write_note
from mediator_desk.usecases.endings import end_dispute
from mediator_desk.usecases.gathering import release_dispute
from mediator_desk.usecases.log_dispute import check_division, check_households
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseTopic:
    """Something for the council; ``disputes`` are gathered into it and follow its fate."""

    title: str
    content: str
    source: TopicSource = TopicSource.PROPOSAL
    proposer: str = ""
    division: str = ""
    place: str = ""
    households: int = 0
    stakeholders: str = ""
    suggestion: str = ""
    decision_body: DecisionBody = DecisionBody.COUNCIL
    law_item: int = 0
    disputes: tuple[UUID, ...] = ()
    proposed_on: date | None = None
    planned_on: date | None = None


def raise_topic(desk: Desk, asked: RaiseTopic) -> Changes:
    """Register a topic and gather the disputes that belong to it."""
    with desk.work("raise-topic") as work:
        if not asked.title.strip() or not asked.content.strip():
            raise Refusal(N_("Give the topic a name and say what it is about."))
        division = asked.division or desk.team.division
        check_division(desk, work, division)
        check_households(asked.households)
        year = local_day(desk.now()).year
        topic = work.add(
            AgendaTopic(
                id=TopicId(desk.new_id()),
                team=desk.team.id,
                number=council_number(desk, "议", year, work.next_number(f"topic/{year}")),
                title=asked.title.strip(),
                source=TopicSource.DISPUTES if asked.disputes else asked.source,
                proposer=asked.proposer.strip() or desk.person.name,
                proposed_on=asked.proposed_on or local_day(desk.now()),
                division=division,
                place=asked.place.strip(),
                households=asked.households,
                stakeholders=asked.stakeholders.strip(),
                content=asked.content.strip(),
                suggestion=asked.suggestion.strip(),
                decision_body=asked.decision_body,
                law_item=asked.law_item,
                planned_on=asked.planned_on,
                logged_by=desk.person.id,
            )
        )
        _gather(work, topic, asked.disputes)
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTopic:
    """What is put right about a topic; what is None stays."""

    topic: UUID
    title: str | None = None
    content: str | None = None
    place: str | None = None
    households: int | None = None
    stakeholders: str | None = None
    suggestion: str | None = None


def change_topic(desk: Desk, asked: ChangeTopic) -> Changes:
    """Put the words of a topic right while it has not come to a meeting."""
    with desk.work("change-topic") as work:
        topic = work.get(AgendaTopic, asked.topic)
        state = after(TOPIC_STEPS, "change-topic", topic.state)
        given: dict[str, Any] = {
            name: value.strip() if isinstance(value, str) else value
            for name in ChangeTopic.__dataclass_fields__
            if name != "topic" and (value := getattr(asked, name)) is not None
        }
        if not all(given.get(name, "kept") for name in ("title", "content")):
            raise Refusal(N_("Give the topic a name and say what it is about."))
        check_households(asked.households or 0)
        work.put(replace(topic, state=state, **given))
        return work.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class GatherDisputes:
    """More disputes for a topic that is already registered."""

    topic: UUID
    disputes: tuple[UUID, ...]


def gather_disputes(desk: Desk, asked: GatherDisputes) -> Changes:
    """Gather disputes into a topic; each keeps its own parties."""
    with desk.work("gather-disputes") as work:
        _gather(work, work.get(AgendaTopic, asked.topic), asked.disputes)
        return work.commit()


def _gather(work: Work, topic: AgendaTopic, disputes: tuple[UUID, ...]) -> None:
    """Hang disputes under a topic."""
    if disputes:
        after(TOPIC_STEPS, "gather-disputes", topic.state)
    for id in disputes:
        dispute = work.get(Dispute, id)
        work.put(
            replace(
                dispute,
                stage=after(DISPUTE_STEPS, "gather-disputes", dispute.stage),
                agenda_topic=topic.id,
                route=Route.COUNCIL,
            )
        )


def give_back(desk: Desk, work: Work, topic: AgendaTopic, words: str, *, closed: bool) -> None:
    """Give each gathered dispute its outcome, or itself, back.

    Whose parties went on by themselves, or whom a department took up, is only told what came of
    the topic, and goes on without it.
    """
    for row in desk.queries.topic_file(topic.id).disputes:
        dispute = work.get(Dispute, row.id)
        if not dispute.open:
            continue
        if dispute.stage is not Stage.IN_COUNCIL:
            release_dispute(desk, work, dispute, words)
            continue
        write_note(
            desk,
            work,
            AddNote(subject=dispute.id, text=words, kind=NoteKind.REPLY, author=topic.number),
        )
        if not closed:
            stage = back("come-back", dispute.stage, accepted=dispute.accepted_at is not None)
            work.put(replace(dispute, stage=stage, agenda_topic=None, route=Route.UNDECIDED))
            continue
        end_dispute(desk, work, dispute, settled_by(topic), words)


def council_number(desk: Desk, mark: str, year: int, count: int) -> str:
    """Write a number of the council's series, as in 古楼议-2026-3 or 古楼会-2026-1."""
    return f"{desk.team.short}{desk.station.mark}{mark}-{year}-{count}"

"""Agenda topics of the residents' council: where they come from, who decides, how far they are."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, TopicId


class DecisionBody(StrEnum):
    """Who may decide; the council cannot decide what Civil Code 278 leaves to the owners."""

    COUNCIL = "council"
    REPRESENTATIVES = "representatives"
    RESIDENTS = "residents"
    OWNERS = "owners"
    UNIT_OWNERS = "unit_owners"
    ALL_CONCERNED = "all_concerned"
    OWNERS_COMMITTEE = "owners_committee"
    INTERIM_COMMITTEE = "interim_committee"
    DEPARTMENT = "department"


class TopicSource(StrEnum):
    """Where an agenda topic came from."""

    BOX = "box"
    PHONE = "phone"
    WECHAT = "wechat"
    GRID = "grid"
    HOTLINE = "hotline"
    DISPUTES = "disputes"
    PROPOSAL = "proposal"
    OWNERS_COMMITTEE = "owners_committee"
    DEPARTMENT = "department"


class TopicState(StrEnum):
    """How far an agenda topic is (domain.md 5.3)."""

    PROPOSED = "proposed"
    SCREENED = "screened"
    ON_AGENDA = "on_agenda"
    NOTICE_POSTED = "notice_posted"
    DELIBERATED = "deliberated"
    DECIDED = "decided"
    TO_OWNER_VOTE = "to_owner_vote"
    TO_RESIDENTS_MEETING = "to_residents_meeting"
    TO_WHISTLE = "to_whistle"
    OTHERS_DECIDED = "others_decided"
    RESULT_POSTED = "result_posted"
    EXECUTING = "executing"
    EVALUATED = "evaluated"
    SHARED = "shared"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTopic:
    """Something for the residents' council, from disputes or proposed directly.

    ``law_item`` is the item of Civil Code 278 it falls under, 1 to 9, or 0.
    """

    TABLE: ClassVar[str] = "agenda_topic"
    OWNER: ClassVar[str] = ""

    id: TopicId
    team: TeamId
    number: str
    title: str
    source: TopicSource
    proposer: str
    proposed_on: date
    division: str
    place: str = ""
    households: int = 0
    stakeholders: str = ""
    content: str
    suggestion: str = ""
    decision_body: DecisionBody
    law_item: int = 0
    screen_opinion: str = ""
    planned_on: date | None = None
    result_posted_on: date | None = None
    result_posted_where: str = ""
    state: TopicState = TopicState.PROPOSED
    logged_by: PersonId
    closed_at: datetime | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One look at a topic before it is taken up: is it ours, lawful, new, and who decides it.

    ``proposed_body`` and ``proposed_item`` are what the desk reckoned from the law; ``reason`` says
    why a person chose otherwise. ``duplicate_of`` names the topic that tells of the same matter.
    """

    TABLE: ClassVar[str] = "screening"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    at: datetime
    by: PersonId
    accepted: bool
    ours: bool = True
    lawful: bool = True
    duplicate_of: TopicId | None = None
    body: DecisionBody
    law_item: int = 0
    proposed_body: DecisionBody
    proposed_item: int = 0
    reason: str = ""
    opinion: str
    version: int = 0

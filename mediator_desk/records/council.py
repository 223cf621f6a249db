"""The residents' council: agenda topics, the meetings on them, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_


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
    state: TopicState = TopicState.PROPOSED
    logged_by: PersonId
    closed_at: datetime | None = None
    version: int = 0


class VoteMethod(StrEnum):
    """How the council voted."""

    HANDS = "hands"
    NAMED = "named"
    SECRET = "secret"
    CONSENSUS = "consensus"


class MeetingResult(StrEnum):
    """What a meeting made of a topic."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    TO_OWNERS = "to_owners"
    TO_RESIDENTS = "to_residents"
    TO_WHISTLE = "to_whistle"
    ADJOURNED = "adjourned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting of the council on a topic, with its minutes and its vote."""

    TABLE: ClassVar[str] = "meeting"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    held_at: datetime
    place: str
    chair: str
    recorder: str = ""
    due: int
    present: int
    members: str = ""
    observers: str = ""
    speeches: str = ""
    opinion: str
    method: VoteMethod
    votes_for: int
    votes_against: int
    votes_abstain: int
    result: MeetingResult
    resolution: str = ""
    responsible: str = ""
    finish_on: date | None = None
    fund: str = ""
    dissent: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        """Refuse minutes whose figures do not add up."""
        if not 0 <= self.present <= self.due:
            raise Refusal(
                N_("{present} are present but only {due} are due. Correct the figures."),
                present=self.present,
                due=self.due,
            )
        if min(self.votes_for, self.votes_against, self.votes_abstain) < 0:
            raise Refusal(N_("There are no votes below nothing. Count again."))
        votes = self.votes_for + self.votes_against + self.votes_abstain
        if self.method is not VoteMethod.CONSENSUS and votes != self.present:
            raise Refusal(
                N_("The votes add up to {votes}, but {present} are present. Count again."),
                votes=votes,
                present=self.present,
            )

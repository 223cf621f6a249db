"""Meetings of the residents' council: who was called, who came, and the minutes of each topic."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_


class MeetingState(StrEnum):
    """How far a meeting is."""

    CALLED = "called"
    HELD = "held"
    CALLED_OFF = "called_off"


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


class Presence(StrEnum):
    """Whether a member came."""

    PRESENT = "present"
    ABSENT = "absent"
    ON_LEAVE = "on_leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting with an agenda of one topic or several.

    ``observers`` are invited without a vote (departments, property manager, experts);
    ``short_notice`` says why it was called later than the rules ask.
    """

    TABLE: ClassVar[str] = "meeting"
    OWNER: ClassVar[str] = ""

    id: UUID
    team: TeamId
    number: str
    planned_at: datetime
    place: str
    called_on: date
    called_by: PersonId
    short_notice: str = ""
    observers: str = ""
    posted_on: date | None = None
    posted_where: str = ""
    held_at: datetime | None = None
    chair: str = ""
    recorder: str = ""
    scrutineer: str = ""
    teller: str = ""
    state: MeetingState = MeetingState.CALLED
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Whether one member came to one meeting; an absence has its reason."""

    TABLE: ClassVar[str] = "attendance"
    OWNER: ClassVar[str] = "meeting"

    id: UUID
    meeting: UUID
    member: UUID
    presence: Presence
    reason: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One topic on the agenda of one meeting, and its minutes once the meeting was held.

    ``due``, ``present`` and ``recused`` are head counts; whoever is recused does not vote on this
    topic, so that the votes add up to those present without them. ``short_quorum`` says why a
    decision stands though too few came.
    """

    TABLE: ClassVar[str] = "agenda_item"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    meeting: UUID
    place: int = 1
    result: MeetingResult | None = None
    background: str = ""
    opinion: str = ""
    method: VoteMethod | None = None
    due: int = 0
    present: int = 0
    recused: tuple[UUID, ...] = ()
    votes_for: int = 0
    votes_against: int = 0
    votes_abstain: int = 0
    resolution: str = ""
    short_quorum: str = ""
    minuted_by: PersonId | None = None
    version: int = 0

    @property
    def voting(self) -> int:
        """Count those present who may vote on this topic."""
        return self.present - len(self.recused)

    @property
    def voted(self) -> bool:
        """Tell whether votes were counted; consensus counts none."""
        return self.method is not None and self.method is not VoteMethod.CONSENSUS

    def __post_init__(self) -> None:
        """Refuse minutes whose figures do not add up."""
        if self.result is None:
            return
        if not 0 <= self.present <= self.due:
            raise Refusal(
                N_("{present} are present but only {due} are due. Correct the figures."),
                present=self.present,
                due=self.due,
            )
        counts = (self.votes_for, self.votes_against, self.votes_abstain)
        if min(counts) < 0:
            raise Refusal(N_("There are no votes below nothing. Count again."))
        if self.voting < 0:
            raise Refusal(N_("More members are recused than are present. Correct the attendance."))
        if self.voted and sum(counts) != self.voting:
            raise Refusal(
                N_("The votes add up to {votes}, but {present} are present. Count again."),
                votes=sum(counts),
                present=self.voting,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What one speaker said on a topic; a dissent has the answer that was given to it."""

    TABLE: ClassVar[str] = "speech"
    OWNER: ClassVar[str] = "topic"

    id: UUID
    topic: TopicId
    item: UUID
    place: int
    speaker: str
    words: str
    dissents: bool = False
    answer: str = ""
    version: int = 0

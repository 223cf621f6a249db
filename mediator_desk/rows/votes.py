"""Owners' votes as lists and windows show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.council import AgendaTopic
from mediator_desk.records.follow_up import Deadline, Note
from mediator_desk.records.ids import VoteId
from mediator_desk.records.owners_vote import BallotEntry, OwnersVote, VoteState, VotingUnit
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.team import Team
from mediator_desk.rows.clash import Clash
from mediator_desk.rules.ballots import UnitBallot


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRow:
    """One line of the list of owners' votes; ``returned`` counts the units heard of so far."""

    id: VoteId
    number: str
    title: str
    place: str
    state: VoteState
    opens_on: date
    closes_on: date
    units: int
    returned: int
    passed: bool | None
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteFile:
    """One owners' vote, whole, with its roster and every reading of its ballots.

    ``ballots`` is what the readings say, unit by unit: thousands are compared where the store is
    read, and not again by every window that shows them.
    """

    vote: OwnersVote
    place: str
    topic: AgendaTopic | None = None
    units: tuple[VotingUnit, ...] = ()
    entries: tuple[BallotEntry, ...] = ()
    ballots: tuple[UnitBallot, ...] = ()
    notes: tuple[Note, ...] = ()
    notices: tuple[PublicNotice, ...] = ()
    objections: tuple[Objection, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    team: Team | None = None
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()

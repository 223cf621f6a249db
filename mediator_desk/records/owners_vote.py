"""An owners' vote: what is put to them, who they are, and the ballots they cast."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import PersonId, TeamId, TopicId, VoteId
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_


class VoteForm(StrEnum):
    """How the owners are asked (Liaocheng property regulation, art. 16).

    An online vote is always accompanied by paper for the rest, and counted together with it.
    """

    MEETING = "meeting"
    WRITTEN = "written"
    ONLINE_AND_PAPER = "online_and_paper"


class VoteState(StrEnum):
    """How far an owners' vote is."""

    DRAFT = "draft"
    NOTICED = "noticed"
    OPEN = "open"
    COUNTING = "counting"
    COUNTED = "counted"
    POSTED = "posted"
    EFFECTIVE = "effective"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersVote:
    """A matter put to the owners, and the rule set it is counted by.

    ``law_item`` is the item of Civil Code 278 it falls under; 0 stands for Civil Code 279, which
    takes the consent of everybody concerned. ``covenant_clause`` is the clause of the management
    covenant on silent votes, word for word. ``passed`` and the six sums are those of the count,
    areas in 0.01 m²; they are empty until then.
    """

    TABLE: ClassVar[str] = "owners_vote"
    OWNER: ClassVar[str] = ""

    id: VoteId
    team: TeamId
    number: str
    topic: TopicId | None = None
    title: str
    matter: str
    law_item: int
    item_reason: str = ""
    division: str
    place: str = ""
    rule_set: str = "national"
    covenant_clause: str = ""
    form: VoteForm
    opens_on: date
    closes_on: date
    committee_told_on: date | None = None
    noticed_on: date | None = None
    state: VoteState = VoteState.DRAFT
    logged_by: PersonId
    logged_at: datetime
    early_reason: str = ""
    passed: bool | None = None
    heads_all: int = 0
    heads_taking_part: int = 0
    heads_agreeing: int = 0
    area_all: int = 0
    area_taking_part: int = 0
    area_agreeing: int = 0
    counted_at: datetime | None = None
    posted_on: date | None = None
    posted_where: str = ""
    void_reason: str = ""
    version: int = 0

    def __post_init__(self) -> None:
        """Refuse a vote that ends before it begins."""
        if self.closes_on < self.opens_on:
            raise Refusal(
                N_("The vote ends on {closes}, before it opens on {opens}. Correct the days."),
                closes=self.closes_on,
                opens=self.opens_on,
            )


class AreaSource(StrEnum):
    """Which paper an exclusive area comes from, the strongest first (interpretation, art. 8)."""

    REGISTER = "register"
    SURVEY = "survey"
    CONTRACT = "contract"


class Delivery(StrEnum):
    """How a ballot reached its owner; one that cannot be delivered is posted."""

    NOT_YET = ""
    BY_HAND = "by_hand"
    BY_POST = "by_post"
    ONLINE = "online"
    ON_BOARD = "on_board"


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingUnit:
    """One unit on the roster of a vote, with its owners and its ballot.

    ``area`` is its exclusive area in 0.01 m². ``owner`` tells which units are one head; co-owners
    share it. ``unsold`` marks what the developer still holds. ``serial`` is the number of the
    ballot that counts; a reissued one voids it. ``own_part`` says that the matter takes up a part
    this owner owns alone, whose separate consent is kept in ``own_part_agreed_on``. For a meeting
    ``opinion_by`` is the representative who brings the owner's opinion, signed on ``opinion_on``.
    """

    TABLE: ClassVar[str] = "voting_unit"
    OWNER: ClassVar[str] = "vote"

    id: UUID
    vote: VoteId
    unit: str
    owner: str
    co_owners: tuple[str, ...] = ()
    agent: str = ""
    authority: str = ""
    phone: str = ""
    area: int
    area_source: AreaSource = AreaSource.REGISTER
    unsold: bool = False
    serial: str = ""
    void_serials: tuple[str, ...] = ()
    delivery: Delivery = Delivery.NOT_YET
    delivered_on: date | None = None
    own_part: bool = False
    own_part_agreed_on: date | None = None
    opinion_by: str = ""
    opinion_on: date | None = None
    version: int = 0


class Choice(StrEnum):
    """What a ballot says. An invalid one counts as not cast."""

    AGREE = "agree"
    AGAINST = "against"
    ABSTAIN = "abstain"
    INVALID = "invalid"


class BallotChannel(StrEnum):
    """How a ballot came in."""

    PAPER = "paper"
    MEETING = "meeting"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotEntry:
    """One ballot as one person read it. Every paper is entered twice, by two people.

    ``round`` is 1 or 2, and 3 for the third look that settles a difference. It is written once.
    """

    TABLE: ClassVar[str] = "ballot_entry"
    OWNER: ClassVar[str] = "vote"

    id: UUID
    vote: VoteId
    unit: UUID
    serial: str
    round: int
    choice: Choice
    channel: BallotChannel = BallotChannel.PAPER
    reason: str = ""
    by: PersonId
    at: datetime
    version: int = 0

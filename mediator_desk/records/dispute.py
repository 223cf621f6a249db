"""A dispute: what happened, where, which way it goes, and how far it is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from mediator_desk.records.ids import CommitteeId, DisputeId, PersonId, PlaceId, TeamId, TopicId
from mediator_desk.refusals import Refusal
from mediator_desk.words import N_


class Channel(StrEnum):
    """How a dispute came to us."""

    WALK_IN = "walk_in"
    PHONE = "phone"
    WECHAT = "wechat"
    BOX = "box"
    HOTLINE = "hotline"
    GRID = "grid"
    VISIT = "visit"
    LEDGER = "ledger"


class Topic(StrEnum):
    """The neighbourhood's own kinds of dispute; a second axis beside the official category."""

    PARKING = "parking"
    ELEVATOR = "elevator"
    PETS = "pets"
    COMMON_REVENUE = "common_revenue"
    PROPERTY_SERVICE = "property_service"
    NOISE = "noise"
    LEAK = "leak"
    CORRIDOR_CLUTTER = "corridor_clutter"
    EBIKE_CHARGING = "ebike_charging"
    FALLING_OBJECTS = "falling_objects"
    ILLEGAL_BUILDING = "illegal_building"
    RENOVATION = "renovation"
    SANITATION = "sanitation"
    UTILITIES = "utilities"
    OTHER = "other"


class Category(StrEnum):
    """The official categories of the statistics (domain.md 2.3), in their order."""

    FAMILY = "family"
    NEIGHBOUR = "neighbour"
    HOUSING = "housing"
    CONTRACT = "contract"
    BUSINESS = "business"
    DAMAGES = "damages"
    LAND = "land"
    DEMOLITION = "demolition"
    ENVIRONMENT = "environment"
    LABOUR = "labour"
    CONSUMER = "consumer"
    MEDICAL = "medical"
    TRAFFIC = "traffic"
    PROPERTY = "property"
    OTHER = "other"
    TOURISM = "tourism"
    INTELLECTUAL = "intellectual"
    INTERNET = "internet"


class CaseSource(StrEnum):
    """Where a case came from, finer than the printed boxes (domain.md finding 9)."""

    APPLICATION = "application"
    PROACTIVE = "proactive"
    POLICE = "police"
    COURT = "court"
    GOVERNMENT = "government"
    PETITION = "petition"
    HOTLINE = "hotline"
    GRID = "grid"
    COUNCIL = "council"


class Route(StrEnum):
    """Which way a dispute goes."""

    UNDECIDED = ""
    SETTLE = "settle"
    COUNCIL = "council"
    WHISTLE = "whistle"


class Stage(StrEnum):
    """How far a dispute is. Never the same as its outcome, and never 'overdue'."""

    LOGGED = "logged"
    ACCEPTED = "accepted"
    MEDIATING = "mediating"
    IN_COUNCIL = "in_council"
    WHISTLED = "whistled"
    AGREED = "agreed"
    CLOSED = "closed"
    ARCHIVED = "archived"


class Outcome(StrEnum):
    """What came of a dispute."""

    OPEN = ""
    AGREED_WRITTEN = "agreed_written"
    AGREED_ORAL = "agreed_oral"
    AGREED_NOTE = "agreed_note"
    SETTLED_BY_COUNCIL = "settled_by_council"
    DECIDED_BY_OTHERS = "decided_by_others"
    SOLVED_BY_DEPARTMENT = "solved_by_department"
    FAILED = "failed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REFERRED = "referred"
    NOT_ACCEPTED = "not_accepted"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A dispute between neighbours, logged by one station and known by its number there.

    ``number`` is the station's log number from birth; ``volume_no`` the committee's number from
    acceptance. ``division`` is an official code or the id of a place we added. ``ledger_key``
    tells the row of a ledger it was taken from, so that taking it in twice adds nothing.
    ``same_as`` is the dispute that tells of the same matter, where it was closed as such.
    """

    TABLE: ClassVar[str] = "dispute"
    OWNER: ClassVar[str] = ""

    id: DisputeId
    team: TeamId
    number: str
    logged_at: datetime
    logged_by: PersonId
    happened_on: date | None = None
    channel: Channel
    topic: Topic
    category: Category
    division: str
    estate: PlaceId | None = None
    building: str = ""
    unit: str = ""
    title: str = ""
    text: str
    households: int = 0
    stage: Stage = Stage.LOGGED
    outcome: Outcome = Outcome.OPEN
    route: Route = Route.UNDECIDED
    route_proposed: Route = Route.UNDECIDED
    route_reason: str = ""
    mediator: PersonId | None = None
    committee: CommitteeId | None = None
    volume_no: str = ""
    accepted_at: datetime | None = None
    source: CaseSource = CaseSource.APPLICATION
    notice_given_on: date | None = None
    agenda_topic: TopicId | None = None
    closed_at: datetime | None = None
    risk: str = ""
    ledger_key: str = ""
    same_as: DisputeId | None = None
    version: int = 0

    def __post_init__(self) -> None:
        """Refuse a dispute that says nothing."""
        if not self.text.strip():
            raise Refusal(N_("Write down what happened, in a few words at least."))

    @property
    def open(self) -> bool:
        """Tell whether work is still to be done."""
        return self.stage not in (Stage.CLOSED, Stage.ARCHIVED)

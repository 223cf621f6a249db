"""What use cases need from the world: work, queries, and the desk that carries both.

The row types are plain frozen values made for one window or one paper each; queries answer with
them, windows show them, and neither knows the other.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from mediator_desk.records import R, Record
from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.council import AgendaTopic, Meeting, TopicState
from mediator_desk.records.dispute import Dispute, Outcome, Route, Stage, Topic
from mediator_desk.records.entry import Json, Stamp
from mediator_desk.records.follow_up import Closing, Deadline, FollowUp, Note, Reopening
from mediator_desk.records.ids import DisputeId, TopicId, WhistleId
from mediator_desk.records.people import Party, Person
from mediator_desk.records.place import Division, Place
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.records.whistle import Whistle, WhistleState, WhistleStep
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.deadlines import DeadlineRules
from mediator_desk.rules.merging import Side
from mediator_desk.rules.roles import permit
from mediator_desk.rules.route import RoutingRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """One record that a piece of work changed."""

    table: str
    id: UUID
    group: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a piece of work touched; ``piece`` names it, so that it can be undone."""

    piece: Stamp | None = None
    touched: tuple[Touched, ...] = ()

    def of(self, table: str) -> tuple[UUID, ...]:
        """Name the touched records of one kind, in the order they were written."""
        return tuple(one.id for one in self.touched if one.table == table)

    def touches(self, *tables: str) -> bool:
        """Tell whether any record of these kinds changed."""
        return any(one.table in tables for one in self.touched)


class Work(Protocol):
    """One piece of work: it is kept whole by ``commit``, or not at all."""

    def get(self, kind: type[R], id: UUID) -> R:
        """Read a record. Raises ``NotFound``."""

    def find(self, kind: type[R], id: UUID) -> R | None:
        """Read a record if it is here."""

    def of(self, kind: type[R], owner: UUID) -> tuple[R, ...]:
        """Read the records that belong to another, oldest first."""

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """Read a whole common table (people, places, teams), oldest first."""

    def add(self, record: R) -> R:
        """Keep a new record."""

    def put(self, record: R) -> R:
        """Keep a changed record. Raises ``Overtaken`` when it changed since it was read."""

    def remove(self, record: Record) -> None:
        """Put a record aside; it can be brought back."""

    def restore(self, before: "Before") -> None:
        """Bring a record back to what it was, as a new change; nothing is erased."""

    def settle(self, kind: type[R], id: UUID, field: str, value: Json) -> R:
        """Decide a conflict: the value stands, and every side of it counts as seen."""

    def clashes(self, id: UUID) -> tuple[Side, ...]:
        """Name the other sides of the open conflicts of a record."""

    def next_number(self, series: str) -> int:
        """Draw the next number of a series; it is never drawn again."""

    def logged_from(self, ledger_key: str) -> DisputeId | None:
        """Name the dispute that was logged from this row of a ledger."""

    def earlier(self, piece: Stamp) -> tuple["Before", ...]:
        """Say what each record was before a piece of work, for undoing it."""

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC (drafts, remembered choices); never journalled."""

    def shelve(self, key: str, value: Json) -> None:
        """Keep a private note of this PC; nothing takes it away."""

    def commit(self) -> Changes:
        """Keep it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """One record's fields as they were before a piece of work; ``values`` is None if unborn.

    ``moved_on`` tells that somebody changed it again since, so that it cannot be undone; ``by``
    is who did the piece of work.
    """

    table: str
    id: UUID
    values: Mapping[str, Json] | None
    moved_on: bool
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFilter:
    """Which disputes to list. ``before`` is the key of the last row shown (newest first)."""

    text: str = ""
    stages: tuple[Stage, ...] = ()
    topic: Topic | None = None
    division: str = ""
    mediator: UUID | None = None
    before: int | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """One line of the list of disputes. ``key`` orders it; ``clashes`` counts open conflicts."""

    key: int
    id: DisputeId
    number: str
    volume_no: str
    title: str
    text: str
    parties: tuple[str, ...]
    topic: Topic
    place: str
    division: str
    stage: Stage
    outcome: Outcome
    route: Route
    mediator: UUID | None
    mediator_name: str
    logged_at: datetime
    due_at: datetime | None
    clashes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """How many disputes stand at a stage (or topic, or place)."""

    key: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """An open conflict in words a person can weigh: the value in force and the other side."""

    table: str
    id: UUID
    field: str
    in_force: Json
    in_force_by: str
    in_force_at: str
    other: Json
    other_by: str
    other_at: str
    dispute: DisputeId | None
    number: str
    group: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One dispute, whole: everything a pane or a paper may want to say about it."""

    dispute: Dispute
    place: str
    team: Team | None
    committee: Committee | None
    parties: tuple[Party, ...] = ()
    consents: tuple[Consent, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    closings: tuple[Closing, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    notes: tuple[Note, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    whistles: tuple[Whistle, ...] = ()
    agenda_topic: AgendaTopic | None = None
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()

    def name(self, id: UUID | None) -> str:
        """Name a person of the station or a party of this dispute."""
        for party in self.parties:
            if party.id == id:
                return party.name
        return self.people.get(id, "") if id is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One line of the council's list."""

    id: TopicId
    number: str
    title: str
    place: str
    households: int
    state: TopicState
    proposed_on: str
    disputes: int
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """One agenda topic, whole, with the disputes gathered into it and its meetings."""

    topic: AgendaTopic
    place: str
    disputes: tuple[DisputeRow, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    notes: tuple[Note, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    whistles: tuple[Whistle, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleRow:
    """One line of the list of whistles."""

    id: WhistleId
    number: str
    title: str
    lead: str
    state: WhistleState
    place: str
    blown_at: datetime
    due_at: datetime | None
    due_rule: str
    reassigned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleFile:
    """One whistle, whole."""

    whistle: Whistle
    place: str
    steps: tuple[WhistleStep, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    notes: tuple[Note, ...] = ()
    dispute: DisputeRow | None = None
    team: Team | None = None
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayRow:
    """One thing to do. ``kind`` is the table of its subject; ``rule`` says which clock it is.

    A row with no ``due_at`` waits for somebody (a consent, a conflict to settle, a topic to
    screen); ``waiting`` then says for what, as a code of ``labels.py``.
    """

    kind: str
    id: UUID
    number: str
    title: str
    rule: str
    due_at: datetime | None
    waiting: str = ""
    who: UUID | None = None
    who_name: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRow:
    """A station whose card we trust, and what we know it has."""

    id: UUID
    name: str
    team: str
    fingerprint: str
    hub: bool
    trusted_at: datetime
    last_made_at: datetime | None
    last_taken_at: datetime | None
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleRow:
    """One bundle made or taken, for the list people read."""

    made: bool
    peer: str
    number: int
    file: str
    at: datetime
    changes: int
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place to pick: its code or id, its name, and the names above it."""

    key: str
    name: str
    above: str
    level: str


class Queries(Protocol):
    """Questions to the store; each opens and ends its own short reading."""

    def disputes(self, asked: DisputeFilter) -> tuple[DisputeRow, ...]:
        """List disputes, newest first, one page."""

    def found(self, asked: DisputeFilter, stop_at: int = 1000) -> int:
        """Count the hits of a search, up to ``stop_at``."""

    def chips(self, dimension: str) -> tuple[Chip, ...]:
        """Count all disputes by ``stage``, ``topic``, ``division`` or ``mediator``."""

    def keys(self, asked: DisputeFilter) -> tuple[int, ...]:
        """Give the keys of a whole list, newest first, for an exact scroll bar."""

    def case_file(self, id: UUID) -> CaseFile:
        """Read one dispute whole. Raises ``NotFound``."""

    def dispute_by_number(self, number: str) -> DisputeId:
        """Find a dispute by its log number, its volume number or its id. Raises ``NotFound``."""

    def known_like(self, asked: "LikenessProbe") -> tuple["LikenessRow", ...]:
        """Give the disputes worth comparing with a new one (same place, phone or names)."""

    def topics(self) -> tuple[TopicRow, ...]:
        """List agenda topics, newest first."""

    def topic_file(self, id: UUID) -> TopicFile:
        """Read one agenda topic whole. Raises ``NotFound``."""

    def whistles(self) -> tuple[WhistleRow, ...]:
        """List whistles, newest first."""

    def whistle_file(self, id: UUID) -> WhistleFile:
        """Read one whistle whole. Raises ``NotFound``."""

    def today(self, person: UUID | None = None) -> tuple[TodayRow, ...]:
        """List what is due or waiting, the earliest first; with a person, only hers."""

    def people(self) -> tuple[Person, ...]:
        """List the people of this station."""

    def estates(self, division: str) -> tuple[Place, ...]:
        """List the estates known in a division."""

    def added_places(self) -> tuple[Place, ...]:
        """List the streets and communities we added ourselves."""

    def clashes(self) -> tuple[Clash, ...]:
        """List every open conflict."""

    def peers(self) -> tuple[PeerRow, ...]:
        """List the stations whose cards we trust."""

    def bundles(self) -> tuple[BundleRow, ...]:
        """List the bundles made and taken, newest first."""

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessProbe:
    """What is known of a dispute that is being typed."""

    topic: Topic | None
    division: str
    estate: UUID | None
    building: str
    phones: tuple[str, ...]
    names: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LikenessRow:
    """A dispute that may be the same one."""

    row: DisputeRow
    estate: UUID | None
    building: str
    unit: str
    phones: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What the desk looks things up in: calendars, rules and the directory of places."""

    calendar: Calendar
    deadlines: DeadlineRules
    routing: RoutingRules
    divisions: Mapping[str, Division]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was written for a peer: the files and how many journal lines they carry."""

    files: tuple[Path, ...]
    changes: int
    groups: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenGroup:
    """One dispute, whistle, topic or common table in a bundle, as a person would name it.

    ``what`` is the table of its root record; ``new`` tells that it was not here before;
    ``why`` is set when it waits or was set aside, as a marked sentence.
    """

    group: UUID
    what: str
    name: str
    new: bool
    changes: int
    clashes: int
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came with a bundle: counts, and each group in words."""

    sender: str
    number: int
    missed: tuple[int, ...]
    groups: tuple[TakenGroup, ...]
    new: int
    changed: int
    to_settle: int
    waiting: int
    already: int
    changes: Changes


class Exchange(Protocol):
    """Handing the journal to other stations and taking theirs in."""

    def card(self) -> bytes:
        """Write this station's public card."""

    def fingerprint(self, card: bytes) -> tuple[str, str]:
        """Give the name on a card and the figures two people compare aloud."""

    def trust(self, card: bytes, *, hub: bool = False) -> str:
        """Trust a peer's card; give its name. Raises ``BundleDamaged``."""

    def make(self, peer: str, folder: Path) -> Made:
        """Write what the peer does not have yet, by its own receipts. Raises ``NotFound``."""

    def take(self, file: Path, *, preview: bool = False, confirm_clock: bool = False) -> Taken:
        """Take a bundle in, or say what would come. Raises ``BundleTrouble``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who is signed in, where, what time it is, and how to work. One per person signed in."""

    person: Person
    station: Station
    team: Team
    committee: Committee | None
    books: Books
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    open_work: Callable[[UUID], AbstractContextManager[Work]]
    queries: Queries
    exchange: Exchange

    def work(self, usecase: str) -> AbstractContextManager[Work]:
        """Open a piece of work for a use case. Raises ``NotAllowed``."""
        permit(self.person.role, usecase)
        return self.open_work(self.person.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What setting a station up asks for (see ``usecases/found_station.py``), and the password."""

    team_name: str
    person_name: str
    password: str
    division: str = ""
    place: str = ""
    under: str = ""
    committee_name: str = ""
    committee_short: str = ""
    short: str = ""
    phone: str = ""
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a store is whole: how many disputes it holds, and what is wrong with it."""

    ok: bool
    disputes: int
    problems: tuple[str, ...] = ()


class House(Protocol):
    """The station's folder: it can be founded, entered, backed up and checked."""

    @property
    def folder(self) -> Path:
        """Give the folder of the store."""

    def founded(self) -> bool:
        """Tell whether a station was set up here."""

    def people(self) -> Mapping[UUID, str]:
        """Name the people who can unlock it."""

    def found(self, asked: Founding) -> str:
        """Set the station up; give the code for the recovery card. Raises ``Trouble``."""

    def enter(self, person: UUID, password: str) -> Desk:
        """Unlock it for a person. Raises ``WrongPassword``, ``StoreTooNew``, ``StoreDamaged``."""

    def recover(self, code: str, person: UUID, password: str) -> Desk:
        """Unlock it with the recovery code and give a person a new password."""

    def admit(self, desk: Desk, person: UUID, name: str, password: str) -> None:
        """Give a person a password, or a new one."""

    def backup(self, desk: Desk, file: Path) -> Verdict:
        """Write a backup (store and key file) and check it. Raises ``DiskTrouble``."""

    def restore(self, file: Path, folder: Path) -> None:
        """Put a backup into a new folder; the store there gets a new id when first entered."""

    def verify(self, desk: Desk) -> Verdict:
        """Check the store, and that its tables say what its journal says."""

    def close(self) -> None:
        """Lock the store again."""

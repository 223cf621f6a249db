"""What use cases need from the world: work, queries, and the desk that carries both."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from mediator_desk.records import R, Record
from mediator_desk.records.council_meeting import Meeting
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.entry import Json, Stamp
from mediator_desk.records.ids import DisputeId
from mediator_desk.records.people import Person
from mediator_desk.records.place import Division, Place
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.refusals import Refusal
from mediator_desk.rows import (
    BundleRow,
    CaseFile,
    Changes,
    Chip,
    Clash,
    DisputeFilter,
    DisputeRow,
    Gathering,
    LikenessProbe,
    LikenessRow,
    Made,
    MeetingFile,
    OverrideRow,
    PeerRow,
    Taken,
    TodayRow,
    TopicFile,
    TopicRow,
    VoteFile,
    VoteRow,
    WhistleFile,
    WhistleRow,
)
from mediator_desk.rows.conventions import ConventionFile, ConventionRow
from mediator_desk.rows.notices import NoticeFile, NoticeRow
from mediator_desk.rows.revenue import RevenueFile, RevenueRow
from mediator_desk.rules.calendar import Calendar
from mediator_desk.rules.confirmation import ConfirmationRules
from mediator_desk.rules.conventions import ConventionRules
from mediator_desk.rules.council_rules import CouncilRules
from mediator_desk.rules.deadlines import DeadlineRules
from mediator_desk.rules.duties import DutyMap
from mediator_desk.rules.gathering import GatheringRules
from mediator_desk.rules.joint_rules import JointRules
from mediator_desk.rules.learner import Decided
from mediator_desk.rules.merging import Side
from mediator_desk.rules.notices import NoticeRules
from mediator_desk.rules.roles import permit
from mediator_desk.rules.route import RoutingRules
from mediator_desk.rules.whistle_kinds import WhistleKinds


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

    def decided(self, newest: int, *, but: DisputeId | None = None) -> tuple[Decided, ...]:
        """Give the newest disputes whose way a person decided, but one."""

    def overrides(self) -> tuple[OverrideRow, ...]:
        """List the decisions that were other ones than the desk proposed, newest first."""

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

    def meetings(self) -> tuple[Meeting, ...]:
        """List the meetings of the council, newest first."""

    def meeting_file(self, id: UUID) -> MeetingFile:
        """Read one meeting of the council whole. Raises ``NotFound``."""

    def council_members(self) -> tuple[CouncilMember, ...]:
        """List the members of the council, those of the past too."""

    def votes(self) -> tuple[VoteRow, ...]:
        """List owners' votes, newest first."""

    def vote_file(self, id: UUID) -> VoteFile:
        """Read one owners' vote whole. Raises ``NotFound``."""

    def revenue_accounts(self) -> tuple[RevenueRow, ...]:
        """List the accounts of common revenue, newest first."""

    def revenue_file(self, id: UUID) -> RevenueFile:
        """Read the account of a quarter whole. Raises ``NotFound``."""

    def notices(self) -> tuple[NoticeRow, ...]:
        """List public notices, newest first."""

    def notice_file(self, id: UUID) -> NoticeFile:
        """Read one public notice whole. Raises ``NotFound``."""

    def conventions(self) -> tuple[ConventionRow, ...]:
        """List conventions, newest first."""

    def convention_file(self, id: UUID) -> ConventionFile:
        """Read one convention whole. Raises ``NotFound``."""

    def whistles(self) -> tuple[WhistleRow, ...]:
        """List whistles, newest first."""

    def whistle_file(self, id: UUID) -> WhistleFile:
        """Read one whistle whole. Raises ``NotFound``."""

    def today(self, person: UUID | None = None) -> tuple[TodayRow, ...]:
        """List what is due or waiting, the earliest first; with a person, only hers."""

    def gatherings(self, rules: GatheringRules, today: date) -> tuple[Gathering, ...]:
        """Find what could be one topic of the council, the largest first."""

    def dispute_rows(self, ids: Collection[UUID]) -> tuple[DisputeRow, ...]:
        """Read the lines of some disputes, newest first."""

    def people(self) -> tuple[Person, ...]:
        """List the people of this station."""

    def estates(self, division: str) -> tuple[Place, ...]:
        """List the estates known in a division."""

    def added_places(self) -> tuple[Place, ...]:
        """List the streets and communities we added ourselves."""

    def rule_files(self) -> tuple[RuleFile, ...]:
        """List the files of rules taken in, oldest first."""

    def clashes(self) -> tuple[Clash, ...]:
        """List every open conflict."""

    def peers(self) -> tuple[PeerRow, ...]:
        """List the stations whose cards we trust."""

    def bundles(self) -> tuple[BundleRow, ...]:
        """List the bundles made and taken, newest first."""

    def shelved(self, key: str) -> Json:
        """Read a private note of this PC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """What the desk looks things up in: calendars, rules and the directory of places."""

    calendar: Calendar
    deadlines: DeadlineRules
    routing: RoutingRules
    gathering: GatheringRules
    council: CouncilRules
    duties: DutyMap
    confirmation: ConfirmationRules
    joint: JointRules
    notices: NoticeRules
    conventions: ConventionRules
    whistle_kinds: WhistleKinds
    divisions: Mapping[str, Division]


class Library(Protocol):
    """The files of rules that hold here: the carried ones, and in their place those taken in."""

    @property
    def books(self) -> Books:
        """Give the books as they read now."""

    def texts(self) -> Mapping[str, str]:
        """Give the text in force of every file, by its name such as ``calendars/2026``."""

    def carried(self) -> Mapping[str, str]:
        """Give the texts that came with the program."""

    def read(self, changed: Mapping[str, str | None]) -> Books:
        """Read the books as they would be with these texts; None goes back to the carried one.

        Raises ``RuleFileUnfit``.
        """

    def refresh(self) -> None:
        """Read anew if the files taken in have changed; one that cannot be read is left out."""

    def unfit(self) -> Mapping[str, Refusal]:
        """Say of each file that was taken in but cannot be read, why."""


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

    def sign_file(self, content: bytes) -> bytes:
        """Write this station's signature for a file it vouches for."""

    def file_signer(self, content: bytes, signature: bytes) -> str:
        """Name the trusted hub that signed a file, or nothing. Raises ``BundleDamaged``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who is signed in, where, what time it is, and how to work. One per person signed in."""

    person: Person
    station: Station
    team: Team
    committee: Committee | None
    library: Library
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
    open_work: Callable[[UUID], AbstractContextManager[Work]]
    queries: Queries
    exchange: Exchange

    @property
    def books(self) -> Books:
        """Give the books in force: the carried ones, overlaid by the files taken in."""
        return self.library.books

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
    mark: str = ""
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

    def check_target(self, file: Path) -> None:
        """Refuse to write over a file of the station itself. Raises ``DiskTrouble``."""

    def verify(self, desk: Desk) -> Verdict:
        """Check the store, and that its tables say what its journal says."""

    def close(self) -> None:
        """Lock the store again."""

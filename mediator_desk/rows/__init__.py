"""Rows: plain frozen values, made for one window or one paper each, and what is asked for them.

Queries answer with them, windows show them, and neither knows the other. What grows gets a file of
its own here and is named below, so that everybody finds it in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec

from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.attachment import Attachment
from mediator_desk.records.care import Recusal, RiskReport, UndisputedFacts
from mediator_desk.records.case_marks import CaseMarks
from mediator_desk.records.clocks import Extension, Pause
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.council import AgendaTopic, Screening, TopicState
from mediator_desk.records.council_doing import BenefitReport, Rating, Task
from mediator_desk.records.council_fate import OthersDecision, TopicReopening
from mediator_desk.records.council_meeting import AgendaItem, Attendance, Meeting, Speech
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.dispute import Dispute, Outcome, Route, Stage, Topic
from mediator_desk.records.entry import Stamp
from mediator_desk.records.follow_up import Closing, Deadline, FollowUp, Note, Reopening
from mediator_desk.records.ids import DisputeId, TopicId, WhistleId
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.owners_vote import OwnersVote
from mediator_desk.records.people import Party
from mediator_desk.records.performance import Amendment, Instalment, Lawsuit, Payment, Urging
from mediator_desk.records.privacy import PrivacyConsent
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.referral import Referral
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee, Team
from mediator_desk.records.volume import (
    Application,
    Filing,
    Investigation,
    PowerOfAttorney,
    VolumeNote,
)
from mediator_desk.records.whistle import Whistle, WhistleState, WhistleStep
from mediator_desk.rows.clash import Clash as Clash
from mediator_desk.rows.gathering import Gathering as Gathering
from mediator_desk.rows.routing import OverrideRow as OverrideRow
from mediator_desk.rows.today import TodayRow as TodayRow
from mediator_desk.rows.votes import VoteFile as VoteFile
from mediator_desk.rows.votes import VoteRow as VoteRow


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


class DisputeRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """One line of the list of disputes. ``key`` orders it; ``clashes`` counts open conflicts.

    The list is long and is asked for at every key that is typed: as an array it is read straight
    from what the store answers, in the order of these fields, four times as fast as a dataclass.
    """

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
    instalments: tuple[Instalment, ...] = ()
    payments: tuple[Payment, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    urgings: tuple[Urging, ...] = ()
    lawsuits: tuple[Lawsuit, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    risk_reports: tuple[RiskReport, ...] = ()
    marks: CaseMarks | None = None
    undisputed: tuple[UndisputedFacts, ...] = ()
    applications: tuple[Application, ...] = ()
    powers: tuple[PowerOfAttorney, ...] = ()
    investigations: tuple[Investigation, ...] = ()
    volume_notes: tuple[VolumeNote, ...] = ()
    filings: tuple[Filing, ...] = ()
    referrals: tuple[Referral, ...] = ()
    privacy_consents: tuple[PrivacyConsent, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    closings: tuple[Closing, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    notes: tuple[Note, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    on_their_way: Mapping[str, str] = field(default_factory=dict)
    issued_papers: tuple[IssuedPaper, ...] = ()
    signed_pages: tuple[SignedPage, ...] = ()
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
    content: str = ""
    law_item: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """One agenda topic, whole: its disputes, its meetings with their minutes, what follows."""

    topic: AgendaTopic
    place: str
    disputes: tuple[DisputeRow, ...] = ()
    screenings: tuple[Screening, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    speeches: tuple[Speech, ...] = ()
    decisions: tuple[OthersDecision, ...] = ()
    tasks: tuple[Task, ...] = ()
    ratings: tuple[Rating, ...] = ()
    reports: tuple[BenefitReport, ...] = ()
    reopenings: tuple[TopicReopening, ...] = ()
    notes: tuple[Note, ...] = ()
    notices: tuple[PublicNotice, ...] = ()
    objections: tuple[Objection, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    whistles: tuple[Whistle, ...] = ()
    votes: tuple[OwnersVote, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFile:
    """One meeting of the council, whole: its agenda, who is due, who came, what was said.

    ``members`` are those whose term runs that day and those who were marked.
    """

    meeting: Meeting
    topics: tuple[AgendaTopic, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    members: tuple[CouncilMember, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    speeches: tuple[Speech, ...] = ()
    tasks: tuple[Task, ...] = ()
    people: Mapping[UUID, str] = field(default_factory=dict)


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
    due_rule_set: str
    reassigned: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleFile:
    """One whistle, whole."""

    whistle: Whistle
    place: str
    steps: tuple[WhistleStep, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Pause, ...] = ()
    notes: tuple[Note, ...] = ()
    dispute: DisputeRow | None = None
    team: Team | None = None
    people: Mapping[UUID, str] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


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
class Made:
    """What was written for a peer: the files, and how many lines and attachments they carry."""

    files: tuple[Path, ...]
    changes: int
    groups: int
    attachments: int = 0


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
    """What came with a bundle: counts, each group in words, and how many dates it moved."""

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
    moved: int = 0
    attachments: int = 0
    on_their_way: int = 0

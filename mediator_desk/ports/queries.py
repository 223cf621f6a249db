"""What windows, papers and commands ask the store."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Protocol
from uuid import UUID

from mediator_desk.records.attachment import Attachment, AttachmentView
from mediator_desk.records.council_meeting import Meeting
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.entry import Json
from mediator_desk.records.ids import DisputeId
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.people import Person
from mediator_desk.records.place import Place
from mediator_desk.records.print_run import PrintRun
from mediator_desk.records.reported import ReportedFigure
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.records.team import Committee
from mediator_desk.rows import (
    BundleRow,
    CaseFile,
    Chip,
    Clash,
    DisputeFilter,
    DisputeRow,
    Gathering,
    LikenessProbe,
    LikenessRow,
    MeetingFile,
    OverrideRow,
    PeerRow,
    TodayRow,
    TopicFile,
    TopicRow,
    VoteFile,
    VoteRow,
    WhistleFile,
    WhistleRow,
)
from mediator_desk.rows.case_records import CaseRecords
from mediator_desk.rows.conventions import ConventionFile, ConventionRow
from mediator_desk.rows.ledger_cases import LedgerCase
from mediator_desk.rows.notices import NoticeFile, NoticeRow
from mediator_desk.rows.revenue import RevenueFile, RevenueRow
from mediator_desk.rows.statistics import OpenCase
from mediator_desk.rows.team_work import ClaimedMatter, TeamPaperFile, TeamPaperRow
from mediator_desk.rules.gathering import GatheringRules
from mediator_desk.rules.learner import Decided
from mediator_desk.rules.ledger_layouts import Chosen
from mediator_desk.rules.statistics import CaseLine


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

    def case_records(self, id: UUID) -> CaseRecords:
        """Read every record of a dispute and of its whistles. Raises ``NotFound``."""

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

    def team_papers(self) -> tuple[TeamPaperRow, ...]:
        """List sweeps, handovers and claims of awards, newest first."""

    def team_paper(self, id: UUID) -> TeamPaperFile:
        """Read one of them whole. Raises ``NotFound``."""

    def disputes_of(self, mediator: UUID) -> tuple[UUID, ...]:
        """Name the disputes in a mediator's hands, oldest first."""

    def closed_between(self, team: UUID, first: date, last: date) -> tuple[UUID, ...]:
        """Name a team's disputes closed between two days, both included, the earliest first."""

    def same_matters(self) -> Mapping[UUID, UUID]:
        """Give the disputes closed as logged twice, each with the one it repeats."""

    def claimed_matters(self) -> tuple[ClaimedMatter, ...]:
        """Give the matters in claims of awards that were not returned."""

    def whistles(self) -> tuple[WhistleRow, ...]:
        """List whistles, newest first."""

    def whistle_file(self, id: UUID) -> WhistleFile:
        """Read one whistle whole. Raises ``NotFound``."""

    def today(self, person: UUID | None = None) -> tuple[TodayRow, ...]:
        """List what is due or waiting, the earliest first; with a person, only hers."""

    def case_lines(self, first_day: date, last_day: date) -> Iterator[CaseLine]:
        """Give, one by one, what statistics want to know of the disputes of some days."""

    def trend_lines(self, first_day: date, last_day: date) -> Iterator[CaseLine]:
        """Give the same with no more in it than a trend needs: days, outcome, form and sitting."""

    def open_cases(self) -> tuple[OpenCase, ...]:
        """List the disputes that have not ended yet."""

    def committees(self) -> tuple[Committee, ...]:
        """List the committees known here."""

    def ledger_cases(self, first_day: date, last_day: date, chosen: Chosen) -> Iterator[LedgerCase]:
        """Give, one by one, the cases of some days, by what happened to them in it."""

    def reported_figures(self) -> tuple[ReportedFigure, ...]:
        """List the figures that people typed for a period, oldest first."""

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

    def print_runs(self) -> tuple[PrintRun, ...]:
        """List what was printed of many cases or for others, and what was refused, newest first."""

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

    def issued_papers(self, about: UUID) -> tuple[IssuedPaper, ...]:
        """List the papers issued about a record, oldest first."""

    def issued_by_mark(self, mark: str) -> IssuedPaper | None:
        """Find an issued paper by the mark on its pages."""

    def signed_pages(self, about: UUID) -> tuple[SignedPage, ...]:
        """List the signed pages that came back for a record, oldest first."""

    def content(self, sha256: str) -> bytes:
        """Read the bytes of an attachment. Raises ``NotFound`` while they are on their way."""

    def attachments(self, about: UUID) -> tuple[Attachment, ...]:
        """List the attachments of a dispute, a topic, a whistle …, oldest first."""

    def attachment_views(self, about: UUID) -> tuple[AttachmentView, ...]:
        """List who looked at the identity papers of a record, oldest first."""

    def contents_here(self, about: UUID) -> frozenset[str]:
        """Name which bytes of a record's attachments are here, by their SHA-256."""

"""What the papers of the case volume say beside the course of the mediation, as plain words.

The names of the fields are the keys of the blanks in ``resources/forms/``.
"""

from dataclasses import dataclass, field
from datetime import date

from mediator_desk.paper.facts import PartyFacts
from mediator_desk.paper.facts_revenue import GridFacts

_INDEX_COLUMNS = (("序号", 0.09), ("文书名称", 0.55), ("页号", 0.16), ("备注", 0.2))
_EVIDENCE_COLUMNS = (
    ("序号", 0.075),
    ("证据名称", 0.31),
    ("种类", 0.09),
    ("提供人", 0.15),
    ("提供日期", 0.14),
    ("页数", 0.075),
    ("原件/复印件", 0.16),
)
_PARTY_COLUMNS = (("姓名", 0.26), ("地址", 0.5), ("电话", 0.24))


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFacts:
    """What the cover of a volume (F01) says; also its back (F17)."""

    committee_name: str
    volume_title: str
    volume_no: str
    mediators: tuple[str, ...]
    mediation_from: date | None
    mediation_to: date | None
    filed_by: str
    filed_on: date | None
    retention_class: str
    remark: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFacts:
    """What the index of a volume (F02) says: one row for each paper, with its pages."""

    committee: str
    volume_no: str
    rows: tuple[tuple[str, str, str, str], ...]

    @property
    def lines(self) -> GridFacts:
        """Give the table of the index."""
        return GridFacts(columns=_INDEX_COLUMNS, rows=self.rows, running=("文书名称",))


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationRequestFacts:
    """What the application for mediation (F03) says."""

    volume_no: str
    committee: str
    applicant: tuple[PartyFacts, ...]
    respondent: tuple[PartyFacts, ...]
    brief: str
    requests: tuple[str, ...]
    date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsNoticeFacts:
    """Who signs the notice of rights and duties (F05), and when; its text is the law's."""

    volume_no: str
    committee: str
    parties: tuple[PartyFacts, ...]
    date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityFacts:
    """How one party's identity is proved (F06); ``kept`` says where the copies are."""

    volume_no: str
    committee: str
    party: str
    role: str
    copy: str
    pages: str
    kept: str
    paste: bool = False

    @property
    def box(self) -> str:
        """Leave room to paste the copy, where there is one on paper only."""
        return "（复印件粘贴处）" if self.paste else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttorneyFacts:
    """Whom a party lets act for it (F07)."""

    volume_no: str
    committee: str
    principal: tuple[PartyFacts, ...]
    agent: tuple[PartyFacts, ...]
    matter: str
    scope: str
    term: str
    date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestigationFacts:
    """What one person was asked and answered (F08)."""

    volume_no: str
    committee: str
    time: str
    place: str
    participants: str
    respondent: str
    record: str
    investigators: tuple[str, ...]
    recorder: str
    date: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFacts:
    """The list of evidence (F09)."""

    volume_no: str
    committee: str
    rows: tuple[tuple[str, ...], ...]

    @property
    def items(self) -> GridFacts:
        """Give the table of the evidence."""
        return GridFacts(columns=_EVIDENCE_COLUMNS, rows=self.rows, running=("证据名称",))


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeNoteFacts:
    """What a reader must know of the volume's condition (F16)."""

    volume_no: str
    committee: str
    text: str
    filed_by: str
    checked_by: str
    filed_on: date | None
    checked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingReportFacts:
    """What the closing report (F18) says."""

    volume_no: str
    filled_on: date | None
    unit: str
    handler: str
    accepted_on: date | None
    closed_on: date | None
    people: tuple[tuple[str, str, str], ...]
    source: str
    facts: str
    process_result: str
    performance: str
    committee_opinion: str = ""
    signed_on: date | None = field(default=None)

    @property
    def parties(self) -> GridFacts:
        """Give the table of the parties."""
        return GridFacts(columns=_PARTY_COLUMNS, rows=self.people, running=("地址",))

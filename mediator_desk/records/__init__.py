"""What the desk keeps: frozen dataclasses, one journal line at a time.

``KINDS`` names every kind of record by the code it has in the journal.
"""

from typing import ClassVar, Protocol, TypeVar
from uuid import UUID

from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.attachment import Attachment, AttachmentView
from mediator_desk.records.award import AwardClaim, AwardLine
from mediator_desk.records.care import Recusal, RiskReport, UndisputedFacts
from mediator_desk.records.case_marks import CaseMarks
from mediator_desk.records.clocks import Extension, ExtensionConsent, Pause
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.convention import Convention, ConventionVersion
from mediator_desk.records.council import AgendaTopic, Screening
from mediator_desk.records.council_doing import BenefitReport, Rating, Task
from mediator_desk.records.council_fate import OthersDecision, TopicReopening
from mediator_desk.records.council_meeting import AgendaItem, Attendance, Meeting, Speech
from mediator_desk.records.council_member import CouncilMember
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import Closing, Deadline, FollowUp, Note, Reopening
from mediator_desk.records.ids import PLACES, RULES, TEAMS, GroupId
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.number_block import NumberBlock
from mediator_desk.records.owners_vote import BallotEntry, OwnersVote, VotingUnit
from mediator_desk.records.people import Party, Person
from mediator_desk.records.performance import Amendment, Instalment, Lawsuit, Payment, Urging
from mediator_desk.records.place import Place
from mediator_desk.records.print_run import PrintRun
from mediator_desk.records.privacy import PrivacyConsent
from mediator_desk.records.public_notice import Objection, PublicNotice
from mediator_desk.records.referral import Referral
from mediator_desk.records.reported import ReportedFigure
from mediator_desk.records.revenue import (
    DeliberationStep,
    RevenueAccount,
    RevenueLine,
    RevenueUnit,
)
from mediator_desk.records.routing import RouteDecision
from mediator_desk.records.rule_file import RuleFile
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee, Station, Team
from mediator_desk.records.team_work import Handover, Sweep
from mediator_desk.records.volume import (
    Application,
    Filing,
    Investigation,
    PowerOfAttorney,
    VolumeNote,
)
from mediator_desk.records.whistle import Whistle, WhistleStep


class Record(Protocol):
    """What every kept thing has. ``OWNER`` names the field that holds its parent, if any."""

    TABLE: ClassVar[str]
    OWNER: ClassVar[str]

    @property
    def id(self) -> UUID:
        """Give its identity, for ever."""

    @property
    def version(self) -> int:
        """Count the changes so far; 0 before it is kept."""


R = TypeVar("R", bound=Record)

_ALL: tuple[type[Record], ...] = (
    Place,
    Person,
    Committee,
    Team,
    Station,
    NumberBlock,
    RuleFile,
    Dispute,
    RouteDecision,
    Party,
    Consent,
    Sitting,
    Agreement,
    Obligation,
    Instalment,
    Payment,
    Amendment,
    Urging,
    Lawsuit,
    Confirmation,
    Recusal,
    RiskReport,
    UndisputedFacts,
    Application,
    PowerOfAttorney,
    Investigation,
    VolumeNote,
    Filing,
    Referral,
    PrivacyConsent,
    FollowUp,
    Closing,
    Reopening,
    Note,
    Deadline,
    Extension,
    ExtensionConsent,
    Pause,
    Whistle,
    WhistleStep,
    AgendaTopic,
    CouncilMember,
    Screening,
    Meeting,
    Attendance,
    AgendaItem,
    Speech,
    OthersDecision,
    Task,
    Rating,
    BenefitReport,
    TopicReopening,
    OwnersVote,
    VotingUnit,
    BallotEntry,
    PublicNotice,
    Objection,
    RevenueAccount,
    RevenueLine,
    RevenueUnit,
    DeliberationStep,
    Convention,
    ConventionVersion,
    Sweep,
    Handover,
    AwardClaim,
    AwardLine,
    Attachment,
    PrintRun,
    CaseMarks,
    ReportedFigure,
    AttachmentView,
    IssuedPaper,
    SignedPage,
)

KINDS: dict[str, type[Record]] = {kind.TABLE: kind for kind in _ALL}

_COMMON_GROUPS = {"place": PLACES, "person": TEAMS, "committee": TEAMS, "team": TEAMS}
_COMMON_GROUPS |= {"station": TEAMS, "number_block": TEAMS, "rule_file": RULES}
_COMMON_GROUPS |= {"station": TEAMS, "rule_file": RULES, "council_member": TEAMS}
_COMMON_GROUPS |= {"print_run": TEAMS}
_COMMON_GROUPS |= {"reported_figure": TEAMS}


def named_contents(kind: type[Record]) -> tuple[str, ...]:
    """Name the fields of a kind of record that name bytes kept apart, by their SHA-256."""
    every = kind.__dataclass_fields__  # type: ignore[attr-defined]
    return tuple(name for name in every if name == "sha256" or name.endswith("_sha256"))


def group_of(record: Record) -> GroupId:
    """Name the group a record travels in: its common table, its parent, or itself."""
    common = _COMMON_GROUPS.get(record.TABLE)
    if common is not None:
        return common
    return GroupId(getattr(record, record.OWNER) if record.OWNER else record.id)

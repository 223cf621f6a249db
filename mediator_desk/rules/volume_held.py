"""What the check of a volume asks of a case, and what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from mediator_desk.records.agreement import Agreement, Obligation
from mediator_desk.records.attachment import Attachment
from mediator_desk.records.confirmation import Confirmation
from mediator_desk.records.dispute import Dispute
from mediator_desk.records.follow_up import FollowUp
from mediator_desk.records.issued_paper import IssuedPaper, SignedPage
from mediator_desk.records.people import Party
from mediator_desk.records.performance import Payment
from mediator_desk.records.sitting import Consent, Sitting
from mediator_desk.records.team import Committee
from mediator_desk.records.volume import Application, Filing, PowerOfAttorney, VolumeNote
from mediator_desk.rules.remarks import Remark


class Held(Protocol):
    """A case with all its records; ``rows.CaseFile`` is one."""

    @property
    def dispute(self) -> Dispute:
        """Give the dispute."""

    @property
    def committee(self) -> Committee | None:
        """Give the committee that stands behind the volume."""

    @property
    def parties(self) -> tuple[Party, ...]:
        """Give the parties."""

    @property
    def consents(self) -> tuple[Consent, ...]:
        """Give what the parties answered to mediation."""

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """Give the sittings."""

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Give the agreements."""

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Give what was promised."""

    @property
    def payments(self) -> tuple[Payment, ...]:
        """Give what was paid."""

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Give the return visits."""

    @property
    def confirmations(self) -> tuple[Confirmation, ...]:
        """Give the applications to a court."""

    @property
    def applications(self) -> tuple[Application, ...]:
        """Give the application for mediation."""

    @property
    def powers(self) -> tuple[PowerOfAttorney, ...]:
        """Give the powers of attorney."""

    @property
    def investigations(self) -> tuple[object, ...]:
        """Give the inquiries."""

    @property
    def risk_reports(self) -> tuple[object, ...]:
        """Give the reports of risks."""

    @property
    def volume_notes(self) -> tuple[VolumeNote, ...]:
        """Give the note on the volume."""

    @property
    def filings(self) -> tuple[Filing, ...]:
        """Give the filing."""

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Give the files kept with the case."""

    @property
    def on_their_way(self) -> Mapping[str, str]:
        """Give the SHA-256 of files that did not come yet, with the station that has each."""

    @property
    def issued_papers(self) -> tuple[IssuedPaper, ...]:
        """Give the papers that left the desk."""

    @property
    def signed_pages(self) -> tuple[SignedPage, ...]:
        """Give the signed pages that came back."""

    @property
    def people(self) -> Mapping[UUID, str]:
        """Name the people of the station."""


class Presence(StrEnum):
    """How a paper of the volume stands."""

    THERE = "there"
    MISSING = "missing"
    UNSIGNED = "unsigned"
    DOUBTFUL = "doubtful"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be done about a paper: a sentence, and the use case that mends it."""

    said: Remark
    mend: str = ""
    presence: Presence = Presence.DOUBTFUL

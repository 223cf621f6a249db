"""The joint application to a court to confirm an agreement (Mediation Law 33)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import AgreementId, DisputeId, PartyId


class ConfirmationState(StrEnum):
    """How far an application is; that the 30 days have lapsed is a question, not a state."""

    OFFERED = "offered"
    APPLIED = "applied"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class CourtGround(StrEnum):
    """Why this court: Civil Procedure Law 205."""

    DOMICILE = "domicile"
    SUBJECT_MATTER = "subject_matter"
    COMMITTEE = "committee"
    INVITED = "invited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """One application, from the choice of the court to the court's word.

    ``signed_by`` are the parties who signed the application: it takes all of them.
    ``doubts`` are the codes of the doubts that were shown and left standing.
    """

    TABLE: ClassVar[str] = "confirmation"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    agreement: AgreementId
    state: ConfirmationState = ConfirmationState.OFFERED
    court: str
    ground: CourtGround
    signed_by: tuple[PartyId, ...] = ()
    doubts: tuple[str, ...] = ()
    offered_on: date
    applied_on: date | None = None
    answered_on: date | None = None
    decided_on: date | None = None
    number: str = ""
    words: str = ""
    version: int = 0

"""An agreement, written or oral, and what each party owes under it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from mediator_desk.records.ids import AgreementId, DisputeId, PartyId


class AgreementForm(StrEnum):
    """On paper or by word of mouth (Mediation Law 28), or a note without a committee."""

    WRITTEN = "written"
    ORAL = "oral"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the parties agreed; ``agreed_on`` is the day of their agreement."""

    TABLE: ClassVar[str] = "agreement"
    OWNER: ClassVar[str] = "dispute"

    id: AgreementId
    dispute: DisputeId
    form: AgreementForm
    number: str
    agreed_on: date
    facts: str
    terms: str
    performance: str = ""
    copies: int = 0
    mediator: str = ""
    recorder: str = ""
    parties_marked_on: date | None = None
    mediator_signed_on: date | None = None
    sealed_on: date | None = None
    partial: bool = False
    version: int = 0

    @property
    def effective_on(self) -> date | None:
        """Give the day it binds: oral at once (art. 30), written with the last mark (art. 29).

        A consultation note is the parties' own contract: it binds with their marks.
        """
        if self.form is AgreementForm.ORAL:
            return self.agreed_on
        if self.form is AgreementForm.NOTE:
            return self.parties_marked_on
        marks = (self.parties_marked_on, self.mediator_signed_on, self.sealed_on)
        days = [day for day in marks if day is not None]
        return max(days) if len(days) == len(marks) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """One thing one party is to do by a day; ``amount`` in yuan when it is money."""

    TABLE: ClassVar[str] = "obligation"
    OWNER: ClassVar[str] = "dispute"

    id: UUID
    dispute: DisputeId
    agreement: AgreementId
    debtor: PartyId
    creditor: PartyId | None = None
    what: str
    amount: Decimal | None = None
    due_on: date | None = None
    performed_on: date | None = None
    proof: str = ""
    version: int = 0

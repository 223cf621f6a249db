"""Agreements with sums, brought as far as a test of performance needs them."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from mediator_desk.records.confirmation import CourtGround
from mediator_desk.usecases.confirm_agreement import OfferConfirmation, offer_confirmation
from mediator_desk.usecases.recusals import AskRecusal, ask_recusal
from mediator_desk.usecases.sign_agreement import (
    MarkAgreement,
    Promise,
    mark_agreement,
    sign_agreement,
)

MARKED = date(2026, 11, 23)


def promised(here, *, marked: date | None = MARKED, **said) -> UUID:
    """Sign a written agreement: the second party pays the first 900 yuan by 30 November."""
    dispute = here.heard()
    first, second = here.file(dispute).parties
    values = {
        "debtor": second.id,
        "creditor": first.id,
        "what": "赔偿修理费",
        "amount": Decimal(900),
        "due_on": date(2026, 11, 30),
    }
    promise = Promise(**(values | said))
    sign_agreement(here.desk, here.agreement(dispute, promises=(promise,)))
    if marked is not None:
        mark(here, dispute, marked)
    return dispute


def mark(here, dispute: UUID, parties: date, sealed: date | None = None) -> None:
    """Put the three marks on the written agreement of a dispute."""
    mark_agreement(
        here.desk,
        MarkAgreement(
            agreement=here.file(dispute).agreements[0].id,
            parties_marked_on=parties,
            mediator_signed_on=parties,
            sealed_on=sealed or parties,
        ),
    )


def offered(here) -> UUID:
    """Begin an application for confirmation of an agreement."""
    dispute = promised(here)
    asked = OfferConfirmation(
        agreement=here.file(dispute).agreements[0].id,
        court="聊城市东昌府区人民法院",
        ground=CourtGround.COMMITTEE,
    )
    offer_confirmation(here.desk, asked)
    return dispute


def wished(here) -> UUID:
    """Have a party wish for another mediator."""
    dispute = here.consenting()
    party = here.file(dispute).parties[1]
    ask_recusal(
        here.desk, AskRecusal(dispute=dispute, asked_by=party.id, reason="调解员与对方是亲戚")
    )
    return dispute


def running(here, dispute: UUID, rule: str) -> list[str]:
    """Give the last days of the running clocks of one rule."""
    return sorted(
        f"{one.due_at:%Y-%m-%d}"
        for one in here.file(dispute).deadlines
        if one.running() and one.rule == rule
    )

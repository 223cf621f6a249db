"""A case file asked about its agreements: how far each promise is, and which steps lack matter."""

from datetime import date

from mediator_desk.records.agreement import Agreement, AgreementForm, Obligation
from mediator_desk.rows import CaseFile
from mediator_desk.rules.performance import Part, parts_of

Schedule = tuple[tuple[Obligation, tuple[Part, ...]], ...]


def schedule_of(file: CaseFile, today: date) -> Schedule:
    """Say of every promise how far each of its parts is."""
    return tuple(
        (one, parts_of(one, file.instalments, file.payments, today)) for one in file.obligations
    )


def unmarked(file: CaseFile) -> tuple[Agreement, ...]:
    """Name the written agreements that still lack a mark."""
    return tuple(
        one
        for one in file.agreements
        if one.form is AgreementForm.WRITTEN and one.effective_on is None
    )


def lacking_steps(file: CaseFile) -> frozenset[str]:
    """Name the steps that this file has nothing for."""
    lacking: set[str] = set()
    open_ones = [one for one in file.obligations if one.performed_on is None]
    if not file.parties:
        lacking |= {"change-party", "record-consent"}
    if not unmarked(file):
        lacking |= {"mark-agreement"}
    if not open_ones:
        lacking |= {"perform-obligation", "urge-performance", "record-lawsuit"}
    if not any(one.amount for one in open_ones):
        lacking |= {"record-payment", "change-schedule"}
    return frozenset(lacking)

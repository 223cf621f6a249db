"""The papers after an agreement, or instead of one: receipts, visits, the court, endings, risks."""

from collections.abc import Callable, Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import Agreement, AgreementForm
from mediator_desk.records.dispute import Outcome
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.papers import facts_after as facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_

_UNSETTLED = (Outcome.FAILED, Outcome.REFUSED, Outcome.WITHDRAWN, Outcome.REFERRED)


def _receipts(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for payment in file.payments:
        said = facts.receipt_facts(file, payment)
        if said is not None:
            yield print_form(press, "F13", said)


def _visits(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for visit in file.follow_ups:
        yield print_form(press, "F14", facts.visit_facts(file, visit))


def _application(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the application, and what the committee certifies beside it."""
    agreement = _binding(file)
    if agreement is not None:
        last = file.confirmations[-1] if file.confirmations else None
        said = facts.application_facts(file, agreement, last)
        yield print_form(press, "F15", said)
        yield print_form(press, "F15B", said)


def _undisputed(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for one in file.undisputed:
        yield print_form(press, "F22", facts.ending_facts(file, one))


def _ending(id: str) -> Callable[[Desk, Press, CaseFile], Iterator[Printed]]:
    def make(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
        yield print_form(press, id, facts.ending_facts(file))

    return make


def _notes(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for one in file.agreements:
        if one.form is AgreementForm.NOTE:
            yield print_form(press, "F11N", facts.note_facts(file, one))


def _risks(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for report in file.risk_reports:
        yield print_form(press, "F23", facts.risk_facts(file, report))


def _binding(file: CaseFile) -> Agreement | None:
    """Give the last written agreement that is in effect."""
    found = [
        one
        for one in file.agreements
        if one.form is AgreementForm.WRITTEN and one.effective_on is not None
    ]
    return found[-1] if found else None


def _ended_without(file: CaseFile) -> bool:
    return not file.dispute.open and file.dispute.outcome in _UNSETTLED


PAPERS = (
    PaperSort(
        name=PaperName.RECEIPT,
        about=CaseFile,
        make=_receipts,
        ready=lambda file: bool(file.payments),
        missing=N_("No payment of {number} is recorded yet. Record one first."),
    ),
    PaperSort(
        name=PaperName.FOLLOW_UP_RECORD,
        about=CaseFile,
        make=_visits,
        ready=lambda file: bool(file.follow_ups),
        missing=N_("No return visit of {number} is recorded yet. Record one first."),
    ),
    PaperSort(
        name=PaperName.CONFIRMATION_APPLICATION,
        about=CaseFile,
        make=_application,
        ready=lambda file: _binding(file) is not None,
        missing=N_("{number} has no written agreement in effect that a court could confirm."),
    ),
    PaperSort(
        name=PaperName.UNDISPUTED_FACTS,
        about=CaseFile,
        make=_undisputed,
        ready=lambda file: bool(file.undisputed),
        missing=N_("No undisputed facts of {number} are recorded yet. Record them first."),
    ),
    PaperSort(
        name=PaperName.MEDIATION_STATEMENT,
        about=CaseFile,
        make=_ending("F22B"),
        ready=_ended_without,
        missing=N_("The mediation of {number} has not ended without an agreement."),
    ),
    PaperSort(
        name=PaperName.TERMINATION_NOTICE,
        about=CaseFile,
        make=_ending("F19"),
        ready=_ended_without,
        missing=N_("The mediation of {number} has not ended without an agreement."),
    ),
    PaperSort(
        name=PaperName.CONSULTATION_NOTE,
        about=CaseFile,
        make=_notes,
        ready=lambda file: any(one.form is AgreementForm.NOTE for one in file.agreements),
        missing=N_("{number} has no consultation note yet. Record it first."),
    ),
    PaperSort(
        name=PaperName.RISK_REPORT,
        about=CaseFile,
        make=_risks,
        ready=lambda file: bool(file.risk_reports),
        missing=N_("No risk of {number} was reported yet. Record the report first."),
    ),
)

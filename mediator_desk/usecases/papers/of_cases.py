"""The papers of a case: summary, acceptance register, records, agreements."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from mediator_desk.paper.papers import (
    print_acceptance_register,
    print_case_summary,
    print_form,
    print_mediation_record,
)
from mediator_desk.paper.pdf import Printed, carrying
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.papers.case_record import case_record
from mediator_desk.usecases.papers.facts import acceptance_facts, agreement_facts, record_facts
from mediator_desk.usecases.papers.masked import Mask, check_public, masked_case
from mediator_desk.usecases.papers.sort import Job, PaperName, PaperSort, made_here
from mediator_desk.usecases.papers.summary_facts import summary_facts, told_in_summary
from mediator_desk.usecases.sign_agreement import NO_COMMITTEE
from mediator_desk.words import N_


def _summary(desk: Desk, file: CaseFile) -> Iterator[Job]:
    yield partial(print_case_summary, facts=summary_facts(desk, file))


def _summary_with_record(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print one summary with the record inside; those of a batch are read and thrown away."""
    for job in _summary(desk, file):
        yield carrying(press, job(press), [case_record(desk, file)])


def _masked_summary(desk: Desk, file: CaseFile, mask: Mask) -> Iterator[Job]:
    facts = summary_facts(desk, masked_case(file, mask), mask.level)
    check_public(mask, told_in_summary(facts))
    yield partial(print_case_summary, facts=facts)


def _acceptance(_desk: Desk, file: CaseFile) -> Iterator[Job]:
    if file.dispute.accepted_at is not None:
        facts = acceptance_facts(file, file.dispute.accepted_at)
        yield partial(print_acceptance_register, facts=facts)


def _records(_desk: Desk, file: CaseFile) -> Iterator[Job]:
    for sitting in file.sittings:
        yield partial(print_mediation_record, facts=record_facts(file, sitting))


def _agreements(form: AgreementForm, blank: str) -> Callable[[Desk, CaseFile], Iterator[Job]]:
    """Print the agreements of one form; a committee and a registered mediator stand behind them."""

    def jobs(desk: Desk, file: CaseFile) -> Iterator[Job]:
        if file.committee is None:
            raise Refusal(NO_COMMITTEE)
        # A mediator of another station, whose agreement came in a bundle, was checked there.
        cannot_sign = {one.name for one in desk.queries.people() if not one.registered} | {""}
        for agreement in file.agreements:
            if agreement.form is not form:
                continue
            if agreement.mediator in cannot_sign:
                raise Refusal(
                    N_(
                        "{name} is not a registered people's mediator and cannot sign. "
                        "Assign one who is."
                    ),
                    name=agreement.mediator,
                )
            asked = form is AgreementForm.ORAL and desk.books.volume.oral_party_marks
            facts = replace(agreement_facts(file, agreement), party_marks_asked=asked)
            yield partial(print_form, id=blank, facts=facts)

    return jobs


def _without_committee(file: CaseFile) -> str:
    """Say why a team without a committee prints no agreement at all (domain.md finding 1)."""
    return NO_COMMITTEE if file.committee is None else ""


def _has(form: AgreementForm) -> Callable[[CaseFile], bool]:
    return lambda file: any(one.form is form for one in file.agreements)


_written = _agreements(AgreementForm.WRITTEN, "F11")
_oral = _agreements(AgreementForm.ORAL, "F12")

PAPERS = (
    PaperSort(
        name=PaperName.SUMMARY,
        about=CaseFile,
        make=_summary_with_record,
        ready=lambda _file: True,
        jobs=_summary,
        issued=False,
        masked=_masked_summary,
    ),
    PaperSort(
        name=PaperName.ACCEPTANCE_REGISTER,
        about=CaseFile,
        make=made_here(_acceptance),
        jobs=_acceptance,
        ready=lambda file: file.dispute.accepted_at is not None,
        missing=N_("{number} is not accepted yet. Accept it first."),
    ),
    PaperSort(
        name=PaperName.MEDIATION_RECORD,
        about=CaseFile,
        make=made_here(_records),
        jobs=_records,
        ready=lambda file: bool(file.sittings),
        missing=N_("{number} has no sitting yet. Write one down first."),
    ),
    PaperSort(
        name=PaperName.AGREEMENT,
        about=CaseFile,
        make=made_here(_written),
        jobs=_written,
        ready=_has(AgreementForm.WRITTEN),
        missing=N_("{number} has no written agreement yet. Record it first."),
        why_not=_without_committee,
    ),
    PaperSort(
        name=PaperName.ORAL_AGREEMENT_REGISTER,
        about=CaseFile,
        make=made_here(_oral),
        jobs=_oral,
        ready=_has(AgreementForm.ORAL),
        missing=N_("{number} has no oral agreement yet. Record it first."),
        why_not=_without_committee,
    ),
)

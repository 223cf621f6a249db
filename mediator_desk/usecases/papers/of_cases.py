"""The papers of a case: summary, acceptance register, records, agreements."""

from collections.abc import Callable, Iterator

from mediator_desk.paper.facts import AgreementFacts
from mediator_desk.paper.papers import (
    print_acceptance_register,
    print_agreement,
    print_case_summary,
    print_mediation_record,
    print_oral_agreement_register,
)
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.usecases.papers.facts import acceptance_facts, agreement_facts, record_facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.papers.summary_facts import summary_facts
from mediator_desk.usecases.sign_agreement import NO_COMMITTEE
from mediator_desk.words import N_


def _summary(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    yield print_case_summary(press, summary_facts(desk, file))


def _acceptance(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    if file.dispute.accepted_at is not None:
        yield print_acceptance_register(press, acceptance_facts(file, file.dispute.accepted_at))


def _records(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    for sitting in file.sittings:
        yield print_mediation_record(press, record_facts(file, sitting))


def _agreements(
    form: AgreementForm, print_one: Callable[[Press, AgreementFacts], Printed]
) -> Callable[[Desk, Press, CaseFile], Iterator[Printed]]:
    """Print the agreements of one form; a committee and a registered mediator stand behind them."""

    def make(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
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
            yield print_one(press, agreement_facts(file, agreement))

    return make


def _without_committee(file: CaseFile) -> str:
    """Say why a team without a committee prints no agreement at all (domain.md finding 1)."""
    return NO_COMMITTEE if file.committee is None else ""


def _has(form: AgreementForm) -> Callable[[CaseFile], bool]:
    return lambda file: any(one.form is form for one in file.agreements)


PAPERS = (
    PaperSort(
        name=PaperName.SUMMARY,
        about=CaseFile,
        make=_summary,
        ready=lambda _file: True,
    ),
    PaperSort(
        name=PaperName.ACCEPTANCE_REGISTER,
        about=CaseFile,
        make=_acceptance,
        ready=lambda file: file.dispute.accepted_at is not None,
        missing=N_("{number} is not accepted yet. Accept it first."),
    ),
    PaperSort(
        name=PaperName.MEDIATION_RECORD,
        about=CaseFile,
        make=_records,
        ready=lambda file: bool(file.sittings),
        missing=N_("{number} has no sitting yet. Write one down first."),
    ),
    PaperSort(
        name=PaperName.AGREEMENT,
        about=CaseFile,
        make=_agreements(AgreementForm.WRITTEN, print_agreement),
        ready=_has(AgreementForm.WRITTEN),
        missing=N_("{number} has no written agreement yet. Record it first."),
        why_not=_without_committee,
    ),
    PaperSort(
        name=PaperName.ORAL_AGREEMENT_REGISTER,
        about=CaseFile,
        make=_agreements(AgreementForm.ORAL, print_oral_agreement_register),
        ready=_has(AgreementForm.ORAL),
        missing=N_("{number} has no oral agreement yet. Record it first."),
        why_not=_without_committee,
    ),
)

"""Print papers: one or several, each with its bookmark, or the reason why one cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mediator_desk.paper.papers import (
    bind,
    print_acceptance_register,
    print_agreement,
    print_case_summary,
    print_council_topic,
    print_mediation_record,
    print_oral_agreement_register,
    print_whistle_slip,
)
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press, open_press
from mediator_desk.ports import Desk
from mediator_desk.records.agreement import AgreementForm
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import CaseFile, TopicFile, WhistleFile
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.paper_facts import (
    acceptance_facts,
    agreement_facts,
    record_facts,
    topic_facts,
    whistle_facts,
)
from mediator_desk.usecases.summary_facts import summary_facts
from mediator_desk.words import N_


class PaperName(StrEnum):
    """The papers of the desk."""

    SUMMARY = "summary"
    ACCEPTANCE_REGISTER = "acceptance-register"
    MEDIATION_RECORD = "mediation-record"
    AGREEMENT = "agreement"
    ORAL_AGREEMENT_REGISTER = "oral-agreement-register"
    WHISTLE_SLIP = "whistle-slip"
    COUNCIL_TOPIC = "council-topic"


File = CaseFile | WhistleFile | TopicFile

_ABOUT_WHISTLES = (PaperName.WHISTLE_SLIP,)
_ABOUT_TOPICS = (PaperName.COUNCIL_TOPIC,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPapers:
    """Which paper, of which disputes (or whistles, or topics), by their numbers or ids."""

    numbers: tuple[str, ...]
    paper: PaperName


def print_papers(desk: Desk, asked: PrintPapers, fonts: Path) -> Printed:
    """Print them into one PDF. Raises ``Refusal``, ``GlyphMissing``; then nothing is printed."""
    permit(desk.person.role, "print" if len(asked.numbers) == 1 else "print-batch")
    press = open_press(fonts)
    papers = [
        paper
        for number in asked.numbers
        for file in _files(desk, number, asked.paper)
        for paper in print_file(desk, press, file, asked.paper)
    ]
    if len(papers) == 1:
        return papers[0]
    return bind(press, papers, papers[0].title)


def print_file(desk: Desk, press: Press, file: File, paper: PaperName) -> tuple[Printed, ...]:
    """Print a paper of one file; a case with several sittings has several records."""
    match file:
        case WhistleFile():
            return (print_whistle_slip(press, whistle_facts(desk, file)),)
        case TopicFile():
            return (print_council_topic(press, topic_facts(desk, file)),)
        case CaseFile():
            return tuple(_papers_of_case(desk, press, file, paper))


def printable(file: File) -> tuple[PaperName, ...]:
    """Name the papers that a file has enough in it for."""
    match file:
        case WhistleFile():
            return _ABOUT_WHISTLES
        case TopicFile():
            return _ABOUT_TOPICS
        case CaseFile():
            forms = {one.form for one in file.agreements}
            ready = {
                PaperName.SUMMARY: True,
                PaperName.ACCEPTANCE_REGISTER: file.dispute.accepted_at is not None,
                PaperName.MEDIATION_RECORD: bool(file.sittings),
                PaperName.AGREEMENT: AgreementForm.WRITTEN in forms,
                PaperName.ORAL_AGREEMENT_REGISTER: AgreementForm.ORAL in forms,
            }
            return tuple(name for name, is_ready in ready.items() if is_ready)


def _files(desk: Desk, number: str, paper: PaperName) -> tuple[File, ...]:
    """Read the files a paper is about; a dispute's number stands for its whistles or its topic."""
    if paper in _ABOUT_WHISTLES:
        for whistle in desk.queries.whistles():
            if number in (whistle.number, str(whistle.id)):
                return (desk.queries.whistle_file(whistle.id),)
    if paper in _ABOUT_TOPICS:
        for topic in desk.queries.topics():
            if number in (topic.number, str(topic.id)):
                return (desk.queries.topic_file(topic.id),)
    case = desk.queries.case_file(desk.queries.dispute_by_number(number))
    if paper in _ABOUT_WHISTLES:
        if not case.whistles:
            raise NotFound(N_("No whistle was blown for {number} yet."), number=number)
        return tuple(desk.queries.whistle_file(one.id) for one in case.whistles)
    if paper in _ABOUT_TOPICS:
        if case.agenda_topic is None:
            raise NotFound(N_("{number} belongs to no topic of the council."), number=number)
        return (desk.queries.topic_file(case.agenda_topic.id),)
    return (case,)


def _papers_of_case(
    desk: Desk, press: Press, file: CaseFile, paper: PaperName
) -> Iterator[Printed]:
    """Print what a case has of one kind of paper. Raises ``Refusal`` when it has none."""
    number = file.dispute.number
    match paper:
        case PaperName.SUMMARY:
            yield print_case_summary(press, summary_facts(desk, file))
        case PaperName.ACCEPTANCE_REGISTER:
            if file.dispute.accepted_at is None:
                raise Refusal(N_("{number} is not accepted yet. Accept it first."), number=number)
            yield print_acceptance_register(press, acceptance_facts(file, file.dispute.accepted_at))
        case PaperName.MEDIATION_RECORD:
            if not file.sittings:
                raise Refusal(
                    N_("{number} has no sitting yet. Write one down first."), number=number
                )
            for sitting in file.sittings:
                yield print_mediation_record(press, record_facts(file, sitting))
        case PaperName.AGREEMENT | PaperName.ORAL_AGREEMENT_REGISTER:
            yield from _agreements(desk, press, file, paper)
        case PaperName.WHISTLE_SLIP | PaperName.COUNCIL_TOPIC:
            raise Refusal(N_("{number} is a dispute; this paper is not about one."), number=number)


def _agreements(desk: Desk, press: Press, file: CaseFile, paper: PaperName) -> Iterator[Printed]:
    """Print the agreements of one form; a committee and a registered mediator stand behind them."""
    if file.committee is None:
        raise Refusal(
            N_(
                "Only a people's mediation committee can issue an agreement, and this team has "
                "none (Mediation Law 29). Set the committee in the settings first."
            )
        )
    written = paper is PaperName.AGREEMENT
    form = AgreementForm.WRITTEN if written else AgreementForm.ORAL
    print_one = print_agreement if written else print_oral_agreement_register
    found = [one for one in file.agreements if one.form is form]
    if not found:
        said = N_("{number} has no written agreement yet. Record it first.")
        if not written:
            said = N_("{number} has no oral agreement yet. Record it first.")
        raise Refusal(said, number=file.dispute.number)
    # A mediator of another station, whose agreement came in a bundle, was checked there.
    cannot_sign = {one.name for one in desk.queries.people() if not one.registered} | {""}
    for agreement in found:
        if agreement.mediator in cannot_sign:
            raise Refusal(
                N_(
                    "{name} is not a registered people's mediator and cannot sign. "
                    "Assign one who is."
                ),
                name=agreement.mediator,
            )
        yield print_one(press, agreement_facts(file, agreement))

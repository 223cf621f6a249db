"""The papers that only the case volume asks for, each by itself."""

from collections.abc import Callable, Iterator

from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.dispute import Stage
from mediator_desk.rows import CaseFile
from mediator_desk.rows.attachments import evidence_lines
from mediator_desk.rules.volume import NoticeStyle
from mediator_desk.usecases.papers import facts_volume as facts
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.words import N_

Made = Callable[[Desk, Press, CaseFile], Iterator[Printed]]


def applications(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the application (F03)."""
    for one in file.applications[-1:]:
        yield print_form(press, "F03", facts.request_facts(file, one))


def rights_notices(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the notice of rights and duties (F05): one for all, or one for each party."""
    if desk.books.volume.rights_notice is NoticeStyle.TOGETHER:
        yield print_form(press, "F05", facts.notice_facts(file, file.parties))
    else:
        for party in file.parties:
            yield print_form(press, "F05", facts.notice_facts(file, (party,)))


def identity_sheets(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print one sheet for each party's proof of identity (F06)."""
    for party in file.parties:
        yield print_form(press, "F06", facts.identity_facts(file, party))


def powers(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the powers of attorney (F07)."""
    known = {party.id for party in file.parties}
    for one in file.powers:
        if one.party in known:
            yield print_form(press, "F07", facts.attorney_facts(file, one))


def investigations(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the records of inquiries (F08), one for each person asked."""
    for one in sorted(file.investigations, key=lambda each: each.held_at):
        yield print_form(press, "F08", facts.investigation_facts(file, one))


def evidence_lists(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the list of evidence (F09)."""
    if evidence_lines(file):
        yield print_form(press, "F09", facts.evidence_facts(file))


def volume_notes(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the note on the volume's condition (F16)."""
    for one in file.volume_notes[-1:]:
        yield print_form(press, "F16", facts.note_facts(file, one))


def closing_reports(_desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    """Print the closing report (F18)."""
    yield print_form(press, "F18", facts.closing_facts(file))


PAPERS = (
    PaperSort(
        name=PaperName.MEDIATION_APPLICATION,
        about=CaseFile,
        make=applications,
        ready=lambda file: bool(file.applications),
        missing=N_("No application of {number} is written down yet. Write it down first."),
    ),
    PaperSort(
        name=PaperName.RIGHTS_NOTICE,
        about=CaseFile,
        make=rights_notices,
        ready=lambda file: bool(file.parties),
        missing=N_("{number} has no parties yet. Add them first."),
    ),
    PaperSort(
        name=PaperName.IDENTITY_SHEET,
        about=CaseFile,
        make=identity_sheets,
        ready=lambda file: bool(file.parties),
        missing=N_("{number} has no parties yet. Add them first."),
    ),
    PaperSort(
        name=PaperName.POWER_OF_ATTORNEY,
        about=CaseFile,
        make=powers,
        ready=lambda file: bool(file.powers),
        missing=N_("No power of attorney of {number} is recorded yet. Record it first."),
    ),
    PaperSort(
        name=PaperName.INVESTIGATION_RECORD,
        about=CaseFile,
        make=investigations,
        ready=lambda file: bool(file.investigations),
        missing=N_("No inquiry of {number} is written down yet. Write it down first."),
    ),
    PaperSort(
        name=PaperName.EVIDENCE_LIST,
        about=CaseFile,
        make=evidence_lists,
        ready=lambda file: bool(evidence_lines(file)),
        missing=N_("No evidence is kept with {number} yet. Attach it first."),
    ),
    PaperSort(
        name=PaperName.VOLUME_NOTE,
        about=CaseFile,
        make=volume_notes,
        ready=lambda file: bool(file.volume_notes),
        missing=N_("No note on the volume of {number} is written yet. Write it first."),
    ),
    PaperSort(
        name=PaperName.CLOSING_REPORT,
        about=CaseFile,
        make=closing_reports,
        ready=lambda file: file.dispute.stage in (Stage.CLOSED, Stage.ARCHIVED),
        missing=N_("{number} is not closed yet. Close it first."),
    ),
)

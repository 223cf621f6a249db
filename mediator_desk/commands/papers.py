"""Printing from the command line: one record, or many with a list of what could not be printed."""

import sys
from dataclasses import replace
from typing import Any

from mediator_desk.commands.answers import DONE, PARTLY, REFUSED, Answer
from mediator_desk.commands.codes import coded
from mediator_desk.commands.complaints import Misuse, mention
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.issued import issue_told
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.selections import selection
from mediator_desk.commands.surroundings import Surroundings, Visit
from mediator_desk.rules.masking_levels import ListColumn, Masking
from mediator_desk.usecases.batch_files import BatchReport, print_into_folder, print_into_one
from mediator_desk.usecases.issuing.issue import IssuePaper, issue_paper, may_be_issued
from mediator_desk.usecases.papers.list_facts import ListHead
from mediator_desk.usecases.print_batch import PrintBatch, Step
from mediator_desk.usecases.print_list import PAPER as LIST
from mediator_desk.usecases.print_list import PrintList, print_list
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.select_cases import select_cases
from mediator_desk.words import N_, _, n_


def print_numbers(asked: Arguments, around: Surroundings) -> Answer:
    """Print what was asked for; of many, whatever can be printed."""
    level = coded(Masking, asked.masked)
    if bool(asked.numbers) == (asked.select is not None):
        raise Misuse(N_("Give numbers, or say with --select which disputes are meant."))
    with around.visit() as visit:
        visit.house.check_target(asked.out)
        numbers = _numbers(asked, visit)
        if asked.paper == LIST:
            return _list(asked, around, visit, PrintList(numbers=numbers, level=level))
        batch = PrintBatch(numbers=numbers, paper=PaperName(asked.paper), level=level)
        if asked.each:
            report = print_into_folder(visit.desk, batch, around.fonts, asked.out, watch=_progress)
            return _each(asked, report)
        if asked.select is None and len(numbers) == 1 and level is Masking.INTERNAL:
            return _single(asked, around, visit, batch)
        printed, report = print_into_one(visit.desk, batch, around.fonts, watch=_progress)
    if printed is not None:
        write_whole(asked.out, printed.pdf)
    return _one_file(asked, report)


def _numbers(asked: Arguments, visit: Visit) -> tuple[str, ...]:
    if asked.select is None:
        return tuple(asked.numbers)
    found = select_cases(visit.desk, selection(asked.select, asked.order, visit.desk))
    if not found:
        raise Misuse(N_("No dispute meets “{said}”."), said=asked.select)
    return tuple(str(row.id) for row in found)


def _single(asked: Arguments, around: Surroundings, visit: Visit, batch: PrintBatch) -> Answer:
    """Print one record, and issue what leaves the desk; it is refused as a whole."""
    if may_be_issued(batch.paper) and not asked.draft:
        (number,) = batch.numbers
        told = issue_paper(visit.desk, IssuePaper(number=number, paper=batch.paper), around.fonts)
        printed, issues = told.printed, told.issues
    else:
        request = PrintPapers(numbers=batch.numbers, paper=batch.paper)
        printed, issues = print_papers(visit.desk, request, around.fonts), ()
    write_whole(asked.out, printed.pdf)
    answer = _one_file(asked, BatchReport(printed=1, pages=printed.pages))
    told_issues = [issue_told(one) for one in issues]
    return replace(answer, json=answer.json | {"issued": told_issues})


def _list(asked: Arguments, around: Surroundings, visit: Visit, request: PrintList) -> Answer:
    """Print a list of disputes; it is refused as a whole."""
    columns = tuple(
        coded(ListColumn, one) for one in (asked.columns or "").split(",") if one.strip()
    )
    head = ListHead(title=asked.title, contact=asked.contact)
    request = replace(request, columns=columns, head=head)
    printed = print_list(visit.desk, request, around.fonts)
    write_whole(asked.out, printed.pdf)
    return _one_file(asked, BatchReport(printed=len(request.numbers), pages=printed.pages))


def _one_file(asked: Arguments, report: BatchReport) -> Answer:
    """Tell what is in the one file."""
    lines = []
    if report.printed:
        said = n_("{count} page is in {file}.", "{count} pages are in {file}.", report.pages)
        lines.append(said.format(count=report.pages, file=asked.out))
    file = str(asked.out) if report.printed else None
    return _answer(report, {"file": file}, lines)


def _each(asked: Arguments, report: BatchReport) -> Answer:
    """Tell what is in the folder."""
    said = n_("{count} file is in {folder}.", "{count} files are in {folder}.", report.printed)
    lines = [said.format(count=report.printed, folder=asked.out)]
    return _answer(report, {"files": [str(one) for one in report.files]}, lines)


def _answer(report: BatchReport, where: dict[str, Any], lines: list[str]) -> Answer:
    """Tell what was printed and what was not, and why."""
    if report.refused:
        count = len(report.refused)
        said = n_("{count} could not be printed:", "{count} could not be printed:", count)
        lines += [said.format(count=count), *(f"  {line}" for line in report.lines())]
    told = where | {
        "pages": report.pages,
        "printed": report.printed,
        "refused": [
            {"number": one.number, "error": one.error.code, "why": str(one.error)}
            for one in report.refused
            if one.error is not None
        ],
    }
    exit_code = DONE
    if report.refused:
        exit_code = PARTLY if report.printed else REFUSED
    return Answer(json=told, lines=lines, exit_code=exit_code)


def _progress(step: Step) -> None:
    """Say how far it is: on one line of a terminal, else nothing but the end."""
    said = _("{place} of {count}: {number}").format(
        place=step.place, count=step.count, number=step.number
    )
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{said} ")
        sys.stderr.flush()
    elif step.place == step.count:
        mention(said)

"""Issued papers and the pages that come back, on the command line."""

from collections.abc import Iterator

from mediator_desk.commands.answers import DONE, PARTLY, REFUSED, Answer, columns
from mediator_desk.commands.codes import iso
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.numbers import Known
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.issued_paper import Ink, IssuedPaper
from mediator_desk.refusals import NotFound
from mediator_desk.rules.issued_papers import PaperState, paper_states, places_on
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.issuing.issue import issued_content
from mediator_desk.usecases.issuing.scans import (
    Match,
    MatchScan,
    ScannedPage,
    ScansTaken,
    TakeScans,
    match_scan,
    read_scans,
    take_scans,
)
from mediator_desk.words import N_, _, n_

_KEPT = (Match.FOUND, Match.REPLACED, Match.AGAIN)


def list_papers(asked: Arguments, around: Surroundings) -> Answer:
    """List what was issued, the newest first."""
    with around.visit() as visit:
        queries = visit.desk.queries
        about = Known(visit.desk).id_of("about", asked.number)
        states = paper_states(queries.issued_papers(about), queries.signed_pages(about))
    lines = columns([_said(one) for one in states]) if states else [_("Nothing is issued yet.")]
    return Answer(json=[_told(one) for one in states], lines=lines)


def save_paper(asked: Arguments, around: Surroundings) -> Answer:
    """Write an issued paper as it left the desk."""
    with around.visit() as visit:
        visit.house.check_target(asked.out)
        issue, pdf = issued_content(visit.desk, asked.mark)
    write_whole(asked.out, pdf)
    said = n_("{count} page is in {file}.", "{count} pages are in {file}.", issue.pages)
    line = said.format(count=issue.pages, file=asked.out)
    return Answer(json=issue_told(issue) | {"file": str(asked.out)}, lines=[line])


def take(asked: Arguments, around: Surroundings) -> Answer:
    """Take scans in; what is not one of ours is told and not kept."""
    files = tuple(GivenFile(path=str(one)) for one in asked.files)
    with around.visit() as visit:
        taken = take_scans(visit.desk, TakeScans(files=files))
    return _taken(taken)


def match(asked: Arguments, around: Surroundings) -> Answer:
    """Keep a page that a person recognised."""
    with around.visit() as visit:
        given = (GivenFile(path=str(asked.file)),)
        sheets = {one.sheet: one for one in read_scans(visit.desk, given)}
        if asked.sheet not in sheets:
            raise NotFound(
                N_("{file} has no page {sheet}."), file=str(asked.file), sheet=asked.sheet
            )
        page = sheets[asked.sheet]
        if page.why is not None:
            raise page.why
        request = MatchScan(page=page, mark=asked.mark, number=asked.page)
        return _taken(match_scan(visit.desk, request))


def _taken(taken: ScansTaken) -> Answer:
    kept = sum(one.match in _KEPT for one in taken.pages)
    lines = [line for one in taken.pages for line in _lines(one)]
    exit_code = DONE
    if kept < len(taken.pages):
        exit_code = PARTLY if kept else REFUSED
    return Answer(json=[_page(one) for one in taken.pages], lines=lines, exit_code=exit_code)


def _lines(page: ScannedPage) -> list[str]:
    """Say in words what became of a page, and what is unsigned on it."""
    where = {"file": page.file, "sheet": page.sheet}
    if page.issued is None:
        if page.why is not None:
            return [str(page.why)]
        if page.match is Match.UNKNOWN:
            said = _("{file}, page {sheet}: {mark} was not issued here. Take it to its station.")
            return [said.format(mark=page.mark, **where)]
        said = _("{file}, page {sheet}: no mark can be read. Say what it is with: scans match.")
        return [said.format(**where)]
    told = {"title": page.issued.title, "page": page.page, **where}
    sentences = {
        Match.FOUND: _("{file}, page {sheet}: {title}, page {page}."),
        Match.AGAIN: _("{file}, page {sheet}: {title}, page {page}. It was here already."),
        Match.REPLACED: _(
            "{file}, page {sheet}: {title}, page {page}. A later issue has replaced this paper."
        ),
    }
    return [sentences[page.match].format(**told), *(f"  {one}" for one in _unsigned(page))]


def _unsigned(page: ScannedPage) -> Iterator[str]:
    """Name the places of a page that are empty, or where nobody can be sure."""
    if page.issued is None:
        return
    for place, ink in zip(places_on(page.issued, page.page), page.ink, strict=False):
        if ink is not Ink.FOUND:
            yield _("{place}: {ink}").format(place=place.named, ink=label(ink))


def _said(state: PaperState) -> tuple[str, ...]:
    issue = state.issued
    number = _("issue {number}").format(number=issue.issue)
    replaced = _("replaced") if state.replaced else ""
    return (issue.mark, issue.title, number, label(state.back), replaced)


def issue_told(issue: IssuedPaper) -> dict[str, object]:
    """Tell an issue in JSON."""
    return {
        "mark": issue.mark,
        "paper": issue.paper,
        "title": issue.title,
        "issue": issue.issue,
        "pages": issue.pages,
        "template": issue.template,
        "sha256": issue.sha256,
        "issued_at": iso(issue.issued_at),
    }


def _told(state: PaperState) -> dict[str, object]:
    return issue_told(state.issued) | {
        "back": state.back.value,
        "pages_back": list(state.pages_back),
        "replaced": state.replaced,
        "places": [
            {
                "page": one.place.page,
                "label": one.place.label,
                "who": one.place.who,
                "ink": None if one.ink is None else one.ink.value,
            }
            for one in state.places
        ],
    }


def _page(page: ScannedPage) -> dict[str, object]:
    return {
        "file": page.file,
        "sheet": page.sheet,
        "match": page.match.value,
        "mark": page.mark,
        "title": "" if page.issued is None else page.issued.title,
        "page": page.page,
        "ink": [one.value for one in page.ink],
        "why": "" if page.why is None else str(page.why),
    }

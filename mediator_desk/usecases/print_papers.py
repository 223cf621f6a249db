"""Print papers: one or several, each with its bookmark, or the reason why one cannot be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mediator_desk.paper.papers import bind
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.papers import (
    of_cases,
    of_conventions,
    of_council,
    of_endings,
    of_notices,
    of_outside,
    of_revenue,
    of_statistics,
    of_team,
    of_volume,
    of_votes,
    of_whistles,
    of_whole_volumes,
)
from mediator_desk.usecases.papers.named import files_named
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.specimens import press_of

__all__ = ["PaperName", "PrintPapers", "print_papers", "printable", "sort_of"]

_SORTS: Mapping[PaperName, PaperSort[Any]] = {
    sort.name: sort
    for area in (
        of_cases,
        of_volume,
        of_whole_volumes,
        of_endings,
        of_outside,
        of_council,
        of_votes,
        of_revenue,
        of_whistles,
        of_notices,
        of_conventions,
        of_statistics,
        of_team,
    )
    for sort in area.PAPERS
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintPapers:
    """Which paper, of which disputes (or whistles, or topics), by their numbers or ids."""

    numbers: tuple[str, ...]
    paper: PaperName


def print_papers(desk: Desk, asked: PrintPapers, fonts: Path) -> Printed:
    """Print them into one PDF. Raises ``Refusal``, ``GlyphMissing``; then nothing is printed."""
    permit(desk.person.role, "print" if len(asked.numbers) == 1 else "print-batch")
    press = press_of(desk, fonts)
    sort = _SORTS[asked.paper]
    papers: list[Printed] = []
    for number in asked.numbers:
        for file in files_named(desk, number, sort.about):
            against = sort.why_not(file)
            if against or not sort.ready(file):
                raise Refusal(against or sort.missing, number=number)
            papers += sort.make(desk, press, file)
    printed = papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title)
    return printed.finished()
    papers = [
        printed
        for number in asked.numbers
        for file in files_named(desk, number, sort.about)
        for printed in papers_of(desk, press, sort, file, number)
    ]
    return papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title)


def papers_of(
    desk: Desk, press: Press, sort: PaperSort[Any], file: Any, number: str
) -> Iterable[Printed]:
    """Make the papers of one file. Raises ``Refusal`` where there is too little for them."""
    against = sort.why_not(file)
    if against or not sort.ready(file):
        raise Refusal(against or sort.missing, number=number)
    return sort.make(desk, press, file)


def sort_of(paper: PaperName) -> PaperSort[Any]:
    """Give what the desk knows of a paper."""
    return _SORTS[paper]


def printable(file: object) -> tuple[PaperName, ...]:
    """Name the papers that a file has enough in it for."""
    return tuple(
        name
        for name, sort in _SORTS.items()
        if isinstance(file, sort.about) and sort.ready(file) and not sort.why_not(file)
    )

"""Printing from the command line; several numbers make one PDF with bookmarks."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.words import n_


def print_numbers(asked: Arguments, around: Surroundings) -> Answer:
    """Print; nothing is written when any of the papers is refused."""
    request = PrintPapers(numbers=tuple(asked.numbers), paper=PaperName(asked.paper))
    with around.visit() as visit:
        visit.house.check_target(asked.out)
        printed = print_papers(visit.desk, request, around.fonts)
    write_whole(asked.out, printed.pdf)
    said = n_("{count} page is in {file}.", "{count} pages are in {file}.", printed.pages)
    return Answer(
        json={"pages": printed.pages, "file": str(asked.out)},
        lines=[said.format(count=printed.pages, file=asked.out)],
    )

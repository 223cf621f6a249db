"""Printing from the command line; several numbers make one PDF with bookmarks."""

from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Arguments, Commands, Parser, command
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.words import _, n_

_NAMES = (
    "summary",
    "acceptance-register",
    "mediation-record",
    "agreement",
    "oral-agreement-register",
    "whistle-slip",
    "council-topic",
)


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``print``."""
    printing = command(
        commands,
        "print",
        does=_("print a paper of one or several records into one PDF"),
        example="print 古楼-2026-7 --paper agreement -o agreement.pdf",
        run=print_numbers,
    )
    printing.add_argument("numbers", nargs="+", metavar="NUMBER")
    printing.add_argument("--paper", required=True, choices=_NAMES)
    printing.add_argument("-o", dest="out", type=Path, required=True, metavar="FILE.pdf")


def print_numbers(asked: Arguments, around: Surroundings) -> Answer:
    """Print; nothing is written when any of the papers is refused."""
    # The printing library is loaded only for this command.
    from mediator_desk.usecases.print_papers import (  # noqa: PLC0415
        PaperName,
        PrintPapers,
        print_papers,
    )

    request = PrintPapers(numbers=tuple(asked.numbers), paper=PaperName(asked.paper))
    with around.visit() as visit:
        printed = print_papers(visit.desk, request, around.fonts)
    write_whole(asked.out, printed.pdf)
    said = n_("{count} page is in {file}.", "{count} pages are in {file}.", printed.pages)
    return Answer(
        json={"pages": printed.pages, "file": str(asked.out)},
        lines=[said.format(count=printed.pages, file=asked.out)],
    )

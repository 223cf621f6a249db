"""A form printed with made-up facts from the command line."""

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.files import write_whole
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.usecases.specimens import specimen_of, specimen_of_file
from mediator_desk.words import n_


def print_sample(asked: Arguments, around: Surroundings) -> Answer:
    """Print a form with made-up facts; without a file to write into it is only tried."""
    with around.visit() as visit:
        if asked.file.is_file():
            printed = specimen_of_file(visit.desk, asked.file, around.fonts)
        else:
            printed = specimen_of(visit.desk, asked.file.as_posix(), around.fonts)
        if getattr(asked, "out", None) is None:
            return Answer(json={"pages": printed.pages}, lines=[])
        visit.house.check_target(asked.out)
    write_whole(asked.out, printed.pdf)
    said = n_("{count} page is in {file}.", "{count} pages are in {file}.", printed.pages)
    return Answer(
        json={"pages": printed.pages, "file": str(asked.out)},
        lines=[said.format(count=printed.pages, file=asked.out)],
    )

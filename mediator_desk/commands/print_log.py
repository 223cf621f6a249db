"""What was printed of many cases or for others, and what was refused, listed."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.codes import shown
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.print_run import PrintRun
from mediator_desk.rules.masking_levels import Masking
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``prints``."""
    command(
        commands,
        "prints",
        does=_("list what was printed of many cases or for others, and what was refused"),
        example="prints --json",
        run=list_prints,
    )


def list_prints(_asked: Arguments, around: Surroundings) -> Answer:
    """List the log of printing, newest first."""
    with around.visit() as visit:
        runs = visit.desk.queries.print_runs()
        names = {one.id: one.name for one in visit.desk.queries.people()}
    lines = columns([_said(one, names.get(one.by, "")) for one in runs])
    told = [
        {
            "at": one.at,
            "by": names.get(one.by, str(one.by)),
            "paper": one.paper,
            "level": one.level,
            "columns": one.columns,
            "cases": one.cases,
            "printed": one.printed,
            "refused": one.refused,
        }
        for one in runs
    ]
    return Answer(json=told, lines=lines or [_("Nothing was printed for others yet.")])


def _said(one: PrintRun, name: str) -> tuple[str, ...]:
    """Say one print in a line."""
    counted = f"{one.printed}/{one.cases}"
    level = label(Masking(one.level))
    return (shown(one.at), name, one.paper, level, counted, one.refused)

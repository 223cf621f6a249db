"""The volume of a case: whether it is complete, and what is still to be done."""

from typing import Any

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.rules.volume_check import Checked, Line
from mediator_desk.usecases.volume import looked_through
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``volume``."""
    check = command(
        commands,
        "volume",
        does=_("say how each paper of a volume stands, and what is to be done"),
        example="volume 古楼-2026-7 --json",
        run=check_one,
    )
    check.add_argument("number", metavar="NUMBER|ID")


def check_one(asked: Arguments, around: Surroundings) -> Answer:
    """Look a volume through."""
    with around.visit() as visit:
        desk = visit.desk
        file = desk.queries.case_file(desk.queries.dispute_by_number(asked.number))
        checked = looked_through(desk, file)
    return Answer(json=_told(checked), lines=_said(checked))


def _told(checked: Checked) -> dict[str, Any]:
    return {
        "required": checked.required,
        "there": checked.there,
        "complete": checked.complete,
        "papers": [
            {
                "paper": line.item.value,
                "title": line.title.zh,
                "need": line.need.value,
                "state": line.presence.value,
                "findings": [{"said": one.said.words(), "mend": one.mend} for one in line.findings],
            }
            for line in checked.lines
        ],
    }


def _said(checked: Checked) -> list[str]:
    head = _("{there} of {required} required papers are in order.").format(
        there=checked.there, required=checked.required
    )
    return [head, *columns([_row(line) for line in checked.lines])]


def _row(line: Line) -> tuple[str, ...]:
    found = "  ".join(one.said.words() for one in line.findings)
    return (label(line.presence), str(line.title), label(line.need), found)

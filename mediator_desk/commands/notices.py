"""What hangs on the boards, listed."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.rows.notices import NoticeRow
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``notices``."""
    command(
        commands,
        "notices",
        does=_("list what hangs on the boards, newest first"),
        example="notices --json",
        run=list_notices,
    )


def list_notices(_asked: Arguments, around: Surroundings) -> Answer:
    """List the public notices."""
    with around.visit() as visit:
        rows = visit.desk.queries.notices()
    lines = columns([_said(row) for row in rows]) if rows else [_("Nothing was made public yet.")]
    return Answer(json=list(rows), lines=lines)


def _said(row: NoticeRow) -> tuple[str, ...]:
    """Say one notice in a line."""
    until = "" if row.may_come_down_on is None else row.may_come_down_on.isoformat()
    return (row.number, label(row.kind), row.title, label(row.state), until)

"""Taking a ledger in from the command line."""

import sys

from mediator_desk.commands.answers import DONE, PARTLY, REFUSED, Answer, columns
from mediator_desk.commands.complaints import mention
from mediator_desk.commands.options import Arguments
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.ledgers.mapping import read_overrides
from mediator_desk.usecases.intake_ledger import (
    Intake,
    IntakeLedger,
    intake_ledger,
    preview_ledger,
)
from mediator_desk.words import _, n_

_SHOWN = 10


def take_in(asked: Arguments, around: Surroundings) -> Answer:
    """Take a ledger in, or say what that would do."""
    request = IntakeLedger(
        file=asked.file,
        columns=read_overrides(asked.columns),
        sheet=asked.sheet,
        errors=asked.errors,
    )
    work = preview_ledger if asked.dry_run else intake_ledger
    with around.visit() as visit:
        if asked.errors is not None:
            visit.house.check_target(asked.errors)
        done = work(visit.desk, request, progress=_progress)
    told = {
        "logged": done.logged,
        "already": done.already,
        "refused": [{"row": bad.row, "why": bad.why.words()} for bad in done.refused],
        "dry_run": asked.dry_run,
        "sheet": done.sheet,
        "columns": {field.value: heading for field, heading in done.columns.items()},
        "topics": {topic.value: count for topic, count in done.topics.items()},
        "errors": str(asked.errors)
        if asked.errors and done.refused and not asked.dry_run
        else None,
    }
    exit_code = DONE
    if done.refused and not asked.dry_run:
        exit_code = PARTLY if done.logged or done.already else REFUSED
    return Answer(json=told, lines=_lines(done, dry_run=asked.dry_run), exit_code=exit_code)


def _progress(row: int, of: int) -> None:
    """Say how far the reading is: on one line of a terminal, else line by line."""
    said = (
        _("Row {row} of {of} …").format(row=row, of=of) if of else _("Row {row} …").format(row=row)
    )
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{said} ")
        sys.stderr.flush()
    else:
        mention(said)


def _lines(done: Intake, *, dry_run: bool) -> list[str]:
    """Tell people what became of the ledger."""
    if dry_run:
        logged = n_("{count} row would be logged.", "{count} rows would be logged.", done.logged)
    else:
        logged = n_("{count} row was logged.", "{count} rows were logged.", done.logged)
    already = n_("{count} was here already.", "{count} were here already.", done.already)
    lines = [logged.format(count=done.logged)]
    if done.already:
        lines.append(already.format(count=done.already))
    topics = sorted(done.topics.items(), key=lambda one: -one[1])
    lines += columns([(f"  {label(topic)}", str(count)) for topic, count in topics])
    if done.refused:
        bad = n_("{count} row was refused:", "{count} rows were refused:", len(done.refused))
        lines.append(bad.format(count=len(done.refused)))
        row = _("row {row}: {why}")
        lines += [
            "  " + row.format(row=one.row, why=one.why.words()) for one in done.refused[:_SHOWN]
        ]
        if len(done.refused) > _SHOWN:
            lines.append("  …")
    return lines

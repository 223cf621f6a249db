"""The conventions of the place, on the command line."""

from mediator_desk.commands.answers import Answer, columns
from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.options import Arguments, Parser
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.labels import label
from mediator_desk.records.convention import ConventionVersion
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rules.transitions import CONVENTION_STEPS, possible
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``conventions``."""
    command(
        commands,
        "conventions",
        does=_("list the conventions with their versions and what may follow"),
        example="conventions --json",
        run=list_conventions,
    )


def list_conventions(_asked: Arguments, around: Surroundings) -> Answer:
    """List the conventions, newest first."""
    with around.visit() as visit:
        queries = visit.desk.queries
        files = [queries.convention_file(row.id) for row in queries.conventions()]
    lines = columns([_line(one) for one in files])
    if not files:
        lines = [_("There is no convention yet.")]
    return Answer(json=[_plain(one) for one in files], lines=lines)


def _line(file: ConventionFile) -> list[str]:
    convention, newest = file.convention, file.newest
    nth = _("version {ordinal}").format(ordinal=newest.ordinal)
    return [convention.number, convention.title, file.scope, nth, label(newest.state)]


def _plain(file: ConventionFile) -> dict[str, object]:
    """Tell one convention to programs."""
    convention, holding = file.convention, file.holding
    return {
        "id": str(convention.id),
        "number": convention.number,
        "kind": convention.kind.value,
        "title": convention.title,
        "scope": file.scope,
        "in_force": None if holding is None else str(holding.id),
        "versions": [_version(one) for one in file.versions],
    }


def _version(one: ConventionVersion) -> dict[str, object]:
    return {
        "id": str(one.id),
        "ordinal": one.ordinal,
        "state": one.state.value,
        "articles": list(one.articles),
        "adopted_on": one.adopted_on,
        "filed_number": one.filed_number,
        "in_force_from": one.in_force_from,
        "ended_on": one.ended_on,
        "next": possible(CONVENTION_STEPS, one.state),
    }

"""All commands together: the whole parser, and the way from typed words to a command."""

import argparse
from collections.abc import Mapping, Sequence

from mediator_desk.commands import (
    attachments,
    conventions,
    disputes,
    due,
    exchange,
    gather,
    late,
    notices,
    own_fonts,
    papers_out,
    print_log,
    reckoning,
    revenue,
    rule_files,
    safety,
    show,
    station,
    team_work,
    votes,
    whistles,
)
from mediator_desk.commands.answers import give
from mediator_desk.commands.options import (
    PROGRAM,
    Arguments,
    Parser,
    common,
    translate_argparse,
    with_defaults,
)
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.words import _

_FAMILIES = (
    station, disputes, show, late, due, reckoning, votes, revenue, rule_files, gather, exchange,
    whistles, conventions, notices, print_log, attachments, papers_out, own_fonts,
    team_work, safety,
)  # fmt: skip


def read_arguments(typed: Sequence[str], environment: Mapping[str, str]) -> Arguments:
    """Read a command line; without a command, ``run`` is missing. Raises ``Misuse``."""
    translate_argparse()
    return with_defaults(whole_parser().parse_args(list(typed)), environment)


def whole_parser() -> Parser:
    """Put all commands together, with their help in the language in use."""
    parser = Parser(
        prog=PROGRAM,
        description=_("Mediator Desk: a neighbourhood mediation team's own case desk."),
        epilog=_("Without a command the desk opens its window."),
        parents=[common(at_top=True)],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for family in _FAMILIES:
        family.add_to(commands)
    return parser


def carry_out(asked: Arguments, around: Surroundings) -> int:
    """Carry a command out and give its answer; the exit code comes back."""
    return give(asked.run(asked, around), as_json=asked.json)

"""How a command is added to the command line, with its help in both languages."""

import argparse
from collections.abc import Callable

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.options import PROGRAM, Arguments, Parser, common
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.words import _

Commands = argparse._SubParsersAction  # the type of what add_subparsers gives; it has no other name
Run = Callable[[Arguments, Surroundings], Answer]


def command(
    commands: "Commands[Parser]", name: str, *, does: str, example: str, run: Run
) -> Parser:
    """Add a command: what it does in one sentence, an example, and the function that does it."""
    parser = commands.add_parser(
        name,
        help=does,
        description=does,
        epilog=_("Example:") + f"\n  {PROGRAM} {example}",
        parents=[common(at_top=False)],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=run)
    return parser

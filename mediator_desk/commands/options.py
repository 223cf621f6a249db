"""The options every command knows, and a start of the windows too; light, for both load it."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from mediator_desk.commands.complaints import Misuse
from mediator_desk.words import LANGUAGES, N_, _, n_

PROGRAM = "mediator-desk"

Arguments = argparse.Namespace

# What argparse itself says, so that the catalogue has it too.
_OWN_WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)


class Parser(argparse.ArgumentParser):
    """A parser that refuses like the rest of the desk, instead of ending the program."""

    @override
    def error(self, message: str) -> NoReturn:
        raise Misuse(N_("{why} (see {program} --help)"), why=message, program=self.prog)


def options_alone(typed: Sequence[str], environment: Mapping[str, str]) -> Arguments | None:
    """Read a command line that names no command; ``None`` if it does. Raises ``Misuse``."""
    translate_argparse()
    # Help is not for this parser: it names the commands, which are heavy to load.
    parser = Parser(prog=PROGRAM, parents=[common(at_top=True)], add_help=False)
    asked, more = parser.parse_known_args(list(typed))
    return None if more else with_defaults(asked, environment)


def translate_argparse() -> None:
    """Let argparse speak the language in use; it keeps its catalogue under private names."""
    for name, ours in (("_", _), ("ngettext", n_)):
        setattr(argparse, name, ours)


def whole_number(said: str) -> int:
    """Read a number that is not negative."""
    number = int(said)
    if number < 0:
        raise ValueError(said)
    return number


whole_number.__name__ = "int"


def common(*, at_top: bool) -> Parser:
    """Give the options every command knows; they may stand before or after its name."""
    parser = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group(_("everywhere"))
    group.add_argument(
        "--as", dest="person", metavar=_("NAME"), help=_("who is working; the only person if one")
    )
    group.add_argument(
        "--data", type=Path, metavar=_("DIR"), help=_("the station's folder (by default your own)")
    )
    group.add_argument("--lang", choices=LANGUAGES, help=_("the language of messages"))
    group.add_argument(
        "--password-file", type=Path, metavar=_("FILE"), help=_("a file that holds the password")
    )
    group.add_argument(
        "--json", action="store_true", help=_("answer with one JSON document and nothing else")
    )
    group.add_argument(
        "--any-folder",
        action="store_true",
        help=_("allow a store on a stick, a share or in a synchronised folder"),
    )
    group.add_argument(
        "--stop-below-mb",
        type=whole_number,
        metavar="MB",
        help=_("stop when the disk has less free space than this (200)"),
    )
    group.add_argument(
        "--ballast-mb",
        type=whole_number,
        metavar="MB",
        help=_("space a new store keeps in reserve for a full disk (64)"),
    )
    group.add_argument("-v", "--verbose", action="store_true", help=_("say more on the way"))
    if at_top:
        group.add_argument("--version", action="store_true", help=_("say what is installed"))
    return parser


def with_defaults(asked: Arguments, environment: Mapping[str, str]) -> Arguments:
    """Fill in what was not said; the limits may also come from the environment."""
    _check_letters(asked)
    limit = environment.get("MEDIATOR_DESK_STOP_BELOW_MB")
    ballast = environment.get("MEDIATOR_DESK_BALLAST_MB")
    fallbacks = {
        "person": "",
        "data": None,
        "lang": None,
        "password_file": None,
        "json": False,
        "any_folder": environment.get("MEDIATOR_DESK_ANY_FOLDER", "") not in ("", "0"),
        "stop_below_mb": None if limit is None else _number_from("STOP_BELOW_MB", limit),
        "ballast_mb": None if ballast is None else _number_from("BALLAST_MB", ballast),
        "verbose": False,
        "version": False,
    }
    for name, value in fallbacks.items():
        if not hasattr(asked, name):
            setattr(asked, name, value)
    return asked


def _number_from(name: str, said: str) -> int:
    """Read a limit from the environment."""
    try:
        return whole_number(said)
    except ValueError as error:
        raise Misuse(
            N_("MEDIATOR_DESK_{name} must be a whole number of megabytes."), name=name
        ) from error


def _check_letters(asked: Arguments) -> None:
    """Refuse words that came in other letters than UTF-8; a path may have any. Raises ``Misuse``.

    Python hands such bytes on as half characters, which neither the store nor paper can keep.
    """
    for value in vars(asked).values():
        for word in value if isinstance(value, list) else [value]:
            try:
                str(word if isinstance(word, str) else "").encode()
            except UnicodeEncodeError as error:
                raise Misuse(
                    N_("The command is not written in UTF-8; it cannot be read.")
                ) from error

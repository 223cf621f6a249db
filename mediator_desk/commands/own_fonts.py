"""Fonts of the district's own: the words of the commands; what they do is loaded when needed."""

from pathlib import Path

from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.late import later
from mediator_desk.commands.options import Parser
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``font add``, ``list`` and ``remove``."""
    does = _("fonts of your own for papers: see them, add them, remove them")
    fonts = commands.add_parser("font", help=does, description=does)
    inner = fonts.add_subparsers(metavar=_("WHAT"), required=True)
    add = command(
        inner,
        "add",
        does=_("add a TrueType font; papers use it from now on"),
        example="font add simfang.ttf --for text",
        run=later("font add"),
    )
    add.add_argument("file", type=Path, metavar="FILE.ttf")
    add.add_argument(
        "--for",
        dest="use",
        choices=("text", "head", "title", "rare"),
        default="text",
        help=_("the text of papers, their heads, their titles, or what other fonts lack"),
    )
    command(
        inner,
        "list",
        does=_("list your own fonts and what they hold"),
        example="font list --json",
        run=later("font list"),
    )
    remove = command(
        inner,
        "remove",
        does=_("remove a font of your own; the carried ones print again"),
        example="font remove FangSong",
        run=later("font remove"),
    )
    remove.add_argument("name", metavar=_("NAME"))

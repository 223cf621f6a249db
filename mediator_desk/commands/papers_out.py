"""The words for issued papers and signed pages; what does them is loaded when it is asked for."""

from pathlib import Path

from mediator_desk.commands.arguments import Commands, command
from mediator_desk.commands.late import later
from mediator_desk.commands.options import Parser
from mediator_desk.words import _


def add_to(commands: "Commands[Parser]") -> None:
    """Add what tells of issued papers and takes signed pages in."""
    listing = command(
        commands,
        "papers",
        does=_("list the papers issued of a record, and what came back signed"),
        example="papers 古楼-2026-7 --json",
        run=later("papers"),
    )
    listing.add_argument("number", metavar="NUMBER|ID")
    does = _("save a paper as it was issued")
    one = commands.add_parser("paper", help=does, description=does)
    saving = command(
        one.add_subparsers(metavar=_("WHAT"), required=True),
        "save",
        does=does,
        example="paper save MD1:7KQFM2XAB4CD -o agreement.pdf",
        run=later("paper save"),
    )
    saving.add_argument("mark", metavar=_("MARK"))
    saving.add_argument("-o", dest="out", type=Path, required=True, metavar=_("FILE"))
    _add_scans(commands)


def _add_scans(commands: "Commands[Parser]") -> None:
    does = _("take signed pages in, and see what is unsigned")
    verbs = commands.add_parser("scans", help=does, description=does).add_subparsers(
        metavar=_("WHAT"), required=True
    )
    taking = command(
        verbs,
        "take",
        does=_("find the paper of each page of a scan by its mark"),
        example="scans take monday.pdf photo.jpg --json",
        run=later("scans take"),
    )
    taking.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    matching = command(
        verbs,
        "match",
        does=_("say which page a scan shows whose mark cannot be read"),
        example="scans match monday.pdf --sheet 3 --mark MD1:7KQFM2XAB4CD --page 2",
        run=later("scans match"),
    )
    matching.add_argument("file", type=Path, metavar=_("FILE"))
    matching.add_argument("--sheet", type=int, default=1, help=_("which page of the file"))
    matching.add_argument("--mark", required=True, help=_("the mark of the issued paper"))
    matching.add_argument("--page", type=int, required=True, help=_("which page of the paper"))

"""Commands whose libraries are heavy; their words are known at once, ``main.py`` loads the rest."""

from pathlib import Path

from mediator_desk.commands.answers import Answer
from mediator_desk.commands.arguments import Commands, Run, command
from mediator_desk.commands.options import Arguments, Parser, whole_number
from mediator_desk.commands.surroundings import Surroundings
from mediator_desk.rules.case_order import CaseOrder
from mediator_desk.rules.masking_levels import ListColumn, Masking
from mediator_desk.words import _

PAPERS = (
    "summary",
    "acceptance-register",
    "mediation-record",
    "agreement",
    "oral-agreement-register",
    "volume",
    "mediation-application",
    "rights-notice",
    "identity-sheet",
    "power-of-attorney",
    "investigation-record",
    "evidence-list",
    "volume-note",
    "closing-report",
    "receipt",
    "follow-up-record",
    "confirmation-application",
    "undisputed-facts",
    "mediation-statement",
    "termination-notice",
    "consultation-note",
    "risk-report",
    "non-acceptance-notice",
    "referral-letter",
    "referral-reply",
    "urging-notice",
    "privacy-notice",
    "sitting-sheet",
    "whistle-slip",
    "whistle-reply",
    "whistle-evaluation",
    "council-topic",
    "council-notice",
    "council-sheet",
    "council-minutes",
    "owners-ballots",
    "vote-result",
    "public-notice",
    "sweep-report",
    "handover-list",
    "award-claim",
    "case-list",
)


def add_to(commands: "Commands[Parser]") -> None:
    """Add ``intake``, ``print``, ``report``, ``read-volume``, ``characters`` and ``tour``."""
    _add_intake(commands)
    _add_print(commands)
    _add_report(commands)
    _add_read_volume(commands)
    _add_characters(commands)
    tour = command(
        commands,
        "tour",
        does=_("play the guided tour on a throw-away store; leaves pictures, papers and a bundle"),
        example="tour --out tour-output",
        run=later("tour"),
    )
    tour.add_argument("--out", type=Path, required=True, metavar=_("DIR"))


def _add_intake(commands: "Commands[Parser]") -> None:
    """Add ``intake``."""
    intake = command(
        commands,
        "intake",
        does=_("take in an .xlsx ledger: each row becomes a dispute"),
        example="intake ledger.xlsx --map 内容=诉求详情 --dry-run",
        run=later("intake"),
    )
    intake.add_argument("file", type=Path, metavar="FILE.xlsx")
    intake.add_argument(
        "--map",
        action="append",
        default=[],
        dest="columns",
        metavar="字段=列名",
        help=_("which column holds a field; an empty one leaves it out"),
    )
    intake.add_argument("--sheet", default=None, help=_("the sheet, if there are several"))
    intake.add_argument("--dry-run", action="store_true", help=_("only say what would be done"))
    intake.add_argument(
        "--errors",
        type=Path,
        metavar="FILE.xlsx",
        help=_("a copy of the bad rows, with the reason"),
    )


def _add_print(commands: "Commands[Parser]") -> None:
    """Add ``print``."""
    printing = command(
        commands,
        "print",
        does=_("print a paper of one or many records"),
        example="print 古楼-2026-7 --paper agreement -o agreement.pdf",
        run=later("print"),
    )
    printing.add_argument("numbers", nargs="*", metavar="NUMBER")
    printing.add_argument("--paper", required=True, choices=PAPERS)
    printing.add_argument(
        "-o", dest="out", type=Path, required=True, metavar="FILE.pdf|DIR", help=_("where it goes")
    )
    printing.add_argument(
        "--select",
        metavar="stage=…,topic=…,place=…,mediator=…,period=…,text=…",
        help=_("all disputes that meet these, in place of numbers"),
    )
    printing.add_argument(
        "--order", default="number", metavar="|".join(CaseOrder), help=_("what comes first")
    )
    printing.add_argument(
        "--masked", default="internal", metavar="|".join(Masking), help=_("who will read it")
    )
    printing.add_argument(
        "--draft", action="store_true", help=_("only to look at: it is not issued")
    )
    printing.add_argument("--each", action="store_true", help=_("a file for each, into a folder"))
    printing.add_argument(
        "--columns", metavar="|".join(ListColumn), help=_("the columns of a list, with commas")
    )
    printing.add_argument("--title", default="", metavar=_("TEXT"), help=_("the title of a list"))
    printing.add_argument(
        "--contact", default="", metavar=_("TEXT"), help=_("the office's number on a public list")
    )


def _add_report(commands: "Commands[Parser]") -> None:
    """Add ``report``."""
    report = command(
        commands,
        "report",
        does=_("statistics and ledgers of a period, on the screen or into a file"),
        example="report --period 2026-08 --table cases -o report.xlsx",
        run=later("report"),
    )
    report.add_argument(
        "--period",
        default="",
        metavar=_("PERIOD"),
        help=_("2026-08, 2026Q3, 2026H1, 2026 or 2026-08-01..2026-08-25 (the month before)"),
    )
    report.add_argument(
        "--table", default="cases", metavar=_("NAME"), help=_("the table or ledger (cases)")
    )
    report.add_argument(
        "--list-tables", action="store_true", help=_("name the tables and ledgers there are")
    )
    report.add_argument(
        "--cut-off",
        type=whole_number,
        metavar=_("DAY"),
        help=_("the last day of a month's figures; 0 for its end"),
    )
    report.add_argument(
        "--written-only", action="store_true", help=_("leave out what was settled by word of mouth")
    )
    report.add_argument(
        "--public",
        action="store_true",
        help=_("leave out figures that tell of persons"),
    )
    report.add_argument(
        "--full",
        action="store_true",
        help=_("phones and ID numbers in full; it is logged"),
    )
    report.add_argument(
        "-o", dest="out", type=Path, metavar="FILE", help=_("a file: .xlsx, .csv or .pdf")
    )


def _add_read_volume(commands: "Commands[Parser]") -> None:
    """Add ``read-volume``."""
    reading = command(
        commands,
        "read-volume",
        does=_("say which case a printed volume holds; no station is needed"),
        example="read-volume volume.pdf --json",
        run=later("read-volume"),
    )
    reading.add_argument("file", type=Path, metavar="FILE.pdf")


def _add_characters(commands: "Commands[Parser]") -> None:
    """Add ``characters``."""
    characters = command(
        commands,
        "characters",
        does=_("say how many characters of each standard can be printed, or by which font each is"),
        example="characters 欧阳𬱖",
        run=later("characters"),
    )
    characters.add_argument("text", nargs="*", metavar=_("TEXT"))
    characters.add_argument(
        "--face",
        choices=("text", "head"),
        default="text",
        help=_("the fonts of the text, or of the heads"),
    )


def later(name: str) -> Run:
    """Put a command off until it is carried out."""

    def run(asked: Arguments, around: Surroundings) -> Answer:
        return around.late(name)(asked, around)

    return run

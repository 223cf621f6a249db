"""Print a list of disputes for ourselves, for a department, or for the board."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mediator_desk.bad_news import BadNews
from mediator_desk.labels import label
from mediator_desk.paper.facts_list import ListFacts
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.ports import Desk
from mediator_desk.refusals import Refusal
from mediator_desk.rows import CaseFile
from mediator_desk.rules.masking_levels import (
    NEVER_PUBLIC,
    USUAL_COLUMNS,
    ListColumn,
    Masking,
    check_columns,
)
from mediator_desk.rules.pseudonyms import pseudonyms
from mediator_desk.rules.remarks import Listed
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.papers.list_facts import ListHead, list_facts
from mediator_desk.usecases.papers.masked import Mask, check_public, masked_case, people_of
from mediator_desk.usecases.papers.named import files_named
from mediator_desk.usecases.print_log import log_print
from mediator_desk.usecases.specimens import press_of
from mediator_desk.words import N_

PAPER = "case-list"
_BLANKS = {Masking.INTERNAL: "F30D", Masking.DEPARTMENT: "F30D", Masking.PUBLIC: "F30L"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintList:
    """Which disputes, by numbers or ids, for whom, and in which columns (else the usual ones).

    ``contact`` is the number of the office that hears opinions on a public list.
    """

    numbers: tuple[str, ...]
    level: Masking = Masking.INTERNAL
    columns: tuple[ListColumn, ...] = ()
    head: ListHead = field(default_factory=ListHead)


def print_list(desk: Desk, asked: PrintList, fonts: Path) -> Printed:
    """Print it, and log that it was printed, or why it was refused.

    Raises ``Refusal`` when a public list would show what nobody may read there (A33).
    """
    permit(desk.person.role, "print-batch")
    columns = asked.columns or USUAL_COLUMNS[asked.level]
    try:
        printed = _printed(desk, asked, columns, fonts)
    except BadNews as error:
        _log(desk, asked, columns, refused=error.words())
        raise
    _log(desk, asked, columns, printed=len(asked.numbers))
    return printed


def _printed(desk: Desk, asked: PrintList, columns: Sequence[ListColumn], fonts: Path) -> Printed:
    if not asked.numbers:
        raise Refusal(N_("Choose the disputes that are to stand in the list."))
    refused = tuple(label(one) for one in columns if one in NEVER_PUBLIC)
    check_columns(asked.level, tuple(columns), Listed(refused))
    files = [file for one in asked.numbers for file in files_named(desk, one, CaseFile)]
    people = (known for file in files for known in people_of(file))
    mask = Mask(asked.level, pseudonyms(people, asked.level))
    masked = [masked_case(file, mask) for file in files]
    facts = list_facts(desk, masked, asked.level, columns, asked.head)
    check_public(mask, _told(facts))
    return print_form(press_of(desk, fonts), _BLANKS[asked.level], facts).finished()


def _told(facts: ListFacts) -> Iterator[tuple[str, str]]:
    """Give every word of the list with where it stands; the number of the office is no secret."""
    yield "标题", facts.title
    yield "期间", facts.period
    yield "编制单位", facts.issuer
    heads = [head for head, _width in facts.cases.columns]
    for row in facts.cases.rows:
        for head, cell in zip(heads, row, strict=True):
            yield f"{head}（第{row[0]}行）", cell


def _log(
    desk: Desk,
    asked: PrintList,
    columns: Sequence[ListColumn],
    *,
    printed: int = 0,
    refused: str = "",
) -> None:
    log_print(
        desk,
        "print-batch",
        paper=PAPER,
        level=asked.level,
        columns=columns,
        cases=len(asked.numbers),
        printed=printed,
        refused=refused,
    )

"""The whole volume of a case: cover, index with its pages, papers in binding order, back."""

from collections.abc import Iterator
from dataclasses import replace

from mediator_desk.paper.facts_volume import IndexFacts
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed, write
from mediator_desk.paper.setting import Press
from mediator_desk.paper.volume import Part, bind_volume, span_pages
from mediator_desk.ports import Desk
from mediator_desk.rows import CaseFile
from mediator_desk.rules.volume import ItemRule
from mediator_desk.usecases.papers.case_record import case_record
from mediator_desk.usecases.papers.facts_after import committee_of
from mediator_desk.usecases.papers.facts_volume import cover_facts, volume_no
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.papers.volume_parts import Piece, pieces_of
from mediator_desk.usecases.sign_agreement import NO_COMMITTEE
from mediator_desk.words import N_

_REQUIRED, _AS_NEEDED = "必须", "按需"
_NO_PAGE = "—"


def whole_volume(desk: Desk, press: Press, file: CaseFile) -> Printed:
    """Bind the volume of a case. Raises ``Refusal``, ``GlyphMissing``, ``PaperUnreadable``."""
    rules = desk.books.volume
    found = [
        (rule, piece) for rule in rules.items for piece in pieces_of(rule.item, desk, press, file)
    ]
    bound = [
        Part(printed=_called(press, piece.sheets.printed, piece.name), group=rule.title.zh)
        for rule, piece in found
        if piece.sheets is not None
    ]
    firsts = iter(span_pages(bound))
    rows = tuple(
        (
            str(number),
            piece.name,
            _NO_PAGE if piece.sheets is None else _pages(next(firsts), piece.sheets.printed.pages),
            _remark(rule, piece),
        )
        for number, (rule, piece) in enumerate(found, 1)
    )
    count = sum(part.printed.pages for part in bound)
    facts = cover_facts(file, rules, count)
    index = IndexFacts(committee=committee_of(file), volume_no=volume_no(file), rows=rows)
    parts = [
        Part(printed=print_form(press, "F01", facts), numbered=False),
        Part(printed=print_form(press, "F02", index), numbered=False),
        *bound,
        Part(printed=print_form(press, "F17", facts), numbered=False),
    ]
    title = f"调解卷宗　{volume_no(file)}"
    return bind_volume(press, parts, title, [case_record(desk, file)])


def _remark(rule: ItemRule, piece: Piece) -> str:
    """Say why there is no paper, or else whether it must be there, and what came with it."""
    if piece.remark or piece.sheets is None:
        return piece.remark
    return "\n".join([_REQUIRED if rule.required else _AS_NEEDED, *piece.sheets.said])


def _called(press: Press, printed: Printed, name: str) -> Printed:
    """Give the same paper with the name it has in the index, for the bookmarks."""
    return write(press, [replace(one, title=name) for one in printed.papers], name)


def _pages(first: int, count: int) -> str:
    return str(first) if count == 1 else f"{first}—{first + count - 1}"


def _made(desk: Desk, press: Press, file: CaseFile) -> Iterator[Printed]:
    yield whole_volume(desk, press, file)


PAPERS = (
    PaperSort(
        name=PaperName.VOLUME,
        about=CaseFile,
        make=_made,
        ready=lambda file: file.dispute.accepted_at is not None,
        missing=N_("{number} is not accepted yet. Accept it first."),
        why_not=lambda file: NO_COMMITTEE if file.committee is None else "",
    ),
)

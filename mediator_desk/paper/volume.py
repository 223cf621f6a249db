"""Bind the papers of a case into one volume, with page numbers through all of it.

How many pages a paper has is known once it is laid out. So an index can be laid out with the page
numbers of all others, and then be bound in front of them: it carries no number itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mediator_desk.paper.attaching import Attached
from mediator_desk.paper.pdf import Paper, Printed, write
from mediator_desk.paper.preview import opened
from mediator_desk.paper.setting import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paper of a volume: the heading it stands under, and whether its pages count.

    Cover, index and back cover carry no page number (domain.md 1.5).
    """

    printed: Printed
    group: str = ""
    numbered: bool = True


def span_pages(parts: Sequence[Part]) -> tuple[int, ...]:
    """Give the number of the first page of each part in the volume; 0 where pages carry none."""
    firsts, next_page = [], 1
    for part in parts:
        firsts.append(next_page if part.numbered else 0)
        next_page += part.printed.pages if part.numbered else 0
    return tuple(firsts)


def pages_of_volume(pdf: bytes) -> int:
    """Count the numbered pages of a bound volume: from behind its index up to its back cover.

    Raises ``PaperUnreadable``.
    """
    with opened(pdf) as document:
        firsts: list[int] = [one.get_dest().get_index() for one in document.get_toc(max_depth=1)]
    _cover, _index, first, *_between, back = firsts
    return back - first


def bind_volume(
    press: Press, parts: Sequence[Part], title: str, attached: Sequence[Attached] = ()
) -> Printed:
    """Bind the parts in their order: one count of pages, bookmarks of groups with their papers.

    A page keeps the mark it was issued with. Files inside the parts come along before ``attached``.
    """
    count = sum(part.printed.pages for part in parts if part.numbered)
    papers = [
        paper
        for part, first in zip(parts, span_pages(parts), strict=True)
        for paper in _numbered(part, first, count)
    ]
    carried = [file for part in parts for file in part.printed.attached]
    return write(press, papers, title, [*carried, *attached])


def _numbered(part: Part, first: int, count: int) -> Iterator[Paper]:
    """Give the papers of a part with their place in the volume."""
    for paper in part.printed.papers:
        yield replace(paper, group=part.group, numbered=part.numbered, first=first, count=count)
        first += len(paper.pages)

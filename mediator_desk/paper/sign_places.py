"""Where a paper waits for a signature, a fingerprint or a seal, so that a scan can be checked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mediator_desk.paper.layout import MM, Layout
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.strips import Ink, InkKind, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class SignPlace:
    """A place to sign, mark or seal: its page, counted from 0, and its box on that page.

    The box is in points from the upper left corner of the sheet. It holds the printed words too:
    ``label`` is what is printed there, ``who`` whose ink is awaited, empty where nobody is named.
    """

    page: int
    x: float
    y: float
    width: float
    height: float
    kind: InkKind
    label: str
    who: str


def places_of(printed: Printed) -> tuple[SignPlace, ...]:
    """Give every place to sign, mark or seal, in the order of the pages."""
    pages = [(paper.layout, page) for paper in printed.papers for page in paper.pages]
    return tuple(
        place for number, (layout, page) in enumerate(pages) for place in _on(number, layout, page)
    )


def _on(number: int, layout: Layout, page: Page) -> Iterator[SignPlace]:
    """Give the places of one page; a place cut into strips on the same page is one place."""
    left, top = layout.margins.left * MM, layout.margins.top * MM
    found: list[tuple[Ink, SignPlace]] = []
    for laid in page.laid:
        for spot in laid.strip.spots:
            if found and found[-1][0] is spot.ink:
                ink, above = found[-1]
                found[-1] = ink, replace(above, height=above.height + spot.height)
                continue
            place = SignPlace(
                page=number,
                x=left + spot.left,
                y=top + laid.down + spot.down,
                width=spot.width,
                height=spot.height,
                kind=spot.ink.kind,
                label=spot.ink.label,
                who=spot.ink.who,
            )
            found.append((spot.ink, place))
    yield from (place for _, place in found)

"""Strips of paper laid one under the other, and how they come onto pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from mediator_desk.charts.marks import Filled, Stroke
from mediator_desk.paper.setting import SetLine


class Placed(Struct, frozen=True, gc=False):
    """A line at its height below the top of its strip."""

    line: SetLine
    down: float


class Tint(Struct, frozen=True, gc=False):
    """A light ground behind a part of a strip."""

    left: float
    width: float
    grey: float


class Rule(Struct, frozen=True, gc=False):
    """A level line at its height below the top of its strip."""

    left: float
    right: float
    down: float
    weight: float = 0.5
    grey: float = 0.0


class Frame(Struct, frozen=True, gc=False):
    """The edges of a table that a strip belongs to; open edges are closed where a page breaks."""

    left: float
    right: float
    uprights: tuple[float, ...] = ()
    weight: float = 0.5
    outer: float = 0.5
    grey: float = 0.0
    sides: bool = True


@dataclass(frozen=True, slots=True)
class Image:
    """A picture ready for paper: its points across and down, and its bytes as JPEG."""

    width: int
    height: int
    grey: bool
    jpeg: bytes = field(repr=False)


class PlacedImage(Struct, frozen=True, gc=False):
    """A picture at its place in a strip, in points from the strip's upper left corner."""

    image: Image
    left: float
    down: float
    width: float
    height: float


class InkKind(StrEnum):
    """What a place on a paper waits for."""

    SIGNATURE = "signature"
    MARK = "mark"  # a signature, a fingerprint or a stamp of a party
    SEAL = "seal"


class Ink(Struct, frozen=True, gc=False):
    """What a place waits for: its kind, the words printed there, and whose ink, where known."""

    kind: InkKind
    label: str
    who: str = ""


class Spot(Struct, frozen=True, gc=False):
    """A place to sign, mark or seal in a strip, in points from the strip's upper left corner."""

    ink: Ink
    left: float
    down: float
    width: float
    height: float


class Strip(Struct, frozen=True, gc=False, kw_only=True):
    """A piece of paper over the full width that is never cut; the flow is made of these."""

    height: float
    lines: tuple[Placed, ...] = ()
    rules: tuple[Rule, ...] = ()
    tints: tuple[Tint, ...] = ()
    shapes: tuple[Filled | Stroke, ...] = ()  # of a picture, from the upper left corner
    frame: Frame | None = None
    gap: float = 0.0  # free room above, dropped at the head of a page
    stays: bool = False  # on the same page as the next strip
    opening: tuple[Placed, ...] = ()  # said again where a page begins here
    again: tuple["Strip", ...] = ()  # heads repeated when the page breaks before this strip
    bookmark: str = ""
    spots: tuple[Spot, ...] = ()
    images: tuple[PlacedImage, ...] = ()

    def kept(self) -> "Strip":
        """Give the same strip, held to the next one."""
        return self if self.stays else replace(self, stays=True)


class Laid(Struct, frozen=True, gc=False):
    """A strip on its page: how far below the top, and whether the page begins or ends there."""

    strip: Strip
    down: float
    first: bool = False
    last: bool = False


class Page(Struct, frozen=True, gc=False):
    """What stands on one page."""

    laid: tuple[Laid, ...]

    @property
    def lines(self) -> tuple[SetLine, ...]:
        """Give the lines of the page from top to bottom."""
        return tuple(placed.line for laid in self.laid for placed in laid.strip.lines)


def paginate(strips: Sequence[Strip], room: float) -> tuple[Page, ...]:
    """Lay strips onto pages of the room's height; strips that belong together stay together."""
    pages: list[list[Laid]] = [[]]
    used = 0.0
    for clump in _clumps(strips, room):
        fresh = not pages[-1]
        if not fresh and used + _height(clump) > room:
            pages.append([])
            used, fresh = 0.0, True
        heads = clump[0].again if fresh and len(pages) > 1 else ()
        for strip in (*heads, *clump):
            down = used + (strip.gap if pages[-1] else 0.0)
            pages[-1].append(Laid(strip, down))
            used = down + strip.height
    return tuple(Page(_ends_marked(laid)) for laid in pages if laid) or (Page(()),)


def _clumps(strips: Sequence[Strip], room: float) -> Iterator[list[Strip]]:
    """Group strips that must share a page; a group taller than a page is taken apart."""
    clump: list[Strip] = []
    for strip in strips:
        clump.append(strip)
        if not strip.stays:
            yield from _fitting(clump, room)
            clump = []
    if clump:
        yield from _fitting(clump, room)


def _fitting(clump: list[Strip], room: float) -> Iterator[list[Strip]]:
    if _height(clump) + sum(head.height for head in clump[0].again) <= room:
        yield clump
    else:
        yield from ([strip] for strip in clump)


def _height(clump: Sequence[Strip]) -> float:
    return sum(strip.gap + strip.height for strip in clump)


def _ends_marked(laid: list[Laid]) -> tuple[Laid, ...]:
    """Tell each strip of a table whether its neighbour belongs to the same table."""
    marked = []
    for at, one in enumerate(laid):
        before = laid[at - 1] if at else None
        after = laid[at + 1] if at + 1 < len(laid) else None
        ends = not _joined(before, one), not _joined(one, after)
        marked.append(Laid(one.strip, one.down, *ends))
    return tuple(marked)


def _joined(upper: Laid | None, lower: Laid | None) -> bool:
    if upper is None or lower is None or upper.strip.frame is None or lower.strip.frame is None:
        return False
    return lower.down - upper.down - upper.strip.height < 0.01

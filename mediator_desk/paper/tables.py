"""Ruled tables: grids of labels and values, and lists whose head repeats on each page."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from mediator_desk.paper.layout import Letters
from mediator_desk.paper.setting import GREY, Align, Face, Press, SetLine, Span, Style
from mediator_desk.paper.strips import Frame, Ink, Placed, Rule, Spot, Strip, Tint

LABEL = 0.95  # the ground of labels and heads
_SIDE = 4.0
_PARTS = re.compile("(?<=[、/])|(?=（[^（）]*）$)")  # where a label would rather part
_TALL = 9  # a row of more lines may part between pages


class Cell(Struct, frozen=True, gc=False, kw_only=True):
    """What stands in a cell; its width is a part of the table's."""

    text: str
    field: str
    width: float
    label: bool = False
    align: Align = Align.JUSTIFY
    least: float = 0.0
    inset: float = 0.0
    ink: Ink | None = None


class Look(Struct, frozen=True, gc=False, kw_only=True):
    """How a table looks."""

    letters: Letters
    pad: float = 4.0
    grey: float = 0.35
    inner: float = 0.5
    outer: float = 0.9
    uprights: bool = True
    sides: bool = True
    plain: bool = False


Row = tuple[Cell, ...]


def table(
    press: Press,
    look: Look,
    room: float,
    rows: Sequence[Row],
    head: Row | None = None,
    gap: float = 4.0,
    grouped: bool = False,
) -> list[Strip]:
    """Give a ruled table; a row goes over a page break only when it is long.

    In a grouped one, a row whose first cell is empty belongs to what the row above it names.
    """
    heads = grid_row(press, look, room, head) if head else []
    strips = [strip.kept() for strip in heads]
    for at, row in enumerate(rows):
        first = row[0]
        over = first.width if grouped and at and not first.text else 0.0
        row_strips = grid_row(press, look, room, row, tuple(heads), over)
        if at in (0, len(rows) - 2) and len(rows) > 1:
            row_strips[-1] = row_strips[-1].kept()  # no single row before or after a page break
        strips += row_strips
    if strips:
        strips[0] = replace(strips[0], gap=gap)
    return strips


def grid_row(
    press: Press,
    look: Look,
    room: float,
    row: Row,
    heads: tuple[Strip, ...] = (),
    over: float = 0.0,
) -> list[Strip]:
    """Give one row; the rule above it begins at a part of the width, to join cells below it."""
    places = _places(row, room)
    columns = [
        _placed_in(press, look, cell, left, width)
        for cell, (left, width) in zip(row, places, strict=True)
    ]
    count = max(len(column) for column in columns)
    uprights = tuple(left for left, _ in places[1:]) if look.uprights else ()
    frame = Frame(0.0, room, uprights, look.inner, look.outer, look.grey, sides=look.sides)
    tints = tuple(
        Tint(left, width, LABEL)
        for cell, (left, width) in zip(row, places, strict=True)
        if cell.label and not look.plain
    )
    above = (Rule(over * room, room, 0.0, look.inner, look.grey),)
    if count <= _TALL:
        least = max(cell.least for cell in row)
        height = max(count * look.letters.pitch + 2 * look.pad, least)
        return [
            Strip(
                height=height,
                lines=_centred(columns, row, height, look),
                rules=above,
                tints=tints,
                frame=frame,
                again=heads,
                spots=_spots(row, places, height),
            )
        ]
    labels = [column for cell, column in zip(row, columns, strict=True) if cell.label]
    return [
        replace(strip, spots=_spots(row, places, strip.height))
        for strip in _long_row(columns, labels, count, look, above, tints, frame, heads)
    ]


def _long_row(
    columns: list[list[SetLine]],
    labels: list[list[SetLine]],
    count: int,
    look: Look,
    rules: tuple[Rule, ...],
    tints: tuple[Tint, ...],
    frame: Frame,
    heads: tuple[Strip, ...],
) -> list[Strip]:
    """Give a long row line by line; its first lines, with all of its label, stay together.

    So do its last two.
    """
    pitch, pad = look.letters.pitch, look.pad
    held = max(1, *(len(label) - 1 for label in labels), 0)
    strips = []
    for at in range(count):
        above = pad if at == 0 else 0.0
        below = pad if at == count - 1 else 0.0
        strips.append(
            Strip(
                height=above + pitch + below,
                lines=tuple(Placed(column[at], above) for column in columns if at < len(column)),
                rules=rules if at == 0 else (),
                tints=tints,
                frame=frame,
                stays=at < held or at == count - 2,
                opening=_said_again(labels, pitch) if held < at < count - _TALL // 2 else (),
                again=heads,
            )
        )
    return strips


def _said_again(labels: list[list[SetLine]], pitch: float) -> tuple[Placed, ...]:
    """Repeat the label of a row that goes on from the page before."""
    return tuple(Placed(line, n * pitch) for label in labels for n, line in enumerate(label))


def _centred(
    columns: list[list[SetLine]], row: Row, height: float, look: Look
) -> tuple[Placed, ...]:
    """Centre each cell in the height of the row."""
    placed = []
    for column, cell in zip(columns, row, strict=True):
        if cell.least and not cell.label:
            above = look.pad
        else:
            above = (height - len(column) * look.letters.pitch) / 2
        placed += [Placed(line, above + at * line.pitch) for at, line in enumerate(column)]
    return tuple(placed)


def _set(press: Press, look: Look, cell: Cell, room: float) -> list[SetLine]:
    letters = look.letters
    if cell.label and look.plain:
        quiet = Style(size=letters.size - 1, pitch=letters.pitch, align=cell.align, grey=GREY)
        return press.set([Span(cell.text, cell.field)], quiet, room)
    style = Style(size=letters.size, pitch=letters.pitch, align=cell.align)
    if cell.label:
        return _balanced(press, Span(cell.text, cell.field, Face.HEAD), style, room)
    return press.set([Span(cell.text, cell.field)], style, room)


def _balanced(press: Press, span: Span, style: Style, room: float) -> list[SetLine]:
    """Set a label so that its lines end with its parts and are of like length."""
    lines = press.set([span], style, room)
    if len(lines) > 1 and "\n" not in span.text:
        parted = replace(span, text=_in_parts(press, span, style, room))
        tried = press.set([parted], style, room)
        if len(tried) <= len(lines) + 1:
            span, lines = parted, tried
    narrow = room - style.size
    while len(lines) > 1 and narrow > style.size:
        tried = press.set([span], style, narrow)
        if len(tried) > len(lines):
            break
        lines = [line.moved((room - narrow) / 2) for line in tried]
        narrow -= style.size
    return lines


def _in_parts(press: Press, span: Span, style: Style, room: float) -> str:
    """End the lines of a label after 、 and / and at brackets, as many parts a line as fit."""
    first, *others = _PARTS.split(span.text)
    lines = [first]
    for part in others:
        longer = replace(span, text=lines[-1] + part)
        if part.startswith("（") or len(press.set([longer], style, room)) > 1:
            lines.append(part)
        else:
            lines[-1] = longer.text
    return "\n".join(lines)


def _placed_in(press: Press, look: Look, cell: Cell, left: float, width: float) -> list[SetLine]:
    """Set a cell's text at its place in the row."""
    side = 0.0 if look.plain else _SIDE
    begin = left + side + cell.inset * width
    return [line.moved(begin) for line in _set(press, look, cell, left + width - _SIDE - begin)]


def _spots(row: Row, places: list[tuple[float, float]], height: float) -> tuple[Spot, ...]:
    """Give the cells of a row that wait for ink."""
    return tuple(
        Spot(cell.ink, left + cell.inset * width, 0.0, width - cell.inset * width, height)
        for cell, (left, width) in zip(row, places, strict=True)
        if cell.ink is not None
    )


def _places(row: Row, room: float) -> list[tuple[float, float]]:
    """Give the left edge and width of each cell in points."""
    places, left = [], 0.0
    for cell in row:
        places.append((left, cell.width * room))
        left += cell.width * room
    return places

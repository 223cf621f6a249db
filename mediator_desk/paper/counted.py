"""The grid of a count: each line by heads and by area."""

from collections.abc import Sequence

from mediator_desk.paper.facts_votes import CountedFacts
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Strip
from mediator_desk.paper.tables import Cell, Look, Row, table

_COLUMNS = (("计票", 0.28), ("人数", 0.36), ("专有部分面积", 0.36))


def counted_table(
    press: Press, look: Look, room: float, counted: Sequence[CountedFacts]
) -> list[Strip]:
    """Give one row for each line of the count."""
    head = tuple(
        Cell(text=label, field=label, width=width, label=True, align=Align.CENTRE)
        for label, width in _COLUMNS
    )
    return table(press, look, room, [_row(one) for one in counted], head, gap=0.0)


def _row(one: CountedFacts) -> Row:
    told = (one.what, one.heads, one.area)
    return tuple(
        Cell(
            text=text,
            field=f"{one.what}·{label}",
            width=width,
            label=at == 0,
            align=Align.CENTRE,
        )
        for at, (text, (label, width)) in enumerate(zip(told, _COLUMNS, strict=True))
    )

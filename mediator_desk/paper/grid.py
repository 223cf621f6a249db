"""A plain grid of a ruled sheet, whose head repeats on every page."""

from mediator_desk.paper.facts_revenue import GridFacts
from mediator_desk.paper.setting import Align, Press
from mediator_desk.paper.strips import Strip
from mediator_desk.paper.tables import Cell, Look, table


def grid_table(press: Press, look: Look, room: float, grid: GridFacts) -> list[Strip]:
    """Give the head and one row for each line; without any line, nothing."""
    if not grid.rows:
        return []
    head = tuple(
        Cell(text=label, field=label, width=width, label=True, align=Align.CENTRE)
        for label, width in grid.columns
    )
    rows = [
        tuple(
            Cell(text=text, field=f"{label}{at}", width=width, align=Align.CENTRE)
            for text, (label, width) in zip(row, grid.columns, strict=True)
        )
        for at, row in enumerate(grid.rows, 1)
    ]
    return table(press, look, room, rows, head, gap=0.0)
